"""Checks the services and the database for the doctor."""

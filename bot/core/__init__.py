"""Decides: no network, disk, clock, chance, environment, threads or logging in here."""

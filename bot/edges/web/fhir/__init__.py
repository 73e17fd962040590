"""Meetings as FHIR appointments, for programs such as an EMR. They need a key."""

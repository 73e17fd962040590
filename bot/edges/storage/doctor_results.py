"""Stores the latest findings of the doctor, for every process of the installation."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from bot.core.diagnosis.findings import Finding, TrafficLight
from bot.edges.storage.tables import examinations

ONLY = 1
"""The one row's id."""


@dataclass(frozen=True)
class Examination:
    """The doctor's findings.

    Args:
        at: when they were made, in seconds since 1970.
        findings: in the order in which they are shown.
    """

    at: float
    findings: tuple[Finding, ...]


def keep(database: sa.Engine, findings: Sequence[Finding]) -> None:
    """Replace the stored findings."""
    recorded = [each.record() for each in findings]
    with database.begin() as connection:
        connection.execute(examinations.delete())
        connection.execute(examinations.insert().values(id=ONLY, at=time.time(), findings=recorded))


def latest(database: sa.Engine) -> Examination | None:
    """Return the stored findings, or None."""
    with database.connect() as connection:
        row = connection.execute(sa.select(examinations)).one_or_none()
    if row is None:
        return None
    found = ({**each, "light": TrafficLight(each["light"])} for each in row.findings)
    return Examination(row.at, tuple(Finding(**each) for each in found))

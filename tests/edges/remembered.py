"""Builds meetings for the ledger's tests."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.domain.commands import Guest, MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.find_steps import FindMeetings, ReadMeeting
from bot.core.steps.ledger_steps import SaveMeeting
from bot.edges.storage.ledger import Ledger

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
BOB = Guest(email="Bob@example.com", name="Bob")
EVE = Guest(person_id="eve", name="Eve")
UNNAMED = MeetingReference()

on_both = pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
"""Marks tests that use PostgreSQL in every run, not only in the long run."""


def meeting(**given: Any) -> Meeting:
    usual = {"sub": uuid.uuid4().hex, "host_id": "erin", "host": "erin@example.com"}
    return Meeting(**usual | {"opens": NOW, "expires": NOW + HOUR} | given)


def remembered(ledger: Ledger, **given: Any) -> Meeting:
    return ledger.remember(SaveMeeting(meeting(**given)))


def to(guest: Guest, message_id: str | None = None, role: Role = Role.GUEST) -> Delivery:
    trouble = None if message_id else "Refused"
    return Delivery(role, guest, Way.DIRECT, message_id, "room", trouble=trouble)


def held(ledger: Ledger, number: int) -> MeetingRecord:
    found = ledger.read_meeting(ReadMeeting(number))
    assert found
    return found


def find(ledger: Ledger, said: MeetingReference = UNNAMED, **given: Any) -> tuple[int, ...]:
    return tuple(each.meeting.number for each in found(ledger, said, **given))


def found(
    ledger: Ledger, said: MeetingReference = UNNAMED, **given: Any
) -> tuple[MeetingRecord, ...]:
    asked = {"host_id": "erin", "room_id": None, "now": NOW}
    return ledger.find(FindMeetings(which=said, **asked | given))


def count(database: sa.Engine, table: sa.Table) -> int:
    with database.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()

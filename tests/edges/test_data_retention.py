"""What is forgotten is gone: from the tables, from the file's free pages and from the log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.core.steps.ledger_steps import RecordDeliveries
from bot.edges.storage.cleanup import Cleanup, Keep
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import meetings
from tests.edges.remembered import BOB, remembered, to
from tests.edges.test_cleanup import served, store

DAY = timedelta(days=1)
SUBJECT = "the quarterly invoice of Bob"


def past_meeting(prepared: sa.Engine, days: int) -> None:
    ledger, opened = Ledger(prepared), datetime.now(UTC) - days * DAY
    held = remembered(ledger, opens=opened, expires=opened + DAY / 24, subject=SUBJECT)
    ledger.note(RecordDeliveries(held.number, (to(BOB, f"message-{days}"),)))


def clear(prepared: sa.Engine) -> None:
    with served(prepared, calls=None):
        keep = Keep(DAY, meetings=365 * DAY, people=7 * DAY)
        Cleanup(prepared, store(prepared).delete_finished, keep).clear()


def test_a_subject_goes_with_the_people_and_the_meeting_stays(prepared: sa.Engine):
    past_meeting(prepared, 8)
    past_meeting(prepared, 6)
    clear(prepared)
    with prepared.connect() as connection:
        kept = connection.execute(
            sa.select(meetings.c.subject, meetings.c.search).order_by(meetings.c.opens)
        )
        assert [tuple(each) for each in kept] == [(None, ""), (SUBJECT, SUBJECT.lower())]


def test_no_byte_of_deleted_data_stays_in_the_files(tmp_path: Path, prepared: sa.Engine):
    if prepared.dialect.name != "sqlite":
        return  # PostgreSQL has its own ways: see the page on privacy
    for _ in range(50):
        past_meeting(prepared, 8)
    written = _bytes(tmp_path)
    assert SUBJECT.encode() in written
    assert BOB.email.encode() in written
    clear(prepared)
    left = _bytes(tmp_path).lower()
    assert SUBJECT.lower().encode() not in left
    assert BOB.email.lower().encode() not in left


def _bytes(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.glob("*.sqlite*"))

"""Every question is one query, and none reads a whole table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.domain.commands import MeetingReference
from bot.core.steps.find_steps import FindInvitations, ListMeetings, ReadMeeting
from bot.core.steps.ledger_steps import (
    CancelMeeting,
    MarkWithdrawn,
    RecordDeliveries,
    RecordNewLinks,
    TransferHost,
)
from bot.edges.storage.ledger import Ledger
from tests.edges.remembered import BOB, EVE, NOW, find, remembered, to


@contextmanager
def watched(connected: sa.Engine) -> Iterator[list[tuple[str, Any]]]:
    """Gather the statements that the block sends."""
    sent: list[tuple[str, Any]] = []

    def remember(_connection: Any, _cursor: Any, statement: str, given: Any, *_rest: Any) -> None:
        sent.append((statement, given))

    sa.event.listen(connected, "before_cursor_execute", remember)
    yield sent
    sa.event.remove(connected, "before_cursor_execute", remember)


def plan(connected: sa.Engine, statement: str, values: Any) -> str:
    """Return how the database would answer; PostgreSQL, if tables were too long to be read."""
    with connected.connect() as connection:
        if connected.dialect.name == "sqlite":
            found = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        else:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            found = connection.exec_driver_sql(f"EXPLAIN {statement}", values)
        return "\n".join(str(row[-1]) for row in found)


def test_no_question_reads_a_whole_table(ledger: Ledger, prepared: sa.Engine) -> None:
    number = remembered(ledger).number
    ledger.note(RecordDeliveries(number, (to(BOB, "m1"),)))
    with watched(prepared) as sent:
        find(ledger)
        find(ledger, MeetingReference(number=number))
        find(ledger, MeetingReference(words="invoice may"))
        find(ledger, room_id="room", even_lost=True)
        find(ledger, MeetingReference(words="may"), include_handed_over=True)
        ledger.find_mine(ListMeetings("erin", NOW))
        ledger.find_as_guest(FindInvitations("eve", "bob@example.com", NOW))
        ledger.read_meeting(ReadMeeting(number))
        ledger.resign(TransferHost(number, "erin", EVE))
        ledger.prolong(RecordNewLinks(number, NOW + timedelta(hours=2), replaced_ids=("m1",)))
        ledger.call_off(CancelMeeting(number, NOW))
        ledger.forget(MarkWithdrawn(("m1", "m2")))
    asked = [each for each in sent if not each[0].startswith("INSERT")]
    assert len(asked) >= 12
    for each in asked:
        steps = plan(prepared, *each)
        assert "SCAN" not in steps, steps
        assert "Seq Scan" not in steps, steps


def test_each_question_is_one_query(ledger: Ledger, prepared: sa.Engine) -> None:
    number = remembered(ledger).number
    for question in (
        lambda: find(ledger),
        lambda: ledger.find_mine(ListMeetings("erin", NOW)),
        lambda: ledger.find_as_guest(FindInvitations("eve", "", NOW)),
        lambda: ledger.read_meeting(ReadMeeting(number)),
    ):
        with watched(prepared) as sent:
            question()
        assert len(sent) == 1

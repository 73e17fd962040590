"""What a program asked is forgotten with names, and its request with the meeting."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from bot.edges.storage.api_meeting_store import (
    ApiMeetings,
    NewRequest,
    delete_requests,
    forget_requests,
)
from bot.edges.storage.api_tables import api_meetings
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.ledger import Ledger
from tests.edges.remembered import HOUR, NOW, count, on_both, remembered


def asked(database: sa.Engine, seed: str, once: str = "once") -> str:
    """Record a request, and return the seed of the meeting that it stands for."""
    row = NewRequest("portal", once, "hash", seed, seed[:32], "case 7", NOW)
    entry = InboxRow(f"api:portal:{seed}", "{}", 0.0)
    return ApiMeetings(database).ask(row, lambda: entry).seed


@on_both
def test_a_repeated_request_is_the_first_one(prepared: sa.Engine):
    assert asked(prepared, "a") == asked(prepared, "b") == "a"
    assert asked(prepared, "c", "another") == "c"
    assert count(prepared, api_meetings) == 2


@on_both
def test_references_are_forgotten_and_requests_deleted(prepared: sa.Engine, ledger: Ledger):
    meeting = remembered(ledger, sub=asked(prepared, "a"))
    asked(prepared, "gone", "another")
    with prepared.begin() as connection:
        assert forget_requests(connection, meeting.expires - timedelta(seconds=1), 10) == 0
        assert forget_requests(connection, meeting.expires, 10) == 1
        assert forget_requests(connection, meeting.expires, 10) == 0
        assert delete_requests(connection, NOW, 10) == 0
        assert delete_requests(connection, NOW + HOUR, 10) == 1
    assert ApiMeetings(prepared).find("portal", meeting.number) == ""

"""Events are recorded with their first attempt, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from bot.edges.durable.inbox import Inbox
from bot.edges.storage.encryption import PayloadCipher
from bot.edges.storage.event_store import EventStore
from bot.edges.storage.tables import inbox
from tests.edges.remembered import on_both


@on_both
def test_a_repeated_order_of_a_test_makes_no_other_attempt(prepared: sa.Engine):
    times = (datetime(2026, 3, 2, 9, second, tzinfo=UTC) for second in range(60))
    row_of = Inbox(prepared, PayloadCipher()).row_of
    store = EventStore(prepared, PayloadCipher(), row_of, lambda: next(times))
    made, _ = store.endpoints.add("one", "portal", "https://93.184.215.14/events")
    assert store.send_test(made, "order") == store.send_test(made, "order")
    with prepared.connect() as connection:
        assert len(connection.execute(sa.select(inbox)).all()) == 1

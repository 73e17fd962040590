"""Doors and who came are stored alike on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.domain.commands import Guest
from bot.core.domain.doors import Reply, Rsvp
from bot.core.domain.meetings import Meeting
from bot.core.steps.door_steps import (
    HANDED,
    AdmitVisitors,
    DoorRequest,
    OpenDoors,
    OpenHostDoors,
    ReadAttendances,
    ReplaceWaitingList,
    ReplyToVisitors,
    ShowOnDoors,
)
from bot.core.steps.ledger_steps import RecordDeliveries, RemoveGuests
from bot.core.wording.texts import LINK, filled_in
from bot.edges.storage.attendance_store import AttendanceStore
from bot.edges.storage.data_retention import delete_meetings, forget_people
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.door_lookup import DoorLookup, GuestDoor
from bot.edges.storage.door_tables import attendances, doors
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.meeting_secrets import MeetingSecrets
from bot.edges.storage.tables import inbox
from tests.edges.remembered import HOUR, NOW, count, on_both, remembered, to

AT = "https://door.example"
ALICE = DoorRequest("alice@x.com", "Alice", "de")
EVERYONE = DoorRequest("space room", shared=True)


class Doors:
    """The stores of one database, and a meeting."""

    def __init__(self, database: sa.Engine) -> None:
        self.database, self.ledger = database, Ledger(database)
        self.keys, self.lookup = DoorKeys(database, MeetingSecrets()), DoorLookup(database)
        self.store = AttendanceStore(database)
        self.meeting: Meeting = remembered(self.ledger)
        self.number = self.meeting.number

    def open(self, *requests: DoorRequest, occasion: str = "one", renew: bool = False) -> list[str]:
        """Open doors; return their tokens."""
        step = OpenDoors(self.number, AT, requests, occasion, renew)
        return [filled_in(LINK, each).rpartition("/")[2] for each in self.keys.open(step)]

    def at(self, token: str, visitor: str = "") -> GuestDoor:
        """Return the door of a token."""
        found = self.lookup.find(token, visitor)
        assert found
        return found

    def arrives(self, token: str, visitor: str = "", name: str = "", **given: Any) -> int | None:
        """Press *Join*; return who it was."""
        until = given.get("until")
        return self.lookup.arrive(self.at(token, visitor), name, NOW, until, self._notice)

    def came(self) -> list[tuple[str, bool]]:
        """Return who has a door, and whether they came."""
        return [
            (each.name, each.since is not None)
            for each in self.store.read(ReadAttendances(self.number))
        ]

    def _notice(self, visitor: int) -> InboxRow:
        return InboxRow(f"door:here:{visitor}", "", 0.0)


@pytest.fixture
def stored(prepared: sa.Engine) -> Doors:
    return Doors(prepared)


@on_both
def test_a_guest_has_one_door_until_it_is_renewed(stored: Doors):
    [first] = stored.open(ALICE)
    assert stored.open(ALICE) == stored.open(ALICE, occasion="reminder") == [first]
    [fresh] = stored.open(ALICE, occasion="resend", renew=True)
    assert fresh != first
    assert stored.open(ALICE, occasion="resend", renew=True) == [fresh]
    assert stored.open(ALICE, occasion="reminder") == [fresh]
    assert stored.lookup.find(first, "") is None
    assert stored.at(fresh).who.name == "Alice"
    assert stored.at(fresh).language == "de"


@on_both
def test_no_token_has_what_markdown_reads_as_emphasis(stored: Doors):
    tokens = stored.open(*(DoorRequest(f"guest {each}") for each in range(30)))
    assert not [each for each in tokens if "_" in each]
    assert len(set(tokens)) == 30


@on_both
def test_each_link_to_hand_on_is_a_door_of_its_own(stored: Doors):
    handed = DoorRequest(HANDED, shared=True)
    tokens = stored.open(handed, handed)
    assert len(set(tokens)) == 2
    assert stored.open(handed, handed) == tokens
    assert not set(stored.open(handed, occasion="add")) & set(tokens)


@on_both
def test_an_arrival_is_recorded_once_with_its_notice(stored: Doors):
    [token] = stored.open(ALICE)
    id_ = stored.arrives(token)
    assert stored.arrives(token, until=NOW + HOUR) == id_
    assert stored.at(token).who.link_until == NOW + HOUR
    assert stored.came() == [("Alice", True)]
    assert count(stored.database, inbox) == 1


@on_both
def test_visitors_of_a_shared_door_are_told_apart(stored: Doors):
    [token] = stored.open(EVERYONE)
    one, two = stored.arrives(token, "one", "Dora"), stored.arrives(token, "two")
    assert one != two
    assert stored.came() == [("Dora", True), ("", True)]
    assert stored.store.admit(AdmitVisitors(stored.number, (int(two or 0),), NOW)) == (two,)
    assert stored.at(token, "two").who.admitted == NOW
    assert stored.at(token, "one").who.admitted is None


@on_both
def test_answers_and_messages_reach_the_page(stored: Doors):
    [token] = stored.open(ALICE)
    stored.lookup.answer(stored.at(token), Rsvp.LATE, lambda _: InboxRow("a", "", 0.0))
    stored.lookup.answer(stored.at(token), Rsvp.LATE, lambda _: InboxRow("b", "", 0.0))
    assert count(stored.database, inbox) == 1
    stored.store.reply(ReplyToVisitors(stored.number, (stored.at(token).who.id,), Reply.IN_5))
    for known_as, text in (("alice@x.com", "one"), ("", "two"), ("bob@x.com", "other")):
        step = ShowOnDoors(stored.number, (known_as,), text, text)
        stored.store.show(step)
        stored.store.show(step)
    shown = stored.at(token)
    assert (shown.who.rsvp, shown.who.reply) == (Rsvp.LATE, Reply.IN_5)
    assert shown.messages == ("one", "two")


@on_both
def test_a_removed_guest_has_no_door(stored: Doors):
    [token] = stored.open(ALICE)
    stored.ledger.note(RecordDeliveries(stored.number, (to(Guest(email="alice@x.com"), "m"),)))
    stored.ledger.remove_guests(RemoveGuests(stored.number, ("alice@x.com",)))
    assert stored.lookup.find(token, "") is None
    [again] = stored.open(ALICE, occasion="add")
    assert stored.at(again)


@on_both
def test_a_host_has_one_page(stored: Doors):
    step = OpenHostDoors(stored.number, AT, ("erin",))
    assert stored.keys.open_for_hosts(step) == stored.keys.open_for_hosts(step)
    assert count(stored.database, doors) == 1


@on_both
def test_the_list_before_is_told_once(stored: Doors):
    def replaced(message_id: str) -> str:
        return stored.store.replace_list(ReplaceWaitingList(stored.number, "erin", message_id))

    assert [replaced(each) for each in ("one", "two", "", "three")] == ["", "one", "two", ""]


@on_both
def test_of_who_came_only_the_times_are_left(stored: Doors):
    tokens = stored.open(ALICE, EVERYONE)
    stored.arrives(tokens[0])
    stored.arrives(tokens[1], "one", "Dora")
    with stored.database.begin() as connection:
        assert forget_people(connection, NOW + 2 * HOUR, 100)
        assert connection.execute(sa.select(doors)).all() == []
        left = connection.execute(sa.select(attendances)).all()
        assert [(each.name, each.known_as, each.since) for each in left] == [(None, "", NOW)] * 2
        assert delete_meetings(connection, NOW + timedelta(days=1), 100) == 1
        assert connection.execute(sa.select(attendances)).all() == []

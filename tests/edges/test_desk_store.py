"""Desks and their calls are stored alike on both databases, and limits hold in a rush."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count as count_up
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.domain.desks import LASTS, MOST_BY_DESK, MOST_BY_DEVICE, CallRefusal, Desk, DeskCall
from bot.core.domain.group_requests import ExpertRequest
from bot.core.steps.desk_steps import ReadDesk, ReadDeskAddresses, SaveDesk
from bot.core.steps.expert_steps import ClaimExpertRequest, SaveExpertRequest
from bot.core.steps.ledger_steps import CancelMeeting
from bot.edges.storage.desk_lookup import CallAsked, DeskLookup, delete_desk_calls
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.desk_tables import desk_calls
from bot.edges.storage.inbox_rows import InboxRow
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.meeting_secrets import MeetingSecrets
from bot.edges.storage.tables import inbox
from tests.edges.remembered import NOW, count, on_both, remembered

AT = "https://bot.example.com"
_SEEDS = count_up(1)
DESK = Desk("front desk", "cardiology", "a seed", ("de", "en"), "0417")


class Desks:
    """The stores of one database, and a desk."""

    def __init__(self, database: sa.Engine) -> None:
        self.database, self.ledger = database, Ledger(database)
        self.store, self.lookup = DeskStore(database, MeetingSecrets()), DeskLookup(database)
        self.store.save(SaveDesk(DESK))

    def token(self, desk: Desk = DESK) -> str:
        """Return the token in a desk's address."""
        return self.store.addresses(ReadDeskAddresses(desk, AT)).page.rpartition("/")[2]

    def call(self, visitor: str, form: str = "", at: datetime = NOW) -> DeskCall | CallRefusal:
        """Press *Call*."""
        form = form or f"{visitor} {at}"
        asked = CallAsked(DESK, visitor, form, at, f"seed {next(_SEEDS)} of {form}")
        return self.lookup.call(asked, lambda: self._row(asked.seed))

    def meets(self, call: Any) -> int:
        """Have the engine make the meeting of a call; return its number."""
        number = remembered(self.ledger, sub=call.seed).number
        self.ledger.experts.save(SaveExpertRequest(ExpertRequest(number, DESK.group, call.at, 2)))
        return number

    def _row(self, form: str) -> InboxRow:
        return InboxRow(f"desk:{form}", "", 0.0)


@pytest.fixture
def desks(prepared: sa.Engine) -> Desks:
    return Desks(prepared)


@on_both
def test_a_desk_is_read_as_it_was_saved_and_found_by_its_address(desks: Desks):
    assert desks.store.read(ReadDesk("front desk")) == DESK
    assert desks.store.read(ReadDesk("back door")) is None
    found = desks.lookup.find(desks.token())
    assert found
    assert (found.desk, found.moved, found.is_screen) == (DESK, False, False)
    assert desks.lookup.find("nothing2") is None


def test_another_seed_is_another_address_and_the_earlier_one_is_known_as_moved(desks: Desks):
    first = desks.token()
    moved = replace(DESK, seed="another seed")
    desks.store.save(SaveDesk(moved))
    desks.store.save(SaveDesk(moved))  # after a crash
    found = desks.lookup.find(first)
    assert found
    assert found.moved
    current = desks.lookup.find(desks.token(moved))
    assert current
    assert not current.moved
    desks.store.save(SaveDesk(DESK))
    back = desks.lookup.find(first)
    assert back
    assert not back.moved


@on_both
def test_one_phone_that_presses_at_once_from_everywhere_has_one_call(desks: Desks):
    def press(number: int) -> DeskCall | CallRefusal:
        return desks.call("a phone", f"page {number}")

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(press, range(20)))
    assert len(made) == 1
    assert count(desks.database, desk_calls) == 1
    assert count(desks.database, inbox) == 1


@on_both
def test_the_limit_of_a_desk_holds_in_a_rush(desks: Desks):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(desks.call, (f"phone {number}" for number in range(30))))
    assert sum(isinstance(each, DeskCall) for each in made) == MOST_BY_DESK
    assert set(made) >= {CallRefusal.DESK}
    assert count(desks.database, inbox) == MOST_BY_DESK


@on_both
def test_a_call_lasts_until_its_meeting_ends_or_a_while_after_it_was_taken(desks: Desks):
    made = desks.call("a phone")
    number = desks.meets(made)
    later = NOW + timedelta(minutes=50)
    again = desks.call("a phone", at=later)
    assert isinstance(again, DeskCall)
    assert again.number == number
    desks.ledger.experts.claim(ClaimExpertRequest(number, "carl", later, "a claim"))
    soon, late = later + timedelta(minutes=5), later + LASTS
    assert isinstance(last := desks.call("a phone", at=soon), DeskCall)
    assert last.number == number
    assert isinstance(other := desks.call("a phone", at=late), DeskCall)
    assert other.number is None


def test_a_call_that_was_cancelled_is_over(desks: Desks):
    made = desks.call("a phone")
    desks.ledger.call_off(CancelMeeting(desks.meets(made), NOW))
    other = desks.call("a phone", "another page")
    assert isinstance(other, DeskCall)
    assert other.seed != made.seed


def test_a_page_that_is_pressed_again_when_its_call_is_over_calls_again(desks: Desks):
    for _ in range(2):
        made = desks.call("a phone", "the same page", NOW)
        desks.ledger.call_off(CancelMeeting(desks.meets(made), NOW))
        over = desks.lookup.call_of_form(DESK.name, "the same page")
        assert over
        assert over.cancelled
    assert count(desks.database, desk_calls) == 2


def test_a_phone_may_call_three_times(desks: Desks):
    for number in range(MOST_BY_DEVICE):
        made = desks.call("a phone", f"page {number}")
        desks.ledger.call_off(CancelMeeting(desks.meets(made), NOW))
    assert desks.call("a phone", "one more page") is CallRefusal.DEVICE
    assert isinstance(desks.call("a phone", at=NOW + timedelta(minutes=16)), DeskCall)


def test_old_calls_are_deleted(desks: Desks):
    desks.call("a phone")
    desks.call("another", at=NOW + timedelta(hours=1))
    with desks.database.begin() as connection:
        assert delete_desk_calls(connection, NOW + timedelta(minutes=1), 10) == 1
    assert desks.lookup.last_call(DESK.name, "a phone") is None
    assert desks.lookup.last_call(DESK.name, "another")


def test_the_code_on_a_screen_works_for_five_minutes(desks: Desks):
    shown = desks.store.screen_code(DESK, NOW)
    for seconds, works in ((0, True), (29, True), (270, True), (300, False), (-30, False)):
        at = NOW + timedelta(seconds=seconds)
        assert desks.store.is_screen_code(DESK, shown, at) == works
    assert desks.store.screen_code(DESK, NOW + timedelta(seconds=30)) != shown
    assert not desks.store.is_screen_code(replace(DESK, seed="another"), shown, NOW)
    assert not desks.store.is_screen_code(DESK, "", NOW)

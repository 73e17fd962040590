"""People find their own meetings, by any words, and nobody else's."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.domain.commands import Guest, MeetingReference
from bot.core.domain.meetings import Meeting, Role
from bot.core.steps.find_steps import FindInvitations, ListMeetings
from bot.core.steps.ledger_steps import AddHost, CancelMeeting, RecordDeliveries, SaveMeeting
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import hosts
from tests.edges.remembered import (
    BOB,
    EVE,
    HOUR,
    NOW,
    UNNAMED,
    count,
    find,
    meeting,
    on_both,
    remembered,
    to,
)


def test_without_a_word_the_last_meeting_of_this_space_is_meant(ledger: Ledger) -> None:
    remembered(ledger, room_id="a")
    here = remembered(ledger, room_id="a").number
    last = remembered(ledger, room_id="b").number
    assert find(ledger, room_id="a") == (here,)
    assert find(ledger) == (last,)
    assert find(ledger, room_id="c") == find(ledger, UNNAMED, room_id="c") == ()


@on_both
def test_in_a_thread_its_meeting_is_meant_whatever_was_made_later(ledger: Ledger) -> None:
    first = made(ledger, NOW, NOW, room_id="a", thread="t1")
    second = made(ledger, NOW, NOW, room_id="a", thread="t2")
    assert find(ledger, room_id="a") == (second,)
    assert find(ledger, room_id="a", thread="t1") == (first,)
    assert find(ledger, room_id="a", thread="another") == (second,)
    ledger.call_off(CancelMeeting(first, NOW))
    assert find(ledger, room_id="a", thread="t1") == ()
    assert find(ledger, room_id="a", thread="t1", now=NOW + 2 * HOUR) == ()


@on_both
def test_a_running_meeting_can_be_preferred_to_one_just_planned(
    ledger: Ledger,
) -> None:
    visit = made(ledger, NOW - HOUR / 2, NOW - HOUR)
    follow_up = made(ledger, NOW + timedelta(days=7), NOW)
    assert find(ledger) == (follow_up,)
    assert find(ledger, running_first=True) == (visit,)
    ledger.call_off(CancelMeeting(visit, NOW))
    assert find(ledger, running_first=True) == (follow_up,)


def test_in_a_space_words_find_only_its_meetings_and_a_number_finds_any(ledger: Ledger) -> None:
    private = remembered(ledger, subject="the merger").number
    said = MeetingReference(words="merger")
    assert find(ledger, said) == (private,)
    assert find(ledger, said, room_id="a") == ()
    assert find(ledger, MeetingReference(number=private), room_id="a") == (private,)


def made(ledger: Ledger, opens: datetime, at: datetime, **given: Any) -> int:
    kept = meeting(opens=opens, expires=opens + HOUR, **given)
    return ledger.remember(SaveMeeting(kept, asked_at=at)).number


@on_both
def test_without_a_word_what_was_just_made_runs_or_is_next_is_meant(ledger: Ledger) -> None:
    week = timedelta(days=7)
    runs_longer = made(ledger, NOW - HOUR / 2, NOW - week)
    runs = made(ledger, NOW - HOUR / 4, NOW - HOUR)
    later = made(ledger, NOW + 3 * HOUR, NOW)
    sooner = made(ledger, NOW + 2 * HOUR, NOW - HOUR)
    just_made = made(ledger, NOW + week, NOW)
    assert find(ledger) == (just_made,)
    assert find(ledger, now=NOW + HOUR / 8) == (runs,)
    ledger.call_off(CancelMeeting(runs, NOW))
    assert find(ledger, now=NOW + HOUR / 8) == (runs_longer,)
    assert find(ledger, now=NOW + HOUR / 8, even_lost=True) == ()
    assert find(ledger, now=NOW + HOUR) == (sooner,)
    assert find(ledger, now=NOW + 3 * HOUR) == (later,)
    over = {"now": NOW + 2 * week, "past": 2 * week}
    assert find(ledger, **over) == (just_made,)


def test_a_number_finds_its_meeting_and_an_impossible_one_nothing(ledger: Ledger) -> None:
    number = remembered(ledger).number
    remembered(ledger)
    assert find(ledger, MeetingReference(number=number)) == (number,)
    for impossible in (0, -1, 99, 10**30):
        assert find(ledger, MeetingReference(number=impossible)) == ()


def test_nobody_finds_another_persons_meeting(ledger: Ledger) -> None:
    number = remembered(ledger, subject="salary").number
    for said in (
        MeetingReference(),
        MeetingReference(number=number),
        MeetingReference(words="salary"),
    ):
        assert find(ledger, said, host_id="mallory") == ()
    assert ledger.find_mine(ListMeetings("mallory", NOW)) == ()
    assert ledger.find_as_guest(FindInvitations("mallory", "m@example.com", NOW)) == ()


def test_a_meeting_that_is_over_or_cancelled_is_not_meant(ledger: Ledger) -> None:
    number = remembered(ledger).number
    assert find(ledger, now=NOW + HOUR) == ()
    ledger.call_off(CancelMeeting(number, NOW))
    assert find(ledger) == ()


def test_at_most_ten_meetings_are_found_newest_first(ledger: Ledger) -> None:
    numbers = [remembered(ledger, subject="stand-up").number for _ in range(12)]
    assert find(ledger, MeetingReference(words="stand-up")) == tuple(reversed(numbers))[:10]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("The Invoice of May", "invoice"),
        ("The Invoice of May", "may  INVOICE"),
        ("Ärger mit ÖPNV", "öpnv ärger"),
        ("STRASSE", "straße"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("Cafe\u0301", "café"),
        ("ＦＵＬＬ width", "full"),
        ("100% sure", "100%"),
        ("a_b", "a_b"),
        (r"back\slash", r"back\slash"),
        ("請求書の件", "請求書"),
        ("tab and nul", "tab\tand\x00nul"),
    ],
)
def test_words_of_the_subject_find_it_in_any_case_and_script(
    ledger: Ledger, subject: str, said: str
) -> None:
    number = remembered(ledger, subject=subject).number
    remembered(ledger, subject="something else")
    remembered(ledger, subject=None)
    assert find(ledger, MeetingReference(words=said)) == (number,)


@pytest.mark.parametrize(
    "said", ["invoice june", "%", "_", "in%ce", "inv_ice", "\\", "inv", "voice", "o"]
)
def test_every_word_has_to_occur_and_signs_of_a_pattern_mean_themselves(
    ledger: Ledger, said: str
) -> None:
    remembered(ledger, subject="The Invoice of May")
    assert find(ledger, MeetingReference(words=said)) == ()


def test_my_meetings_are_now_later_and_just_past_the_soonest_first(ledger: Ledger) -> None:
    later = remembered(ledger, opens=NOW + HOUR, expires=NOW + 2 * HOUR)
    past = remembered(ledger, opens=NOW - 2 * HOUR, expires=NOW - HOUR / 2)
    remembered(ledger, opens=NOW - 3 * HOUR, expires=NOW - 2 * HOUR)
    now = remembered(ledger)
    assert ledger.find_mine(ListMeetings("erin", NOW - HOUR)) == (past, now, later)


def test_a_host_who_was_added_finds_the_meeting_however_often_they_were(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    kept = remembered(ledger)
    for _ in range(2):
        ledger.add_host(AddHost(kept.number, "eve", "eve@example.com"))
    assert find(ledger, host_id="eve") == find(ledger) == (kept.number,)
    assert ledger.find_mine(ListMeetings("eve", NOW)) == (kept,)
    assert count(prepared, hosts) == 2


def as_guest(ledger: Ledger, person_id: str, email: str) -> tuple[Meeting, ...]:
    found = ledger.find_as_guest(FindInvitations(person_id, email, NOW))
    return tuple(each.meeting for each in found)


def test_a_guest_finds_their_meetings_by_id_or_by_address(ledger: Ledger) -> None:
    later = remembered(ledger, opens=NOW + HOUR, expires=NOW + 2 * HOUR)
    now = remembered(ledger)
    ledger.note(RecordDeliveries(later.number, (to(BOB, "m1"), to(BOB, "m2"), to(Guest(), "m5"))))
    ledger.note(RecordDeliveries(now.number, (to(EVE, "m3"), to(Guest(), "m4", Role.SPARE))))
    assert as_guest(ledger, "eve", "BOB@example.com") == (now, later)
    assert as_guest(ledger, "eve", "") == (now,)
    assert ledger.find_as_guest(FindInvitations("", "", NOW)) == ()


def test_a_guest_is_found_as_they_were_named(ledger: Ledger) -> None:
    bobby = Guest("bob", "Bob@example.com", "Bobby", "de")
    ledger.note(RecordDeliveries(remembered(ledger).number, (to(bobby, "m1"),)))
    (found,) = ledger.find_as_guest(FindInvitations("bob", "bob@example.com", NOW))
    assert found.guest == bobby


def test_a_guest_finds_no_meeting_that_is_over_cancelled_or_their_own(ledger: Ledger) -> None:
    hosted, cancelled = (remembered(ledger).number for _ in range(2))
    over = remembered(ledger, expires=NOW).number
    ledger.note(RecordDeliveries(hosted, (to(EVE, "m1", Role.HOST),)))
    ledger.note(RecordDeliveries(over, (to(EVE, "m2"),)))
    ledger.note(RecordDeliveries(cancelled, (to(EVE, "m3"),)))
    ledger.call_off(CancelMeeting(cancelled, NOW))
    assert ledger.find_as_guest(FindInvitations("eve", "", NOW)) == ()

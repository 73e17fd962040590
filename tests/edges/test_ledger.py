"""The ledger, on both databases: the same write twice is stored once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import UTC, timedelta, timezone

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.domain.commands import Guest
from bot.core.domain.errors import NotFound
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Role, State, Way
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import (
    AddHost,
    CancelMeeting,
    MarkWithdrawn,
    RecordDeliveries,
    RecordNewLinks,
    RemoveGuests,
    SaveMeeting,
    TransferHost,
)
from bot.edges.storage import database
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import deliveries, hosts, meetings, tables
from tests.edges.remembered import (
    BOB,
    EVE,
    HOUR,
    NOW,
    count,
    find,
    held,
    meeting,
    on_both,
    remembered,
    to,
)


@on_both
def test_a_meeting_comes_back_as_it_was_given_with_a_number(ledger: Ledger) -> None:
    devices = ("sip:a@x.com", "sip:b@x.com")
    said = {"subject": "Invoice", "vertical": "hc", "login": False, "planned": True}
    whole = meeting(room_id="room", thread="thread", devices=devices, **said)
    kept = ledger.remember(SaveMeeting(whole))
    assert kept.number > 0
    assert replace(kept, number=0) == whole
    assert held(ledger, kept.number) == MeetingRecord(kept)


def test_moments_come_back_in_utc_from_whatever_zone(ledger: Ledger) -> None:
    berlin = timezone(timedelta(hours=2))
    kept = remembered(ledger, opens=NOW.astimezone(berlin)).opens
    assert (kept, kept.tzinfo) == (NOW, UTC)


def test_numbers_are_small_and_none_is_lost_to_a_repetition(ledger: Ledger) -> None:
    first = meeting()
    numbers = [ledger.remember(SaveMeeting(first)).number for _ in range(5)]
    assert [*numbers, remembered(ledger).number] == [1, 1, 1, 1, 1, 2]


def test_the_number_of_a_deleted_meeting_is_not_given_again(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    number = remembered(ledger).number
    with prepared.begin() as connection:
        connection.execute(hosts.delete())
        connection.execute(meetings.delete())
    assert remembered(ledger).number == number + 1


def test_a_meeting_saved_by_many_at_once_is_saved_once(ledger: Ledger, prepared: sa.Engine) -> None:
    one = SaveMeeting(meeting())
    with ThreadPoolExecutor(8) as pool:
        numbers = {kept.number for kept in pool.map(ledger.remember, [one] * 16)}
    assert len(numbers) == count(prepared, meetings) == count(prepared, hosts) == 1


def test_a_repetition_gives_the_meeting_as_it_is_now(ledger: Ledger) -> None:
    first = meeting()
    number = ledger.remember(SaveMeeting(first)).number
    ledger.call_off(CancelMeeting(number, NOW))
    assert ledger.remember(SaveMeeting(first)).state is State.CANCELLED


def test_deliveries_are_read_oldest_first(ledger: Ledger) -> None:
    number = remembered(ledger).number
    ledger.add_host(AddHost(number, "eve", "eve@example.com"))
    first, second = to(BOB, "m1"), replace(to(EVE, "m2", Role.HOST), card=True)
    ledger.note(RecordDeliveries(number, (first,)))
    ledger.note(RecordDeliveries(number, (second,)))
    assert held(ledger, number).deliveries == (first, second)


def test_deliveries_of_another_meeting_are_not_read(ledger: Ledger) -> None:
    mine, other = remembered(ledger).number, remembered(ledger).number
    ledger.note(RecordDeliveries(other, (to(BOB, "m1"),)))
    assert held(ledger, mine).deliveries == ()


def test_a_delivery_without_a_message_is_noted_once_for_a_person_and_role(ledger: Ledger) -> None:
    number = remembered(ledger).number
    ledger.add_host(AddHost(number, "eve", "eve@example.com"))
    tried = (to(BOB), to(EVE), to(EVE, role=Role.HOST))
    ledger.note(RecordDeliveries(number, tried))
    ledger.note(RecordDeliveries(number, tried[:1]))
    assert held(ledger, number).deliveries == tried


def test_several_spare_links_in_one_message_are_each_noted(ledger: Ledger) -> None:
    number = remembered(ledger).number
    spares = (Delivery(Role.SPARE, Guest(), Way.HANDED, "m1"),) * 3
    for _ in range(2):
        ledger.note(RecordDeliveries(number, spares))
    assert held(ledger, number).deliveries == spares


def test_a_withdrawn_message_has_no_id_and_noting_it_again_does_not_bring_it_back(
    ledger: Ledger,
) -> None:
    number = remembered(ledger).number
    noted = RecordDeliveries(number, (to(BOB, "m1"), to(EVE, "m2"), to(BOB)))
    ledger.note(noted)
    ledger.forget(MarkWithdrawn(("m1", "")))
    ledger.note(noted)
    ids = [each.message_id for each in held(ledger, number).deliveries]
    assert ids == [None, "m2", None]


def test_removing_a_guest_twice_changes_nothing_more_and_they_may_be_invited_again(
    ledger: Ledger,
) -> None:
    number = remembered(ledger).number
    step = RemoveGuests(number, (BOB.identity,))
    for _ in range(2):  # a failure without a message has no id that tells the two apart
        ledger.note(RecordDeliveries(number, (to(BOB), to(BOB, "m1"), to(EVE, "m2"))))
        first, again = ledger.remove_guests(step), ledger.remove_guests(step)
        assert first == again
        assert first.invited == (EVE,)
        assert {each.message_id for each in first.deliveries if each.is_removed} == {None, "m1"}
    ledger.note(RecordDeliveries(number, (to(BOB, "m3"),)))
    assert held(ledger, number).invited == (EVE, BOB)


def test_nobody_is_removed_from_a_meeting_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(NotFound):
        ledger.remove_guests(RemoveGuests(7, (BOB.identity,)))


def test_nothing_is_noted_of_a_meeting_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(NotFound):
        ledger.note(RecordDeliveries(7, (to(BOB, "m1"),)))
    with pytest.raises(NotFound):
        ledger.add_host(AddHost(7, "eve", ""))
    with pytest.raises(NotFound):
        ledger.prolong(RecordNewLinks(7, NOW))
    assert ledger.read_meeting(ReadMeeting(7)) is None


def test_handing_over_makes_a_former_host_until_they_are_host_again(
    ledger: Ledger,
) -> None:
    number = remembered(ledger).number
    ledger.note(RecordDeliveries(number, (to(Guest("erin"), "m1", Role.HOST),)))
    ledger.resign(TransferHost(number, "erin", EVE))
    end = NOW + 2 * HOUR
    ledger.prolong(RecordNewLinks(number, end, (to(EVE, "m2", Role.HOST),)))
    erin, eve = held(ledger, number).deliveries
    assert [(each.role, each.expires) for each in (erin, eve)] == [
        (Role.FORMER, NOW + HOUR),
        (Role.HOST, end),
    ]
    assert held(ledger, number).expired_by(NOW + HOUR) == (erin,)
    assert find(ledger) == find(ledger, now=NOW + HOUR, include_handed_over=True) == ()
    assert find(ledger, include_handed_over=True) == find(ledger, host_id="eve") == (number,)
    ledger.add_host(AddHost(number, "erin", ""))
    assert held(ledger, number).deliveries[0].role is Role.HOST


def test_two_who_hand_over_to_each_other_at_once_leave_one_host(ledger: Ledger) -> None:
    number = remembered(ledger).number
    ledger.add_host(AddHost(number, "eve", ""))
    both = (TransferHost(number, "erin", EVE), TransferHost(number, "eve", Guest("erin")))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(ledger.resign, both))
    assert len(find(ledger) + find(ledger, host_id="eve")) == 1


def test_handing_over_once_more_after_a_crash_changes_nothing(ledger: Ledger) -> None:
    number = remembered(ledger).number
    for _ in range(2):
        ledger.resign(TransferHost(number, "erin", EVE))
        ledger.resign(TransferHost(number, "eve", Guest("zoe")))
    assert find(ledger) == find(ledger, host_id="eve") == ()
    assert find(ledger, host_id="zoe") == (number,)


def test_no_column_holds_a_link_or_a_cipher() -> None:
    public = {"desks.code"}  # printed at a desk, it leads to no meeting by itself
    every = [column for table in tables.tables.values() for column in table.c]
    names = {each.name for each in every if str(each) not in public}
    assert not names & {"link", "links", "url", "short", "code", "cipher", "jwe"}
    assert {each.name for each in fields(Delivery)} - {"guest"} <= set(deliveries.c.keys())


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger that serves many examples."""
    connected = database.connect(f"sqlite:///{tmp_path_factory.mktemp('ledger')}/bot.sqlite")
    database.prepare(connected)
    yield Ledger(connected)
    connected.dispose()


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=20)
people = st.builds(Guest, person_id=words, email=words, name=words)
delivered = st.builds(
    Delivery, st.sampled_from(Role), people, st.sampled_from(Way), st.sampled_from(["a", "b", None])
)
examples = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@examples
@given(subject=st.none() | words, host=words, devices=st.lists(words).map(tuple))
def test_remembering_twice_is_remembering_once(
    lasting: Ledger, subject: str | None, host: str, devices: tuple[str, ...]
) -> None:
    step = SaveMeeting(meeting(subject=subject, host=host, devices=devices))
    once = lasting.remember(step)
    assert lasting.remember(step) == once == replace(step.meeting, number=once.number)


@examples
@given(st.lists(delivered, max_size=6).map(tuple))
def test_noting_twice_is_noting_once(lasting: Ledger, some: tuple[Delivery, ...]) -> None:
    number = remembered(lasting).number
    lasting.note(RecordDeliveries(number, some))
    once = held(lasting, number)
    lasting.note(RecordDeliveries(number, some))
    assert held(lasting, number) == once
    assert len(once.deliveries) == len(some)

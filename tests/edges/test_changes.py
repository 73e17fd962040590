"""A change to a meeting happens once, everywhere, and is deleted in time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from bot.core.domain.commands import Guest
from bot.core.domain.errors import NotFound, Passing
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Preferences, Role, State
from bot.core.steps.find_steps import FindInvitations
from bot.core.steps.ledger_steps import (
    AddHost,
    CancelMeeting,
    ClaimOnce,
    RecordDeliveries,
    RecordNewLinks,
)
from bot.core.steps.preference_steps import ReadPreferences, SavePreferences
from bot.edges.storage import database
from bot.edges.storage.data_retention import forget_people
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.tables import deliveries, hosts, meetings
from tests.edges.remembered import BOB, EVE, HOUR, NOW, find, held, remembered, to


def usual(ledger: Ledger, room_id: str | None, person_id: str | None) -> Preferences:
    return ledger.recall(ReadPreferences(room_id, person_id)).preferences


def test_a_meeting_is_prolonged_and_never_shortened(ledger: Ledger) -> None:
    number = remembered(ledger).number
    for until in (NOW + 2 * HOUR, NOW + 2 * HOUR, NOW + HOUR):
        ledger.prolong(RecordNewLinks(number, until))
        assert held(ledger, number).meeting.expires == NOW + 2 * HOUR


def test_recording_new_links_withdraws_the_replaced_messages(ledger: Ledger) -> None:
    number = remembered(ledger).number
    ledger.note(RecordDeliveries(number, (to(EVE, "m1"), to(BOB, "m2"))))
    for _ in range(2):
        ledger.prolong(RecordNewLinks(number, NOW + HOUR, (to(EVE, "m3"),), replaced_ids=("m1",)))
        assert [each.message_id for each in held(ledger, number).link_messages] == ["m2", "m3"]


def test_people_find_an_extended_meeting_until_its_new_end(ledger: Ledger) -> None:
    number = remembered(ledger).number
    ledger.note(RecordDeliveries(number, (to(EVE, "m1"),)))
    ledger.prolong(RecordNewLinks(number, NOW + 2 * HOUR))
    ledger.note(RecordDeliveries(number, (to(BOB, "m2"),)))
    ledger.add_host(AddHost(number, "olga", "olga@example.com"))
    soon = NOW + 1.5 * HOUR
    assert find(ledger, now=soon) == find(ledger, now=soon, host_id="olga") == (number,)
    for guest in (EVE, BOB):
        step = FindInvitations(guest.person_id, guest.email, soon)
        (found,) = ledger.find_as_guest(step)
        assert (found.meeting.number, found.guest.identity) == (number, guest.identity.casefold())


def test_a_delivery_is_recorded_before_a_cancellation_or_learns_of_it(ledger: Ledger) -> None:
    number = remembered(ledger).number

    def meddle(turn: int) -> MeetingRecord | str | None:
        if turn == 12:
            return ledger.call_off(CancelMeeting(number, NOW))
        return f"m{turn}" if ledger.note(RecordDeliveries(number, (to(BOB, f"m{turn}"),))) else None

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(meddle, range(24)))
    off = answers.pop(12)
    assert isinstance(off, MeetingRecord)
    assert {each.message_id for each in off.deliveries} == set(filter(None, answers))
    assert off.meeting.state is State.CANCELLED
    assert ledger.prolong(RecordNewLinks(number, NOW + 2 * HOUR)) is False


def test_an_unknown_meeting_cannot_be_cancelled(ledger: Ledger) -> None:
    with pytest.raises(NotFound):
        ledger.call_off(CancelMeeting(7, NOW))


def test_changes_at_once_leave_one_end_everywhere(ledger: Ledger, prepared: sa.Engine) -> None:
    number = remembered(ledger).number

    def meddle(turn: int) -> None:
        ledger.prolong(RecordNewLinks(number, NOW + turn * HOUR))
        ledger.note(RecordDeliveries(number, (to(BOB, f"m{turn}"),)))
        ledger.add_host(AddHost(number, f"p{turn}", ""))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(meddle, range(24)))
    with prepared.connect() as connection:
        for table in (meetings, hosts, deliveries):
            ends = connection.execute(sa.select(table.c.expires).distinct()).scalars().all()
            assert ends == [NOW + 23 * HOUR]


def test_the_word_of_a_space_comes_before_that_of_a_person(ledger: Ledger) -> None:
    ledger.keep_usual(SavePreferences("room", Preferences(minutes=30)))
    ledger.keep_usual(
        SavePreferences("erin", Preferences(minutes=60, zone="Europe/Berlin", login=False))
    )
    assert usual(ledger, "room", "erin") == Preferences(30, None, "Europe/Berlin", login=False)
    assert usual(ledger, None, "nobody") == usual(ledger, None, None) == Preferences()


def test_defaults_that_are_not_given_stay(ledger: Ledger) -> None:
    ledger.keep_usual(SavePreferences("room", Preferences(minutes=30, login=True, language="de")))
    now = ledger.keep_usual(SavePreferences("room", Preferences(login=False, vertical="hc")))
    assert now == Preferences(minutes=30, vertical="hc", login=False, language="de")
    assert (
        ledger.keep_usual(SavePreferences("room", Preferences()))
        == now
        == usual(ledger, "room", None)
    )


def test_a_claim_is_repeated_only_by_the_same_token(ledger: Ledger) -> None:
    assert ledger.first_time(ClaimOnce("stranger", "one"))
    assert not ledger.first_time(ClaimOnce("stranger", "two"))
    assert ledger.first_time(ClaimOnce("stranger", "one"))


def test_addresses_and_names_are_removed_after_the_meeting_and_counts_stay(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    old = remembered(ledger, expires=NOW - HOUR).number
    running = remembered(ledger).number
    phone = Guest(phone="+491713920042")
    erin = Guest("erin", name="Erin")
    noted = (to(BOB, "m1"), to(EVE, "m2"), to(erin, "m3", Role.HOST), to(phone, "m4"))
    for number in (old, running):
        ledger.note(RecordDeliveries(number, noted))
    for changed in (4, 0):
        with prepared.begin() as connection:
            assert forget_people(connection, by=NOW, most=10) == changed
    blank = held(ledger, old)
    assert blank.meeting.host == ""
    assert [each.guest for each in blank.deliveries] == [
        Guest(),
        Guest("eve"),
        Guest("erin"),
        Guest(),
    ]
    assert [each.message_id for each in blank.deliveries] == ["m1", "m2", "m3", "m4"]
    assert held(ledger, running).deliveries == noted
    with prepared.connect() as connection:
        kept = connection.execute(sa.select(hosts.c.email).order_by(hosts.c.number)).scalars()
        assert kept.all() == [None, "erin@example.com"]


def test_a_missing_database_is_a_passing_outage() -> None:
    away = database.connect("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(Passing):
        Ledger(away).recall(ReadPreferences(None, "erin"))


def test_the_language_of_each_named_person_is_read(ledger: Ledger) -> None:
    ledger.keep_usual(SavePreferences("room", Preferences(language="de")))
    ledger.keep_usual(SavePreferences("erin", Preferences(language="fr")))
    ledger.keep_usual(SavePreferences("bob", Preferences(language="ja")))
    ledger.keep_usual(SavePreferences("carl", Preferences(minutes=30)))
    recalled = ledger.recall(ReadPreferences("room", "erin", ("bob", "carl", "nobody")))
    assert recalled.preferences.language == "de"
    assert recalled.languages == {"erin": "fr", "bob": "ja"}

"""The ledger, on both databases: what is told twice is remembered once, and found by its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.commands import Guest, Which
from bot.core.errors import NotFound, Passing
from bot.core.meetings import Delivery, Meeting, Role, State, Usual, Way
from bot.core.remembering import (
    AddHost,
    CallOff,
    Find,
    FindAsGuest,
    FindMine,
    FirstTime,
    Forget,
    Held,
    KeepUsual,
    Note,
    Prolong,
    ReadMeeting,
    Recall,
    Remember,
)
from bot.edges import database
from bot.edges.ledger import Ledger
from bot.edges.tables import deliveries, hosts, meetings, tables

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
BOB = Guest(email="Bob@example.com", name="Bob")
EVE = Guest(person_id="eve", name="Eve")


def meeting(**given: Any) -> Meeting:
    usual = {"sub": uuid.uuid4().hex, "host_id": "erin", "host": "erin@example.com"}
    return Meeting(**usual | {"opens": NOW, "expires": NOW + HOUR} | given)


def remembered(ledger: Ledger, **given: Any) -> Meeting:
    return ledger.remember(Remember(meeting(**given)))


def to(guest: Guest, message_id: str | None = None, role: Role = Role.GUEST) -> Delivery:
    trouble = None if message_id else "Refused"
    return Delivery(role, guest, Way.DIRECT, message_id, "room", trouble=trouble)


def held(ledger: Ledger, number: int) -> Held:
    found = ledger.read_meeting(ReadMeeting(number))
    assert found
    return found


def find(ledger: Ledger, said: Which = Which(), **given: Any) -> tuple[int, ...]:  # noqa: B008
    asked = {"host_id": "erin", "room_id": None, "now": NOW}
    return ledger.find(Find(which=said, **asked | given))


def count(database: sa.Engine, table: sa.Table) -> int:
    with database.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


# What is remembered


def test_a_meeting_comes_back_as_it_was_given_with_a_number(ledger: Ledger) -> None:
    devices = ("sip:a@x.com", "sip:b@x.com")
    said = {"subject": "Invoice", "vertical": "hc", "login": False, "planned": True}
    whole = meeting(room_id="room", thread="thread", devices=devices, **said)
    kept = ledger.remember(Remember(whole))
    assert kept.number > 0
    assert replace(kept, number=0) == whole
    assert held(ledger, kept.number) == Held(kept)


def test_moments_come_back_in_utc_from_whatever_zone(ledger: Ledger) -> None:
    berlin = timezone(timedelta(hours=2))
    kept = remembered(ledger, opens=NOW.astimezone(berlin)).opens
    assert (kept, kept.tzinfo) == (NOW, UTC)


def test_numbers_are_small_and_none_is_lost_to_a_repetition(ledger: Ledger) -> None:
    first = meeting()
    numbers = [ledger.remember(Remember(first)).number for _ in range(5)]
    assert [*numbers, remembered(ledger).number] == [1, 1, 1, 1, 1, 2]


def test_the_number_of_a_deleted_meeting_is_not_given_again(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    number = remembered(ledger).number
    with prepared.begin() as connection:
        connection.execute(hosts.delete())
        connection.execute(meetings.delete())
    assert remembered(ledger).number == number + 1


def test_one_meeting_remembered_by_many_at_once_is_one(ledger: Ledger, prepared: sa.Engine) -> None:
    one = Remember(meeting())
    with ThreadPoolExecutor(8) as pool:
        numbers = {kept.number for kept in pool.map(ledger.remember, [one] * 16)}
    assert len(numbers) == count(prepared, meetings) == count(prepared, hosts) == 1


def test_a_repetition_gives_the_meeting_as_it_is_now(ledger: Ledger) -> None:
    first = meeting()
    number = ledger.remember(Remember(first)).number
    ledger.call_off(CallOff(number))
    assert ledger.remember(Remember(first)).state is State.CANCELLED


def test_what_was_delivered_is_read_oldest_first(ledger: Ledger) -> None:
    number = remembered(ledger).number
    first, second = to(BOB, "m1"), replace(to(EVE, "m2", Role.HOST), card=True)
    ledger.note(Note(number, (first,)))
    ledger.note(Note(number, (second,)))
    assert held(ledger, number).deliveries == (first, second)


def test_deliveries_of_another_meeting_are_not_read(ledger: Ledger) -> None:
    mine, other = remembered(ledger).number, remembered(ledger).number
    ledger.note(Note(other, (to(BOB, "m1"),)))
    assert held(ledger, mine).deliveries == ()


def test_a_delivery_without_a_message_is_noted_once_for_a_person_and_role(ledger: Ledger) -> None:
    number = remembered(ledger).number
    tried = (to(BOB), to(EVE), to(EVE, role=Role.HOST))
    ledger.note(Note(number, tried))
    ledger.note(Note(number, tried[:1]))
    assert held(ledger, number).deliveries == tried


def test_several_spare_links_in_one_message_are_each_noted(ledger: Ledger) -> None:
    number = remembered(ledger).number
    spares = (Delivery(Role.SPARE, Guest(), Way.HANDED, "m1"),) * 3
    for _ in range(2):
        ledger.note(Note(number, spares))
    assert held(ledger, number).deliveries == spares


def test_a_withdrawn_message_has_no_id_and_noting_it_again_does_not_bring_it_back(
    ledger: Ledger,
) -> None:
    number = remembered(ledger).number
    noted = Note(number, (to(BOB, "m1"), to(EVE, "m2"), to(BOB)))
    ledger.note(noted)
    ledger.forget(Forget(("m1", "")))
    ledger.note(noted)
    ids = [each.message_id for each in held(ledger, number).deliveries]
    assert ids == [None, "m2", None]


def test_nothing_is_noted_of_a_meeting_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(NotFound):
        ledger.note(Note(7, (to(BOB, "m1"),)))
    with pytest.raises(NotFound):
        ledger.add_host(AddHost(7, "eve", ""))
    with pytest.raises(NotFound):
        ledger.prolong(Prolong(7, 30, "t"))
    assert ledger.read_meeting(ReadMeeting(7)) is None


def test_no_column_holds_a_link_or_a_cipher() -> None:
    names = {column.name for table in tables.tables.values() for column in table.c}
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
examples = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@examples
@given(subject=st.none() | words, host=words, devices=st.lists(words).map(tuple))
def test_remembering_twice_is_remembering_once(
    lasting: Ledger, subject: str | None, host: str, devices: tuple[str, ...]
) -> None:
    step = Remember(meeting(subject=subject, host=host, devices=devices))
    once = lasting.remember(step)
    assert lasting.remember(step) == once == replace(step.meeting, number=once.number)


@examples
@given(st.lists(delivered, max_size=6).map(tuple))
def test_noting_twice_is_noting_once(lasting: Ledger, some: tuple[Delivery, ...]) -> None:
    number = remembered(lasting).number
    lasting.note(Note(number, some))
    once = held(lasting, number)
    lasting.note(Note(number, some))
    assert held(lasting, number) == once
    assert len(once.deliveries) == len(some)


# Which meetings are found


def test_without_a_word_the_last_meeting_of_this_space_is_meant(ledger: Ledger) -> None:
    remembered(ledger, room_id="a")
    here = remembered(ledger, room_id="a").number
    last = remembered(ledger, room_id="b").number
    assert find(ledger, room_id="a") == (here,)
    assert find(ledger, room_id="c") == find(ledger) == (last,)


def test_a_number_finds_its_meeting_and_an_impossible_one_nothing(ledger: Ledger) -> None:
    number = remembered(ledger).number
    remembered(ledger)
    assert find(ledger, Which(number=number)) == (number,)
    for impossible in (0, -1, 99, 10**30):
        assert find(ledger, Which(number=impossible)) == ()


def test_nobody_finds_the_meeting_of_another(ledger: Ledger) -> None:
    number = remembered(ledger, subject="salary").number
    for said in (Which(), Which(number=number), Which(words="salary")):
        assert find(ledger, said, host_id="mallory") == ()
    assert ledger.find_mine(FindMine("mallory", NOW)) == ()
    assert ledger.find_as_guest(FindAsGuest("mallory", "m@example.com", NOW)) == ()


def test_a_meeting_that_is_over_or_cancelled_is_not_meant(ledger: Ledger) -> None:
    number = remembered(ledger).number
    assert find(ledger, now=NOW + HOUR) == ()
    ledger.call_off(CallOff(number))
    assert find(ledger) == ()


def test_at_most_ten_are_found_the_newest_first(ledger: Ledger) -> None:
    numbers = [remembered(ledger, subject="stand-up").number for _ in range(12)]
    assert find(ledger, Which(words="stand-up")) == tuple(reversed(numbers))[:10]


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
        (r"back\slash", "k\\s"),
        ("tab and nul", "tab\tand\x00nul"),
    ],
)
def test_words_of_the_subject_find_it_in_any_case_and_script(
    ledger: Ledger, subject: str, said: str
) -> None:
    number = remembered(ledger, subject=subject).number
    remembered(ledger, subject="something else")
    remembered(ledger, subject=None)
    assert find(ledger, Which(words=said)) == (number,)


@pytest.mark.parametrize("said", ["invoice june", "%", "_", "in%ce", "inv_ice", "\\"])
def test_every_word_has_to_occur_and_signs_of_a_pattern_mean_themselves(
    ledger: Ledger, said: str
) -> None:
    remembered(ledger, subject="The Invoice of May")
    assert find(ledger, Which(words=said)) == ()


def test_my_meetings_are_now_later_and_just_past_the_soonest_first(ledger: Ledger) -> None:
    later = remembered(ledger, opens=NOW + HOUR, expires=NOW + 2 * HOUR)
    past = remembered(ledger, opens=NOW - 2 * HOUR, expires=NOW - HOUR / 2)
    remembered(ledger, opens=NOW - 3 * HOUR, expires=NOW - 2 * HOUR)
    now = remembered(ledger)
    assert ledger.find_mine(FindMine("erin", NOW - HOUR)) == (past, now, later)


def test_a_host_who_was_added_finds_the_meeting_however_often_they_were(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    kept = remembered(ledger)
    for _ in range(2):
        ledger.add_host(AddHost(kept.number, "eve", "eve@example.com"))
    assert find(ledger, host_id="eve") == find(ledger) == (kept.number,)
    assert ledger.find_mine(FindMine("eve", NOW)) == (kept,)
    assert count(prepared, hosts) == 2


def test_a_guest_finds_their_meetings_by_id_or_by_address(ledger: Ledger) -> None:
    later = remembered(ledger, opens=NOW + HOUR, expires=NOW + 2 * HOUR)
    now = remembered(ledger)
    ledger.note(Note(later.number, (to(BOB, "m1"), to(BOB, "m2"), to(Guest(), "m5"))))
    ledger.note(Note(now.number, (to(EVE, "m3"), to(Guest(), "m4", Role.SPARE))))
    assert ledger.find_as_guest(FindAsGuest("eve", "BOB@example.com", NOW)) == (now, later)
    assert ledger.find_as_guest(FindAsGuest("eve", "", NOW)) == (now,)
    assert ledger.find_as_guest(FindAsGuest("", "", NOW)) == ()


def test_a_guest_does_not_find_what_is_over_cancelled_or_theirs_to_host(ledger: Ledger) -> None:
    hosted, over, cancelled = (remembered(ledger).number for _ in range(3))
    ledger.note(Note(hosted, (to(EVE, "m1", Role.HOST),)))
    ledger.note(Note(over, (to(EVE, "m2"),)))
    ledger.note(Note(cancelled, (to(EVE, "m3"),)))
    ledger.prolong(Prolong(over, -60, "t"))
    ledger.call_off(CallOff(cancelled))
    assert ledger.find_as_guest(FindAsGuest("eve", "", NOW)) == ()


# What changes


def test_a_meeting_is_prolonged_once_for_each_token(ledger: Ledger) -> None:
    kept = remembered(ledger)
    first = Prolong(kept.number, 30, "one")
    assert ledger.prolong(first) == ledger.prolong(first) == kept.until(NOW + 1.5 * HOUR)
    ledger.prolong(Prolong(kept.number, -15, "two"))
    assert ledger.prolong(first).expires == NOW + 1.25 * HOUR
    assert held(ledger, kept.number).meeting.minutes == 75


def test_whoever_is_in_a_prolonged_meeting_finds_it_until_its_new_end(ledger: Ledger) -> None:
    number = remembered(ledger).number
    ledger.note(Note(number, (to(EVE, "m1"),)))
    ledger.prolong(Prolong(number, 60, "one"))
    ledger.note(Note(number, (to(BOB, "m2"),)))
    ledger.add_host(AddHost(number, "olga", "olga@example.com"))
    soon = NOW + 1.5 * HOUR
    assert find(ledger, now=soon) == find(ledger, now=soon, host_id="olga") == (number,)
    for guest in (EVE, BOB):
        step = FindAsGuest(guest.person_id, guest.email, soon)
        assert [each.number for each in ledger.find_as_guest(step)] == [number]


def test_changes_at_once_leave_one_end_everywhere(ledger: Ledger, prepared: sa.Engine) -> None:
    number = remembered(ledger).number

    def meddle(turn: int) -> None:
        ledger.prolong(Prolong(number, 1, f"t{turn}"))
        ledger.note(Note(number, (to(BOB, f"m{turn}"),)))
        ledger.add_host(AddHost(number, f"p{turn}", ""))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(meddle, range(24)))
    with prepared.connect() as connection:
        for table in (meetings, hosts, deliveries):
            ends = connection.execute(sa.select(table.c.expires).distinct()).scalars().all()
            assert ends == [NOW + HOUR + timedelta(minutes=24)]


def test_the_word_of_a_space_comes_before_that_of_a_person(ledger: Ledger) -> None:
    ledger.keep_usual(KeepUsual("room", Usual(minutes=30)))
    ledger.keep_usual(KeepUsual("erin", Usual(minutes=60, zone="Europe/Berlin", login=False)))
    assert ledger.recall(Recall("room", "erin")) == Usual(30, None, "Europe/Berlin", login=False)
    assert ledger.recall(Recall(None, "nobody")) == ledger.recall(Recall(None, None)) == Usual()


def test_what_was_usual_stays_where_nothing_new_is_said(ledger: Ledger) -> None:
    ledger.keep_usual(KeepUsual("room", Usual(minutes=30, login=True, language="de")))
    now = ledger.keep_usual(KeepUsual("room", Usual(login=False, vertical="hc")))
    assert now == Usual(minutes=30, vertical="hc", login=False, language="de")
    assert (
        ledger.keep_usual(KeepUsual("room", Usual())) == now == ledger.recall(Recall("room", None))
    )


def test_the_first_time_is_the_first_time_for_whoever_it_was(ledger: Ledger) -> None:
    assert ledger.first_time(FirstTime("stranger", "one"))
    assert not ledger.first_time(FirstTime("stranger", "two"))
    assert ledger.first_time(FirstTime("stranger", "one"))


def test_addresses_and_names_are_removed_after_the_meeting_and_counts_stay(
    ledger: Ledger, prepared: sa.Engine
) -> None:
    old = remembered(ledger, expires=NOW - HOUR).number
    running = remembered(ledger).number
    noted = (to(BOB, "m1"), to(EVE, "m2"), to(EVE, "m3", Role.HOST))
    for number in (old, running):
        ledger.note(Note(number, noted))
    for _ in range(2):
        ledger.forget_addresses(before=NOW)
    blank = held(ledger, old)
    assert blank.meeting.host == ""
    assert [each.guest for each in blank.deliveries] == [Guest(), Guest("eve"), Guest("eve")]
    assert [each.message_id for each in blank.deliveries] == ["m1", "m2", "m3"]
    assert held(ledger, running).deliveries == noted
    with prepared.connect() as connection:
        kept = connection.execute(sa.select(hosts.c.email).order_by(hosts.c.number)).scalars()
        assert kept.all() == [None, "erin@example.com"]


def test_a_database_that_is_not_there_is_trouble_that_passes() -> None:
    away = database.connect("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(Passing):
        Ledger(away).recall(Recall(None, "erin"))


# How long it takes


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
    ledger.note(Note(number, (to(BOB, "m1"),)))
    with watched(prepared) as sent:
        find(ledger)
        find(ledger, Which(number=number))
        find(ledger, Which(words="invoice may"))
        ledger.find_mine(FindMine("erin", NOW))
        ledger.find_as_guest(FindAsGuest("eve", "bob@example.com", NOW))
        ledger.read_meeting(ReadMeeting(number))
        ledger.prolong(Prolong(number, 1, "one"))
        ledger.call_off(CallOff(number))
        ledger.forget(Forget(("m1", "m2")))
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
        lambda: ledger.find_mine(FindMine("erin", NOW)),
        lambda: ledger.find_as_guest(FindAsGuest("eve", "", NOW)),
        lambda: ledger.read_meeting(ReadMeeting(number)),
    ):
        with watched(prepared) as sent:
            question()
        assert len(sent) == 1

"""Every card fits Webex's schema and limits, and has a text beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import replies
from bot.core.conversations.requests import forms
from bot.core.domain.commands import (
    Add,
    Again,
    Cancel,
    Extend,
    GiveBack,
    Guest,
    HangPoster,
    Meet,
    MeetingReference,
    Meetings,
    Plan,
    Resend,
    Status,
    Tell,
    Unclear,
)
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.hints import Hint
from bot.core.domain.links import HostLink
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Preferences, Role, Way
from bot.core.domain.opening_hours import WORKDAYS, OpenHours
from bot.core.parsing import grammar
from bot.core.replies import (
    cards,
    expert_cards,
    group_cards,
    meeting_cards,
    passed_on,
    plan_card,
    poster_cards,
    question_cards,
)
from bot.core.wording.texts import Card
from bot.core.wording.times import Times
from bot.process.translations import spoken
from tests.rows import for_each

SCHEMA = Path("../shared/reference/adaptive-card-1.3.0.json")
ENGLISH = spoken("en")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
TAKEN = {
    *("AdaptiveCard", "TextBlock", "Input.Text", "Input.Date", "Input.Time", "Input.ChoiceSet"),
    *("ColumnSet", "Column", "Container", "FactSet"),
    *("Action.Submit", "Action.OpenUrl", "Action.ShowCard"),
}
"""https://developer.webex.com/docs/buttons-and-cards"""

meetings = st.builds(
    Meeting,
    sub=st.just("sub"),
    host_id=st.just("erin"),
    host=st.just("erin@example.com"),
    opens=st.datetimes(datetime(2026, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the strategy adds the zone
    expires=st.just(NOON),
    subject=st.none() | st.text(min_size=1, max_size=200),
    planned=st.booleans(),
    number=st.integers(1, 999_999_999),
).map(lambda each: each.with_end(each.opens + timedelta(minutes=75)))
GROUPS = ("cardiology", "ward 3", "front desk", "näherei", "it", "x-ray", "24h")
INVITED = (Guest(email="alice@x.com"), Guest("bob", name="Bob Brown"), Guest(phone="+491713920042"))
guests = st.emails().map(lambda email: Guest(email=email))
devices = st.lists(st.text(min_size=1, max_size=60).filter(str.strip), max_size=30, unique=True)


@cache
def schema() -> Any:
    if not SCHEMA.exists():
        pytest.skip("the published schema of Adaptive Cards 1.3 is not beside this repository")
    return jsonschema.Draft6Validator(json.loads(SCHEMA.read_text()))


def parts(card: Any) -> Iterator[dict[str, Any]]:
    """Yield every element and action of a card, of those within it too."""
    if isinstance(card, list):
        for each in card:
            yield from parts(each)
    if isinstance(card, dict):
        if "type" in card:
            yield card
        for each in card.values():
            yield from parts(each)


def check(card: Card) -> None:
    errors = list(schema().iter_errors(card.content))
    assert errors == [], errors[:1]
    assert len(json.dumps(card.content).encode()) < 80_000
    for part in parts(card.content):
        assert part["type"] in TAKEN
        assert len(part.get("actions", [])) <= 5
    names = [part["id"] for part in parts(card.content) if "id" in part]
    assert len(names) == len(set(names))


def sentences(card: Card) -> list[str]:
    """Return what the buttons of a card say."""
    submits = [part for part in parts(card.content) if part["type"] == "Action.Submit"]
    return [part["data"][cards.SAY] for part in submits]


@settings(max_examples=20)
@given(meetings, st.sampled_from([UTC, BERLIN]))
def test_a_hosts_card_is_valid_and_its_buttons_are_for_this_meeting(meeting: Meeting, zone: Any):
    card = meeting_cards.host_card(ENGLISH, meeting, zone)
    check(card)
    assert all(f"#{meeting.number}" in said for said in sentences(card))
    text = replies.host_note(ENGLISH, meeting, HostLink("https://host.example"), Times(zone))
    markdown, delivered = text.deliver(lambda words, card: (words, card))
    assert f"#{meeting.number}" in markdown
    assert delivered.content["actions"][0]["url"] == "https://host.example"


@settings(max_examples=15)
@given(st.integers(1, 10**9 - 1), st.sampled_from(INVITED))
def test_the_form_for_an_answer_says_what_was_written_to_this_guest(number: int, guest: Guest):
    meeting = replace(MEETING, number=number)
    card = passed_on.answer_form(ENGLISH, meeting, guest)
    check(card)
    [said] = sentences(card)
    written = "see you at 3pm: bring dora@z.net?"
    command = forms.command_of({cards.SAY: said, "text": written}, NOON)
    assert isinstance(command, Tell)
    assert (command.text, command.which.number) == (written, meeting.number)
    assert [each.is_same(guest) for each in command.guests] == [True]


@settings(max_examples=15)
@given(st.lists(meetings, min_size=1, max_size=30))
def test_a_list_card_is_valid_with_many_meetings(some: list[Meeting]):
    check(meeting_cards.meetings_card(ENGLISH, some, BERLIN))


@settings(max_examples=15)
@given(meetings, st.lists(guests, max_size=120), st.sampled_from([UTC, BERLIN]), st.booleans())
def test_the_forms_to_change_a_meeting_are_valid_with_many_guests(
    meeting: Meeting, who: list[Guest], zone: Any, here: bool
):
    way = Way.SPACE if here else Way.DIRECT
    record = MeetingRecord(meeting, tuple(Delivery(Role.GUEST, each, way, "m") for each in who))
    for now in (NOON, meeting.opens, meeting.expires):
        check(meeting_cards.change_card(ENGLISH, record, now.astimezone(zone)))


@settings(max_examples=15)
@given(devices, st.integers(1, 1440), st.sampled_from(["gen", "hc"]))
def test_the_form_is_valid_with_any_device_names(names: list[str], lasts: int, kind: Any):
    form = plan_card.plan_form(
        ENGLISH, names, Preferences(lasts, kind, "Europe/Berlin"), direct=True
    )
    check(form)
    filled = {
        part["id"]: part["value"]
        for part in parts(form.content)
        if "value" in part and "id" in part
    }
    sent = forms.command_of({cards.SAY: "meet"} | filled, NOON)
    assert sent == Meet(minutes=lasts, vertical=kind)


@settings(max_examples=15)
@given(st.lists(meetings, min_size=2, max_size=5), st.lists(guests, min_size=1, max_size=50))
def test_a_question_card_is_valid_with_many_people(some: list[Meeting], who: list[Guest]):
    unique = tuple({each.identity: each for each in who}.values())
    choices = [(each, grammar.say(Add(unique, MeetingReference(each.number)))) for each in some]
    check(cards.which(ENGLISH, choices, "erin@example.com"))


@settings(max_examples=15)
@given(devices.filter(bool), st.none() | st.text(min_size=1, max_size=200))
def test_the_question_before_dialing_is_a_valid_card(names: list[str], subject: str | None):
    check(question_cards.may_dial(ENGLISH, Meet(devices=tuple(names[:5]), subject=subject), ""))


def test_the_help_card_is_valid():
    check(cards.help_card(ENGLISH, direct=False))


ALICE = Delivery(Role.GUEST, Guest(email="alice@x.com"), Way.DIRECT, "m")
MEETING = Meeting("sub", "erin", "erin@example.com", NOON, NOON + timedelta(hours=1), number=12)
RECORD = MeetingRecord(MEETING, (ALICE,))
TWELVE = MeetingReference(12)


def test_every_button_says_a_command():
    every = [
        meeting_cards.host_card(ENGLISH, MEETING, UTC),
        meeting_cards.meetings_card(ENGLISH, [MEETING], UTC),
        meeting_cards.change_card(ENGLISH, RECORD, NOON),
        cards.help_card(ENGLISH, direct=True),
    ]
    said = {forms.command_of({cards.SAY: each}, NOON) for card in every for each in sentences(card)}
    assert said == {
        Unclear("add bob@x.com", Hint.MISSING),  # `add #12`, until somebody is filled in
        Unclear("tell all: I’m 10 minutes late", Hint.MISSING),
        Unclear("move to tomorrow 3pm", Hint.MISSING),
        Unclear("extend 30m", Hint.MISSING),  # `extend #12 until`
        Unclear("rename to Budget", Hint.MISSING),
        Unclear("remove alice@x.com", Hint.MISSING),
        Again(which=TWELVE),
        Resend(everybody=True, which=TWELVE),
        Resend(me=True, which=TWELVE),
        Extend(30, TWELVE),
        Cancel(TWELVE),
        Status(TWELVE),
        Meet(),
        Plan(),
        Meetings(),
    }


def test_form_inputs_become_part_of_the_command():
    filled = {"people": "alice@x.com, Bob <bob@y.org>"}
    add = forms.command_of({cards.SAY: "add #12"} | filled, NOON)
    assert add == Add((Guest(email="alice@x.com"), Guest(email="bob@y.org", name="Bob")), TWELVE)


def test_a_yes_is_the_same_meeting_with_its_devices():
    asked = Meet(
        (Guest(email="alice@x.com"), Guest(person_id="Ym9i", name="Bob")),
        subject='the "roof" at 3pm',
        opens=NOON + timedelta(hours=3),
        minutes=45,
        devices=("Room 12", "Lobby"),
        vertical="hc",
        spare=2,
        hosts=2,
    )
    yes, no = sentences(question_cards.may_dial(ENGLISH, asked, ""))
    assert forms.command_of({cards.SAY: yes}, NOON) == replace(asked, dial=True)
    assert forms.command_of({cards.SAY: no}, NOON) == replace(asked, devices=())


FIELDS = [
    *("say", "people", "date", "time", "device", "subject", "question", "x", "form", "zone"),
    *("form.people", "form.time", "meetings.meeting"),
]


@settings(max_examples=100)
@given(
    st.dictionaries(
        st.sampled_from(FIELDS),
        st.none()
        | st.integers()
        | st.text(max_size=50)
        | st.lists(st.text(max_size=5), max_size=2),
    )
)
def test_whatever_is_submitted_is_a_command_or_a_question(inputs: dict[str, Any]):
    forms.command_of(inputs, NOON)
    assert len(forms.fingerprint(inputs, "m")) < 40


def test_a_cards_words_do_nothing_that_people_wrote():
    hostile = replace(MEETING, subject="[free](https://evil.example) **bold** _x_")
    shown = cards.title(ENGLISH, hostile)
    assert not set("[]*_") & set(shown)


@settings(max_examples=15)
@given(meetings, st.text(max_size=80), st.text(max_size=200), st.booleans())
def test_the_cards_of_experts_are_valid_and_their_buttons_are_for_this_meeting(
    meeting: Meeting, group: str, note: str, direct: bool
):
    made = ExpertRequest(meeting.number, group, NOON, 2, note=note)
    for card in (
        expert_cards.wanted(ENGLISH, meeting, made, BERLIN, direct=direct),
        expert_cards.choices(ENGLISH, meeting, group, "tomorrow, 8:00", closed=direct),
        expert_cards.choices(ENGLISH, meeting, group, "", closed=direct),
        expert_cards.give_back(ENGLISH, meeting, INVITED),
        expert_cards.still_coming(ENGLISH, meeting),
    ):
        check(card)
        assert sentences(card)
        for said in sentences(card):
            assert forms.command_of({cards.SAY: said}, NOON).which.number == meeting.number


@settings(max_examples=15)
@given(st.integers(1, 10**9 - 1), st.text(min_size=1, max_size=300).filter(str.strip))
def test_the_note_of_a_form_is_given_back_as_it_was_written(number: int, note: str):
    [said] = sentences(expert_cards.give_back(ENGLISH, replace(MEETING, number=number), ()))
    command = forms.command_of({cards.SAY: said, "text": note}, NOON)
    assert command == GiveBack(MeetingReference(number), " ".join(note.split()))


@settings(max_examples=15)
@given(st.lists(st.sampled_from(GROUPS), min_size=1, unique=True), st.booleans())
def test_a_poster_s_cards_are_valid_and_their_buttons_hang_it(groups: list[str], coded: bool):
    asked = HangPoster("front desk", languages=("de", "en"), code=coded or None)
    card = poster_cards.group_choice(ENGLISH, asked, groups, direct=True)
    check(card)
    for group, said in zip(groups, sentences(card), strict=False):
        assert forms.command_of({cards.SAY: said}, NOON) == replace(asked, group=group)
    check(again := poster_cards.use_again(ENGLISH, "front desk", direct=False))
    assert sentences(again) == ["poster front desk"]


@for_each("code", ["en", "de", "fr", "es"])
def test_the_cards_of_groups_fit(code: str):
    hours = (OpenHours(480, 1080, WORKDAYS),)
    some = [ExpertGroup(f"{n}*" * 20, (), hours=hours, zone="Europe/Berlin") for n in range(9)]
    check(group_cards.groups_card(spoken(code), some, direct=False))
    check(group_cards.group_card(spoken(code), some[0], direct=True, changes=True))

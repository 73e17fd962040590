"""A message of which a part may be for somebody else is asked about before anybody reads it."""

from __future__ import annotations

import pytest

from tests.rows import for_each
from tests.stories.fake import FakeStage


@pytest.fixture
def host(core: FakeStage) -> FakeStage:
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    return core


@for_each(
    "said",
    [
        "tell alice@x.com I'm running 5 late, but don't mention the surgery",
        "tell alice that I'm running 5 late, but don't mention the surgery",
        "tell alice I'm running 5 late, she always pays late",
        "let alice@x.com know I'm running 5 late (she will be annoyed)",
    ],
)
def test_the_part_for_the_guest_is_offered_first(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    short, whole = host.told("erin")[-1].offered[:2]
    assert short == "tell alice@x.com of #1: I'm running 5 late" or "that" in said
    assert short.endswith("I'm running 5 late")
    assert len(whole) > len(short)


@for_each(
    ("said", "also"),
    [
        ("tell alice@x.com that the plan is ready and move it to 16:00", "move"),
        ("préviens alice@x.com que le devis est prêt et décale à 16h", "move"),
        ("dile a alice@x.com que llego tarde y cancela la cita", "cancel"),
        ("sag alice@x.com dass wir später kommen und storniere den Termin", "cancel"),
    ],
)
def test_a_second_request_has_a_button_of_its_own(host: FakeStage, said: str, also: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert [each.split()[0] for each in host.told("erin")[-1].offered] == ["tell", also, "tell"]


@for_each(
    ("said", "told"),
    [
        ("tell alice@x.com i'm ready and get carl in", "i'm ready"),
        ("sag alice@x.com ich bin gleich da und hol den befund", "ich bin gleich da"),
        ("dis à alice@x.com que j'arrive et appelle le labo", "j'arrive"),
        ("dile a alice@x.com que ya voy y llama al laboratorio", "ya voy"),
        ("let alice@x.com know I'm late, no bob", "I'm late"),
        ("sag alice@x.com ich komme später, nein bob", "ich komme später"),
        ("tell alice@x.com we start soon in french", "we start soon"),
        ("sag alice@x.com wir kommen gleich per sms", "wir kommen gleich"),
    ],
)
def test_an_order_to_somebody_else_is_not_in_the_message_offered_first(
    host: FakeStage, said: str, told: str
):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert host.told("erin")[-1].offered[0].replace(" of #1", "") == f"tell alice@x.com: {told}"


@for_each(
    "message",
    [
        *("i'm late and bring your passport", "I'm late, no worries", "I'm late, sorry for that"),
        "ich komme später, kein Stress",
    ],
)
def test_what_is_for_the_guest_belongs_to_the_message(host: FakeStage, message: str):
    host.hears("erin", f"tell alice@x.com {message}", space=None)
    assert message in host.told("alice@x.com")[-1].text


@for_each("said", ["tell alice@x.com it's cancelled", "tell alice that we cancelled"])
def test_who_tells_that_it_is_cancelled_is_offered_to_cancel_it(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert [each.split()[0] for each in host.told("erin")[-1].offered] == ["tell", "cancel"]


@for_each(
    "said",
    [
        *("tell alice@x.com it's moved to 14:00", "dis à alice@x.com que c'est déplacé à 14h"),
        *("préviens alice@x.com qu'on décale à 14h", "dile a alice@x.com que se cambia a las 14"),
    ],
)
def test_who_tells_that_it_is_moved_is_offered_to_move_it(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert [each.split()[0] for each in host.told("erin")[-1].offered] == ["tell", "move"]


@for_each("said", ["tell everyone I'm late, except alice", "tell all: I'm late, except bob@y.com"])
def test_nobody_is_told_if_somebody_is_left_out(host: FakeStage, said: str):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert not host.told("erin")[-1].offered


@for_each(
    "said",
    ["tell alice@x.com: I'm late, but don't tell bob", 'tell alice@x.com that "she pays late"'],
)
def test_behind_a_colon_or_in_quotes_all_is_the_message(host: FakeStage, said: str):
    host.hears("erin", said, space=None)
    assert "late" in host.told("alice@x.com")[-1].text


@for_each(
    ("said", "told"),
    [
        ("can you tell alice@x.com we start at 7 sharp? thanks", "we start at 7 sharp"),
        ("could you let alice@x.com know I'm running 5 late?", "I'm running 5 late"),
    ],
)
def test_the_mark_of_a_polite_question_is_no_part_of_a_message(
    host: FakeStage, said: str, told: str
):
    heard = len(host.told("alice@x.com"))
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert host.told("erin")[-1].offered[0] == f"tell alice@x.com of #1: {told}"


def test_a_polite_question_that_is_not_understood_is_told_to_nobody(host: FakeStage):
    heard = len(host.told("alice@x.com"))
    said = "könntest du alice@x.com sagen, dass wir um 7 anfangen? danke"
    host.hears("erin", said, space=None)
    assert len(host.told("alice@x.com")) == heard
    assert "I haven’t done anything yet" in host.told("erin")[-1].text


@for_each(
    "said",
    ["let alice know her husband called, don't tell bob", "tell alice to bring the scans, bob not"],
)
def test_who_is_left_out_is_on_no_button(host: FakeStage, said: str):
    host.hears("erin", "add bob@x.com to #1", space=None)
    host.hears("erin", said, space=None)
    assert not any("bob" in each.partition(":")[0] for each in host.told("erin")[-1].offered)

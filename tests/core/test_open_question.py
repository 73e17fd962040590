"""What answers to the bot's own questions mean."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.domain.commands import Cancel, Cohost, Extend, Guest, Meet, Which
from bot.core.suggesting.open_question import (
    Declined,
    NothingAsked,
    OpenQuestion,
    Read,
    WhichOne,
    answer,
)
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
READ = Read(NOW, ("Lobby",), "DE")
ONE = OpenQuestion("1", NOW, ("cancel #1",))
TWO = OpenQuestion("2", NOW, ("cancel #1", "cancel #2"))
ALICE = Guest(email="alice@x.com")


@for_each("said", ["yes", "Yes, please!", "ok", "👍", "go ahead", "ja", "vas-y", "sí", "mach das"])
def test_yes_does_the_only_thing_that_was_suggested(said: str):
    assert answer(ONE, said, READ) == Cancel(Which(1))


@for_each("said", ["yes", "ok", "oui", "genau"])
def test_yes_to_several_suggestions_chooses_none(said: str):
    assert answer(TWO, said, READ) == WhichOne()


@for_each(
    "said", ["2", "the second", "second one please", "the last one", "die zweite", "le deuxième"]
)
def test_a_suggestion_is_chosen_by_its_place(said: str):
    assert answer(TWO, said, READ) == Cancel(Which(2))


@for_each("said", ["#2", "the third", "the second meeting of the invoice", "two or three", "12"])
def test_what_names_no_place_in_the_list_chooses_nothing(said: str):
    assert answer(TWO, said, READ) is None


@for_each("said", ["no", "no thanks", "nein danke", "never mind", "non merci", "no gracias"])
def test_no_declines(said: str):
    assert answer(ONE, said, READ) == Declined()
    assert answer(None, said, READ) is None


@for_each("said", ["yes", "go ahead", "ja", "oui", "claro"])
def test_yes_to_nothing_is_known_as_such(said: str):
    assert answer(None, said, READ) == NothingAsked()


@for_each("said", ["yes but later", "yesterday", "I said no to alice", "okay we need a room", ""])
def test_a_sentence_that_only_begins_like_an_answer_is_none(said: str):
    assert answer(ONE, said, READ) is None


@for_each(
    ("sentence", "open_", "said", "command"),
    [
        (
            "meet alice@x.com tomorrow",
            "tomorrow",
            "3pm",
            Meet((ALICE,), opens=datetime(2026, 3, 11, 15, tzinfo=ZoneInfo("Europe/Berlin"))),
        ),
        ("meet alice", "alice", "alice@x.com", Meet((ALICE,))),
        ("cohost", "", "bob@x.com", Cohost(Guest(email="bob@x.com"))),
        ("extend 30", "30", "30 min", Extend(30)),
    ],
)
def test_what_was_open_is_filled_in(sentence: str, open_: str, said: str, command: object):
    assert answer(OpenQuestion("3", NOW, (), sentence, open_), said, READ) == command


def test_a_question_is_open_for_ten_minutes():
    assert ONE.is_open(NOW + timedelta(minutes=10))
    assert not ONE.is_open(NOW + timedelta(minutes=10, seconds=1))
    assert not ONE.is_open(NOW - timedelta(seconds=1))

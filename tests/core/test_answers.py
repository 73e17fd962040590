"""What answers to the bot's own questions mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.domain.commands import Cancel, Cohost, Extend, Guest, Meet, MeetingReference, Unclear
from bot.core.domain.open_questions import GAP, OpenQuestion
from bot.core.parsing import grammar
from bot.core.parsing.sentence_parser import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting.answers import answer, with_gap
from bot.core.suggesting.readings import Declined, NothingAsked, WhichOne
from tests.rows import for_each

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))
READ = SentenceParser(NOW, ("Lobby",), "DE")
ONE = OpenQuestion("1", NOW, ("cancel #1",))
TWO = OpenQuestion("2", NOW, ("cancel #1", "cancel #2"))
ALICE = Guest(email="alice@x.com")


@for_each("said", ["yes", "Yes, please!", "ok", "👍", "go ahead", "ja", "vas-y", "sí", "mach das"])
def test_yes_does_the_only_thing_that_was_suggested(said: str):
    assert answer(ONE, said, READ) == Cancel(MeetingReference(1))


@for_each("said", ["yes", "ok", "oui", "genau"])
def test_yes_to_several_suggestions_chooses_none(said: str):
    assert answer(TWO, said, READ) == WhichOne()


@for_each(
    "said", ["2", "the second", "second one please", "the last one", "die zweite", "le deuxième"]
)
def test_a_suggestion_is_chosen_by_its_place(said: str):
    assert answer(TWO, said, READ) == Cancel(MeetingReference(2))


@for_each("said", ["#2", "the third", "the second meeting of the invoice", "two or three", "12"])
def test_an_answer_outside_the_list_chooses_nothing(said: str):
    assert answer(TWO, said, READ) is None


@for_each("said", ["no", "no thanks", "nein danke", "never mind", "non merci", "no gracias"])
def test_no_declines(said: str):
    assert answer(ONE, said, READ) == Declined()


@for_each("said", ["no", "nope", "nein danke", "nvm"])
def test_a_plain_no_declines_even_without_a_question(said: str):
    assert answer(None, said, READ) == Declined()


@for_each("said", ["never mind", "doch nicht", "laisse tomber", "olvídalo"])
def test_what_may_take_something_back_is_no_answer_without_a_question(said: str):
    assert answer(None, said, READ) is None


@for_each("said", ["yes", "go ahead", "ja", "oui", "claro"])
def test_yes_without_a_question_is_recognized(said: str):
    assert answer(None, said, READ) == NothingAsked()


@for_each("said", ["yes but later", "yesterday", "I said no to alice", "okay we need a room", ""])
def test_a_sentence_that_only_begins_like_an_answer_is_not_an_answer(said: str):
    assert answer(ONE, said, READ) is None


@for_each(
    ("sentence", "said", "command"),
    [
        (
            "meet alice@x.com tomorrow",
            "3pm",
            Meet((ALICE,), opens=NOW.replace(day=11, hour=15, minute=0)),
        ),
        ("meet alice@x.com at 9", "9pm", Meet((ALICE,), opens=NOW.replace(hour=21, minute=0))),
        ("meet alice", "alice@x.com", Meet((replace(ALICE, name="alice"),))),
        ("cohost", "bob@x.com", Cohost(Guest(email="bob@x.com"))),
        ("extend for 30", "30 min", Extend(30)),
    ],
)
def test_an_answer_fills_the_gap_in_the_question(sentence: str, said: str, command: object):
    unclear = grammar.parse(Said(sentence), NOW)
    assert isinstance(unclear, Unclear)
    gap = with_gap(unclear, sentence)
    assert answer(OpenQuestion("3", NOW, (), gap), said, READ) == command


@for_each("said", ["thanks", "hmm", "who is that?", "cancel", "never"])
def test_an_answer_that_does_not_fit_the_gap_does_nothing(said: str):
    asked = OpenQuestion("3", NOW, (), f"meet alice@x.com tomorrow {GAP}")
    assert not isinstance(answer(asked, said, READ), Meet)


def test_a_question_is_open_for_ten_minutes():
    assert ONE.is_open(NOW + timedelta(minutes=10))
    assert not ONE.is_open(NOW + timedelta(minutes=10, seconds=1))
    assert not ONE.is_open(NOW - timedelta(seconds=1))

"""Slips of the finger: the corrected sentence is suggested, and never done at once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import (
    Cancel,
    Guest,
    Meet,
    MeetingReference,
    Move,
    Resend,
    Sayable,
    Unclear,
)
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.parsing.vocabulary.one_letter_off import is_slip
from bot.core.suggesting import second_reader, slips
from bot.core.suggesting.readings import Suggested

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
BY = SentenceParser(NOW, (), "DE")
ALICE = Guest(email="alice@x.com")
MEETING = OwnMeeting(1, "the invoice", (ALICE,))
NONE, ONE = MentionableMeetings(), MentionableMeetings((MEETING,), MEETING)
WEDNESDAY = NOW.replace(day=11, hour=10, minute=0)

letters = st.text("abcdefghij", min_size=3, max_size=9)


def suggested(sentence: str, spoken: MentionableMeetings) -> tuple[Sayable, ...]:
    unclear = grammar.parse(Said(sentence), NOW)
    assert isinstance(unclear, Unclear), unclear
    reading = second_reader.read(unclear, sentence, spoken, BY)
    assert isinstance(reading, Suggested), reading
    return reading.choices


@pytest.mark.parametrize(
    ("said", "spoken", "command"),
    [
        (
            "shedule a meetign with alice@x.com on wendesday 10am",
            NONE,
            Meet((ALICE,), opens=WEDNESDAY),
        ),
        ("mett alice@x.com", NONE, Meet((ALICE,))),
        ("alice lsot her link", ONE, Resend(guests=(ALICE,), which=Cancel().which)),
        ("termin mit alice@x.com am mitwoch 10 uhr", NONE, Meet((ALICE,), opens=WEDNESDAY)),
    ],
)
def test_what_was_meant_is_suggested_first(
    said: str, spoken: MentionableMeetings, command: Sayable
):
    first = suggested(said, spoken)[0]
    assert type(first) is type(command)
    assert getattr(first, "guests", ()) == getattr(command, "guests", ())
    assert getattr(first, "opens", None) == getattr(command, "opens", None)


@pytest.mark.parametrize("said", ["meet alice@x.com", "cancel the invoice", "ruf bob@x.com an"])
def test_what_is_spelled_right_stays(said: str):
    assert not [*slips.corrected(said)]


def test_addresses_and_numbers_are_never_corrected():
    said = "mett meetign@x.com meetign.com #12 about http://meetign.x"
    corrected = [each for group in slips.corrected(said) for each in group]
    assert corrected
    assert all("meetign@x.com meetign.com #12" in each for each in corrected)


def test_a_slip_in_the_name_of_a_meeting_is_corrected():
    assert suggested("cancle the invocie", ONE) == (Cancel(MeetingReference(1)),)


@given(letters, st.integers(0, 8))
def test_two_letters_that_changed_places_are_a_slip(word: str, at: int):
    assume(at < len(word) - 1 and word[at] != word[at + 1])
    assert is_slip(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)


@given(letters, st.integers(0, 8), st.sampled_from("xyz"))
def test_one_letter_more_less_or_wrong_is_a_slip(word: str, at: int, letter: str):
    assume(at < len(word))
    assert is_slip(word[:at] + letter + word[at:], word)
    assert is_slip(word[:at] + letter + word[at + 1 :], word)
    assert is_slip(word[:at] + word[at + 1 :], word)


@given(letters)
def test_a_word_is_no_slip_of_itself_nor_of_one_with_two_other_letters(word: str):
    assert not is_slip(word, word)
    assert not is_slip(f"x{word}y", word)


@pytest.mark.parametrize("said", ["push the invoice to 11", "move #1 to 11"])
def test_a_bare_hour_to_move_to_is_asked_about_both_ways(said: str):
    moves = [each for each in suggested(said, ONE) if isinstance(each, Move)]
    assert [each.clock.hour for each in moves if each.clock] == [11, 23]


def test_minutes_behind_an_hour_are_its_own_or_the_length():
    longer, later = suggested("meet alice@x.com 14 Uhr 30 Minuten", NONE)
    assert isinstance(longer, Meet)
    assert isinstance(later, Meet)
    assert (longer.minutes, later.minutes) == (30, None)
    assert longer.opens == NOW.replace(hour=14, minute=0)
    assert later.opens == NOW.replace(hour=14, minute=30)

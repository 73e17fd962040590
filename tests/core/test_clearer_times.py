"""Times with two meanings are suggested in both."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Unclear
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import second_reader
from bot.core.suggesting.readings import Suggested

NOW = datetime(2026, 3, 10, 13, 20, tzinfo=ZoneInfo("Europe/Berlin"))


def suggested(sentence: str) -> list[str]:
    unclear = grammar.parse(Said(sentence), NOW)
    assert isinstance(unclear, Unclear), "The grammar must not guess."
    reading = second_reader.read(
        unclear, sentence, MentionableMeetings(), SentenceParser(NOW, (), "")
    )
    assert isinstance(reading, Suggested)
    return [f"{each.opens:%d %H:%M}" for each in reading.choices]


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("at 9", ["10 21:00", "11 09:00", "11 21:00"]),
        ("at half three", ["10 15:30", "10 14:30"]),
        ("thu 2.30", ["12 14:30", "12 02:30"]),
        ("at 3 30", ["10 15:30"]),
        ("3p", ["10 15:00"]),
        ("in 5", ["10 13:25", "10 18:20"]),
    ],
)
def test_a_time_with_two_meanings_is_suggested_in_each(said: str, times: list[str]):
    assert suggested(f"meet alice@x.com {said}") == times


def test_the_rest_of_the_sentence_stays():
    (first, *_) = second_reader.read(
        grammar.parse(Said("meet alice@x.com thu 2.30 about room 5"), NOW),
        "meet alice@x.com thu 2.30 about room 5",
        MentionableMeetings(),
        SentenceParser(NOW, (), ""),
    ).choices
    assert first.subject == "room 5"
    assert [each.email for each in first.guests] == ["alice@x.com"]

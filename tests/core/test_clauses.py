"""The one clause of a sentence that says a command is suggested, and never done."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Guest, Unclear
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import clauses, second_reader
from bot.core.suggesting.readings import Suggested
from bot.core.templates import template_reader

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
BY = SentenceParser(NOW, (), "DE")
ALICE, CAROL = Guest(email="alice@x.com"), Guest(email="carol@x.com")
INVOICE = OwnMeeting(1, "the invoice", (ALICE,))
RESULTS = OwnMeeting(2, "lab results", (CAROL,), "10:00", NOW.replace(day=11, hour=10, minute=0))
TWO = MentionableMeetings((INVOICE, RESULTS), INVOICE, groups=("cardiology",))


def suggested(sentence: str) -> list[str]:
    unclear = grammar.parse(Said(sentence), NOW, (), "DE")
    assert isinstance(unclear, Unclear)
    assert template_reader.read(unclear, sentence, TWO, BY) is None
    reading = second_reader.read(unclear, sentence, TWO, BY)
    return [grammar.say(each) for each in reading.choices] if isinstance(reading, Suggested) else []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("the printer is down, everything is upside down, pls move lab results to 10:45", "move"),
        ("the roof is leaking, so extend #1 by 20 min", "extend"),
    ],
)
def test_the_clause_that_says_a_command_is_found(sentence: str, name: str):
    command = clauses.command_in(sentence, TWO, BY)
    assert command is not None
    assert grammar.say(command).split()[0] == name


@pytest.mark.parametrize(
    "sentence",
    [
        "see dora@z.net later, cancel the meeting",
        "extend by 20 min, cancel the meeting",
        "it is tomorrow at 3pm, meet dora@z.net",
    ],
)
def test_what_other_clauses_mention_is_not_left_out(sentence: str):
    assert clauses.command_in(sentence, TWO, BY) is None


@pytest.mark.parametrize(
    "said", ["I need a cardiologist", "ich brauche einen Kardiologen", "cardiology please"]
)
def test_a_group_that_is_nearly_named_is_suggested(said: str):
    assert suggested(said)[:1] == ["expert cardiology"]

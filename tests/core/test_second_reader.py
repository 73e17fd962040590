"""The second reader only suggests, answers and shows, whatever is said to it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import second_reader
from bot.core.suggesting.guesses import Shown
from bot.core.suggesting.readings import Question, Suggested

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
BY = SentenceParser(NOW, ("Lobby", "Room 12"), "DE")
ALICE, BOB, CAROL = (Guest(email=f"{name}@x.com") for name in ("alice", "bob", "carol"))
INVOICE = OwnMeeting(1, "the invoice", (ALICE,))
RESULTS = OwnMeeting(2, "lab results", (BOB, CAROL), "10:00")
NONE, ONE, TWO = (
    MentionableMeetings(),
    MentionableMeetings((INVOICE,), INVOICE),
    MentionableMeetings((INVOICE, RESULTS), INVOICE),
)
WORLDS = {"none": NONE, "one": ONE, "two": TWO, "guest": NONE}
HEARING = Path(__file__).parent.parent / "hearing"
FILES = sorted(HEARING.glob("*.jsonl"))
ACTING = (
    *("meet dora@z.net", "cancel", "cancel #1", "extend 30m", "resend all", "remove alice@x.com"),
    *("tell all: hello", "defaults for 60m", "move #1 to 4pm", "handover dora@z.net", "add @Bob"),
)
"""Sentences of the grammar, which the second reader never carries out either."""


def harmless(sentence: str, unclear: Unclear, spoken: MentionableMeetings) -> bool:
    reading = second_reader.read(unclear, sentence, spoken, BY)
    return isinstance(reading, (Suggested, Question, Unclear, Shown))


@pytest.mark.parametrize("file", FILES, ids=[each.stem for each in FILES])
def test_it_carries_out_nothing_that_people_type(file: Path):
    for line in file.read_text().splitlines():
        said = json.loads(line)
        sentence, spoken = said["say"], WORLDS[said["state"]]
        command = grammar.parse(Said(sentence), NOW, BY.devices, BY.region)
        unclear = command if isinstance(command, Unclear) else Unclear("", Hint.UNKNOWN, command)
        assert harmless(sentence, unclear, spoken), sentence


@pytest.mark.parametrize("sentence", ACTING)
@pytest.mark.parametrize("hint", Hint)
def test_it_carries_out_nothing_whatever_was_unclear(sentence: str, hint: Hint):
    meant = BY.command(sentence)
    for spoken in (NONE, ONE, TWO):
        assert harmless(sentence, Unclear(sentence, hint), spoken)
        assert harmless(sentence, Unclear(sentence, hint, meant), spoken)

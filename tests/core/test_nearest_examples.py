"""What is near an example is suggested, what is far isn't, and only sure lookups are answered."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import (
    About,
    Cancel,
    Command,
    Guest,
    Help,
    Plan,
    Sayable,
    Status,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import second_reader
from bot.core.suggesting.readings import Reading, Suggested

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
INVOICE = OwnMeeting(1, "the invoice", (Guest(email="alice@x.com"),))
RESULTS = OwnMeeting(2, "lab results", (Guest(email="bob@x.com"), Guest(email="carol@x.com")))
SPOKEN = MentionableMeetings((INVOICE, RESULTS), INVOICE)


def reading(sentence: str, spoken: MentionableMeetings = SPOKEN) -> Command | Reading:
    read = grammar.parse(Said(sentence), NOW)
    assert isinstance(read, Unclear), read
    return second_reader.read(read, sentence, spoken, SentenceParser(NOW))


def suggested(sentence: str, spoken: MentionableMeetings = SPOKEN) -> tuple[Sayable, ...]:
    found = reading(sentence, spoken)
    assert isinstance(found, Suggested), found
    return found.choices


@pytest.mark.parametrize(
    "said", ["when will you cancel?", "the second", "riunione con dora@x.com domani alle 15"]
)
def test_what_is_far_from_every_example_suggests_nothing(said: str):
    assert isinstance(reading(said), Unclear)


def test_what_is_near_one_example_suggests_nothing_else():
    assert suggested("stop") == (Cancel(MeetingReference(1)),)


@pytest.mark.parametrize("said", ["do not extend", "don't cancel the invoice meeting"])
def test_a_request_does_not_resemble_its_denial(said: str):
    found = reading(said)
    assert isinstance(found, Unclear)
    assert found.hint is Hint.NOT_WANTED


def test_the_guest_named_tells_which_meeting_is_suggested():
    assert suggested("cancel the meeting with carol@x.com")[0] == Cancel(MeetingReference(2))


def test_a_lookup_that_is_sure_or_alone_is_answered_at_once():
    assert isinstance(reading("are you human?"), About)
    assert reading("show #2") == Status(MeetingReference(2))


def test_a_lookup_beside_a_command_is_suggested_with_it():
    assert suggested("can I move a meeting?", MentionableMeetings()) == (Help("move"), Plan())

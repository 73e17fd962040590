"""Short sentences about what goes on already: each is suggested, and none is done at once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.domain.commands import Cancel, Defaults, Extend, Guest, Move, Sayable, Unclear
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.text.mentions import Said
from bot.core.suggesting import second_reader
from bot.core.suggesting.readings import Suggested

NOW = datetime(2030, 1, 1, 9, tzinfo=UTC)
MEETING = OwnMeeting(7, "the invoice", (Guest(email="alice@x.com"),))


def suggested(sentence: str) -> tuple[Sayable, ...]:
    """Return what is suggested after a meeting was made; nothing may be done at once."""
    unclear = grammar.parse(Said(sentence), NOW)
    assert isinstance(unclear, Unclear), unclear
    found = second_reader.read(
        unclear, sentence, MentionableMeetings((MEETING,), MEETING), SentenceParser(NOW)
    )
    assert isinstance(found, Suggested), found
    return found.choices


@given(minutes=st.integers(1, 120), form=st.sampled_from(["+{}", "+ {}", " +{} ", "+{}!"]))
def test_a_plus_and_minutes_suggest_that_much_longer(minutes: int, form: str) -> None:
    choices = suggested(form.format(minutes))
    assert [each.minutes for each in choices if isinstance(each, Extend)] == [minutes]


@given(
    new=st.integers(7, 18),
    old=st.integers(1, 23),
    form=st.sampled_from(
        (
            *("make it {} instead of {}", "mach es {} statt {}", "mets {} au lieu de {}"),
            "ponla {} en vez de {}",
        )
    ),
)
def test_one_hour_in_the_place_of_another_suggests_a_move(new: int, old: int, form: str) -> None:
    choices = suggested(form.format(new, old))
    assert [each.clock.hour for each in choices if isinstance(each, Move) and each.clock] == [new]


@pytest.mark.parametrize(
    "said", ["visit done", "the call is over", "termin fertig", "visite terminée", "cita terminada"]
)
def test_a_visit_that_is_done_suggests_to_cancel_it(said: str) -> None:
    assert any(isinstance(each, Cancel) for each in suggested(said))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("in spanish please", "es"),
        ("auf Deutsch bitte", "de"),
        ("en français s'il te plaît", "fr"),
        ("en inglés por favor", "en"),
    ],
)
def test_a_language_alone_suggests_to_speak_it(said: str, language: str) -> None:
    assert any(isinstance(each, Defaults) and each.language == language for each in suggested(said))

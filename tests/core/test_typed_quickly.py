"""Times and polite words as people type them on a phone: `mñn a las 4 xfa`, `9 sharp`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.domain.commands import Meet
from bot.core.parsing.grammar import parse
from bot.core.parsing.text.mentions import Said

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)


def begins(said: str) -> str:
    """Return when the meeting begins that a sentence asks for; what it says if it asks for none."""
    command = parse(Said(said), NOW)
    return f"{command.opens:%d %H:%M}" if isinstance(command, Meet) and command.opens else said


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("meet a@x.com tomorrow 9 sharp", "11 09:00"),
        ("9 sharp tomorrow: meet a@x.com", "11 09:00"),
        ("meet a@x.com tomorrow at 4pm on the dot", "11 16:00"),
        ("Treffen mit a@x.com morgen 15 Uhr pünktlich", "11 15:00"),
        ("réunion avec a@x.com demain 9h pile", "11 09:00"),
        ("réunion avec a@x.com demain à 9 heures précises", "11 09:00"),
        ("reunión con a@x.com mañana a las 9 en punto", "11 09:00"),
    ],
)
def test_what_says_how_exact_a_time_is_changes_nothing(said: str, when: str):
    assert begins(said) == when


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("meet a@x.com tomorrow half past noon", "11 12:30"),
        ("réunion avec a@x.com demain à midi et demi", "11 12:30"),
        ("réunion avec a@x.com demain midi et quart", "11 12:15"),
        ("réunion avec a@x.com demain midi moins le quart", "11 11:45"),
        ("reunión con a@x.com mañana a mediodía y media", "11 12:30"),
    ],
)
def test_times_around_noon_are_read(said: str, when: str):
    assert begins(said) == when


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("réunion avec a@x.com demain 3h du matin", "11 03:00"),
        ("réunion avec a@x.com demain 3h de l'après-midi", "11 15:00"),
        ("rdv avec a@x.com demain aprem 15h stp", "11 15:00"),
        ("réunion avec a@x.com ce soir 20h30", "10 20:30"),
        ("reunión con a@x.com mañana 4h de la tarde", "11 16:00"),
    ],
)
def test_an_hour_beside_a_part_of_the_day_is_no_length(said: str, when: str):
    assert begins(said) == when


@pytest.mark.parametrize(
    "said", ["réunion avec a@x.com demain matin 2h", "réunion avec a@x.com demain matin pendant 9h"]
)
def test_a_length_beside_a_part_of_the_day_is_no_hour(said: str):
    assert begins(said) == said


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("xfa reunion con a@x.com mñn a las 16h", "11 16:00"),
        ("reunion con a@x.com mñn a las 4 de la tarde xfa", "11 16:00"),
        ("bjr, rdv avec a@x.com dmain 15h stp", "11 15:00"),
        ("rdv ajd 17h avec a@x.com svp", "10 17:00"),
    ],
)
def test_words_of_text_messages_are_read(said: str, when: str):
    assert begins(said) == when


@pytest.mark.parametrize("word", ["TB", "PR", "cc"])
def test_what_may_be_a_subject_or_a_copy_is_not_skipped(word: str):
    command = parse(Said(f"meet a@x.com tomorrow 15:00 {word} b@x.com"), NOW)
    assert not isinstance(command, Meet) or len(command.guests) == 2

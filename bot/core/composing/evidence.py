"""Finds what a sentence mentions: people, times, lengths, meetings, a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.core.composing import said_values
from bot.core.composing.bare_numbers import with_units
from bot.core.composing.left_out import people_left_out
from bot.core.composing.names import OwnMeeting, by_name, guest_named, meeting_named
from bot.core.composing.placeholders import (
    is_common,
    is_said_twice,
    with_placeholders,
    without_repetitions,
)
from bot.core.composing.said_values import LENGTHS, TIMES
from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.slots.device_slots import mark_devices
from bot.core.parsing.slots.people_slots import attach_names
from bot.core.parsing.text import phone_numbers
from bot.core.parsing.text.phrases import any_phrase, merge_phrases
from bot.core.parsing.text.words import Word, split
from bot.core.parsing.times import time_phrases

_DAYS = frozenset({"day", "iso", "after"})
_CLOCKS = frozenset({"iso", "from_now", "clock", "bare_clock", "span", "bare_span"})
NOBODY: Mapping[str, Guest] = MappingProxyType({})


@dataclass(frozen=True)
class Evidence:
    """What one sentence mentions.

    Args:
        sentence: the sentence with ``{person}`` and other placeholders instead of names.
        people: the people in it, by address, mention, number, or a guest's name.
        by_name: whether somebody is mentioned by a guest's name alone.
        times: the words that say when, as they were written.
        length: the words that say how long.
        options: the words about spare links, devices or a QR code.
        language: the words that name a language.
        place: the words that name a time zone.
        meeting: the number of the meeting.
        subject: the meeting's subject.
        number: the number of a classic meeting.
        names_day: whether the times name a day.
        words: the words, with each phrase as one.
        left_out: the people whom it leaves out, who are none of `people`.
        text: the sentence as it was written.
        names_clock: whether the times name a time of day.
        group: the group of experts; see `group_names`.
        is_said_twice: whether a length, a language or a number of links is named more than once.
    """

    sentence: str = field(repr=False)
    people: tuple[Guest, ...] = ()
    by_name: bool = False
    times: str = field(default="", repr=False)
    length: str = ""
    options: str = ""
    language: str = ""
    place: str = ""
    meeting: int | None = None
    subject: str = field(default="", repr=False)
    number: str = ""
    names_day: bool = False
    words: tuple[Word, ...] = field(default=(), repr=False)
    left_out: tuple[Guest, ...] = ()
    text: str = field(default="", repr=False)
    names_clock: bool = False
    is_said_twice: bool = False
    group: str = ""


def find(
    text: str,
    meetings: Sequence[OwnMeeting],
    devices: Iterable[str] = (),
    region: str = "",
    called: Mapping[str, Guest] = NOBODY,
) -> Evidence:
    """Return what a sentence mentions.

    Args:
        text: the text of a `mentions.Said`.
        meetings: the speaker's meetings, whose guests may be mentioned by name alone.
        devices: the names of devices that can be dialed.
        region: the country of phone numbers without a country code, as two letters.
        called: others who are mentioned by name alone, by that name.
    """
    words = _phrases(with_units(text), devices, region)
    named = _guests_named(words, meetings, called)
    return _of_words(words, named, meeting_named(words, meetings), text)


def _of_words(
    words: Sequence[Word], named: dict[int, Guest], meeting: OwnMeeting | None, written: str
) -> Evidence:
    """Return what the words of a sentence mention, given the people and the meeting in them."""
    text, out = with_units(written), people_left_out(words, named)
    people = [named.get(at) or word.guest for at, word in enumerate(words)]
    known = [word for word in words if word.means and not is_common(word)]
    sentence = with_placeholders(words, named, meeting, out)
    return Evidence(
        sentence=without_repetitions(sentence),
        by_name=any(word.guest is None and at in named for at, word in enumerate(words)),
        people=_once(each for at, each in enumerate(people) if at not in out),
        left_out=_once(each for at, each in enumerate(people) if at in out),
        times=said_values.raw(word for word in known if word.means in TIMES | {"zone"}),
        length=said_values.raw(word for word in known if word.means in LENGTHS),
        options=said_values.options(known, words) or said_values.counted(text),
        language=said_values.language(known, words),
        place=said_values.place(known, text),
        meeting=meeting.number if meeting else None,
        subject=said_values.subject(words),
        number=said_values.classic_number(text),
        names_day=any(word.means in _DAYS for word in known),
        names_clock=any(word.means in _CLOCKS for word in known),
        is_said_twice=is_said_twice(sentence, known),
        words=tuple(words),
        text=written,
    )


def _phrases(text: str, devices: Iterable[str], region: str) -> list[Word]:
    """Return the words of a sentence, with each phrase, person and device as one word."""
    said = split(_GREETING.sub("hello", _POSSESSIVE.sub(r"\1 s", text)))[:_MOST_WORDS]
    words = mark_devices(said, devices, anywhere=True)
    marked = phone_numbers.mark(words, region)
    people = attach_names(words if isinstance(marked, Unclear) else marked)
    meet = grammar.RULES[0]
    merged = merge_phrases(people, meet.pattern)
    return time_phrases.mark_places(merged) if merged else people


_GREETING = any_phrase(
    "good (?:morning|afternoon|evening|day)",
    "guten (?:morgen|tag|abend)|schönen (?:tag|abend)",
    "buen[oa]s (?:días|tardes|noches)",
    "bom dia|boa (?:tarde|noite)|buongiorno|buonasera",
)
_MOST_WORDS = 150
_POSSESSIVE = re.compile(r"(@[\w.-]+\w)['’`]s\b")


def is_whose(unclear: Unclear) -> bool:
    """Return whether only an `'s` made an address unclear: `alice@x.com's invitation`."""
    return unclear.hint is Hint.ADDRESS and bool(_POSSESSIVE.search(unclear.said))


def _guests_named(
    words: Sequence[Word], meetings: Sequence[OwnMeeting], others: Mapping[str, Guest]
) -> dict[int, Guest]:
    """Return the people who are mentioned by name alone, by the places of their names."""
    called = by_name(guest for meeting in meetings for guest in meeting.guests)
    found = {at: guest_named(word, {**others, **called}) for at, word in enumerate(words)}
    for at, word in enumerate(words[:-1]):  # `Alice Adams` is no other Alice
        after = found[at + 1]
        if after and guest_named(word, by_name([after])):
            found[at] = after
    return {at: who for at, who in found.items() if who and not _is_of_another(at, found)}


def _is_of_another(at: int, found: Mapping[int, Guest | None]) -> bool:
    """Return whether a name stands beside that of somebody else: `Anna Kranz` is neither."""
    who = found[at]
    beside = [found.get(at - 1), found.get(at + 1)]
    return who is not None and any(each and not each.is_same(who) for each in beside)


def _once(people: Iterable[Guest | None]) -> tuple[Guest, ...]:
    return tuple({each.identity: each for each in people if each}.values())

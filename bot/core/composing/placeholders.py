"""Writes a sentence with placeholders for what it mentions: `meet {person} {time}`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.composing.names import OwnMeeting, subject_pattern
from bot.core.composing.said_values import (
    CLASSIC,
    COUNTED,
    HEALTHCARE,
    LENGTHS,
    OF_DEVICES,
    OF_LANGUAGES,
    PLACE,
    TIMES,
)
from bot.core.domain.commands import Guest
from bot.core.parsing.text.words import Kind, Word
from bot.core.parsing.vocabulary.language_names import LANGUAGES

_PLACEHOLDERS = {
    **dict.fromkeys(TIMES, "{time}"),
    **dict.fromkeys(LENGTHS, "{length}"),
    **dict.fromkeys(OF_LANGUAGES, "{language}"),
    **dict.fromkeys(OF_DEVICES, "{device}"),
    **dict.fromkeys(("spare", "hosts"), "{guests}"),
    "zone": "{place}",
    "vertical": "{healthcare}",
    "qr": "qr code",
}
LEFT_OUT = "{leftout}"
"""Stands for people who are left out; no example has it, so that nothing is done without asking."""

_ARTICLES = frozenset({"a", "an", "ein", "eine", "einen", "un", "une", "una", "um", "uma"})


def with_placeholders(
    words: Sequence[Word], named: dict[int, Guest], meeting: OwnMeeting | None, out: set[int]
) -> str:
    """Return the words of a sentence with placeholders.

    Args:
        words: the words, with each phrase and person as one.
        named: the people who are mentioned by name alone, by the places of their names.
        meeting: the meeting that is mentioned.
        out: the places of people who are left out.
    """
    said = [
        (LEFT_OUT if at - 1 not in out else "") if at in out else _placeholder(word, at in named)
        for at, word in enumerate(words)
    ]
    text = CLASSIC.sub("{number}", " ".join(filter(None, said)))
    text = COUNTED.sub(lambda found: f"{found['more'] or ''} {{guests}}".strip(), text)
    place = PLACE.search(text)
    if place and "{person}" not in text:
        text = f"{text[: place.start(1)]}{{place}}"
    if meeting:
        text = _MEETING.sub("{meeting}", _without_subject(text, meeting))
    return text


def without_repetitions(sentence: str) -> str:
    """Return a sentence in which several placeholders of a kind in a row are one."""
    return _REPEATED.sub(r"\1", sentence)


_REPEATED = re.compile(r"(\{\w+\})(?: (?:and |, |& |und |et |y )?\1)+")


def is_said_twice(sentence: str, known: Sequence[Word]) -> bool:
    """Return whether a length, a language or a number of links is named more than once."""
    twice = any(sentence.count(each) > 1 for each in _SAID_ONCE)
    return twice or any(_SAME_UNIT.search(word.raw) for word in known)


_SAME_UNIT = re.compile(r"\d ?(min|h|std|stunde|hour|heure|hora)\w*\b.*\d ?\1", re.IGNORECASE)
_SAID_ONCE = ("{length}", "{language}", "{guests}", "{number}", "{place}")

_MEETING = re.compile(r"(?:meeting |call )?#\d+")


def _without_subject(text: str, meeting: OwnMeeting) -> str:
    words = subject_pattern(meeting.subject)
    return re.sub(_CALLED.format(words), "{meeting}", text, count=1) if words else text


_CALLED = (
    r"(?i)(?:\b(?:the|der|die|das|le|la|el) )?\b{}\b"
    r"(?: (?:meeting|call|one|visit|termin|treffen|besprechung)\b)?"
)


def _placeholder(word: Word, is_guest: bool) -> str:
    if word.guest or is_guest:
        return "{person}"
    if word.kind is Kind.PHRASE and not is_common(word):
        return _PLACEHOLDERS.get(word.means, word.raw)
    if word.key in LANGUAGES:
        return "{language}"
    if word.key in HEALTHCARE:
        return "{healthcare}"
    return word.raw if word.kind is not Kind.QUOTED else ""


def is_common(word: Word) -> bool:
    """Return whether a phrase is more likely an ordinary word than a time: `mon lien`, `a link`."""
    said = word.raw.casefold()
    is_day = word.means == "day" and said in _NO_DAYS
    is_one = word.means in ("spare", "hosts") and said.split()[0] in _ARTICLES
    return is_day or is_one or said in _COMMON


_COMMON = frozenset({"later", "später", "plus tard", "más tarde", "another link", "otro enlace"})
"""What says how far a meeting is moved rather than when, or is a link that was lost."""

_NO_DAYS = frozenset({"mon", "sun", "sat", "so", "di", "do", "mi", "mar", "mer", "sam"})
"""Abbreviations of days that are also common words: `mon` is French for `my`."""

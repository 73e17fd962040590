"""What a sentence names, wherever it stands in it: people, times, lengths, meetings, a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.core.domain.commands import Guest, Unclear
from bot.core.parsing import device_names, grammar, phone_numbers
from bot.core.parsing.phrases import merge_phrases
from bot.core.parsing.slots import attach_names
from bot.core.parsing.subjects import KEYWORDS, clean
from bot.core.parsing.times.time_phrases import mark_places
from bot.core.parsing.words import Kind, Word, joined, split
from bot.core.suggesting.tokens import tokens

_TIMES = ("iso", "after", "span", "day", "clock", "until", "part", "zone")
_OPTIONS = ("spare", "hosts", "qr", "vertical", "device", "named_device", "called_device")
_LANGUAGES = ("language", "in_language", "in_japanese", "language_named")
_PLACEHOLDERS = {
    **dict.fromkeys(_TIMES, "{time}"),
    **dict.fromkeys(_LANGUAGES, "{language}"),
    **dict.fromkeys(("device", "named_device", "called_device"), "{device}"),
    **dict.fromkeys(("spare", "hosts"), "{guests}"),
    "length": "{length}",
    "zone": "{place}",
    "vertical": "healthcare",
    "qr": "qr code",
}
_CLASSIC = re.compile(r"(?<![\d+@.])\d(?:[ -]?\d){8,11}(?![\d@])")
_SUBJECT_LEADS = KEYWORDS | {"titled", "called", "agenda", "b/c", "because", "wegen", "thema"}
_SUBJECT_LEADS |= {"betreff", "sujet", "objet", "concernant", "sobre", "tema", "asunto"}
_DULL = frozenset(
    {"the", "a", "an", "my", "our", "about", "meeting", "call", "with", "for", "and", "of", "to"}
    | {"der", "die", "das", "mein", "le", "la", "les", "el", "los", "las", "de"}
)


@dataclass(frozen=True)
class OwnMeeting:
    """A meeting of which the speaker is a host, and that may be spoken of in this place.

    Args:
        number: as in ``#12``.
        subject: empty for none.
        guests: who is invited.
    """

    number: int
    subject: str = field(default="", repr=False)
    guests: tuple[Guest, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """What one sentence names.

    Args:
        sentence: with ``{person}`` and the like where somebody or something is named.
        people: who is named by address, mention or number, or by the name of a guest.
        times: words that tell when, as they were written.
        length: words that tell how long.
        options: words that tell of spare links, devices, a QR code.
        language: words that name a language.
        place: words that name a time zone.
        meeting: the number of the meeting that is named.
        subject: of what it is about.
        number: of a classic meeting.
    """

    sentence: str = field(repr=False)
    people: tuple[Guest, ...] = ()
    times: str = field(default="", repr=False)
    length: str = ""
    options: str = ""
    language: str = ""
    place: str = ""
    meeting: int | None = None
    subject: str = field(default="", repr=False)
    number: str = ""


def find(
    text: str, meetings: Sequence[OwnMeeting], devices: Iterable[str] = (), region: str = ""
) -> Evidence:
    """Return what a sentence names.

    Args:
        text: of a `mentions.Said`.
        meetings: of the speaker, whose guests may be named without an address.
        devices: the names of those that can be dialled.
        region: the country of phone numbers without a country's code, as two letters.
    """
    words = _phrases(text, devices, region)
    guests = [guest for meeting in meetings for guest in meeting.guests]
    named = {at: who for at, word in enumerate(words) if (who := _guest_named(word, guests))}
    meeting = _meeting_named(words, meetings)
    people = [named.get(at) or word.guest for at, word in enumerate(words)]
    return Evidence(
        sentence=_with_placeholders(words, named, meeting),
        people=tuple({each.same_as: each for each in people if each}.values()),
        times=_raw([word for word in words if not _is_common(word)], *_TIMES),
        length=_raw(words, "length"),
        options=_raw([word for word in words if not _is_common(word)], *_OPTIONS),
        language=_raw(words, *_LANGUAGES),
        place=_raw(words, "zone"),
        meeting=meeting.number if meeting else None,
        subject=_subject(words),
        number=_classic_number(text),
    )


def _phrases(text: str, devices: Iterable[str], region: str) -> list[Word]:
    """Return the words of a sentence in which phrases, people and devices are one word each."""
    words = device_names.mark(split(_POSSESSIVE.sub(r"\1 s", text))[:_MOST_WORDS], devices)
    marked = phone_numbers.mark(words, region)
    people = attach_names(words if isinstance(marked, Unclear) else marked)
    meet = grammar.RULES[0]
    merged = merge_phrases(people, meet.pattern)
    return mark_places(merged) if merged else people


_MOST_WORDS = 300
_POSSESSIVE = re.compile(r"(@[\w.-]+\w)['’`]s\b")
_NO_DAYS = frozenset({"mon", "sun", "sat", "so", "di", "do", "mi", "mar", "mer", "sam"})
"""Short for a day, and a common word as well: in French `mon` is `my`."""


def _raw(words: Sequence[Word], *meanings: str) -> str:
    return " ".join(word.raw for word in words if word.means in meanings)


def _with_placeholders(
    words: Sequence[Word], named: dict[int, Guest], meeting: OwnMeeting | None
) -> str:
    said = [_placeholder(word, at in named) for at, word in enumerate(words)]
    text = _CLASSIC.sub("{number}", " ".join(filter(None, said)))
    if meeting:
        text = _MEETING.sub("{meeting}", _without_subject(text, meeting))
    return re.sub(r"(\{\w+\})(?: (?:and |, |& |und |et |y )?\1)+", r"\1", text)


_MEETING = re.compile(r"(?:meeting |call )?#\d+")


def _without_subject(text: str, meeting: OwnMeeting) -> str:
    significant = _significant(meeting.subject)
    if not significant:
        return text
    first, last = re.escape(significant[0]), re.escape(significant[-1])
    span = first if len(significant) == 1 else rf"{first}\b.{{0,40}}\b{last}"
    return re.sub(rf"(?i)(?:\bthe )?\b{span}\b(?: meeting| call)?", "{meeting}", text, count=1)


def _placeholder(word: Word, is_guest: bool) -> str:
    if word.guest or is_guest:
        return "{person}"
    if word.kind is Kind.PHRASE and not _is_common(word):
        return _PLACEHOLDERS.get(word.means, word.raw)
    return word.raw if word.kind is not Kind.QUOTED else ""


def _is_common(word: Word) -> bool:
    """Return whether a phrase more probably is what it looks like: `mon lien`, `a link`."""
    is_day = word.means == "day" and word.raw.casefold() in _NO_DAYS
    return is_day or (word.means == "spare" and word.raw.casefold().startswith(("a ", "an ")))


def _guest_named(word: Word, guests: Iterable[Guest]) -> Guest | None:
    """Return the only guest who is called so, if there is one."""
    if word.kind is not Kind.PLAIN or len(word.key) < 2:
        return None
    name = re.sub(r"['’]?s$", "", word.key) if re.search(r"['’]s$", word.key) else word.key
    fitting = {each.same_as: each for each in guests if name in _names(each)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _names(guest: Guest) -> set[str]:
    account = guest.email.partition("@")[0].casefold()
    known = f"{guest.name.casefold()} {re.sub(r'[._+0-9-]', ' ', account)}"
    return {each for each in known.split() if len(each) > 1}


def _meeting_named(words: Sequence[Word], meetings: Sequence[OwnMeeting]) -> OwnMeeting | None:
    """Return the meeting that is named by its number, or by all that its subject says."""
    said = set(tokens(" ".join(word.raw for word in words)))
    numbers = {int(each) for word in words for each in re.findall(r"#(\d{1,9})", word.raw)}
    by_number = [each for each in meetings if each.number in numbers]
    by_words = [each for each in meetings if _is_named(each, said)]
    found = by_number or by_words
    return found[0] if len(found) == 1 else None


def _is_named(meeting: OwnMeeting, said: set[str]) -> bool:
    significant = set(tokens(" ".join(_significant(meeting.subject))))
    return bool(significant) and significant <= said


def _significant(subject: str) -> list[str]:
    return [each for each in re.findall(r"\w+", subject.casefold()) if each not in _DULL]


def _subject(words: Sequence[Word]) -> str:
    """Return what stands in quotes, or behind a word that leads to a subject."""
    quoted = [word.inside for word in words if word.kind is Kind.QUOTED and not word.guest]
    if quoted:
        return clean(quoted[0]) or ""
    lead = next((at for at, word in enumerate(words) if word.key in _SUBJECT_LEADS), None)
    if lead is None:
        return ""
    return clean(joined(list(_plain(words[lead + 1 :])))) or ""


def _plain(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the plain words at the beginning of `words`."""
    for word in words:
        if word.kind is not Kind.PLAIN:
            return
        yield word


def _classic_number(text: str) -> str:
    found = _CLASSIC.search(text)
    return re.sub(r"\D", "", found[0]) if found else ""

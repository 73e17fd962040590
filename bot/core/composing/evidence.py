"""Finds what a sentence mentions: people, times, lengths, meetings, a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.core.composing.bare_numbers import with_units
from bot.core.composing.left_out import people_left_out
from bot.core.composing.names import (
    OwnMeeting,
    by_name,
    guest_named,
    meeting_named,
    subject_pattern,
)
from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.slots.device_slots import mark_devices
from bot.core.parsing.slots.language_slots import LANGUAGES
from bot.core.parsing.slots.people_names import attach_names
from bot.core.parsing.slots.subjects import KEYWORDS, clean, quoted
from bot.core.parsing.text import phone_numbers
from bot.core.parsing.text.phrases import merge_phrases
from bot.core.parsing.text.words import Kind, Word, joined, split
from bot.core.parsing.times import time_phrases

_LENGTHS = frozenset({"length", "vague_length"})
_TIMES = frozenset(re.findall(r"\?P<(\w+)>", time_phrases.PATTERN)) - _LENGTHS - {"zone"}
"""The kinds of phrases that say when."""

_DAYS = frozenset({"day", "iso", "after"})
_CLOCKS = frozenset({"iso", "from_now", "clock", "bare_clock", "span", "bare_span"})
_LANGUAGES = frozenset({"language", "in_language", "in_japanese", "language_named"})
_DEVICES = frozenset({"device", "named_device", "called_device"})
_PLACEHOLDERS = {
    **dict.fromkeys(_TIMES, "{time}"),
    **dict.fromkeys(_LENGTHS, "{length}"),
    **dict.fromkeys(_LANGUAGES, "{language}"),
    **dict.fromkeys(_DEVICES, "{device}"),
    **dict.fromkeys(("spare", "hosts"), "{guests}"),
    "zone": "{place}",
    "vertical": "{healthcare}",
    "qr": "qr code",
}
LEFT_OUT = "{leftout}"
"""Stands for people who are left out; no example has it, so that nothing is done without asking."""

_HEALTHCARE = frozenset({"healthcare", "health-care"})
_NO_OPTIONS = _TIMES | _LENGTHS | _LANGUAGES | {"zone"}
_ARTICLES = frozenset({"a", "an", "ein", "eine", "einen", "un", "une", "una", "um", "uma"})
_COUNTED = re.compile(
    r"\b(\d{1,3}|two|three|four|five|six|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro)"
    r" (?:(?P<more>more|extra|additional|weitere|zusätzliche|autres|más) |\w+ )?"
    r"(?:people|persons|patients|participants|\w*links?|leute|personen|personnes|personas"
    r"|liens|enlaces)\b",
    re.IGNORECASE,
)
"""A number of people or links in words that the grammar doesn't know."""
_PLACE = re.compile(
    r"\b(?:in|is|to|ist|est|es|en|à|zone|now)\s+([A-ZÀ-Ý][\w/]+(?: [A-Z]\w+)?)\s*[.!]?$"
)
_CLASSIC = re.compile(r"(?<![\d+@.#])\d(?:[ -]?\d){8,11}(?![\d@])")
_SUBJECT_LEADS = KEYWORDS | {"titled", "called", "agenda", "b/c", "because", "wegen", "thema"}
_SUBJECT_LEADS |= {"betreff", "sujet", "objet", "concernant", "sobre", "tema", "asunto"}


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
    text: str, meetings: Sequence[OwnMeeting], devices: Iterable[str] = (), region: str = ""
) -> Evidence:
    """Return what a sentence mentions.

    Args:
        text: the text of a `mentions.Said`.
        meetings: the speaker's meetings, whose guests may be mentioned by name alone.
        devices: the names of devices that can be dialed.
        region: the country of phone numbers without a country code, as two letters.
    """
    written, text = text, with_units(text)
    words = _phrases(text, devices, region)
    named = _guests_named(words, meetings)
    meeting = meeting_named(words, meetings)
    out = people_left_out(words, named)
    people = [named.get(at) or word.guest for at, word in enumerate(words)]
    known = [word for word in words if word.means and not _is_common(word)]
    sentence = _with_placeholders(words, named, meeting, out)
    return Evidence(
        sentence=_REPEATED.sub(r"\1", sentence),
        by_name=any(word.guest is None and at in named for at, word in enumerate(words)),
        people=_once(each for at, each in enumerate(people) if at not in out),
        left_out=_once(each for at, each in enumerate(people) if at in out),
        times=_raw(word for word in known if word.means in _TIMES | {"zone"}),
        length=_raw(word for word in known if word.means in _LENGTHS),
        options=_options(known, words) or _counted(text),
        language=_raw(word for word in known if word.means in _LANGUAGES) or _language(words),
        place=_raw(word for word in known if word.means == "zone") or _place(text),
        meeting=meeting.number if meeting else None,
        subject=_subject(words),
        number=_classic_number(text),
        names_day=any(word.means in _DAYS for word in known),
        names_clock=any(word.means in _CLOCKS for word in known),
        is_said_twice=_is_said_twice(sentence, known),
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


_GREETING = re.compile(
    r"\b(?:good (?:morning|afternoon|evening|day)|guten (?:morgen|tag|abend)|schönen (?:tag|abend)"
    r"|buen[oa]s (?:días|tardes|noches)|bom dia|boa (?:tarde|noite)|buongiorno|buonasera)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 150
_POSSESSIVE = re.compile(r"(@[\w.-]+\w)['’`]s\b")


def is_whose(unclear: Unclear) -> bool:
    """Return whether only an `'s` made an address unclear: `alice@x.com's invitation`."""
    return unclear.hint is Hint.ADDRESS and bool(_POSSESSIVE.search(unclear.said))


_COMMON = frozenset({"later", "später", "plus tard", "más tarde", "another link", "otro enlace"})
"""What says how far a meeting is moved rather than when, or is a link that was lost."""

_NO_DAYS = frozenset({"mon", "sun", "sat", "so", "di", "do", "mi", "mar", "mer", "sam"})
"""Abbreviations of days that are also common words: `mon` is French for `my`."""


def _raw(words: Iterable[Word]) -> str:
    return " ".join(word.raw.rstrip("?!") for word in words)


def _options(known: Sequence[Word], words: Sequence[Word]) -> str:
    """Return the words about spare links, devices or a QR code, as the grammar reads them."""
    options = [
        f"with {quoted(word.inside or word.value)}" if word.means in _DEVICES else _raw([word])
        for word in known
        if word.means not in _NO_OPTIONS
    ]
    is_healthcare = any(not word.means and word.key in _HEALTHCARE for word in words)
    return " ".join([*options, "as healthcare"] if is_healthcare else options)


def _guests_named(words: Sequence[Word], meetings: Sequence[OwnMeeting]) -> dict[int, Guest]:
    """Return the guests who are mentioned by name alone, by the places of their names."""
    called = by_name(guest for meeting in meetings for guest in meeting.guests)
    return {at: who for at, word in enumerate(words) if (who := guest_named(word, called))}


def _once(people: Iterable[Guest | None]) -> tuple[Guest, ...]:
    return tuple({each.identity: each for each in people if each}.values())


def _with_placeholders(
    words: Sequence[Word], named: dict[int, Guest], meeting: OwnMeeting | None, out: set[int]
) -> str:
    said = [
        (LEFT_OUT if at - 1 not in out else "") if at in out else _placeholder(word, at in named)
        for at, word in enumerate(words)
    ]
    text = _CLASSIC.sub("{number}", " ".join(filter(None, said)))
    text = _COUNTED.sub(lambda found: f"{found['more'] or ''} {{guests}}".strip(), text)
    place = _PLACE.search(text)
    if place and "{person}" not in text:
        text = f"{text[: place.start(1)]}{{place}}"
    if meeting:
        text = _MEETING.sub("{meeting}", _without_subject(text, meeting))
    return text


_REPEATED = re.compile(r"(\{\w+\})(?: (?:and |, |& |und |et |y )?\1)+")


def _is_said_twice(sentence: str, known: Sequence[Word]) -> bool:
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
    if word.kind is Kind.PHRASE and not _is_common(word):
        return _PLACEHOLDERS.get(word.means, word.raw)
    if word.key in LANGUAGES:
        return "{language}"
    if word.key in _HEALTHCARE:
        return "{healthcare}"
    return word.raw if word.kind is not Kind.QUOTED else ""


def _is_common(word: Word) -> bool:
    """Return whether a phrase is more likely an ordinary word than a time: `mon lien`, `a link`."""
    said = word.raw.casefold()
    is_day = word.means == "day" and said in _NO_DAYS
    is_one = word.means in ("spare", "hosts") and said.split()[0] in _ARTICLES
    return is_day or is_one or said in _COMMON


def _subject(words: Sequence[Word]) -> str:
    """Return what is in quotes or after a word such as `about`."""
    quoted = [word.inside for word in words if word.kind is Kind.QUOTED and not word.guest]
    if quoted:
        return clean(quoted[0]) or ""
    lead = next((at for at, word in enumerate(words) if word.key in _SUBJECT_LEADS), None)
    if lead is None:
        return ""
    after = list(_plain(words[lead + 1 :]))
    return clean(joined(after[after[:1] != [] and after[0].key in _LINKS :])) or ""


_LINKS = frozenset({"of", "is", "ist", "est", "es", "de", "a"})
"""Words between a word that leads to a subject and the subject: `topic is renewal`."""


def _plain(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the plain words at the beginning of `words`."""
    for word in words:
        if word.kind is not Kind.PLAIN:
            return
        yield word


def _counted(text: str) -> str:
    found = _COUNTED.search(text)
    return f"{found[1]} guests" if found else ""


def _language(words: Sequence[Word]) -> str:
    """Return the language if it is named without a word such as `in` before it."""
    return next((f"in {word.key}" for word in words if word.key in LANGUAGES), "")


def _place(text: str) -> str:
    """Return the words at the end of a sentence that may be a place: `I'm in London`."""
    found = _PLACE.search(text)
    return found[1] if found else ""


def _classic_number(text: str) -> str:
    found = _CLASSIC.search(text)
    return re.sub(r"\D", "", found[0]) if found else ""

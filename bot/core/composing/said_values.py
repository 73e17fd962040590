"""Reads values that a sentence mentions: options, a language, a place, a subject, a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.core.parsing.slots.subjects import KEYWORDS, clean, quoted, says_nothing
from bot.core.parsing.text.words import Kind, Word, joined
from bot.core.parsing.times import time_phrases
from bot.core.parsing.vocabulary.language_names import LANGUAGES

LENGTHS = frozenset({"length", "vague_length"})
TIMES = frozenset(re.findall(r"\?P<(\w+)>", time_phrases.PATTERN)) - LENGTHS - {"zone"}
"""The kinds of phrases that say when."""

OF_LANGUAGES = frozenset({"language", "in_language", "in_japanese", "language_named"})
OF_DEVICES = frozenset({"device", "named_device", "called_device"})
HEALTHCARE = frozenset({"healthcare", "health-care"})
_NO_OPTIONS = TIMES | LENGTHS | OF_LANGUAGES | {"zone"}

COUNTED = re.compile(
    r"\b(\d{1,3}|two|three|four|five|six|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro)"
    r" (?:(?P<more>more|extra|additional|weitere|zusätzliche|autres|más) |\w+ )?"
    r"(?:people|persons|patients|participants|\w*links?|leute|personen|personnes|personas"
    r"|liens|enlaces)\b",
    re.IGNORECASE,
)
"""A number of people or links in words that the grammar doesn't know."""

PLACE = re.compile(
    r"\b(?:in|to|en|à|zone|now|(?:zone|timezone|time|office|city|clock|\w*zeit\w*|fuseau|horaire"
    r"|hora|heure|zona|huso)\s+(?:is|ist|est|es))\s+([A-ZÀ-Ý][\w/]+(?: [A-Z]\w+)?)\s*[.!]?$"
)
CLASSIC = re.compile(r"(?<![\d+@.#])\d(?:[ -]?\d){8,11}(?![\d@])")
_SUBJECT_LEADS = KEYWORDS | {"titled", "called", "agenda", "b/c", "because", "wegen", "thema"}
_SUBJECT_LEADS |= {"betreff", "sujet", "objet", "concernant", "sobre", "tema", "asunto"}


def raw(words: Iterable[Word]) -> str:
    """Return words as they were written."""
    return " ".join(word.raw.rstrip("?!") for word in words)


def options(known: Sequence[Word], words: Sequence[Word]) -> str:
    """Return the words about spare links, devices or a QR code, as the grammar reads them."""
    said = [
        f"with {quoted(word.inside or word.value)}" if word.means in OF_DEVICES else raw([word])
        for word in known
        if word.means not in _NO_OPTIONS
    ]
    is_healthcare = any(not word.means and word.key in HEALTHCARE for word in words)
    return " ".join([*said, "as healthcare"] if is_healthcare else said)


def counted(text: str) -> str:
    """Return how many guests are wanted, as the grammar says it; empty if that isn't said."""
    found = COUNTED.search(text)
    return f"{found[1]} guests" if found else ""


def language(known: Sequence[Word], words: Sequence[Word]) -> str:
    """Return the words that name a language, also without `in` before them."""
    said = raw(word for word in known if word.means in OF_LANGUAGES)
    return said or next((f"in {word.key}" for word in words if word.key in LANGUAGES), "")


def place(known: Sequence[Word], text: str) -> str:
    """Return the words that name a time zone, or may be a place at the end: `I'm in London`."""
    found = PLACE.search(text)
    said = raw(word for word in known if word.means == "zone")
    return said or (found[1] if found else "")


def classic_number(text: str) -> str:
    """Return the digits of a classic meeting's number; empty for none."""
    found = CLASSIC.search(text)
    return re.sub(r"\D", "", found[0]) if found else ""


def subject(words: Sequence[Word]) -> str:
    """Return what is in quotes or after a word such as `about`."""
    titles = [word.inside for word in words if word.kind is Kind.QUOTED and not word.guest]
    if titles:
        return clean(titles[0]) or ""
    lead = next((at for at, word in enumerate(words) if word.key in _SUBJECT_LEADS), None)
    if lead is None:
        return ""
    after = list(_plain(words[lead + 1 :]))
    said = after[after[:1] != [] and after[0].key in _LINKS :]
    return "" if says_nothing(said) else clean(joined(said)) or ""


_LINKS = frozenset({"of", "is", "ist", "est", "es", "de", "a"})
"""Words between a word that leads to a subject and the subject: `topic is renewal`."""


def _plain(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the plain words at the beginning of `words`."""
    for word in words:
        if word.kind is not Kind.PLAIN:
            return
        yield word

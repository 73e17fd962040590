"""Finds words that may be a meeting's subject, although no word such as `about` leads to them."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.composing.courtesies import without_courtesies
from bot.core.composing.evidence import Evidence
from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Meet
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.slots.subjects import KEYWORDS, quoted, says_nothing
from bot.core.parsing.text.words import split
from bot.core.parsing.vocabulary.one_letter_off import is_slip
from bot.core.suggesting.clearer_times import TIME_WORDS
from bot.core.suggesting.ranking import index

_PIECES = re.compile(r"[.!?;,:|\n]+|\s[-–—]+\s|[-–—]+$")
_ON = re.compile(r"(?:on|for|over|zu|zum|zur|sur|para)\s+(.+)", re.IGNORECASE | re.DOTALL)


_AROUND = re.compile(
    r"^(?:a|an|the|my|our|new|quick|please|eine?|une?|una)\s+"
    r"|\s*\b(?:meeting|call|video|with|w|for|mit|avec|con|reunión|réunion|termin)$",
    re.IGNORECASE,
)
"""Words around a subject that stands before the people."""


def with_and_without(perhaps: str, found: Evidence) -> list[Evidence]:
    """Return the evidence with words that may be the subject, if there are any, and without.

    Args:
        perhaps: words that the grammar could not read; empty for none.
        found: the evidence, without a subject.
    """
    sentence = found.sentence
    guesses = (perhaps, _apart(sentence), _before_people(sentence))
    subject = next(filter(None, map(_plausible, guesses)), "")
    devices = re.findall(r'"(.+?)"', found.options.casefold())
    if not subject or any(name in subject.casefold() for name in devices):
        return [found]
    return [replace(found, subject=subject), found]


def _plausible(words: str) -> str:
    """Return words that may be a subject, without polite ones; empty for a part of a sentence."""
    plain = _LEADING.sub("", without_courtesies(words))
    head, _, rest = plain.partition(" ")
    subject = rest if any(is_slip(head.casefold(), each) for each in _LONG_KEYWORDS) else plain
    said = split(subject)
    is_part = not _OF_SENTENCES.isdisjoint(tokens(subject))
    return "" if is_part or says_nothing(said) or not said else subject


_LEADING = re.compile(
    r"^(?:(?:then|and|so|a|qr|code|for)\s+)+(?=the\s)|^(?:then|and|so)\s+", re.IGNORECASE
)
_LONG_KEYWORDS = frozenset(each for each in KEYWORDS if len(each) > 4)
_OF_SENTENCES = frozenset(
    tokens("i you he she it we they me him us them will would could shall should must may might")
    + tokens("has have had is are was were be been do does did can once if unless until than")
    + tokens("wants needs meet thanks thank please ich du er sie wir ihr wird werden kann hat")
    + tokens("haben ist sind war wenn falls sobald danke bitte je tu il elle nous vous ils elles")
    + tokens("est sont ont sera peut quand merci yo ella está son han puede cuando gracias")
)
"""Words of a sentence, which no subject has that stands without `about`."""


def _before_people(sentence: str) -> str:
    """Return the words before the people, such as `budget meeting with`, if they are a subject."""
    words = sentence.partition("{person}")[0] if "{person}" in sentence else ""
    trimmed = None
    while trimmed != words:
        trimmed, words = words, _AROUND.sub("", words.strip(" ,:-–"))
    known = index().knows(tokens(words))
    return "" if known or "{" in words or len(words.split()) > _MOST_WORDS else words


_MOST_WORDS = 3


def _apart(sentence: str) -> str:
    """Return the part of a sentence that stands alone and has words that no example has.

    Args:
        sentence: with ``{person}`` and other placeholders: `{person} - {time} - Q2 forecast`.
    """
    pieces = [each.strip() for each in _PIECES.split(sentence)]
    alone = [each for each in pieces if each and "{" not in each]
    if len(alone) == len(pieces):
        return ""
    return next((each for each in alone if not index().knows(tokens(each))), "")


_WHOLE_BEFORE = re.compile(
    r"(?P<head>.*\d.*?)\s+(?:on|über|zum?|zur|sur|sobre)\s+(?P<subject>(?!\d)\S.*\d.*)",
    re.IGNORECASE | re.DOTALL,
)


def with_a_time_in_it(sentence: str, by: SentenceParser) -> str:
    """Return a sentence with the subject of `… wednesday 11am on the switch at 3pm` in quotes.

    What stands before it has to be a whole meeting, so that the second time isn't the meeting's.
    """
    found = _WHOLE_BEFORE.fullmatch(sentence.strip())
    first = tokens(found["subject"])[:2] if found else []
    if found is None or TIME_WORDS.intersection(first):
        return ""
    meeting = by.command(found["head"])
    is_whole = isinstance(meeting, Meet) and meeting.opens and meeting.guests
    subject = _SOMEBODY_BEHIND.sub("", found["subject"])
    return f"{found['head']} about {quoted(subject)}" if is_whole else ""


_SOMEBODY_BEHIND = re.compile(
    r"(?:[\s,]+(?:and|then|with|und|dann|mit|et|puis|avec|y|luego|con|of|from|de|von))*"
    r"[\s,]+[^\s@]+@.*",
    re.IGNORECASE | re.DOTALL,
)
"""An address and what stands behind it, which guests don't read in a subject."""


def behind_on(said: str) -> str:
    """Return the subject of `on the roadmap`; empty if the words may say when."""
    found = _ON.fullmatch(said)
    timed = found and TIME_WORDS.intersection(tokens(found[1]))
    return "" if found is None or timed or re.search(r"\d", said) else found[1]

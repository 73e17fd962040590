"""Puts a placeholder for a meeting that words of its subject name: `make the MRI 45 minutes`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from bot.core.composing.evidence import Evidence
from bot.core.composing.meeting_words import (
    DETERMINERS,
    NOUNS,
)
from bot.core.composing.names import significant_words
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.tokens import tokens
from bot.core.parsing.text.phrases import one_of
from bot.core.suggesting.ranking import index


def with_meetings_marked(found: Evidence, spoken: MentionableMeetings) -> Evidence:
    """Return the evidence with a placeholder for a meeting that words of its subject name."""
    sentence = _NAMED.sub(_marked, found.sentence)
    if "{meeting}" not in sentence:
        sentence = _OBJECT.sub(partial(_marked_own, spoken), sentence, count=1)
    return replace(found, sentence=sentence) if sentence != found.sentence else found


_NAMED = re.compile(
    rf"\b{one_of(DETERMINERS)}\s+((?:[^\s{{}}]+\s+){{1,3}}?)"
    rf"{one_of(NOUNS)}\b",
    re.IGNORECASE,
)


_OBJECT = re.compile(rf"\b{one_of(DETERMINERS)}\s+(\w+(?:\s+\w+)?)(?!\S)", re.IGNORECASE)
"""An article, and one or two words that may be a subject's: `the MRI`."""


def _marked_own(spoken: MentionableMeetings, match: re.Match[str]) -> str:
    """Return the placeholder for words of a subject; what follows them stays."""
    subjects = [set(tokens(" ".join(significant_words(each.subject)))) for each in spoken.meetings]
    said = match[1].split()
    for end in range(len(said), 0, -1):
        if any(set(tokens(" ".join(said[:end]))) <= each for each in subjects):
            return " ".join(["{meeting}", *said[end:]])
    return match[0]


def _marked(match: re.Match[str]) -> str:
    return match[0] if index().knows(tokens(match[1])) else "{meeting}"

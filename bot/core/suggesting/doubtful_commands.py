"""Tells a command that is to be asked about first, by how it is worded and what went before it."""

from __future__ import annotations

import re

from bot.core.composing.first_verbs import begins_to_add
from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Add, Again, Meet, Sayable
from bot.core.parsing.grammar import acts
from bot.core.parsing.text.phrases import any_phrase, one_of
from bot.core.parsing.vocabulary.aside_words import JOINING
from bot.core.parsing.vocabulary.remark_words import CALLS, DUTIES, KNOWN, OCCASIONS
from bot.core.suggesting.plain_answers import is_hedged
from bot.core.suggesting.remarks import is_for_somebody_mentioned

_CALL_OF = re.compile(rf"\W*(?:\w+\W)?{one_of(CALLS)}\s+(?:de|von|from|of)\b", re.IGNORECASE)
_REPORT = re.compile(r"\W*\w\w+é(?:e|s|es)?\b", re.IGNORECASE)
_THING = re.compile(rf"\W*(?:{one_of(KNOWN)}\s+\S+|l['’]\w+|{one_of(OCCASIONS)})\W*", re.IGNORECASE)
"""A meeting that is only named, perhaps since the sentence was sent too early: `the demo`."""

_DUTY = any_phrase(*DUTIES)


def is_doubtful(command: Sayable, said: str, *, is_other: bool) -> bool:
    """Return whether to ask about a command before it is carried out.

    Args:
        command: the command.
        said: its words; empty for a press.
        is_other: whether the last command was for somebody, but no invitation: `and bob too` may
            ask for the same again.
    """
    if not said or not acts(command):
        return False
    if any(each(said) for each in (is_for_somebody_mentioned, _is_unfinished, _is_report)):
        return True
    match command:
        case Add():
            return is_other and not begins_to_add(said)
        case Again():
            return is_hedged(said)  # Spanish `igual`
        case Meet():
            is_named = not command.guests and bool(_THING.fullmatch(said))
            return is_named or bool(_CALL_OF.match(said) or _DUTY.search(said))
    return False


def _is_unfinished(said: str) -> bool:
    """Return whether a sentence was sent before it was over: `meet bob@x.com and`."""
    return not JOINING.isdisjoint(tokens(said)[-1:])


def _is_report(said: str) -> bool:
    """Return whether the first word tells what was done, in French or Spanish: `annulé`."""
    return bool(_REPORT.match(said))

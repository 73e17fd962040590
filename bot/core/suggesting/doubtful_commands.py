"""Tells a command that is to be asked about first, by how it is worded and what went before it."""

from __future__ import annotations

import re

from bot.core.composing.first_verbs import begins_to_add
from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Add, Again, Meet, Remove, Resend, Sayable
from bot.core.parsing.grammar import acts
from bot.core.parsing.text.phrases import any_phrase, one_of
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.parsing.vocabulary.aside_words import JOINING
from bot.core.parsing.vocabulary.remark_words import (
    BESIDE,
    CALLS,
    DUTIES,
    KNOWN,
    MINE,
    OCCASIONS,
    SETTINGS,
)
from bot.core.suggesting.plain_answers import is_hedged
from bot.core.suggesting.remarks import is_for_somebody_mentioned

_CALL_OF = re.compile(rf"\W*(?:\w+\W)?{one_of(CALLS)}\s+(?:de|von|from|of)\b", re.IGNORECASE)
_REPORT = re.compile(r"\W*(?:(?:ya|déjà)\s+)?(?:\w\w+é(?:e|s|es)?|toujours)\b", re.IGNORECASE)
_KNOWN = re.compile(rf"\W*(?:{one_of(KNOWN)}\s|l['’])", re.IGNORECASE)
"""The beginning of a meeting that there is already: `the demo`, `mein Termin mit …`."""

_TOPIC = re.compile(
    rf"\W*(?:(?:\w+\s+)?{one_of(OCCASIONS)}|{one_of(BESIDE)}(?:\s+\w+)?)\W*", re.IGNORECASE
)
"""What alone asks for nothing: `demo`, `with us`."""

_NOUN = re.compile(rf"\W*{one_of(sentence_words('meeting') | CALLS | OCCASIONS)}\b", re.IGNORECASE)

_DEFAULTS = re.compile(rf"\b(?:{'|'.join(SETTINGS)})", re.IGNORECASE)
_MY = re.compile(rf"\b{one_of(MINE)}\b", re.IGNORECASE)

_IN_PLACE = re.compile(rf"[>@.\w]\s+{one_of(BESIDE)}\s+(?:<@|\S+@|\+?\d)", re.IGNORECASE)
"""Two people with more than `and` between them: `remove alice@x.com for bob@x.com`."""

_DUTY = any_phrase(*DUTIES)


def is_doubtful(command: Sayable, said: str, *, follows_address: bool) -> bool:
    """Return whether to ask about a command before it is carried out.

    Args:
        command: the command.
        said: its words; empty for a press.
        follows_address: whether the last command was for somebody, but no invitation: `and bob
            too` may ask for the same again.
    """
    if not said or not acts(command):
        return False
    if any(each(said) for each in (is_for_somebody_mentioned, _is_unfinished, _is_report)):
        return True
    match command:
        case Add():
            return follows_address and not begins_to_add(said)
        case Again():
            return is_hedged(said)  # Spanish `igual`
        case Remove() | Resend():
            return len(command.guests) > 1 and bool(_IN_PLACE.search(said))
    return isinstance(command, Meet) and _is_told_of(said)


def _is_told_of(said: str) -> bool:
    """Return whether words may only tell of a meeting that there is."""
    found = (_KNOWN.match(said), _CALL_OF.match(said), _DUTY.search(said), _TOPIC.fullmatch(said))
    return any(found)


def may_be_ones_own(said: str) -> bool:
    """Return whether defaults said in a space may be the speaker's own: `I'm in London`."""
    return bool(said) and (bool(_MY.search(said)) or not _DEFAULTS.search(said))


def names_meeting(said: str) -> bool:
    """Return whether words name a meeting, with no verb: as an answer they don't ask for one."""
    return bool(_KNOWN.match(said) or _NOUN.match(said))


def _is_unfinished(said: str) -> bool:
    """Return whether a sentence was sent before it was over: `meet bob@x.com and`."""
    return not JOINING.isdisjoint(tokens(said)[-1:])


def _is_report(said: str) -> bool:
    """Return whether the first word tells what was done, or is still so: `annulé`, `toujours`."""
    return bool(_REPORT.match(said))

"""Tells questions from requests: `cancel?` and `can I cancel` ask, `can you cancel?` requests."""

from __future__ import annotations

import re
from typing import TypeGuard

from bot.core.domain.commands import (
    About,
    Check,
    Command,
    Defaults,
    Devices,
    Help,
    HostClassic,
    Join,
    Meetings,
    MyLink,
    Nothing,
    Plan,
    Resend,
    Sayable,
    Status,
    Thanks,
    Unclear,
)
from bot.core.parsing.text.words import Kind, Words
from bot.core.parsing.vocabulary.all_languages import sentence_words

REQUESTS = sentence_words("requests")
"""Polite requests, which don't ask whether something is possible."""

PERMISSIONS = sentence_words("permissions")
"""Questions whether something may be done."""

_LONGEST = 4
_SHOWS = (
    *(About, Check, Devices, Help, HostClassic, Join, Meetings, MyLink, Nothing, Plan, Status),
    *(Thanks, Unclear),
)
"""Commands that only show or ask something."""

_MARK = re.compile(r"[?？؟](?![\w/=&%#])|¿")


def is_question(words: Words) -> bool:
    """Return whether a sentence asks, instead of requesting something.

    Args:
        words: the whole sentence, with its polite words.
    """
    first = [word.key for word in words[:12] if word.key]
    if any(_begins(first[at:], PERMISSIONS) for at in range(_LONGEST)):
        return True
    asked = any(word.kind is Kind.PLAIN and _MARK.search(word.raw) for word in words)
    return asked and not any(_begins(first[at:], REQUESTS) for at in range(_LONGEST))


def _begins(keys: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(keys[:length]) in phrases for length in range(1, _LONGEST + 1))


def acts(command: Command) -> TypeGuard[Sayable]:
    """Return whether a command does more than show something to the person who asks."""
    if isinstance(command, Resend):
        return command.everybody or bool(command.guests)
    return command != Defaults() and not isinstance(command, _SHOWS)

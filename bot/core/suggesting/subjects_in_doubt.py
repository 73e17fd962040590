"""Writes a sentence once for each subject that it may have, where words of it are in doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import Any

from bot.core.composing.guest_sentences import MOST
from bot.core.domain.commands import Sayable
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.subjects import KEYWORDS, quoted
from bot.core.parsing.text.phrases import one_of
from bot.core.suggesting import clearer_times

_ABOUT = re.compile(
    rf"(?<![^\s,;]){one_of(KEYWORDS)}(?:\s*:\s*|\s+(?:(?:of|de|du|des|von)\s+)?)", re.IGNORECASE
)
_HOUR = re.compile(r"1[0-2]|[1-9]")
_REMARK = re.compile(r"\s*\([^()]*\)[.!]?$")
_SOMEBODY = re.compile(r"@|\d{5}")
"""An address or a phone number: guests read the subject, and no address of others in it."""

_JOINING = re.compile(
    r"(?:[\s,;&+]|\b(?:and|then|with|for|also|und|dann|mit|für|et|puis|avec|pour|y|e|luego|con"
    r"|para)\b)+$",
    re.IGNORECASE,
)
"""Words by which somebody is joined to what stands before."""

_OF = re.compile(
    r"(?:^|\s+)(?:of|from|by|to|about|regarding|her|his|von|vom|an|über"
    r"|du|de la|de|d['’]|à|del|a|al|sobre)$",
    re.IGNORECASE,
)
"""A word after which somebody belongs to the subject: `the letter from alice@x.com`."""


def with_and_without_aside(command: Any, aside: str) -> list[Sayable]:
    """Return a command whose subject ends before an aside, and the command as it was said."""
    before, _, _ = (getattr(command, "subject", None) or "").partition(aside)
    plain = _JOINING.sub("", before).strip(" ,;:./([-–—")
    return [replace(command, subject=plain), command] if plain else [command]


def with_a_subject(sentence: str, doubtful: str) -> list[str]:
    """Return a sentence once for each subject that it may have.

    A remark in brackets at its end is first left out: guests read the subject.

    Args:
        sentence: the sentence.
        doubtful: the words that may be the end of the subject, or an option; or a person, who is
            not invited then.
    """
    before, *after = _ABOUT.split(sentence, maxsplit=1)
    if not after or "<@" in after[0]:
        return []
    everything = after[0].strip()
    plain = _REMARK.sub("", everything) or everything
    if _HOUR.fullmatch(everything):
        timed = clearer_times.sentences(f"{before} at {everything}", Hint.WHICH_TIME)
        return list(islice(timed, MOST))
    whole = [f"{before} about {quoted(each)}" for each in dict.fromkeys((plain, everything))]
    subject, found, rest = after[0].partition(doubtful)
    if _SOMEBODY.search(doubtful):
        return _without_somebody(before, subject, doubtful, rest) if found else []
    if not found or doubtful.casefold() == "to":
        return whole
    longer = f"{before} about {quoted((subject + found).strip())} {rest}"
    shorter = f"{before} about {quoted(subject.strip())} {found}{rest}"
    either = [longer, shorter if subject.strip() else f"{before} {found}{rest}"]
    return either if any(map(str.isdigit, rest)) else [*either, *whole]


def _without_somebody(before: str, subject: str, somebody: str, rest: str) -> list[str]:
    """Return a sentence whose subject ends before somebody, and what else it may mean.

    They are only invited if `and` or the like joins them; else they may be part of the subject.
    With a time of their own, they are neither.
    """
    own = _JOINING.sub("", subject).strip()
    alone = _OF.sub("", own).strip(" (")
    said = [f"{before} about {quoted(alone)}" if alone else before]
    if _has_time(rest):
        of_subject = bool(alone) and alone != own
        return [f"{before}{rest} about {quoted(alone)}"] if of_subject else said
    if own != subject.strip():
        return [*said, f"{before} {somebody} about {quoted(own)}{rest}"]
    return [*said, f"{before} about {quoted(f'{subject}{somebody}{rest}'.strip())}"]


def second_request(sentence: str, somebody: str) -> str:
    """Return what begins with somebody inside a subject and has a time of its own; or nothing."""
    _, found, rest = sentence.partition(somebody)
    is_one = bool(found) and bool(_SOMEBODY.search(somebody)) and _has_time(rest)
    return f"{somebody}{rest}" if is_one else ""


def _has_time(rest: str) -> bool:
    return any(map(str.isdigit, rest))

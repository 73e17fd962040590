"""Tells whether a sentence is about the speaker's own duty, and whether from now on."""

from __future__ import annotations

import re

from bot.core.composing.evidence import Evidence
from bot.core.composing.tokens import negates, tokens
from bot.core.parsing.rules import PHRASES
from bot.core.parsing.text.phrases import any_phrase

OF_DUTY = frozenset({"on duty", "off duty", "swap"})
"""Commands about the speaker's duty; they hold from now on."""

_MINE = frozenset(
    tokens(
        "i me my mine myself we us our ich mich mir mein meine meinen wir uns je j moi mon ma mes"
    )
    + tokens("nous yo mi mis estoy tengo soy nosotros")
)
_OTHERS = frozenset(
    tokens("he she they him her them his their er ihn ihm sie ihnen il elle ils elles lui leur")
    + tokens("él ella ellos ellas")
)
_ON_THE_WAY = frozenset(
    tokens(
        "late delayed verspätet verspäte verspätung spät retard tarde retraso coming komme viens"
    )
    + tokens("arrive voy llego vengo")
)
"""Who comes, if late, isn't off duty."""

_FROM = re.compile(
    r"\b(?:from|starting|beginning|ab|von|à partir d[eu]|dès|desde|a partir de)\s+"
    r"(?:(?:at|las?|le)\s+)?\d",
    re.IGNORECASE,
)
_UNTIL = any_phrase("until|till|til|to", "bis", r"jusqu\w*", "hasta")
_AT_ONCE = re.compile(
    r"(?:now|today|right now|for today|jetzt|heute|feierabend|maintenant|aujourd['’]hui|ahora|hoy)?"
    r"\W*",
    re.IGNORECASE,
)


def is_of_others(command: str, found: Evidence) -> bool:
    """Return whether a command about the speaker's duty can't be meant.

    That is so if a sentence names a meeting or a town, or only speaks of others.
    """
    if command not in OF_DUTY:
        return False
    words = tokens(found.sentence)
    if found.meeting is not None or found.place:
        return True
    if _ON_THE_WAY.intersection(words) and not negates(words):
        return True
    of_others = _OTHERS.intersection(words) or found.people
    return command != "swap" and bool(of_others) and not _MINE.intersection(words)


def is_for_later(command: str, found: Evidence) -> bool:
    """Return whether a sentence asks for a duty that isn't to begin now: `off duty from 5pm`."""
    if command not in OF_DUTY and not _begins_with_duty(found.text):
        return False
    if _FROM.search(found.text):
        return True
    return not (_UNTIL.search(found.text) or _AT_ONCE.fullmatch(found.times))


def _begins_with_duty(text: str) -> bool:
    words = tuple(re.findall(r"[^\s,.;:!]+", text.casefold()))
    rules = (PHRASES.get(words[:length]) for length in range(1, _LONGEST + 1))
    return any(rule.name in OF_DUTY for rule in rules if rule)


_LONGEST = 6
"""The most words of a phrase that stands for a command about duty."""

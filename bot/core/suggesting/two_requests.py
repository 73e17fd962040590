"""Splits a sentence that makes two requests: `extend by 10 and tell alice I'm late`."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.parsing.slots.slot import say_people
from bot.core.parsing.text.words import Kind, Words, joined, split
from bot.core.parsing.unclear_requests import CONNECTING, begins_request, second_requests

MOST = 3
"""The most requests in one sentence to read."""

_LONGEST = 100
"""The most words of a sentence to look for requests in."""


_TO = r"to|auf|à|al?|a las?|until|bis|hasta"
_WITHOUT_VERB = re.compile(
    r"(?P<verb>move|push|shift|reschedule|postpone|extend|verschiebe?|verlege?|verlängere?"
    r"|décale[rz]?|déplace[rz]?|reporte[rz]?|prolonge[rz]?|mueve|aplaza|pospón|alarga)"
    rf"\s+(?P<first>\S.*?\s(?P<to>{_TO})\s\S.*?),?\s+(?:and|und|et|y)"
    rf"\s+(?P<second>(?:(?!\b(?:{_TO})\b)\S+\s+){{1,6}}?(?P=to)\s\S.*)",
    re.IGNORECASE,
)
"""Two requests with one verb: `move the offer to 5 and the demo to 5.30`."""


def requests_in(sentence: str) -> list[str]:
    """Return the requests that a sentence makes one after another; none if it is only one."""
    if twice := _WITHOUT_VERB.fullmatch(sentence.strip()):
        return [f"{twice['verb']} {twice[each]}" for each in ("first", "second")]
    words = split(sentence)
    if len(words) > _LONGEST:
        return []
    starts = [0, *second_requests(words)]
    if not 1 < len(starts) <= MOST or not begins_request(words, 0):
        return []
    ends = [*starts[1:], len(words)]
    return [_text(words[start:end]) for start, end in zip(starts, ends, strict=True)]


def _text(words: Words) -> str:
    """Return words as a sentence of their own, without `and` at its end."""
    while words and (words[-1].kind is Kind.MARK or words[-1].key in CONNECTING):
        words = words[:-1]
    said = [replace(each, raw=say_people([each.guest])) if each.guest else each for each in words]
    return joined(said).strip(" .;,")

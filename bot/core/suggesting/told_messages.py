"""Finds the message in a sentence that asks to pass one on: `tell Alice I am late`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.domain.commands import Guest

_THAT = re.compile(r":\s+(.+)|\b(?:that|know|dass|que)\b[:,]?\s+(.+)", re.DOTALL | re.IGNORECASE)
_VERBS = (
    r"(?:tell|inform|notify|message|let|sagen sie|sage?|informieren sie|informiere|schreibe?"
    r"|dis|dites|préviens|prévenez|informez|avisa|avise|dile|diles|informa)"
)
_POLITE = r"(?:(?:please|pls|bitte|can you|could you|por favor|stp|svp)\s+)?"
_TO = r"(?:(?:to|the|my|our|an|der|die|dem|den|à|au|aux|le|la|les|a|al|el|los|las)\s+)?"
_GROUPS = (
    r"all|everybody|everyone|them|him|her|(?:guest|patient|client|customer|other)s?"
    r"|allen?|ihnen|ihm|ihr|gästen|patient(?:in|en)?|kund(?:e|en|in)"
    r"|tous|tout le monde|lui|leur|invités|patiente|clients?|todos|pacientes?|invitados|clientes?"
)

_ADDRESS = r"[^\s@]{1,99}@[^\s@,]{1,99}|\+?\d[\d ]{2,30}\d"


def message_in(text: str, guests: Iterable[Guest]) -> str:
    """Return the message in a sentence, without whom to tell it; the whole sentence if in doubt.

    Args:
        text: the sentence.
        guests: who may be called by a name in it.
    """
    said = " ".join(text.split())
    match = _THAT.search(said)
    if match:
        return next(filter(None, match.groups()), said)
    names = {word for each in guests for word in _words_of(each)}
    called = "|".join([_GROUPS, *map(re.escape, sorted(names))])
    one = rf"{_TO}(?:{called}|{_ADDRESS})"
    whom = rf"{one}(?:\s*(?:,|and|und|et|y)\s+{one})*"
    before = re.compile(rf"{_POLITE}{_VERBS}\s+{whom}(?![\w@])\s*,?\s*(?=\S)", re.IGNORECASE)
    after = re.compile(rf"[,;.]?\s+{_POLITE}{_VERBS}\s+{whom}[.!]?$", re.IGNORECASE)
    start = before.match(said)
    return after.sub("", said[start.end() :] if start else said) or said


def _words_of(guest: Guest) -> set[str]:
    account = re.sub(r"[._+0-9-]", " ", guest.email.partition("@")[0])
    return {each for each in f"{guest.name} {account}".casefold().split() if len(each) > 1}

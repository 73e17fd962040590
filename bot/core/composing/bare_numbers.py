"""Writes out bare numbers of minutes or hours: `extend it by 10`, `+15`, `give us 15 more`."""

from __future__ import annotations

import re

_ONLY_MORE = re.compile(r"\s*\+\s?(\d{1,3})\s*[.!]?\s*")
"""All of a message such as `+15`, which adds minutes."""

_EXTENDED_BY = re.compile(
    r"\b(?:extend|prolong|lengthen|verlänger|rallonge|alarg|ampl[ií])\w*\b[^.,;:@\d]{0,40}"
    r"\s(?:by|um|de|por) \d{1,3}(?=\s*(?:[.!;,]|and\b|und\b|et\b|y\b|$))",
    re.IGNORECASE,
)
"""A number of minutes without their unit: `extend it by 10`."""

_MORE = re.compile(
    r"\b(?:(?:another|extra|noch|weitere|encore|otros)(?: mal)? (?P<number>[1-9]\d{1,2}|5)"
    r"|(?P<more>[1-9]\d{1,2}|5) (?:more|extra|longer|mehr|länger|de plus|en plus|más))\s*"
    r"(?=[.!]?\s*(?:please|pls|bitte|stp|svp|por favor)?\s*[.!]?$)",
    re.IGNORECASE,
)
"""A number of minutes at the end of a sentence: `give us 15 more`."""

_INSTEAD = re.compile(
    r"\b(\d{1,2}) (?:instead of|rather than|statt|anstatt|au lieu de|plutôt que|en vez de"
    r"|en lugar de) \d{1,2}(?![\w:.])",
    re.IGNORECASE,
)
"""An hour in the place of another: `make it 11 instead of 10`."""


def with_units(text: str) -> str:
    """Return a sentence whose bare numbers of minutes or hours are written out."""
    only_more = _ONLY_MORE.fullmatch(text)
    if only_more:
        return f"another {only_more[1]} minutes"
    text = _EXTENDED_BY.sub(r"\g<0> minutes", text)
    return _INSTEAD.sub(r"at \1:00", _MORE.sub(_minutes, text))


def _minutes(found: re.Match[str]) -> str:
    return f"another {found['number'] or found['more']} minutes "

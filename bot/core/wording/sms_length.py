"""Counts the length of a text in SMS: 160 characters of the GSM alphabet, or 70 of any other.

Longer texts are split into parts, which hold a little less. 3GPP TS 23.038 and 23.040.
"""

from __future__ import annotations

from math import ceil

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("^{}\\[~]|€\f")
"""Each of these counts as two."""

_GSM, _UCS2 = (160, 153), (70, 67)
"""Characters in a single SMS, and in each part of a longer text."""


def length(text: str) -> int:
    """Return the number of characters `text` counts as."""
    if _is_gsm(text):
        return len(text) + sum(char in _EXTENSION for char in text)
    return len(text.encode("utf-16-le")) // 2


def messages(text: str) -> int:
    """Return how many SMS `text` takes."""
    size, (one, part) = length(text), _GSM if _is_gsm(text) else _UCS2
    return 1 if size <= one else ceil(size / part)


def _is_gsm(text: str) -> bool:
    return set(text) <= _BASIC | _EXTENSION

"""How long a text is as an SMS: 160 characters of GSM's alphabet, else 70 of any other.

A longer one goes out in parts, which are a little shorter each. 3GPP TS 23.038 and 23.040.
"""

from __future__ import annotations

from math import ceil

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("^{}\\[~]|€\f")
"""Each of these takes the place of two."""

_GSM, _UCS2 = (160, 153), (70, 67)
"""Characters of a text in one SMS, and of each part of a longer one."""


def length(text: str) -> int:
    """Return how many characters `text` counts for."""
    if _is_gsm(text):
        return len(text) + sum(char in _EXTENSION for char in text)
    return len(text.encode("utf-16-le")) // 2


def messages(text: str) -> int:
    """Return how many SMS `text` takes."""
    size, (one, part) = length(text), _GSM if _is_gsm(text) else _UCS2
    return 1 if size <= one else ceil(size / part)


def _is_gsm(text: str) -> bool:
    return set(text) <= _BASIC | _EXTENSION

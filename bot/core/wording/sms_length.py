"""How long a text is as an SMS, and how to keep it short: in GSM's alphabet.

An SMS holds 160 characters of that alphabet, but only 70 if a single other one is among them. A
longer text is sent in parts, which hold a little less each. 3GPP TS 23.038 and 23.040.
"""

from __future__ import annotations

import unicodedata
from math import ceil

from bot.core.wording.texts import LINK

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("^{}\\[~]|€\f")
"""Each of these counts as two characters."""

_GSM, _UCS2 = (160, 153), (70, 67)
"""Characters of a text in one SMS, and of each part of a longer one."""

_SIMILAR = {
    **dict.fromkeys("‘’‚‛′´`‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "œ": "oe",
    "Œ": "OE",
    **dict(zip("łŁđĐıħ", "lLdDih", strict=True)),
    "•": "-",
    "×": "x",
}
"""Characters that Unicode does not decompose, and what stands for them."""


def in_gsm(text: str) -> str:
    """Return `text` in GSM's alphabet, with similar characters for others; as it is if it can't be.

    Accents that the alphabet lacks are dropped: ``ê`` becomes ``e``, a curly apostrophe straight.
    """
    written = with_similar(text)
    return written if _is_gsm(written.replace(LINK, "")) else text


def with_similar(text: str) -> str:
    """Return `text` with similar characters of GSM's alphabet for those that have one."""
    return "".join(map(_similar, text))


def length(text: str) -> int:
    """Return how many characters `text` counts for."""
    if _is_gsm(text):
        return len(text) + sum(char in _EXTENSION for char in text)
    return len(text.encode("utf-16-le")) // 2


def messages(text: str) -> int:
    """Return how many SMS `text` takes."""
    size, (one, part) = length(text), _GSM if _is_gsm(text) else _UCS2
    return 1 if size <= one else ceil(size / part)


def _similar(char: str) -> str:
    if char in _BASIC or char in _EXTENSION:
        return char
    parts = unicodedata.normalize("NFKD", _SIMILAR.get(char, char))
    return "".join(each for each in parts if not unicodedata.combining(each))


def _is_gsm(text: str) -> bool:
    return set(text) <= _BASIC | _EXTENSION

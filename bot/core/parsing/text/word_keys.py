"""Converts words to the form in which they are compared: one case and width, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from string import punctuation

from bot.core.parsing.text import addresses
from bot.core.parsing.text.mentions import JOINERS


def key(raw: str) -> str:
    """Return the form of `raw` to compare; empty for punctuation and emoji."""
    if len(raw) > addresses.LONGEST_WORD:
        return "…"  # no command is that long, and normalizing a very long word is slow
    form = raw.casefold() if raw.isascii() else _compared(raw)
    if form[:1].isalnum() and form[-1:].isalnum():
        return form
    around = punctuation if form.isascii() else "".join({c for c in form if not c.isalnum()})
    return form.strip(around) or ("?" if "?" in form else "&" if form in {"&", "+"} else "")


_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}


def _compared(raw: str) -> str:
    if not _FRACTIONS.keys().isdisjoint(raw):
        raw = re.sub("[½¼¾]", _decimal, raw)
    form = unicodedata.normalize("NFKC", raw).replace("’", "'").casefold()
    return form.replace(JOINERS[0], "").replace(JOINERS[1], "")


def _decimal(found: re.Match[str]) -> str:
    before = found.string[: found.start()][-1:]
    return _FRACTIONS[found[0]] if before.isdigit() else f"0{_FRACTIONS[found[0]]}"


class Keys(dict[str, str]):
    """The keys of words, each computed once."""

    def __missing__(self, raw: str) -> str:
        found = self[raw] = key(raw)
        return found

"""Email addresses that may be mistyped, and what was probably meant.

A link sent to a stranger can't be taken back, so the bot asks about an address that is a letter off
a well-known domain or mixes two scripts. One in angle brackets, such as `<alice@gmial.com>`, is
taken as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from bot.core.parsing.text.words import Word, Words

_KNOWN = (
    *("gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "live.com"),
    *("gmx.de", "web.de", "t-online.de"),
)
_SLIPS_OF_COM = frozenset({"con", "cpm", "cmo", "ocm", "vom", "xom", "comm", "coom", "c0m"})
"""What is typed for `.com`; none of these exists."""

_LONG = 5
"""The least letters of a name to correct; similar short names often both exist."""


def is_doubtful(email: str) -> bool:
    """Return whether to ask about an address, unless it is in brackets."""
    return mixes_scripts(email) or intended(email) is not None


def first_doubtful(words: Words) -> Word | None:
    """Return the first person whose address is doubtful."""
    return next((word for word in words if _is_in_doubt(word)), None)


def corrected(words: Words) -> list[Word]:
    """Return `words` with every doubtful address corrected."""
    return [_corrected(word) if _is_in_doubt(word) else word for word in words]


def _is_in_doubt(word: Word) -> bool:
    email = word.guest.email if word.guest and not word.bracketed else ""
    return bool(email) and is_doubtful(email)


def _corrected(word: Word) -> Word:
    assert word.guest  # noqa: S101 - only people are in doubt
    email = intended(word.guest.email) or word.guest.email
    guest = replace(word.guest, email=email)
    return replace(word, raw=guest.display_name, guest=guest, bracketed=True)


def intended(email: str) -> str | None:
    """Return the address that was probably meant, or None if `email` looks right."""
    account, _, domain = email.rpartition("@")
    known = _meant_domain(domain.casefold())
    return f"{account}@{known}" if known else None


@lru_cache(maxsize=1024)  # domains alone: one sentence may name an address hundreds of times
def _meant_domain(domain: str) -> str | None:
    if domain in _KNOWN:
        return None
    name, _, top = domain.rpartition(".")
    if top in _SLIPS_OF_COM:
        return f"{name}.com"
    return next((each for each in _KNOWN if _is_slip(domain, each)), None)


def mixes_scripts(email: str) -> bool:
    """Return whether one part of an address has letters that look alike in two alphabets."""
    if email.isascii():
        return False
    parts = [part for half in email.split("@") for part in half.split(".")]
    return any(len(set(_scripts(part)) & {"LATIN", "CYRILLIC", "GREEK"}) > 1 for part in parts)


def _scripts(part: str) -> Iterator[str]:
    return (unicodedata.name(char, "").partition(" ")[0] for char in part if char.isalpha())


def _is_slip(written: str, known: str) -> bool:
    """Return whether one letter is missing, added, swapped with the next one, or wrong."""
    if abs(len(written) - len(known)) > 1:
        return False
    if written in _swapped(known) or written in _without_one(known):
        return True
    if known in _without_one(written):
        return True
    differing = sum(one != other for one, other in zip(written, known, strict=False))
    return (
        len(written) == len(known)
        and differing == 1
        and len(known.split(".", maxsplit=1)[0]) >= _LONG
    )


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _swapped(word: str) -> set[str]:
    return {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for at in range(len(word) - 1)
        if word[at] != word[at + 1]
    }

"""Attaches names to the addresses and numbers that they precede."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parsing.slots.slot import FILLERS
from bot.core.parsing.slots.subjects import HERE, KEYWORDS
from bot.core.parsing.text.words import Kind, Word, Words, joined

_NO_NAMES = FILLERS | KEYWORDS | HERE
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "herrn", "frau", "mme", "monsieur"}
    | {"madame", "m", "señor", "señora", "sr", "sra", "don", "doña", "patient", "patientin"}
)
_LONGEST = 6
"""The most words of a name."""


def attach_names(words: Words) -> list[Word]:
    """Return `words` with the names that precede addresses and numbers attached to them.

    `Alice Smith <alice@x.com>` becomes one person with a name. Without brackets, words are a name
    if the address contains them, as in `Alice alice.smith@x.com`, or begins with the first of
    them, as in `Alice Smith alice@x.com`; before a phone number, if they look like a name.
    """
    lists = any(
        word.raw in {";", "\N{FULLWIDTH SEMICOLON}"} for word in words if word.kind is Kind.MARK
    )
    named: list[Word] = []
    for word in words:
        name = _name_of(word, named, comma_in_name=lists)
        if name:
            del named[-len(name) :]
        named.append(_called(word, name) if name else word)
    return named


def _name_of(word: Word, before: Words, *, comma_in_name: bool) -> Words:
    """Return the words of `before` that are the name of a person."""
    guest = word.guest
    if guest is None or not (word.bracketed or not (guest.name or guest.person_id)):
        return ()
    name = _name_before(before, comma_in_name)
    if word.bracketed or not name:
        return name
    fits = _fits_address(name, guest.email) if guest.email else _looks_like_name(name)
    return name if fits else ()


def _fits_address(name: Words, email: str) -> bool:
    """Return whether an address contains each word of a name, or begins with a whole name."""
    account = email.partition("@")[0].casefold()
    own = [word.key for word in name if word.key not in _TITLES]
    if not own:
        return False
    whole = all(len(key) > 1 and key in account for key in own)
    begins = len(own[0]) > 2 and account.startswith(own[0]) and _looks_like_name(name)
    return whole or begins


def _looks_like_name(name: Words) -> bool:
    """Return whether words look like a person's name: few, and capitalized."""
    plain = [word for word in name if word.key not in _TITLES]
    return 0 < len(plain) <= 3 and all(word.raw[:1].isupper() for word in plain)


def _called(word: Word, words: Words) -> Word:
    assert word.guest  # noqa: S101 - only people are called something
    name = words[0].inside or joined(words).rstrip(":")
    named = replace(word.guest, name=name)
    return replace(word, raw=name, gap=words[0].gap, guest=named, bracketed=False)


def _name_before(words: Words, comma_in_name: bool) -> Words:
    """Return the name at the end of `words`; nothing if its start isn't clear.

    Outlook writes `Smith, Alice <alice@x.com>; Jones, Bob <bob@x.com>`: between people separated
    by semicolons, a comma belongs to a name.
    """
    if words and words[-1].kind is Kind.QUOTED and not words[-1].guest:
        return words[-1:]
    start = len(words)
    while start and _is_of_name(words[start - 1], comma_in_name):
        start -= 1
    introduced = not start or words[start - 1].kind is not Kind.PLAIN
    introduced = introduced or words[start - 1].key in FILLERS
    return words[start:] if introduced and 0 < len(words) - start <= _LONGEST else ()


def _is_of_name(word: Word, comma_in_name: bool) -> bool:
    if word.kind is Kind.MARK:
        return comma_in_name and word.raw == ","
    letters = any(char.isalpha() for char in word.key)
    no_name = word.key in _NO_NAMES or "@" in word.raw
    return word.kind is Kind.PLAIN and letters and not no_name

"""Finds email addresses in what people paste, and tells those that may be mistyped.

People paste brackets, quotation marks and `mailto:` as well. A link sent to a stranger can't be
taken back, so the bot asks about an address that is a letter off a well-known domain, ends in a
single letter, or mixes two scripts. One in angle brackets, such as `<alice@gmial.com>`, is taken
as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

from bot.core.parsing.vocabulary.one_letter_off import is_slip

LONGEST_WORD = 320
"""Characters; RFC 5321 allows 254 for an address, the rest is for what surrounds it."""

PLAIN = 90
"""The `effort` of an address of 38 ASCII characters with three dots."""

_SCHEME = re.compile(r"(?:mailto|smtp|e-?mail|to|cc|guests?):", re.IGNORECASE)
_BEFORE = "<([{'\"`*~“”„‟«»‘’‚「『¡¿:;,!?/\\"
_AFTER = ">)]}'\"`*~_“”„‟«»‘’‚」』:;,.!?/\\…"


def looks_like_address(word: str) -> bool:
    """Return whether `word` looks like an e-mail address; `@Bob` does not."""
    return has_at(word) and "@" in unicodedata.normalize("NFKC", word[:LONGEST_WORD]).lstrip(
        "@" + _BEFORE
    )


def has_at(word: str) -> bool:
    """Return whether `word` contains an ``@`` of any width."""
    return "@" in word or "＠" in word or "﹫" in word


def effort(word: str) -> int:
    """Return roughly how many microseconds `address` takes for `word`, from measurements.

    Twice as much for foreign domains: a sentence with a question is read more than once.
    """
    labels = word[:LONGEST_WORD].split(".")
    foreign = [label for label in labels if not label.isascii() or "--" in label]  # or Punycode
    return 40 + len(word) + 3 * len(labels) + 240 * len(foreign) + 20 * sum(map(len, foreign))


def address(word: str) -> str | None:
    """Return the e-mail address in `word` without its wrapping, or None.

    Args:
        word: as pasted, such as `<mailto:alice@x.com>,`.
    """
    if len(word) > LONGEST_WORD or not looks_like_address(word):
        return None
    try:
        found = validate_email(_unwrapped(word), check_deliverability=False, strict=True)
    except EmailNotValidError:
        return None
    return found.normalized


def _unwrapped(word: str) -> str:
    # An address has no format characters (zero-width, direction marks); NFKC replaces the
    # full-width forms of East Asian keyboards.
    plain = unicodedata.normalize("NFKC", word)
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    plain = _without_emphasis(plain.lstrip(_BEFORE))
    scheme = _SCHEME.match(plain)
    if scheme:
        plain = plain[scheme.end() :].partition("?")[0]
    return plain.strip(_BEFORE).rstrip(_AFTER)


def _without_emphasis(word: str) -> str:
    # `_a@x.com_` is markdown; `_a@x.com` is another address.
    return word.lstrip("_") if word.rstrip(_AFTER.replace("_", "")).endswith("_") else word


_KNOWN_DOMAINS = (
    *("gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "live.com"),
    *("gmx.de", "web.de", "t-online.de"),
)

_SLIPS_OF_COM = frozenset({"con", "cpm", "cmo", "ocm", "vom", "xom", "comm", "coom", "c0m"})
"""What is typed for `.com`; none of these exists."""

_LONG_NAME = 5
"""The least letters of a name to correct; similar short names often both exist."""


def is_doubtful(email: str) -> bool:
    """Return whether to ask about an address, unless it is in brackets."""
    return mixes_scripts(email) or ends_in_a_letter(email) or intended(email) is not None


def ends_in_a_letter(email: str) -> bool:
    """Return whether an address ends in a dot and one letter, as no address does."""
    return email.rpartition(".")[2] == email[-1:]


def intended(email: str) -> str | None:
    """Return the address that was probably meant, or None if `email` looks right."""
    account, _, domain = email.rpartition("@")
    known = _meant_domain(domain.casefold())
    return f"{account}@{known}" if known else None


@lru_cache(maxsize=1024)  # domains alone: one sentence may name an address hundreds of times
def _meant_domain(domain: str) -> str | None:
    if domain in _KNOWN_DOMAINS:
        return None
    name, _, top = domain.rpartition(".")
    if top in _SLIPS_OF_COM:
        return f"{name}.com"
    return next((each for each in _KNOWN_DOMAINS if _is_slip(domain, each)), None)


def mixes_scripts(email: str) -> bool:
    """Return whether one part of an address has letters that look alike in two alphabets."""
    if email.isascii():
        return False
    parts = [part for half in email.split("@") for part in half.split(".")]
    return any(len(set(_scripts(part)) & {"LATIN", "CYRILLIC", "GREEK"}) > 1 for part in parts)


def _scripts(part: str) -> Iterator[str]:
    return (unicodedata.name(char, "").partition(" ")[0] for char in part if char.isalpha())


def _is_slip(written: str, known: str) -> bool:
    """Return whether one letter of a domain is missing, added, swapped or, in a long one, wrong."""
    wrong_letter = len(written) == len(known) and sorted(written) != sorted(known)
    is_long = len(known.partition(".")[0]) >= _LONG_NAME
    return is_slip(written, known) and (is_long or not wrong_letter)

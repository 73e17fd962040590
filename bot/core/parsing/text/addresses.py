"""Finds email addresses in what people paste, with brackets, quotation marks or `mailto:`."""

from __future__ import annotations

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email

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

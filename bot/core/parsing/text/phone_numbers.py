"""Phone numbers as people write them, in several words or several in a row.

`phonenumbers`, Google's libphonenumber, validates them. https://en.wikipedia.org/wiki/E.164
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.text.words import Kind, Word, Words, joined

MOST_NUMBERS = 50
"""The most numbers in one sentence; each takes about 0.1 ms."""

_FEWEST_DIGITS = 7
"""Fewer digits without a plus are a count, a time, or a meeting's number."""

_LONGEST_WORD = 64
"""Characters; no number is longer, and normalizing a very long word is slow."""

_PIECE = re.compile(r"(?:(?:tel|sms):)?[<(]?\+?[0-9()/.\-]*[0-9)][>]?", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
_SCHEMES = ("tel:", "sms:")
_WITHIN = frozenset("/-.")
_DATE_OR_TIME = re.compile(
    r"""
    [0-3]?\d [./] [01]?\d [./]? (?:\d{2}|\d{4})?   # 25.11. or 25/11/2026
  | \d{4}[-/]\d{1,2}[-/]\d{1,2} | \d{1,2}-\d{1,2}-(?:19|20)\d{2}
  | [012]?\d [.] [0-5]\d
    """,
    re.VERBOSE,
)
_UNITS = frozenset(
    {"guest", "guests", "host", "hosts", "spare", "link", "links", "people", "m", "min", "mins"}
    | {"minute", "minutes", "minuten", "h", "hr", "hrs", "hour", "hours", "stunde", "stunden"}
    | {"am", "pm", "a.m", "p.m", "uhr", "o'clock", "january", "february", "march", "april", "may"}
    | {"june", "july", "august", "september", "october", "november", "december", "jan", "feb"}
    | {"mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
    | {"januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember"}
)
"""Words whose number isn't part of a phone number: `+49 30 1234567 2 guests`."""


_LABELS = frozenset(
    {"tel", "telefon", "telephone", "phone", "mobile", "mobil", "cell", "handy", "sms", "number"}
    | {"nummer", "tél", "téléphone", "portable", "teléfono", "telefono", "móvil", "movil"}
)
"""Words that announce a phone number."""

_WITHOUT_ZERO = frozenset({"IN"})
"""Countries where numbers are written without the zero that is dialed before them."""


def number(written: str, region: str = "") -> str | None:
    """Return a phone number in E.164 form, such as ``+491701234567``, or None.

    Args:
        written: as a person wrote it.
        region: the country of numbers without a country code (ISO 3166-1, two letters); empty
            to accept none of them.
    """
    import phonenumbers  # noqa: PLC0415 - takes 50 ms to import, and most sentences have no number

    try:
        found = phonenumbers.parse(written, region or None)
    except phonenumbers.NumberParseException:
        return None
    kind = phonenumbers.PhoneNumberType
    reached = {kind.MOBILE, kind.FIXED_LINE, kind.FIXED_LINE_OR_MOBILE, kind.VOIP}
    if phonenumbers.number_type(found) not in reached:
        return None  # invalid, or a service; some of those are expensive to text
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def mark(words: Words, region: str) -> list[Word] | Unclear:
    """Return `words` with each phone number merged into one person, or a question about one."""
    read: list[Word] = []
    judged = at = 0
    while at < len(words):
        end = _end(words, at) if _begins(words[at]) else at
        if at == end:
            read.append(words[at])
            at += 1
            continue
        found: Words = words[at:end]
        if looks_like_number(found, region):
            parts = list(_parts(found))
            judged += len(parts)
            named = _people(found, parts, region) if judged <= MOST_NUMBERS else Hint.TOO_MANY
            if not isinstance(named, Hint) and named and read and read[-1].key in _LABELS:
                del read[-1]
            if isinstance(named, Hint):
                return Unclear(joined(found)[:100], named)
            found = _in_brackets(read, found, named) if named else found
        read += found
        at = end
    return read


def _begins(word: Word) -> bool:
    """Return whether a number may begin with this word; cheap, as every word is tested."""
    return word.key[:1] in _DIGITS or word.key.startswith(_SCHEMES)


def _in_brackets(before: list[Word], written: Words, people: Words) -> Words:
    """Return `people`, marked as in brackets, for `Alice <+49 170 1234567>`."""
    first, last = written[0].raw, written[-1].raw
    opened = bool(before) and before[-1].raw in {"<", "("}
    closed = last.endswith((">", ")"))
    if closed and len(people) == 1 and (opened or (first is last and first[0] in "<(")):
        del before[len(before) - opened :]
        return [replace(people[0], bracketed=True)]
    return people


def _end(words: Words, start: int) -> int:
    """Return the end of the words that may be one number: before a plus or other words."""
    end = start
    while end < len(words) and _goes_on(words[end], first=end == start):
        end += 1
    while end > start + 1 and words[end - 1].raw in _WITHIN:
        end -= 1
    following = words[end].key if end < len(words) else ""
    counted = end > start + 1 and following in _UNITS and words[end - 1].raw.isdigit()
    return end - 1 if counted else end


def _goes_on(word: Word, *, first: bool) -> bool:
    if word.kind is not Kind.PLAIN:
        return False
    if word.raw in _WITHIN:
        return not first
    if word.raw.isdigit():
        return True
    if not _begins(word):
        return False
    piece = _plain(word)
    if not first and piece.startswith(("+", "<", "tel", "sms")):
        return False
    return bool(_PIECE.fullmatch(piece)) and not _DATE_OR_TIME.fullmatch(piece)


def looks_like_number(words: Words, region: str = "") -> bool:
    """Return whether `words` begin like a phone number and have enough digits."""
    if len(words) == 1 and len(words[0].raw) < _FEWEST_DIGITS and words[0].raw.isdigit():
        return False  # a count, as most numbers are
    written = "".join(map(_plain, words)).lstrip("<(").casefold()
    digits = sum(char.isdigit() for char in written)
    if written.startswith(("+", "tel:", "sms:")):
        return digits > 1
    return digits >= _FEWEST_DIGITS and (written.startswith("0") or _dials_no_zero(region))


@cache
def _dials_no_zero(region: str) -> bool:
    """Return whether numbers of this country are written without a leading zero."""
    import phonenumbers  # noqa: PLC0415 - takes 50 ms to import, and most sentences have no number

    found = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    return region in _WITHOUT_ZERO or (found is not None and found.national_prefix != "0")


def _people(words: Words, parts: list[Words], region: str) -> Sequence[Word] | Hint:
    """Return the person or people whose numbers these words are; none if they aren't numbers.

    If they can be read as one number and as several, return a hint: a link that was sent to a
    wrong number cannot be taken back.
    """
    whole = _person(words, region)
    if whole and re.fullmatch(r"[<(]?\+\d{1,3}", _plain(words[0])):
        return [whole]  # +39 02 1234567: the zero belongs to the number
    several = [_person(part, region) for part in parts] if len(parts) > 1 else []
    found = [each for each in several if each]
    if whole:
        return Hint.PHONES if found else [whole]
    return found if len(found) == len(several) else ()


def _parts(words: Words) -> Iterator[Words]:
    """Yield the words of each number, assuming that each begins with a zero."""
    begins = [at for at in range(1, len(words)) if _plain(words[at]).startswith("0")]
    for start, end in zip([0, *begins], [*begins, len(words)], strict=True):
        yield words[start:end]


def _person(words: Words, region: str) -> Word | None:
    written = " ".join(map(_plain, words))
    phone = number(re.sub(r"^(?:tel|sms):|[<>]", "", written, flags=re.IGNORECASE), region)
    if phone is None:
        return None
    return Word(Kind.PERSON, phone, "", words[0].gap, Guest(phone=phone))


def _plain(word: Word) -> str:
    """Return a word with full-width digits and typographic dashes replaced by plain ones."""
    if word.raw.isascii() or len(word.raw) > _LONGEST_WORD:
        return word.raw
    plain = unicodedata.normalize("NFKC", word.raw)
    return "".join("-" if unicodedata.category(char) == "Pd" else char for char in plain)

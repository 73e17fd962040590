"""The slots of one value: how much longer, a new subject, a classic meeting's number and name."""

from __future__ import annotations

import re
from datetime import datetime

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.slot import Slot, Taken
from bot.core.parsing.slots.subjects import clean, quoted
from bot.core.parsing.text.words import Kind, Words, joined
from bot.core.parsing.times import durations

USUAL_EXTENSION = 30
"""The minutes of `extend` without a length."""

_MORE = rf"""
    (?:(?:by|for|another|more|um|noch|weitere|de|encore|por|otros|en)\ ){{0,3}}
    (?P<length>{durations.LENGTH}(?:\ (?:more|longer|länger|mehr|de\ plus|más))?)
  | (?P<until>(?:until|till|til|bis|to|for|by|jusqu'à|hasta|hasta\ las|a\ las)
      \ (?:{durations.LENGTH}|\d[^\s]*(?:\ [ap]\.?m)?))
  | (?:by\ |for\ )?(?P<bare_length>\d+)
"""
_PASSWORDS = frozenset(
    {"password", "passwort", "passcode", "pwd", "pw", "pin", "password:", "kennwort", "secret"}
)
_NAME = r"(?P<named>name|named|as|called)"


_SHORTER = re.compile(r"(?<!\S)[-\u2010-\u2015\u2212]\s?\d")
"""A negative number."""


def _take_more(words: Words, _: datetime) -> Taken | Unclear:
    lengths = [word for word in words if word.means in {"length", "until", "bare_length"}]
    exact = {durations.minutes(word.value) for word in lengths if word.means == "length"}
    if _SHORTER.search(joined(words)):
        return Unclear(joined(words)[:100], Hint.HOW_LONG)
    unclear = any(word.means == "until" for word in lengths) or (lengths and not exact)
    if unclear or len(exact) > 1 or exact == {0}:
        return Unclear(" ".join(word.raw for word in lengths)[:100], Hint.HOW_LONG)
    kept = [word for word in words if word.means not in {"length", "until"}]
    return {"minutes": next(iter(exact), USUAL_EXTENSION)}, kept


_DIGITS = re.compile(r"[0-9][0-9.\-\u2010-\u2015]*")
"""A part of a number; copied numbers have typographic dashes."""


def _take_number(words: Words, _: datetime) -> Taken | Unclear:
    """Take the number of a classic meeting, written as one or several words."""
    if any(word.key in _PASSWORDS for word in words):
        return Unclear("", Hint.PASSWORD)
    digits = [word for word in words if _DIGITS.fullmatch(word.key)]
    number = "".join(char for word in digits for char in word.key if char.isdigit())
    if not number:
        return Unclear("", Hint.MISSING)
    if not 9 <= len(number) <= 12:
        return Unclear(joined(digits)[:100], Hint.NUMBER)
    return {"number": number}, [word for word in words if word not in digits]


def _take_name(words: Words, _: datetime) -> Taken | Unclear:
    """Take the name to join with: a quotation, or the words up to the end."""
    if any(word.key in _PASSWORDS for word in words):
        return Unclear("", Hint.PASSWORD)
    start = next((at for at, word in enumerate(words) if word.means == "named"), None)
    if start is None:
        return {"name": None}, words
    said = words[start + 1 :]
    taken = said[:1] if said and said[0].kind is Kind.QUOTED else _plain(said)
    written = taken[0].inside if taken and taken[0].kind is Kind.QUOTED else joined(taken)
    return {"name": clean(written)}, [*words[:start], *said[len(taken) :]]


def _plain(words: Words) -> Words:
    """Return the leading words that can be a name."""
    for at, word in enumerate(words):
        if word.kind is not Kind.PLAIN or re.fullmatch(r"[0-9-]+", word.key):
            return words[:at]
    return words


def _say_name(name: str | None) -> str:
    return f"name {quoted(name)}" if name else ""


MORE = Slot(("minutes",), _take_more, lambda minutes: f"{minutes}m", _MORE)
NUMBER = Slot(("number",), _take_number, lambda number: number)
NAME = Slot(("name",), _take_name, _say_name, _NAME)


_TO = frozenset({"to", "as", "into", "in", "zu", "auf", "en", "à", "a", "como"})
_NUMBERED = frozenset({"number", "hash", "bare"})


def _take_subject(words: Words, _: datetime) -> Taken | Unclear:
    """Take the words after the last `to`, or else a quotation, or the words after a number."""
    start = max((at for at, word in enumerate(words) if word.key in _TO), default=None)
    if start is None:
        start = _without_to(words)
        before, said = words[:start], words[start:]
    else:
        before, said = words[:start], words[start + 1 :]
    one = said[0].inside if len(said) == 1 and said[0].kind is Kind.QUOTED else joined(said)
    subject = clean(one)
    return ({"subject": subject}, before) if subject else Unclear("", Hint.MISSING)


def _without_to(words: Words) -> int:
    """Return where the subject begins without a word such as `to`."""
    numbers = [at for at, word in enumerate(words) if word.means in _NUMBERED]
    quotations = [at for at, word in enumerate(words) if word.kind is Kind.QUOTED]
    return quotations[-1] if quotations else numbers[-1] + 1 if numbers else 0


NEW_SUBJECT = Slot(("subject",), _take_subject, lambda subject: f"to {quoted(subject)}")

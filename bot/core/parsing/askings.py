"""The slots of what is asked about a meeting that is there: for whom, by how much, which number."""

from __future__ import annotations

import re
from datetime import datetime

from bot.core.commands import Guest, Unclear
from bot.core.hints import Hint
from bot.core.parsing import lengths
from bot.core.parsing.choices import SPARE
from bot.core.parsing.frames import telling
from bot.core.parsing.leftovers import unread
from bot.core.parsing.slots import PEOPLE, Slot, Taken, people, say_people
from bot.core.parsing.subjects import clean, quoted
from bot.core.parsing.words import Kind, Words, joined

USUAL_EXTENSION = 30
"""Minutes that `extend` alone means."""

_LINKS = frozenset(
    {"link", "links", "invitation", "invitations", "invite", "invites", "the", "again", "new"}
    | {"fresh", "their", "a", "it"}
)
_RECIPIENTS = r"""
    (?:to\ )?(?P<me>me|myself|mine|my(?:\ own)?(?:\ host)?\ links?|(?:the\ )?host\ link)
  | (?:to\ |for\ )?(?P<everybody>
        (?:all|everyone|everybody|everything)(?:\ (?:of\ )?(?:them|(?:the\ )?(?:guests|links)))?)
"""
_MORE = rf"""
    (?:by\ |for\ |another\ |more\ ){{0,3}}(?P<length>{lengths.LENGTH}(?:\ (?:more|longer))?)
  | (?P<until>(?:until|till|til|bis|to)\ (?:{lengths.LENGTH}|\d.*))
  | (?:by\ |for\ )?(?P<bare_length>\d+)
"""
_PASSWORDS = frozenset(
    {"password", "passwort", "passcode", "pwd", "pw", "pin", "password:", "kennwort", "secret"}
)
_NAME = r"(?P<named>name|named|as|called)"


def _take_some(words: Words, now: datetime) -> Taken | Unclear:
    """Take the guests of a command that needs at least one."""
    found = PEOPLE.take(words, now)
    if isinstance(found, Unclear) or found[0]["guests"]:
        return found
    return _nobody(found[1])


def _take_some_or_spare(words: Words, now: datetime) -> Taken | Unclear:
    """Take the guests of a command that needs one, or a link for somebody without an address."""
    counted = SPARE.take(words, now)
    if isinstance(counted, Unclear):
        return counted
    spare, rest = counted
    taken = PEOPLE.take(rest, now) if spare.get("spare") else _take_some(rest, now)
    return taken if isinstance(taken, Unclear) else ({**spare, **taken[0]}, taken[1])


def _say_some_or_spare(guests: tuple[Guest, ...], spare: int) -> str:
    return " ".join(filter(None, (say_people(guests), SPARE.say(spare))))


def _nobody(words: Words) -> Unclear:
    return unread(words, Hint.WHO) or Unclear("", Hint.MISSING)


def _take_one(words: Words, now: datetime) -> Taken | Unclear:
    """Take the one person of a command that hands over something."""
    found = _take_some(words, now)
    if isinstance(found, Unclear):
        return found
    guests: tuple[Guest, ...] = found[0]["guests"]
    if len(guests) > 1:
        return Unclear(" ".join(guest.called for guest in guests)[:100], Hint.TOO_MANY)
    return {"to": guests[0]}, found[1]


def _take_recipients(words: Words, _: datetime) -> Taken | Unclear:
    """Take for whom links are fresh: with nobody named for oneself, since that harms nobody."""
    told, rest = telling(words, "me", "everybody")
    found = people([word for word in rest if word.key not in _LINKS])
    if isinstance(found, Unclear):
        return found
    tells = {word.tells for word in told}
    me = "me" in tells or not (tells or found[0])
    values = {"me": me, "everybody": "everybody" in tells, "guests": found[0]}
    return values, found[1]


def _say_recipients(me: bool, everybody: bool, guests: tuple[Guest, ...]) -> str:
    who = ["me"] * me + ["all"] * everybody + [say_people(guests)] * bool(guests)
    return ", ".join(who)


def _take_more(words: Words, _: datetime) -> Taken | Unclear:
    told = [word for word in words if word.tells in {"length", "until", "bare_length"}]
    exact = {lengths.minutes(word.value) for word in told if word.tells == "length"}
    unclear = any(word.tells == "until" for word in told) or (told and not exact)
    if unclear or len(exact) > 1 or exact == {0}:
        return Unclear(" ".join(word.raw for word in told)[:100], Hint.HOW_LONG)
    kept = [word for word in words if word.tells not in {"length", "until"}]
    return {"minutes": next(iter(exact), USUAL_EXTENSION)}, kept


_DIGITS = re.compile(r"[0-9][0-9.\-\u2010-\u2015]*")
"""A part of a number; what is copied has other dashes too."""


def _take_number(words: Words, _: datetime) -> Taken | Unclear:
    """Take the number of a classic meeting, in one piece or in several."""
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
    """Take the name under which somebody joins: a quotation, or the words to the end."""
    if any(word.key in _PASSWORDS for word in words):
        return Unclear("", Hint.PASSWORD)
    start = next((at for at, word in enumerate(words) if word.tells == "named"), None)
    if start is None:
        return {"name": None}, words
    said = words[start + 1 :]
    taken = said[:1] if said and said[0].kind is Kind.QUOTED else _plain(said)
    written = taken[0].inside if taken and taken[0].kind is Kind.QUOTED else joined(taken)
    return {"name": clean(written)}, [*words[:start], *said[len(taken) :]]


def _plain(words: Words) -> Words:
    """Return the words at the beginning of `words` that can be a name."""
    for at, word in enumerate(words):
        if word.kind is not Kind.PLAIN or re.fullmatch(r"[0-9-]+", word.key):
            return words[:at]
    return words


def _say_name(name: str | None) -> str:
    return f"name {quoted(name)}" if name else ""


SOME = Slot(("guests", "spare"), _take_some_or_spare, _say_some_or_spare, SPARE.frames)
TO = Slot(("to",), _take_one, lambda guest: say_people([guest]))
RECIPIENTS = Slot(("me", "everybody", "guests"), _take_recipients, _say_recipients, _RECIPIENTS)
MORE = Slot(("minutes",), _take_more, lambda minutes: f"{minutes}m", _MORE)
NUMBER = Slot(("number",), _take_number, lambda number: number)
NAME = Slot(("name",), _take_name, _say_name, _NAME)

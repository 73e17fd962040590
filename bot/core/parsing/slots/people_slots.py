"""The slots that name people of an existing meeting: whom to add, resend to, hand over to."""

from __future__ import annotations

from datetime import datetime

from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.meeting_options import SPARE
from bot.core.parsing.slots.slot import FILLERS, PEOPLE, Slot, Taken, people, say_people
from bot.core.parsing.slots.subjects import clean, quoted
from bot.core.parsing.slots.unread_words import EXCEPTIONS, unread
from bot.core.parsing.text.phrases import one_of, partition
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.vocabulary.all_languages import sentence_words

_LINKS = sentence_words("links")
_TO = r"(?:(?:to|for|an|für|à|pour|a|para)\ )?"
_ALL = one_of(sentence_words("everybody"))
_MINE = r"(?:my|mein|meinen|mon|mi)(?:\ own)?(?:\ host)?[\ -](?:links?|lien|enlace)"
_RECIPIENTS = rf"""
    {_TO}(?P<me>{one_of(sentence_words("me"))}|mine|{_MINE}|(?:the\ )?host[\ -]link)
  | {_TO}(?P<everybody>{_ALL}(?:\ (?:of\ )?(?:them|(?:the\ )?(?:guests|links)))?)
"""
_EVERYBODY = rf"(?P<everybody>{_ALL}(?:\ (?:of\ )?(?:them|(?:the\ )?guests))?)"
_GUESTS = r"(?:(?:the|den|les|aux|los)\ )?(?:guests|gästen|invités|invitados)"
_TOLD = rf"{_TO}(?P<everybody>{_ALL}(?:\ (?:of\ )?(?:them|(?:the\ )?guests))?|{_GUESTS})"


def _take_some(words: Words, now: datetime) -> Taken | Unclear:
    """Take at least one guest."""
    found = PEOPLE.take(words, now)
    if isinstance(found, Unclear) or found[0]["guests"]:
        return found
    return _nobody(found[1])


def _take_some_or_spare(words: Words, now: datetime) -> Taken | Unclear:
    """Take at least one guest or spare link."""
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
    """Take exactly one person."""
    found = _take_some(words, now)
    if isinstance(found, Unclear):
        return found
    guests: tuple[Guest, ...] = found[0]["guests"]
    if len(guests) > 1:
        return Unclear(" ".join(guest.display_name for guest in guests)[:100], Hint.TOO_MANY)
    return {"to": guests[0]}, found[1]


def _take_recipients(words: Words, _: datetime) -> Taken | Unclear:
    """Take who gets a fresh link; without a name it is the writer, which harms nobody."""
    taken, rest = partition(words, "me", "everybody")
    found = people([word for word in rest if word.key not in _LINKS])
    if isinstance(found, Unclear):
        return found
    tells = {word.means for word in taken}
    hosts = any("host" in word.value for word in taken)
    if hosts and (found[0] or "everybody" in tells):
        return Unclear(" ".join(word.raw for word in taken)[:100], Hint.HOST_LINK)
    me = "me" in tells or not (tells or found[0])
    values = {"me": me, "everybody": "everybody" in tells, "guests": found[0]}
    return values, found[1]


def _say_recipients(me: bool, everybody: bool, guests: tuple[Guest, ...]) -> str:
    who = ["me"] * me + ["all"] * everybody + [say_people(guests)] * bool(guests)
    return ", ".join(who)


def _take_whom(words: Words, _: datetime) -> Taken | Unclear:
    """Take people, and names to look up among the guests; `all` isn't a name."""
    if any(word.key in EXCEPTIONS for word in words):
        return Unclear(joined(words)[:100], Hint.EXCEPT)
    taken, rest = partition(words, "everybody")
    found = people(rest)
    if isinstance(found, Unclear):
        return found
    guests, others = found
    names = () if taken else tuple(_names(others))
    return {"guests": () if taken else guests, "names": names}, ()


def _names(words: Words) -> list[str]:
    """Return the names between separators and `and`."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.kind is Kind.MARK or word.key in FILLERS:
            parts.append([])
        elif word.key or word.kind is Kind.QUOTED:
            parts[-1].append(word)
    return [name for part in parts if part and (name := _name(part))]


def _name(words: list[Word]) -> str | None:
    alone = len(words) == 1 and words[0].kind is Kind.QUOTED
    return clean(words[0].inside if alone else joined(words))


def _say_whom(guests: tuple[Guest, ...], names: tuple[str, ...]) -> str:
    return ", ".join([say_people(guests)] * bool(guests) + [quoted(name) for name in names])


def _take_told(words: Words, _: datetime) -> Taken | Unclear:
    """Take who is told something: everybody, or at least one person."""
    taken, rest = partition(words, "everybody")
    found = people(rest)
    if isinstance(found, Unclear):
        return found
    guests, others = found
    if not taken and not guests:
        return _nobody(others)
    return {"everybody": bool(taken), "guests": () if taken else guests}, others


def _say_told(everybody: bool, guests: tuple[Guest, ...]) -> str:
    return "all" if everybody else say_people(guests)


_AWAY = frozenset({"out", "off", "away", "aus", "raus", "wieder", "fuera"})


def _take_removed(words: Words, now: datetime) -> Taken | Unclear:
    """Take at least one guest, without the words that only say that they go."""
    return _take_some([word for word in words if word.key not in _AWAY], now)


SOME = Slot(("guests", "spare"), _take_some_or_spare, _say_some_or_spare, SPARE.pattern)
TO = Slot(("to",), _take_one, lambda guest: say_people([guest]))
RECIPIENTS = Slot(("me", "everybody", "guests"), _take_recipients, _say_recipients, _RECIPIENTS)
WHOM = Slot(("guests", "names"), _take_whom, _say_whom, _EVERYBODY)
TOLD = Slot(("everybody", "guests"), _take_told, _say_told, _TOLD)
REMOVED = Slot(("guests",), _take_removed, say_people)

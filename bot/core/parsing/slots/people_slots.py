"""The slots that name people of an existing meeting, and the names that precede their addresses."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.core.domain.commands import Guest, Resend, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.meeting_options import SPARE
from bot.core.parsing.slots.slot import (
    FILLERS,
    PEOPLE,
    Slot,
    Taken,
    exception_at,
    people,
    say_people,
    unread,
)
from bot.core.parsing.slots.subjects import COURTESIES, HERE, KEYWORDS, clean, quoted
from bot.core.parsing.text.phrases import one_of, partition
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.parsing.vocabulary.aside_words import TITLES, WHO_WAIT

_LINKS = sentence_words("links")
_TO = r"(?:(?:to|for|an|für|à|pour|a|para)\ )?"
_ALL = one_of(sentence_words("everybody"))
_MINE = r"(?:my|mein|meinen|mon|mi)(?:\ own)?(?:\ host)?[\ -](?:links?|lien|enlace)"

_RECIPIENTS = rf"""
    {_TO}(?P<me>{one_of(sentence_words("me"))}|mine|{_MINE}|(?:the\ )?host[\ -]link)
  | {_TO}(?P<everybody>{_ALL}(?:\ (?:of\ )?(?:them|(?:the\ )?(?:guests|links)))?)
"""

_EVERYBODY = rf"(?P<everybody>them|{_ALL}(?:\ (?:of\ )?(?:them|(?:the\ )?guests))?)"
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


_OF_ALL = COURTESIES | WHO_WAIT
"""Words beside `all` that leave nobody out and put nothing off."""


def _take_whom(words: Words, _: datetime) -> Taken | Unclear:
    """Take people, and names to look up among the guests; `all` isn't a name."""
    if any(exception_at(words, at) for at in range(len(words))):
        return Unclear(joined(words)[:100], Hint.EXCEPT)
    if any(word.key in _ME for word in words):
        return Unclear(joined(words)[:100], Hint.SLIP, Resend(me=True))  # let me in
    taken, rest = partition(words, "everybody")
    found = people(rest)
    if isinstance(found, Unclear):
        return found
    guests, others = found
    if taken:
        left = [word for word in others if word.key and word.key not in _OF_ALL]
        if guests:
            return Unclear(joined(words)[:100], Hint.WORDS)  # all, or only they?
        return unread(left, Hint.WORDS) or ({"guests": (), "names": ()}, ())  # all later
    return {"guests": guests, "names": tuple(_names(others))}, ()


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
    """Take at least one guest, ignoring a word such as `out` in `take alice out`."""
    return _take_some([word for word in words if word.key not in _AWAY], now)


SOME = Slot(("guests", "spare"), _take_some_or_spare, _say_some_or_spare, SPARE.pattern)
TO = Slot(("to",), _take_one, lambda guest: say_people([guest]))
RECIPIENTS = Slot(("me", "everybody", "guests"), _take_recipients, _say_recipients, _RECIPIENTS)
WHOM = Slot(("guests", "names"), _take_whom, _say_whom, _EVERYBODY)
TOLD = Slot(("everybody", "guests"), _take_told, _say_told, _TOLD)
REMOVED = Slot(("guests",), _take_removed, say_people)
_ME = sentence_words("me")
_NO_NAMES = FILLERS | KEYWORDS | HERE

_LONGEST_NAME = 6
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
    own = [word.key for word in name if word.key not in TITLES]
    if not own:
        return False
    whole = all(len(key) > 1 and key in account for key in own)
    begins = len(own[0]) > 2 and account.startswith(own[0]) and _looks_like_name(name)
    return whole or begins


def _looks_like_name(name: Words) -> bool:
    """Return whether words look like a person's name: few, and capitalized."""
    plain = [word for word in name if word.key not in TITLES]
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
    return words[start:] if introduced and 0 < len(words) - start <= _LONGEST_NAME else ()


def _is_of_name(word: Word, comma_in_name: bool) -> bool:
    if word.kind is Kind.MARK:
        return comma_in_name and word.raw == ","
    letters = any(char.isalpha() for char in word.key)
    no_name = word.key in _NO_NAMES or "@" in word.raw
    return word.kind is Kind.PLAIN and letters and not no_name

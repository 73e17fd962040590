"""The slots of one value: a subject, a classic meeting, a visitor at the door."""

from __future__ import annotations

import re
from datetime import datetime

from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.doors import Reply
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.people_slots import WHOM
from bot.core.parsing.slots.slot import Slot, Taken
from bot.core.parsing.slots.subjects import clean, quoted
from bot.core.parsing.text.phrases import partition
from bot.core.parsing.text.words import Kind, Words, joined
from bot.core.parsing.vocabulary.all_languages import sentence_words

_PASSWORDS = frozenset(
    {"password", "passwort", "passcode", "pwd", "pw", "pin", "password:", "kennwort", "secret"}
)
_NAME = r"(?P<named>name|named|as|called)"


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


NUMBER = Slot(("number",), _take_number, lambda number: number)
NAME = Slot(("name",), _take_name, _say_name, _NAME)


_TO = frozenset({"to", "as", "into", "in", "zu", "auf", "en", "à", "a", "como"})
_ONLY_TO = frozenset({"to", "into", "zu", "auf", "como"})
"""Of these, the ones behind which the others belong to the subject: `to results in German`."""

_NUMBERED = frozenset({"number", "hash", "bare"})


def _take_subject(words: Words, _: datetime) -> Taken | Unclear:
    """Take the words after the last `to`, or else a quotation, or the words after a number."""
    leads = _ONLY_TO if any(word.key in _ONLY_TO for word in words) else _TO
    start = max((at for at, word in enumerate(words) if word.key in leads), default=None)
    if start is None:
        start = _without_to(words)
        before, said = words[:start], words[start:]
    else:
        before, said = words[:start], words[start + 1 :]
    if len(said) > 1 and said[-1].key in _RATHER:
        said = said[:-1]
    one = said[0].inside if len(said) == 1 and said[0].kind is Kind.QUOTED else joined(said)
    subject = clean(_POLITE.sub("", one))
    return ({"subject": subject}, before) if subject else Unclear("", Hint.MISSING)


_POLITE = re.compile(
    r"(?<=\S)(?:,?\s+(?:please|pls|plz|bitte|stp|svp|s['’]il (?:te|vous) plaît|por favor)"
    r"|,\s*(?:thanks|thank you|thx|danke|vielen dank|merci|gracias|muchas gracias)"
    r"(?: (?:so much|a lot|very much|dir|schön|beaucoup|bien))?)[.!]?$",
    re.IGNORECASE,
)
"""Polite words behind a subject, which guests would read as a part of it."""

_RATHER = sentence_words("rather")
"""Words behind a subject that do not belong to it: `call it wound check instead`."""


def _without_to(words: Words) -> int:
    """Return where the subject begins without a word such as `to`."""
    numbers = [at for at, word in enumerate(words) if word.means in _NUMBERED]
    quotations = [at for at, word in enumerate(words) if word.kind is Kind.QUOTED]
    return quotations[-1] if quotations else numbers[-1] + 1 if numbers else 0


NEW_SUBJECT = Slot(("subject",), _take_subject, lambda subject: f"to {quoted(subject)}")


_LARGEST = 2**31 - 1
_VISITOR = r"(?:visitor|besucher|visiteur|visitante)\ (?P<visitor>\d{1,10})"
_MINUTES = r"(?:min|mins|minutes?|minuten|minutos|m)"
_IN = r"(?:in|dans|en)"
_THAT = r"(?:(?:that|dass|que)\ |qu')?"
_BEING = r"""(?:
    (?:i|we)(?:'ll|\ will|'m|\ am)(?:\ be)?
        (?:\ (?:there|ready|with\ (?:you|her|him|them)))?
  | (?:ich\ )?(?:bin|komme)(?:\ da)? | je\ (?:serai\ là|suis\ là|viens) | j'arrive
  | (?:ya\ )?(?:estaré|estoy|llego)(?:\ ahí|\ allí)?)\ """
_REPLY = rf"""
    {_THAT}(?:i'm\ |i\ am\ |we're\ |ich\ |wir\ |j'|je\ |ya\ )?
        (?P<coming>coming|on\ (?:my|our)\ way|(?:komme|kommen)(?:\ gleich)?|gleich\ da|arrive|voy)
  | {_THAT}(?:{_BEING})?{_IN}\ (?P<in_5>5)(?:\ ?{_MINUTES})?
  | {_THAT}(?:{_BEING})?{_IN}\ (?P<in_15>15)(?:\ ?{_MINUTES})?
  | {_THAT}(?P<not_today>not\ today|heute\ nicht|pas\ aujourd'hui|hoy\ no)
"""
_REPLIES = {
    "coming": Reply.COMING,
    "in_5": Reply.IN_5,
    "in_15": Reply.IN_15,
    "not_today": Reply.NOT_TODAY,
}
_SAID = {
    Reply.COMING: "coming",
    Reply.IN_5: "in 5 min",
    Reply.IN_15: "in 15 min",
    Reply.NOT_TODAY: "not today",
}
_WITH = r"(?:(?:with|and|mit|und|avec|et|con|y)\ ){0,2}"
_ADMIT = rf"""
    {_WITH}(?:a\ |einem\ |une\ |una\ )?(?P<admit>
        admit(?:\ (?:them|guests|everyone|everybody))?\ first|waiting\ room
      | (?:gäste\ )?(?:erst|zuerst|einzeln)\ einlassen|einlass\ zuerst|warteraum|wartezimmer
      | (?:faire\ )?(?:entrer|admettre)\ d'abord|salle\ d'attente
      | (?:hacer\ )?(?:entrar|admitir)\ primero|sala\ de\ espera)
  | (?P<straight_in>straight\ in|no\ waiting\ room|without\ (?:a\ )?waiting\ room
      | direkt\ hinein|ohne\ (?:warteraum|wartezimmer)|sans\ salle\ d'attente
      | sin\ sala\ de\ espera|entrée\ directe|entrada\ directa)
"""


def _take_visitors(words: Words, now: datetime) -> Taken | Unclear:
    """Take people, names to look up among the visitors, and visitors by number."""
    told, rest = partition(words, "visitor")
    numbers = tuple(dict.fromkeys(int(word.value) for word in told))
    if any(each > _LARGEST for each in numbers):
        return Unclear(" ".join(word.raw for word in told)[:100], Hint.WHO)
    taken = WHOM.take(rest, now)
    if isinstance(taken, Unclear):
        return taken
    names = tuple(each.rstrip(":,") for each in taken[0]["names"])
    return {**taken[0], "names": names, "visitors": numbers}, taken[1]


def _say_visitors(
    guests: tuple[Guest, ...], names: tuple[str, ...], visitors: tuple[int, ...]
) -> str:
    return _say_named(guests, names, visitors) or "all"


def _say_named(guests: tuple[Guest, ...], names: tuple[str, ...], visitors: tuple[int, ...]) -> str:
    said = [WHOM.say(guests, names), *(f"visitor {each}" for each in visitors)]
    return ", ".join(filter(None, said))


def _take_waiting(words: Words, now: datetime) -> Taken | Unclear:
    """Take visitors, and whether all who wait are meant."""
    taken = _take_visitors(words, now)
    if isinstance(taken, Unclear):
        return taken
    return {**taken[0], "everybody": any(word.means == "everybody" for word in words)}, taken[1]


def _say_waiting(
    guests: tuple[Guest, ...], names: tuple[str, ...], visitors: tuple[int, ...], everybody: bool
) -> str:
    return "all" if everybody else _say_named(guests, names, visitors)


def _take_reply(words: Words, _: datetime) -> Taken | Unclear:
    told, rest = partition(words, *_REPLIES)
    if len({word.means for word in told}) != 1:
        said = " ".join(word.raw for word in told)[:100]
        return Unclear(said, Hint.WORDS if told else Hint.MISSING)
    return {"reply": _REPLIES[told[0].means]}, rest


def _take_admission(words: Words, _: datetime) -> Taken | Unclear:
    told, rest = partition(words, "admit", "straight_in")
    if len({word.means for word in told}) > 1:
        return Unclear(" ".join(word.raw for word in told)[:100], Hint.WORDS)
    return {"admit_first": told[0].means == "admit"} if told else {}, rest


def _say_admission(admit_first: bool | None) -> str:
    return "" if admit_first is None else "admit first" if admit_first else "straight in"


def _take_direct(words: Words, _: datetime) -> Taken:
    told, rest = partition(words, "direct")
    return {"direct": bool(told)}, rest


VISITORS = Slot(
    ("guests", "names", "visitors"), _take_visitors, _say_visitors, f"{_VISITOR}|{WHOM.pattern}"
)
WAITING = Slot(
    ("guests", "names", "visitors", "everybody"), _take_waiting, _say_waiting, VISITORS.pattern
)
REPLY = Slot(("reply",), _take_reply, lambda reply: _SAID[reply], _REPLY)
ADMISSION = Slot(("admit_first",), _take_admission, _say_admission, _ADMIT)
DIRECT = Slot(
    ("direct",),
    _take_direct,
    lambda direct: "direct" if direct else "",
    r"(?P<direct>direct|directly|direkt|directement|directo)",
)

"""The slots about a meeting's door: who is let in or answered, with what, and when guests wait."""

from __future__ import annotations

from datetime import datetime

from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.doors import Reply
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.people_slots import WHOM
from bot.core.parsing.slots.slot import Slot, Taken
from bot.core.parsing.text.phrases import partition
from bot.core.parsing.text.words import Words

_LARGEST = 2**31 - 1
_VISITOR = r"(?:visitor|besucher|visiteur|visitante)\ (?P<visitor>\d{1,10})"
_MINUTES = r"(?:min|mins|minutes?|minuten|minutos|m)"
_IN = r"(?:in|dans|en)"
_REPLY = rf"""
    (?:i'm\ |i\ am\ |ich\ |j'|je\ |ya\ )?
        (?P<coming>coming|on\ my\ way|komme(?:\ gleich)?|arrive|voy)
  | {_IN}\ (?P<in_5>5)(?:\ ?{_MINUTES})?
  | {_IN}\ (?P<in_15>15)(?:\ ?{_MINUTES})?
  | (?P<not_today>not\ today|heute\ nicht|pas\ aujourd'hui|hoy\ no)
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
    return {**taken[0], "visitors": numbers}, taken[1]


def _say_visitors(
    guests: tuple[Guest, ...], names: tuple[str, ...], visitors: tuple[int, ...]
) -> str:
    said = [WHOM.say(guests, names), *(f"visitor {each}" for each in visitors)]
    return ", ".join(filter(None, said)) or "all"


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
REPLY = Slot(("reply",), _take_reply, lambda reply: _SAID[reply], _REPLY)
ADMISSION = Slot(("admit_first",), _take_admission, _say_admission, _ADMIT)
DIRECT = Slot(
    ("direct",),
    _take_direct,
    lambda direct: "direct" if direct else "",
    r"(?P<direct>direct|directly|direkt|directement|directo)",
)

"""Understands answers about a time, given choices that have one: `pm`, `the later`, `3:30`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time

from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Again, Extend, Meet, Move, Sayable
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.vocabulary.all_languages import PARTS
from bot.core.parsing.vocabulary.language_words import Part

Timed = Meet | Again | Move | Extend


_HOURS: dict[Part, range] = {
    Part.MORNING: range(12),
    Part.MIDDAY: range(11, 14),
    Part.AFTERNOON: range(12, 24),
    Part.EVENING: range(12, 24),
    Part.NIGHT: range(7),
}
"""The hours that an answer may mean: `evening`, of 6 and 18 o'clock, is the latter."""

_HALVES = {
    **dict.fromkeys(("am", "a m", "vormittag", "vormittags", "früh", "matin"), Part.MORNING),
    **dict.fromkeys(("am morgen", "la mañana", "temprano"), Part.MORNING),
    **dict.fromkeys(("pm", "p m", "nachmittag", "après midi", "tarde"), Part.AFTERNOON),
    **dict.fromkeys(("abend", "soir", "noche"), Part.EVENING),
    **dict.fromkeys(("night", "nacht", "nuit"), Part.NIGHT),
}
_PARTS = {each.replace("-", " "): part for each, part in PARTS.items()} | _HALVES
_LEADS = re.compile(r"^(?:(?:the|in|at|de|por|la|le|el|am|der|die|das|den|du|im|of)\s+|l')+")
_ENDS = re.compile(
    r"(?:\s+(?:one|please|of course|bitte|natürlich|then|dann|alors|entonces|svp|por favor))+$"
)

_EARLIER = frozenset(tokens("earlier earliest sooner früher frühere früheren früheste früh tôt"))
_LATER = frozenset(tokens("later latest später spätere späteren späteste tard tarde"))
_AROUND = frozenset(tokens("the one please bitte der die das den plus le la más el la de lo au"))

_MAKE = re.compile(
    r"^(?:(?:no(?! a las? )|nope|nein|non|sorry|oh|oops|wait|actually|lieber|doch|plutôt|mejor"
    r"|better|rather|please|bitte|then|and|so|(?:let's )?make (?:it|that|this)|i (?:meant?|said)"
    r"|ich meine?|mach(?: es)?|sagen wir|say|mets?|disons|pon(?:lo)?|at|@|um|à|a las?)[,.:]?\s+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*(?:please|bitte|then|instead|dann|svp|por favor)?[.!]*$", re.IGNORECASE)
_HALF_PAST = frozenset({"half past", "half", "30", "halb", "et demie", "y media"})
_UNTIL = re.compile(
    r"\b(?:until|till|til|bis|jusqu\w*|hasta|through|end(?:s|ing)? at)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:\D{0,20}\d{1,2}){1,2}\D{0,20}|\D{1,20}")
"""At most an hour and minutes, and words around them."""


def part_said(said: str) -> Part | None:
    """Return the part of the day that an answer consists of, in lower case without hyphens."""
    whole = _ENDS.sub("", said)
    forms = (whole, _LEADS.sub("", whole))
    return next((_PARTS[each] for each in forms if each in _PARTS), None)


def of_part(part: Part, commands: Iterable[Sayable]) -> list[Sayable]:
    """Return the commands whose time is in this part of the day."""
    return [each for each in _timed(commands) if _clock(each).hour in _HOURS[part]]


def roughly(text: str) -> str:
    """Return the time of `around eleven in the morning please`; empty if it isn't said so."""
    said = _ROUGHLY.match(text.strip())
    return _TRAILING.sub("", text.strip()[said.end() :]) if said else ""


_ROUGHLY = re.compile(
    r"(?:(?:at|say|let's say|maybe|perhaps|i think|um|so|sagen wir|vielleicht|peut-être|disons"
    r"|quizás?|digamos|a eso de|hacia|sobre|vers|environ|à|gegen|etwa|ungefähr|circa|ca\.?|around"
    r"|about|roughly|approximately|approx\.?)[,:]?\s+)+(?:las?\s+)?",
    re.IGNORECASE,
)
"""Words before a time that isn't meant to the minute, or is only proposed."""


def first_or_last(said: str, commands: Sequence[Sayable]) -> list[Sayable]:
    """Return the command that `the earlier` or `the later` means, if the times tell it."""
    words = {each for each in tokens(said) if each not in _AROUND}
    timed = sorted(_timed(commands), key=_order)
    if len(timed) != len(commands) or len(timed) < 2 or not words:
        return []
    if words <= _EARLIER:
        return [timed[0]]
    return [timed[-1]] if words <= _LATER else []


def retimed(text: str, commands: Sequence[Sayable], read: SentenceParser) -> list[Sayable]:
    """Return the commands at another time of day that an answer says, the likelier first.

    Args:
        text: the answer, such as `make that 3:30`.
        commands: the choices.
        read: parses a sentence.
    """
    said = _TRAILING.sub("", _MAKE.sub("", text.strip()))
    if _UNTIL.search(said) and not any(isinstance(each, Extend) for each in commands):
        return []  # when it ends is not when it begins
    moved: list[Sayable] = []
    for each in _timed(commands):
        if said.casefold() in _HALF_PAST:
            moved.append(_at(each, _clock(each).replace(minute=30)))
        else:
            moved += [_at(each, clock) for clock in _clocks(said, read)]
    again = (read.command(grammar.say(each)) for each in moved)
    once = {grammar.say(each): each for each in again if each}
    return sorted(once.values(), key=_is_at_night)


def differ_in_time_only(commands: Sequence[Sayable]) -> bool:
    """Return whether choices are one thing at several times, so that another time chooses it."""
    timed = _timed(commands)
    return (
        len(timed) == len(commands)
        and len({grammar.say(_at(each, time(9))) for each in timed}) == 1
    )


def _clocks(said: str, read: SentenceParser) -> list[time]:
    """Return the times of day that some words can mean; none if they say something else."""
    if not _CLOCK.fullmatch(said):
        return []
    for halves in (("",), (" in the morning", " in the afternoon")):
        moves = (read.command(f"move #1 to {said}{half}") for half in halves)
        exact = [each.clock for each in moves if isinstance(each, Move) and each.clock]
        if exact:
            return exact
    return []


def _timed(commands: Iterable[Sayable]) -> list[Timed]:
    return [each for each in commands if isinstance(each, Timed) and _moment(each)]


def _moment(command: Timed) -> datetime | time | None:
    """Return when a command says that something begins or ends."""
    if isinstance(command, Extend):
        return command.until or command.clock
    return command.opens or (command.clock if isinstance(command, Move) else None)


def _clock(command: Timed) -> time:
    moment = _moment(command)
    return moment.timetz() if isinstance(moment, datetime) else moment or time()


def _order(command: Timed) -> tuple[str, str]:
    moment = _moment(command)
    day = moment.date().isoformat() if isinstance(moment, datetime) else ""
    return day, _clock(command).isoformat()


def _at(command: Timed, clock: time) -> Sayable:
    """Return a command with another time of day."""
    if isinstance(command, Extend) and command.until:
        return replace(command, until=_on_its_day(command.until, clock))
    if not isinstance(command, Extend) and command.opens:
        return replace(command, opens=_on_its_day(command.opens, clock))
    assert isinstance(command, Extend | Move)  # noqa: S101 - the others have no clock
    return replace(command, clock=clock.replace(tzinfo=_clock(command).tzinfo))


def _on_its_day(day: datetime, clock: time) -> datetime:
    return day.replace(hour=clock.hour, minute=clock.minute, fold=0)


def _is_at_night(command: Sayable) -> bool:
    return isinstance(command, Timed) and _clock(command).hour not in range(7, 20)

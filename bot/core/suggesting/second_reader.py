"""Reads what the grammar did not take, and suggests up to three commands, or an answer.

It compares the sentence with examples, fills in what the sentence names, and leaves it to the
grammar whether what comes of it is a command. It does nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache

from bot.core.domain.commands import (
    About,
    Command,
    Devices,
    Help,
    Meetings,
    Nothing,
    Plan,
    Sayable,
    Status,
    Thanks,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.mentions import Said
from bot.core.suggesting import evidence
from bot.core.suggesting.evidence import Evidence
from bot.core.suggesting.examples import TABLES
from bot.core.suggesting.faq import NAMED
from bot.core.suggesting.nearest import Index
from bot.core.suggesting.sentences import OF_A_MEETING, Spoken, compose
from bot.core.suggesting.templates import examples
from bot.core.suggesting.tokens import tokens

NEAR, VERY_NEAR = 0.28, 0.5
"""How near an example has to be to be suggested, and to be shown at once where it only shows."""

_ALSO = 0.72
"""How near another command has to be beside the nearest one, as a share, to be suggested too."""

MOST = 3
"""Suggestions of one answer."""

SHOWS = (About, Devices, Help, Meetings, Plan, Status)
"""Commands that only show something: where there is no doubt they need not be suggested first."""

_OPEN = frozenset(
    {Hint.UNKNOWN, Hint.SLIP, Hint.NO_VERB, Hint.WHO, Hint.WHAT, Hint.WORDS, Hint.WHICH, Hint.LEAD}
    | {Hint.HOST, Hint.HOST_LINK, Hint.SEND, Hint.MOVE, Hint.REMOVE, Hint.MISSING}
    | {Hint.QUESTION, Hint.PURPOSE}
)
"""Hints after which the sentence is read again. Any other says exactly what is open in it."""


_PERHAPS_A_SUBJECT = frozenset({Hint.WHAT, Hint.PURPOSE})
"""Hints to words in the request for a meeting that are nobody and no time."""


@dataclass(frozen=True)
class Suggested:
    """Commands that were probably meant, the likeliest first.

    Args:
        choices: at most `MOST`.
        because: what the grammar asked.
        subjects: of the speaker's meetings, by their numbers.
    """

    choices: tuple[Sayable, ...]
    because: Unclear = field(repr=False)
    subjects: Mapping[int, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Question:
    """A question about the bot, by its name in `faq`."""

    name: str


Reading = Suggested | Question | Command


def read(
    unclear: Unclear,
    spoken: Spoken,
    now: datetime,
    devices: Iterable[str] = (),
    region: str = "",
) -> Reading:
    """Return what a sentence was probably meant for, or `unclear` where there is no telling.

    Args:
        unclear: what the grammar made of it, with the sentence.
        spoken: of which meetings the speaker may speak.
        now: when it was said, with a time zone.
        devices: the names of those that can be dialled.
        region: the country of phone numbers without a country's code, as two letters.
    """
    if unclear.hint not in _OPEN:
        return _suggested([unclear.meant] if unclear.meant else [], unclear)
    told = _Told(now, tuple(devices), region)
    found = evidence.find(unclear.sentence, spoken.meetings, told.devices, region)
    if unclear.hint is Hint.WHO and not found.people:
        return unclear
    if unclear.hint in _PERHAPS_A_SUBJECT and not found.subject:
        found = replace(found, subject=unclear.said)
    likely = likeliest(found, spoken)
    nearest, score = likely[0] if likely else ("", 0.0)
    if score < NEAR or nearest == "nothing":
        meant = unclear.meant if nearest != "nothing" else None
        return _suggested([meant] if meant else [], unclear)
    if nearest in _ANSWERED:
        return _ANSWERED[nearest](unclear)
    near = [each for each, value in likely if value >= max(NEAR, _ALSO * score)][:MOST]
    said = [text for each in near for text in compose(each, found, spoken, unclear.sentence)]
    return _of_sentences(said, unclear, told, doubtless=score >= VERY_NEAR)


@dataclass(frozen=True)
class _Told:
    """What sentences are read by; see `grammar.parse`."""

    now: datetime
    devices: tuple[str, ...]
    region: str


def _of_sentences(
    said: Sequence[str], unclear: Unclear, told: _Told, *, doubtless: bool
) -> Reading:
    """Return what some sentences come to, the likeliest first."""
    read = [grammar.parse(Said(each), told.now, told.devices, told.region) for each in said]
    commands = [each for each in read if not isinstance(each, Unclear | Nothing | Thanks)]
    meant = [unclear.meant] if unclear.meant else []
    if doubtless and commands and isinstance(commands[0], SHOWS) and not meant:
        return commands[0]
    asks = [each for each in read if isinstance(each, Unclear)]
    if asks and not commands and not meant:
        return asks[0]
    return _suggested([*meant, *commands], unclear)


def _suggested(commands: Sequence[Sayable], unclear: Unclear) -> Reading:
    once = {grammar.say(each): each for each in commands}
    return Suggested(tuple(once.values())[:MOST], unclear) if once else unclear


def _is_asked(name: str) -> Callable[[Unclear], Reading]:
    return lambda _: Question(name)


_ANSWERED: dict[str, Callable[[Unclear], Reading]] = {
    **{f"? {name}": _is_asked(name) for name in NAMED},
    "inside": lambda unclear: Unclear(unclear.said, Hint.INSIDE),
}
"""What is answered in words, and not by a command."""


@cache
def index() -> Index:
    """Return the examples of all tables, made at the first sentence that needs them."""
    return Index(each for table in TABLES for each in examples(table))


def likeliest(found: Evidence, spoken: Spoken) -> list[tuple[str, float]]:
    """Return the commands that a sentence is probably meant for, the likeliest first.

    Args:
        found: what it names.
        spoken: of which meetings its speaker may speak.
    """
    scored: dict[str, float] = {}
    for command, score in index().commands(found.sentence):
        for other, factor in _as_things_are(command, found, spoken):
            scored[other] = max(scored.get(other, 0.0), score * factor)
    return sorted(scored.items(), key=lambda each: each[1], reverse=True)


def _as_things_are(command: str, found: Evidence, spoken: Spoken) -> Iterator[tuple[str, float]]:
    """Yield what a command comes to among the meetings that there are, and how likely that is."""
    factor = _fit(command, found)
    if command == "my link" and spoken.meetings:
        yield "resend me", factor * 0.95
    elif command == "resend me" and not spoken.meetings:
        yield "my link", factor * 0.95
    elif command in OF_A_MEETING and not spoken.meetings:
        if command in ("add", "resend") and found.people:
            yield "meet", factor * 0.9
    elif command == "resend" and found.people and not _all_invited(found, spoken):
        yield "add", factor * 0.9
    elif command == "add" and found.people and _all_invited(found, spoken):
        yield "resend", factor * 0.9
    else:
        yield command, factor


def _all_invited(found: Evidence, spoken: Spoken) -> bool:
    return all(any(map(each.is_same, spoken.guests)) for each in found.people)


_HOW = frozenset({"how", "wie", "comment", "como"})
_NOBODYS = (
    "my link",
    "resend me",
    "meetings",
    "plan",
    "about",
    "check",
    "devices",
    "help",
    "start",
)


def _fit(command: str, found: Evidence) -> float:
    """Return how well a command fits to what the sentence names and how it begins."""
    asks_how = bool(_HOW & set(tokens(found.sentence)[:3]))
    if command.startswith("help "):
        return 1.3 if asks_how else 0.5
    slot = re.search(r"\{(\w+)\}", command)
    if slot:
        return 1.1 if getattr(found, slot[1]) else 0.0
    factor = 0.8 if asks_how and not command.startswith(("?", "help")) else 1.0
    if found.people and command in _NOBODYS:
        factor *= 0.6
    if found.number and command in ("meet", "my link", "extend", "cancel"):
        factor *= 0.6
    return factor

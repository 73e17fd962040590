"""Reads what the grammar did not take, and suggests up to three commands, or an answer.

It compares the sentence with examples, fills in what the sentence names, and leaves it to the
grammar whether what comes of it is a command. It does nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from bot.core.suggesting.answers import Declined, NothingAsked, Read, WhichOne
from bot.core.suggesting.evidence import Evidence
from bot.core.suggesting.faq import NAMED
from bot.core.suggesting.ranking import likeliest
from bot.core.suggesting.sentences import Spoken, compose
from bot.core.suggesting.tokens import negates, tokens

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
    | {Hint.HOST, Hint.HOST_LINK, Hint.SEND, Hint.REMOVE, Hint.MISSING}
    | {Hint.QUESTION, Hint.PURPOSE}
)
"""Hints after which the sentence is read again. Any other says exactly what is open in it."""


_OF_TIMES = frozenset({Hint.WHICH_TIME, Hint.HOW_LONG, Hint.PLACE, Hint.HOW_MANY})
"""Hints to a time or a number, where the sentence is no request for a meeting at all."""

_TIMED = frozenset({"meet", "extend", "move", "again", "plan"})
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


Reading = Suggested | Question | NothingAsked | Declined | WhichOne | Command
"""What a message comes to in the end."""


def read(
    unclear: Unclear,
    sentence: str,
    spoken: Spoken,
    by: Read,
) -> Reading:
    """Return what a sentence was probably meant for, or `unclear` where there is no telling.

    Args:
        unclear: what the grammar made of it.
        sentence: that was said.
        spoken: of which meetings the speaker may speak.
        by: by what sentences are read here.
    """
    if unclear.hint not in _OPEN | _OF_TIMES:
        return _suggested([unclear.meant] if unclear.meant else [], unclear)
    found = evidence.find(sentence, spoken.meetings, by.devices, by.region)
    likely = likeliest(found, spoken)
    nearest, score = likely[0] if likely else ("", 0.0)
    if _says_all(unclear, found, nearest):
        return unclear
    if score < NEAR or nearest == "nothing":
        return _of_nothing(unclear, nearest, sentence)
    if nearest in _ANSWERED:
        return _ANSWERED[nearest](unclear)
    if unclear.hint in _PERHAPS_A_SUBJECT and not found.subject:
        found = replace(found, subject=unclear.said)
    near = [each for each, value in likely if value >= max(NEAR, _ALSO * score)][:MOST]
    said = [text for each in near for text in compose(each, found, spoken, sentence)]
    return _of_sentences(said, unclear, by, doubtless=score >= VERY_NEAR)


def _says_all(unclear: Unclear, found: Evidence, nearest: str) -> bool:
    """Return whether the grammar's own question is the better one."""
    of_a_time = unclear.hint in _OF_TIMES and nearest in _TIMED
    return of_a_time or (unclear.hint is Hint.WHO and not found.people)


def _of_nothing(unclear: Unclear, nearest: str, sentence: str) -> Reading:
    """Return what is said where no command is near, or where one is not wanted."""
    if nearest == "nothing":
        negated = negates(tokens(sentence))
        return Unclear(unclear.said, Hint.NOT_WANTED) if negated else unclear
    return _suggested([unclear.meant] if unclear.meant else [], unclear)


def _of_sentences(said: Sequence[str], unclear: Unclear, by: Read, *, doubtless: bool) -> Reading:
    """Return what some sentences come to, the likeliest first."""
    read = [grammar.parse(Said(each), by.now, by.devices, by.region) for each in said]
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

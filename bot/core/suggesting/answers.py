"""Understands answers to the bot's own questions: `yes`, `the second`, `3pm`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.domain.commands import Sayable, Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.open_questions import GAP, OpenQuestion
from bot.core.parsing.sentence_parser import SentenceParser
from bot.core.suggesting.readings import Declined, NothingAsked, WhichOne

LONGEST = 8
"""The most words of an answer."""

_ADDED = frozenset({Hint.WHAT_HOUR, Hint.MISSING, Hint.WHO})
"""Hints whose answer is added to the words in question: `3pm` to `tomorrow`."""

_REPLACED = frozenset(
    {Hint.WHICH_HALF, Hint.WHICH_DAY, Hint.WHICH_TIME, Hint.HOW_LONG, Hint.NO_SUCH_TIME}
    | {Hint.PAST, Hint.ADDRESS, Hint.PHONE, Hint.ENDS_FIRST, Hint.SKIPPED}
)
"""Hints whose answer replaces the words in question."""


def _phrases(*lines: str) -> frozenset[str]:
    return frozenset(each.strip() for line in lines for each in line.split("|"))


_YES = _phrases(
    "yes | yes please | y | yep | yeah | yup | sure | ok | okay | ok go | go ahead | do it",
    "do that | yes do it | yes go ahead | please do | ok do it | right | that's right | correct",
    "exactly | confirm | confirmed | fine | go for it | that one | this one | 👍 | ✅",
    "ja | ja bitte | jo | jawohl | klar | genau | mach das | mach es | ja mach das | gerne",
    "oui | oui merci | d'accord | vas y | allez y | volontiers | fais le | faites le | c'est ça",
    "sí | si | sí por favor | si por favor | vale | claro | adelante | hazlo | hágalo | correcto",
)
_NO = _phrases(
    "no | no thanks | no thank you | n | nope | nah | neither | none | none of them | nothing",
    "never mind | nevermind | nvm | forget it | not that | don't | do not | stop it | 👎",
    "nein | nein danke | nee | lieber nicht | keins davon | vergiss es | schon gut | doch nicht",
    "non | non merci | aucun | aucune | laisse tomber | laissez tomber | rien",
    "no gracias | ninguno | ninguna | nada | olvídalo | déjalo",
)
_NO_AT_ALL = _phrases(
    "nvm | no | no thanks | no thank you | nope | nah | nein | nein danke | nee | non"
)
"""What declines even if no question is open; the others may take something back."""

_ORDINALS = (
    _phrases("1 | one | first | erste | ersten | erstes | premier | première | primero | primera"),
    _phrases("2 | two | second | zweite | zweiten | deuxième | seconde | segundo | segunda"),
    _phrases("3 | three | third | dritte | dritten | troisième | tercero | tercera"),
    _phrases("4 | four | fourth | vierte | quatrième | cuarto | cuarta"),
    _phrases("5 | five | fifth | fünfte | cinquième | quinto | quinta"),
)
_LAST = _phrases("last | letzte | letzten | dernier | dernière | último | última")
_AROUND = _phrases(
    "the | number | nr | option | please | yes | take | die | der | das | den | nummer | bitte",
    "ja | le | la | l | el | numéro | número | oui | sí | one | button",
)


Answered = Sayable | NothingAsked | Declined | WhichOne | None
"""What an answer means; None if the message is not an answer."""


def answer(question: OpenQuestion | None, text: str, read: SentenceParser) -> Answered:
    """Return what a message means as an answer, or None if it isn't one.

    Args:
        question: the open question, if any.
        text: the message's text.
        read: parses a sentence.
    """
    said = " ".join(_words(text))
    choices = question.choices if question else ()
    which = chosen(said, len(choices))
    if which is not None:
        return read.command(choices[which])
    if said in _YES:
        return _confirmed(choices, read)
    if said in _NO:
        return Declined() if question or said in _NO_AT_ALL else None
    if question and question.sentence and 0 < len(said.split()) <= LONGEST:
        return read.command(question.sentence.replace(GAP, text))
    return None


def with_gap(unclear: Unclear, sentence: str) -> str:
    """Return the sentence with a `GAP` for the answer; empty if the question asked for no words."""
    whole = sentence.rstrip(" .?!")
    if not whole:
        return ""
    if unclear.hint in _ADDED:
        return f"{whole} {GAP}"
    if unclear.hint in _REPLACED and unclear.said and unclear.said in whole:
        return whole.replace(unclear.said, GAP, 1)
    return ""


def chosen(said: str, choices: int) -> int | None:
    """Return which of the choices an answer names: `2`, `the second`, `the last one`."""
    words = said.split() if choices else []
    named = [word for word in words if _place(word, choices) is not None]
    named = [word for word in named if word not in _AROUND] or named
    if len(named) != 1 or not set(words) <= _AROUND | {named[0]}:
        return None
    place = _place(named[0], choices)
    return place if place is not None and place < choices else None


def _place(word: str, choices: int) -> int | None:
    if word in _LAST:
        return choices - 1
    return next((at for at, called in enumerate(_ORDINALS) if word in called), None)


def _confirmed(choices: Sequence[str], read: SentenceParser) -> Answered:
    if len(choices) == 1:
        return read.command(choices[0])
    return WhichOne() if choices else NothingAsked()


def _words(text: str) -> list[str]:
    plain = text.casefold().replace("’", "'").replace("-", " ")
    return re.findall(r"#?[\w']+|[👍👎✅]", plain)[: LONGEST + 1]

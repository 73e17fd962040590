"""The clear examples: whole sentences that say a command in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.suggesting.examples import CLEAR_TABLES, TABLES
from bot.core.suggesting.templates import Tree, expand, trees
from bot.core.suggesting.tokens import tokens
from bot.core.suggesting.whole_sentences import WholeSentences

_PIECES = re.compile(
    r"[.!?;,:]+|\s[-–—]\s|\s(?:and|so|but|because|und|denn|weil|et|donc|car|y|así que|porque)\s"
    r"|\s(?=(?:(?:can|could|would) you|kannst du|können sie|könntest du|peux-tu|tu peux"
    r"|pouvez-vous|puedes|podrías|please|pls|bitte)\s)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b((?i:thanks|thank you|thx|cheers|regards|danke|grüße|gruß|merci|gracias|saludos))"
    r"[,.!]?\s+[A-ZÄÖÜÉ]\w+(?:\s[A-Z]\w+)?[.!]?$"
)
"""A name behind the last words: `Thanks, Ruth`."""
_FREE = frozenset({"{time}", "{length}", "{language}", "{device}", "{guests}"})
"""What a sentence that starts a meeting may say anywhere."""

_BEFORE_FREE = frozenset(
    tokens("on at in with for and by as um am im auf mit für als und à sur dans pour en avec et")
    + tokens("para con por y de a room raum salle sala screen device connect dial use the der die")
    + tokens("den dem das la le el")
)
_IDLE, _ENDING, _COURTESY = "idle", "ending", "courtesy"
"""Headings of words that say nothing anywhere, of polite endings, and of polite sentences."""

_BESIDE = "~ "
"""Before headings of what is said beside a request, but is none itself: `we are not done yet`."""

_POLITE = frozenset({_COURTESY})

_MEETS = frozenset({"meet", "first meet", "timed meet", "link"})
ASKING = frozenset(
    {"can we", "could we", "können wir", "könnten wir", "peut-on", "on peut", "pouvons-nous"}
    | {"est-ce qu'on peut", "podemos", "podríamos"}
)
"""Questions whether something is possible that request it rather."""

_OPENINGS = frozenset(
    tuple(tokens(phrase))
    for phrases in (ASKING, *map(sentence_words, ("courtesies", "requests", "thanks")))
    for phrase in phrases
)
_LONGEST = max(map(len, _OPENINGS))
_MOST_PIECES = 12
"""The most pieces of a sentence that is clear from one end to the other."""


def commands(sentence: str) -> frozenset[str]:
    """Return the headings of the clear examples that a sentence is one of.

    Args:
        sentence: the sentence with ``{person}`` and other placeholders instead of names.
    """
    sentence = _SIGNED.sub(r"\1", sentence)
    words = tokens(sentence)
    said = _said([words]) | (_said([_without_free(words)]) & _MEETS)
    if said:
        return said
    pieces = [tokens(each) for each in _PIECES.split(sentence)]
    if len(pieces) > _MOST_PIECES:
        return frozenset()
    return _said(pieces) | (_said([_without_free(each) for each in pieces]) & _MEETS)


def _said(pieces: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the headings that at least one piece of a sentence says, and all others may."""
    left = [each for piece in pieces if (each := _without_ending(piece))]
    clear = [_matching(_clear(), each) for each in left]
    perhaps = [said | _beside(each) for said, each in zip(clear, left, strict=True)]
    real = [each for each in perhaps if _COURTESY not in each]
    return frozenset().union(*clear).intersection(*real) - {_COURTESY}


def _beside(words: Sequence[str]) -> frozenset[str]:
    """Return the headings that go with some words; a single word, such as `no`, tells nothing."""
    says_little = len([word for word in words if word not in _idle()]) == 1
    return _matching(_polite() if says_little else _all(), words)


def _matching(templates: WholeSentences, words: Sequence[str]) -> frozenset[str]:
    """Return the headings that some words say, with or without their polite opening."""
    opened = _without_opening(words)
    if _idle().issuperset(opened):
        return _POLITE
    return templates.commands(words) or templates.commands(opened)


def _without_opening(words: Sequence[str]) -> Sequence[str]:
    """Return the words after the polite ones at the beginning."""
    start = 0
    while skip := _opening(words[start : start + _LONGEST]):
        start += skip
    return words[start:]


def _opening(words: Sequence[str]) -> int:
    return next((n for n in range(len(words), 0, -1) if tuple(words[:n]) in _OPENINGS), 0)


def _without_ending(words: Sequence[str]) -> Sequence[str]:
    """Return the words before a polite ending."""
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        if _endings().commands(words[start:]):
            return words[:start]
    return words


def _without_free(words: Sequence[str]) -> list[str]:
    """Return the words without the times and options, and the prepositions before them."""
    kept: list[str] = []
    for word in words:
        if word not in _FREE:
            kept.append(word)
            continue
        while kept and kept[-1] in _BEFORE_FREE:
            kept.pop()
    return kept


@cache
def _clear() -> WholeSentences:
    templates = _templates(CLEAR_TABLES)
    return WholeSentences((each for each in templates if not each[0].startswith(_BESIDE)), _idle())


@cache
def _all() -> WholeSentences:
    templates = _templates((*CLEAR_TABLES, *TABLES))
    return WholeSentences(((name.removeprefix(_BESIDE), tree) for name, tree in templates), _idle())


@cache
def _polite() -> WholeSentences:
    return WholeSentences(_under(_COURTESY), _idle())


@cache
def _endings() -> WholeSentences:
    return WholeSentences(_under(_ENDING), ())


@cache
def _idle() -> frozenset[str]:
    return frozenset(word for _, tree in _under(_IDLE) for word in tokens(" ".join(expand(tree))))


def _under(heading: str) -> Iterator[tuple[str, Tree]]:
    return (each for each in _templates(CLEAR_TABLES) if each[0] == heading)


def _templates(tables: Iterable[str]) -> Iterator[tuple[str, Tree]]:
    return (each for table in tables for each in trees(table))

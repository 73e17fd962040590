"""Finds the examples most similar to a sentence, by its words and pairs of words.

The fewer examples contain a word or pair, the more it weighs; the similarity of two sentences is
the cosine of their weights. An unknown word counts as the known words with a similar spelling.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import pairwise
from math import log, sqrt

from bot.core.composing.tokens import negates, tokens
from bot.core.suggesting.spellings import Spellings
from bot.core.templates.template_syntax import Example

NEIGHBOURS = 5
"""How many of a command's examples count towards its score."""

_COMPARED = 40
"""The most examples, of all commands, that are looked at for one sentence."""

_PAIR = 1.3
"""The weight of a pair of words, relative to an equally rare word."""

_OTHERWISE = 0.35
"""The factor on the similarity if only one of the two sentences says `not`."""

MOST_WORDS = 40
"""The most words of a sentence to compare."""

MOST_UNKNOWN = 8
"""The most words of one piece to look up in another spelling, which takes the longest."""

MOST_PIECES = 6
"""The most parts of a long sentence to compare separately."""

_PIECES = re.compile(r"[.!?;,:\n]+|\s[-–—]\s")
_OF_A_PIECE = 0.9
_OF_WHOLE_SENTENCES = frozenset({"nothing", "about", "help"})


class Index:
    """An index of examples by their words.

    Args:
        examples: the examples of all commands, in all languages.
    """

    def __init__(self, examples: Iterable[Example]) -> None:
        self._commands: list[str] = []
        negated = bytearray()
        held: list[list[str]] = []
        same: dict[str, str] = {}
        for words, command in {each.words: each.command for each in examples}.items():
            said = tokens(words)
            self._commands.append(command)
            negated.append(negates(said))
            held.append([same.setdefault(each, each) for each in dict.fromkeys(_features(said))])
        counted = Counter(feature for each in held for feature in each)
        self._weights = {each: log(1 + len(held) / number) for each, number in counted.items()}
        self._holding: dict[str, array[int]] = defaultdict(lambda: array("H"))
        lengths = [sqrt(sum(self._weight(feature) ** 2 for feature in each)) for each in held]
        for number, each in enumerate(held):
            for feature in each:
                self._holding[feature].append(number)
        self._factors = {
            says_not: array("f", _factors(lengths, negated, says_not)) for says_not in (False, True)
        }
        self.spellings = Spellings(each for each in self._weights if " " not in each)

    def knows(self, words: Iterable[str]) -> bool:
        """Return whether all of some words stand in the examples."""
        return all(word in self._weights for word in words)

    def commands(self, sentence: str) -> list[tuple[str, float]]:
        """Return the most similar commands, the best first, with their scores.

        Args:
            sentence: the sentence with ``{person}`` and other placeholders instead of names.
        """
        scored = self._scored(sentence)
        split = map(str.strip, _PIECES.split(sentence))
        # numbers tell no commands apart, so pieces that differ by them alone are one
        pieces = [*{re.sub(r"\d+", "0", each): each for each in split if " " in each}.values()]
        for piece in pieces[:MOST_PIECES] if len(pieces) > 1 else ():
            for command, score in self._scored(piece).items():
                if command not in _OF_WHOLE_SENTENCES:
                    scored[command] = max(scored.get(command, 0.0), _OF_A_PIECE * score)
        return sorted(scored.items(), key=lambda each: each[1], reverse=True)

    def _scored(self, sentence: str) -> dict[str, float]:
        said = tokens(sentence)[:MOST_WORDS]
        known = self._known(said)
        length = sqrt(sum(weight**2 for weight in known.values())) or 1.0
        likeness = self._likenesses(known, says_not=negates(said))
        best: dict[str, list[float]] = defaultdict(list)
        for number in nlargest(_COMPARED, likeness, key=likeness.__getitem__):
            near = best[self._commands[number]]
            if len(near) < NEIGHBOURS:
                near.append(likeness[number] / length)
        return {command: _score(near) for command, near in best.items()}

    def _likenesses(self, known: dict[str, float], *, says_not: bool) -> dict[int, float]:
        """Return how similar the examples are, times the length of the sentence's weights."""
        sums: dict[int, float] = defaultdict(float)
        for feature, weight in known.items():
            if feature in self._holding:
                product = weight * self._weights[feature]
                for number in self._holding[feature]:
                    sums[number] += product
        factors = self._factors[says_not]
        return {number: total * factors[number] for number, total in sums.items()}

    def _known(self, said: list[str]) -> dict[str, float]:
        """Return the weights of a sentence's features, with similar words for unknown ones."""
        known: dict[str, float] = {}
        spelled, unknown = [], 0
        for word in said:
            unknown += word not in self._weights
            is_read = word in self._weights or unknown > MOST_UNKNOWN
            near = [(word, 1.0)] if is_read else self.spellings.near(word)
            spelled.append(near[0][0] if near else word)
            for other, alike in near or [(word, 1.0)]:
                known[other] = max(known.get(other, 0.0), alike * self._weight(other))
        for pair in _pairs(spelled):
            if pair in self._weights:
                known[pair] = self._weight(pair)
        return known

    def _weight(self, feature: str) -> float:
        unknown = 0.6 * log(1 + len(self._commands))
        return self._weights.get(feature, unknown) * (_PAIR if " " in feature else 1.0)


def _factors(lengths: list[float], negated: bytearray, says_not: bool) -> Iterator[float]:
    """Yield the factors on the similarities to a sentence that says `not`, or that doesn't."""
    for length, one_says_not in zip(lengths, negated, strict=True):
        yield (1.0 if one_says_not == says_not else _OTHERWISE) / length


def _score(near: list[float]) -> float:
    """Return a command's score; its most similar example counts most."""
    return 0.75 * near[0] + 0.25 * sum(near) / NEIGHBOURS


def _features(said: list[str]) -> Iterator[str]:
    yield from said
    yield from _pairs(said)


def _pairs(said: list[str]) -> Iterator[str]:
    bounded = ["^", *said, "$"]
    return (f"{one} {other}" for one, other in pairwise(bounded))

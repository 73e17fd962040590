"""Matches whole sentences with templates, from their first word to their last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.composing.tokens import tokens
from bot.core.templates.template_syntax import Choice, Tree

MOST_WORDS = 40
"""The most words of a sentence to match."""


class WholeSentences:
    """Templates of whole sentences, each with the command that it says.

    Args:
        trees: the commands and their templates.
        idle: words without meaning, which sentences may have anywhere.
    """

    def __init__(self, trees: Iterable[tuple[str, Tree]], idle: Iterable[str]) -> None:
        self._idle = frozenset(idle)
        compared = _Compared(self._idle)
        self._templates = [(command, compared.tree(tree)) for command, tree in trees]
        self._holding: dict[str, int] = defaultdict(int)
        self._of_length = [0] * (MOST_WORDS + 1)
        for number, (_, tree) in enumerate(self._templates):
            extent = compared.extent(tree)
            for word in extent.words:
                self._holding[word] |= 1 << number
            for length in range(extent.fewest, min(extent.most, MOST_WORDS) + 1):
                self._of_length[length] |= 1 << number

    def commands(self, said: Sequence[str]) -> frozenset[str]:
        """Return the commands that a sentence says.

        Args:
            said: its words, see `tokens`.
        """
        words = [word for word in said if word not in self._idle]
        if not 0 < len(words) <= MOST_WORDS:
            return frozenset()
        perhaps = self._of_length[len(words)]
        for word in words:
            perhaps &= self._holding.get(word, 0)
        match = _Match(words)
        fitting = (self._templates[at] for at in _ones(perhaps))
        return frozenset(name for name, tree in fitting if len(words) in match.ends(tree, 0))


@dataclass(frozen=True)
class _Extent:
    """The fewest and the most words that a part of a template matches, and all that it may hold."""

    fewest: int
    most: int
    words: frozenset[str]


class _Compared:
    """Templates in the form to compare, whose equal parts are one object.

    Args:
        idle: words to leave out.
    """

    def __init__(self, idle: frozenset[str]) -> None:
        self._idle = idle
        self._words: dict[str, list[str]] = {}
        self._choices: dict[Choice, Choice] = {}
        self._extents: dict[Choice, _Extent] = {}

    def tree(self, tree: Tree) -> Tree:
        """Return a template with its words as `tokens` makes them, without the idle ones."""
        kept: list[str | Choice] = []
        for each in tree:
            kept += self._kept(each) if isinstance(each, str) else [self._choice(each)]
        return tuple(kept)

    def _kept(self, word: str) -> list[str]:
        if word not in self._words:
            self._words[word] = [each for each in tokens(word) if each not in self._idle]
        return self._words[word]

    def _choice(self, choice: Choice) -> Choice:
        """Return the sequences that say something: an idle word must not make others needless."""
        if choice not in self._choices:
            said = [(each, self.tree(each)) for each in choice]
            left = tuple(compared for each, compared in said if compared or not each)
            self._choices[choice] = self._choices.setdefault(left or ((),), left or ((),))
        return self._choices[choice]

    def extent(self, tree: Tree) -> _Extent:
        """Return the extent of a template that `tree` returned."""
        words = frozenset(each for each in tree if isinstance(each, str))
        parts = [self._extent(each) for each in tree if not isinstance(each, str)]
        number = sum(isinstance(each, str) for each in tree)
        return _Extent(
            number + sum(each.fewest for each in parts),
            number + sum(each.most for each in parts),
            words.union(*(each.words for each in parts)),
        )

    def _extent(self, choice: Choice) -> _Extent:
        if choice not in self._extents:
            each = [self.extent(tree) for tree in choice]
            self._extents[choice] = _Extent(
                min(one.fewest for one in each),
                max(one.most for one in each),
                frozenset().union(*(one.words for one in each)),
            )
        return self._extents[choice]


class _Match:
    """Compares one sentence with templates; what they share is compared once.

    Args:
        words: the words of the sentence.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._known: dict[tuple[int, int], set[int]] = {}

    def ends(self, tree: Tree, start: int) -> set[int]:
        """Return where a match of the template may end that starts at a word."""
        ends = {start}
        for each in tree:
            if isinstance(each, str):
                words = self._words
                ends = {at + 1 for at in ends if at < len(words) and words[at] == each}
            else:
                ends = {end for at in ends for end in self._ends_of_choice(each, at)}
            if not ends:
                break
        return ends

    def _ends_of_choice(self, choice: Choice, start: int) -> set[int]:
        key = id(choice), start
        if key not in self._known:
            self._known[key] = {end for tree in choice for end in self.ends(tree, start)}
        return self._known[key]


def _ones(bits: int) -> Iterator[int]:
    """Yield the places of the ones in a number."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest

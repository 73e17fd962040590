"""Matches whole sentences with templates, from their first word to their last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.core.suggesting.templates import Tree
from bot.core.suggesting.tokens import tokens

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
        self._templates = [(command, self._compared(tree)) for command, tree in trees]
        self._holding: dict[str, int] = defaultdict(int)
        for number, (_, tree) in enumerate(self._templates):
            for word in set(_words(tree)):
                self._holding[word] |= 1 << number
        fewest = [_fewest(tree) for _, tree in self._templates]
        self._within = [
            sum(1 << number for number, least in enumerate(fewest) if least <= words)
            for words in range(MOST_WORDS + 1)
        ]

    def commands(self, said: Sequence[str]) -> frozenset[str]:
        """Return the commands that a sentence says.

        Args:
            said: its words, see `tokens`.
        """
        words = [word for word in said if word not in self._idle]
        if not 0 < len(words) <= MOST_WORDS:
            return frozenset()
        perhaps = self._within[len(words)]
        for word in words:
            perhaps &= self._holding.get(word, 0)
        fitting = (self._templates[at] for at in _ones(perhaps))
        return frozenset(name for name, tree in fitting if len(words) in _ends(tree, words, 0))

    def _compared(self, tree: Tree) -> Tree:
        """Return a template with its words in the form to compare, without the idle ones."""
        kept: Tree = []
        for each in tree:
            if isinstance(each, str):
                kept += [word for word in tokens(each) if word not in self._idle]
            else:
                choices = [(choice, self._compared(choice)) for choice in each]
                kept.append(_saying(choices))
        return kept


def _saying(choices: Sequence[tuple[Tree, Tree]]) -> list[Tree]:
    """Return the choices that say something: an idle word must not make the others needless."""
    left = [compared for choice, compared in choices if compared or not choice]
    return left or [[]]


def _words(tree: Tree) -> Iterator[str]:
    for each in tree:
        if isinstance(each, str):
            yield each
        else:
            for choice in each:
                yield from _words(choice)


def _fewest(tree: Tree) -> int:
    """Return the fewest words that a template matches."""
    return sum(1 if isinstance(each, str) else min(map(_fewest, each)) for each in tree)


def _ones(bits: int) -> Iterator[int]:
    """Yield the places of the ones in a number."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _ends(tree: Tree, words: Sequence[str], start: int) -> set[int]:
    """Return where a match of the template may end that starts at a word."""
    ends = {start}
    for each in tree:
        if isinstance(each, str):
            ends = {at + 1 for at in ends if at < len(words) and words[at] == each}
        else:
            ends = {end for choice in each for at in ends for end in _ends(choice, words, at)}
    return ends

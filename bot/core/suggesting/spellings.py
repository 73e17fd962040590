"""Finds known words with a similar spelling."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

_NEARLY = 0.5
"""How similar two spellings must be, as the share of two- and three-letter parts in common."""


class Spellings:
    """Words that are found by their spelling.

    Args:
        words: the words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [each for each in words if len(each) > 3 and not each.startswith("{")]
        self._holding: dict[str, array[int]] = defaultdict(lambda: array("H"))
        self._sizes = array("H")
        for number, word in enumerate(self._words):
            grams = _grams(word)
            self._sizes.append(len(grams))
            for gram in grams:
                self._holding[gram].append(number)

    def near(self, word: str, least: float = _NEARLY) -> list[tuple[str, float]]:
        """Return up to three words, the most similar first, with their similarities.

        Args:
            word: another word.
            least: how similar they have to be.
        """
        if not 3 < len(word) < 24 or not word.isalpha():
            return []
        grams = _grams(word)
        shared: Counter[int] = Counter()
        for gram in grams:
            shared.update(self._holding.get(gram, ()))
        alike = {n: 2 * c / (len(grams) + self._sizes[n]) for n, c in shared.items()}
        nearest = sorted(alike, key=lambda n: (-alike[n], n))[:3]  # the same in each process
        return [(self._words[n], alike[n]) for n in nearest if alike[n] >= least]


def _grams(word: str) -> set[str]:
    bounded = f"^{word}$"
    return {bounded[at : at + size] for size in (2, 3) for at in range(len(bounded) - size + 1)}

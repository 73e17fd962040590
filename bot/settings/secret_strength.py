"""Tells secrets that can be guessed from those that can't."""

from __future__ import annotations

from itertools import pairwise

SHORTEST = 16
FEWEST_CHARACTERS = 8
"""Different ones; 16 random digits almost always have as many."""

LONGEST_REPEAT = 12


def weakness(secret: str) -> str | None:
    """Return why `secret` is too weak, to stand in a sentence; None if it isn't."""
    if len(secret) < SHORTEST:
        return "it is shorter than 16 characters"
    if len(set(secret)) < FEWEST_CHARACTERS or _repeats(secret) or _counts(secret):
        return "it is easy to guess; `python -m bot init` makes one that isn't"
    return None


def _repeats(secret: str) -> bool:
    """Return whether a secret repeats, as ``1234567890123456`` and ``hunter2-hunter2-`` do."""
    return any(secret[each:] == secret[:-each] for each in range(1, LONGEST_REPEAT + 1))


def _counts(secret: str) -> bool:
    """Return whether a secret counts up or down, as ``abcdefghijklmnop`` does."""
    steps = [abs(ord(one) - ord(other)) for one, other in pairwise(secret)]
    return sum(each <= 1 for each in steps) > len(steps) / 2

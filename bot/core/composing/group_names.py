"""Finds the group of experts that a sentence names: `get cardiology on the line`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.composing.evidence import Evidence
from bot.core.composing.tokens import tokens

_ALIKE = 7
"""How many letters a word begins with that is nearly a group's name: `cardiologist`."""

_LONGER = 4
"""How many letters more or less such a word has at most."""

_WORD = re.compile(r"[^\W\d_][\w-]*")


def with_group(found: Evidence, groups: Sequence[str]) -> Evidence | None:
    """Return the evidence with a placeholder for the one group that is named, or None.

    Args:
        found: what the sentence mentions.
        groups: the names of the groups.
    """
    named = [each for each in groups if _pattern(each).search(found.sentence)]
    if len(named) != 1:
        return None
    marked = _pattern(named[0]).sub("{group}", found.sentence, count=1)
    return replace(found, sentence=marked, group=named[0])


def with_group_nearly_named(found: Evidence, groups: Sequence[str]) -> Evidence | None:
    """Return the same also for a word that is nearly a group's name, such as `cardiologist`."""
    if named := with_group(found, groups):
        return named
    for word in _WORD.findall(found.sentence):
        near = [each for each in groups if _is_near(word, each)]
        if len(near) == 1:
            marked = found.sentence.replace(word, "{group}", 1)
            return replace(found, sentence=marked, group=near[0])
    return None


def _is_near(word: str, group: str) -> bool:
    said, name = (_plain(each) for each in (word, group))
    return said[:_ALIKE] == name[:_ALIKE] and abs(len(said) - len(name)) <= _LONGER


def _plain(word: str) -> str:
    """Return a word in a spelling that many languages share: `Kardiologie`."""
    return "".join(tokens(word)).replace("k", "c").replace("ph", "f")


def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@.{{-]){re.escape(group)}(?![\w@}}-])", re.IGNORECASE)

"""Finds what guests ask that the bot itself answers: when they meet, and what it is for."""

from __future__ import annotations

import re
from functools import cache

from bot.core.composing.evidence import Evidence
from bot.core.composing.tokens import tokens
from bot.core.suggesting.examples import guest_question_examples
from bot.core.templates.template_syntax import expand, trees
from bot.core.templates.whole_sentences import WholeSentences

WHEN, HELP = "when", "help"
"""What a guest may ask, by its heading in the table of examples."""


def asked(found: Evidence) -> str:
    """Return what a guest asks, if a whole sentence asks nothing else; else an empty string.

    Args:
        found: what the sentence mentions.
    """
    if found.people:
        return ""
    sentence = _HOUR.sub("{time}", found.sentence)
    [*names] = _questions().commands(tokens(sentence))
    return names[0] if len(names) == 1 else ""


_HOUR = re.compile(r"(?<![\w{:.])\d{1,2}(?:[:.]\d\d)?(?![\w}:.]\w)")


@cache
def _questions() -> WholeSentences:
    """Return the questions, which are parsed when first needed."""
    every = list(trees(guest_question_examples.EXAMPLES))
    idle = {word for name, tree in every if name == "idle" for word in _words(expand(tree))}
    return WholeSentences([each for each in every if each[0] != "idle"], idle)


def _words(lines: list[str]) -> list[str]:
    return tokens(" ".join(lines))

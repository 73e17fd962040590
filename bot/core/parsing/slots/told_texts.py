"""Reads a message to pass on: `tell all: I am late`, `tell bob@x.com that I am late`."""

from __future__ import annotations

from bot.core.parsing.text.words import Kind, Word, Words, joined

_THAT = frozenset({"that", "dass", "daß", "que"})


def split_text(words: Words) -> tuple[Words, str]:
    """Return the words before the message, and the message; empty if there is none."""
    for at, word in enumerate(words):
        if word.raw.endswith((":", "：")) and word.kind is Kind.PLAIN:
            return [*words[:at], *_before_colon(word)], _text(words[at + 1 :])
        if word.key in _THAT and word.kind is Kind.PLAIN:
            return words[:at], _text(words[at + 1 :])
    return words, ""


def _before_colon(word: Word) -> Words:
    return [word] if word.key else []


def _text(words: Words) -> str:
    alone = len(words) == 1 and words[0].kind is Kind.QUOTED
    return (words[0].inside if alone else joined(words)).strip(" ,")

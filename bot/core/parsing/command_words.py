"""Finds the command at the beginning of a sentence, after polite words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.core.domain.hints import Hint
from bot.core.parsing.question_forms import PERMISSIONS, REQUESTS
from bot.core.parsing.rule import PEOPLE_BETWEEN, Rule
from bot.core.parsing.rules import BEYOND, NEARLY, PHRASES
from bot.core.parsing.words import Kind, Word, Words


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(text.split())


LONGEST = max(map(len, PHRASES))
"""Words in the longest beginning of a command."""

_WORDS = {word for phrase in (*PHRASES, *BEYOND) for word in phrase}
_KNOWN = sorted({word for phrase in PHRASES for word in phrase if len(word) > 3})
_SKIPPED = frozenset(
    ("a", "an", "the", "new", "quick", "short", "instant", "webex", "video", "online", "our")
)
_COURTESIES = {
    _phrase(words)
    for words in (
        *("please", "pls", "plz", "kindly", "ok", "okay", "so", "now", "bot", "dear", "there"),
        *("hi", "hey", "hello", "hallo", "good morning", "good afternoon", "good evening"),
        *REQUESTS,
        *PERMISSIONS,
        *("i want to", "i want", "i need to", "i need", "need", "need to"),
        *("i would like to", "i would like", "i'd like to", "i'd like", "we need", "we need to"),
        *("give me", "let's", "lets", "let us", "thanks", "thank you", "thx", "many thanks"),
        *("danke", "bitte", "merci", "gracias", "cheers", "great", "perfect", "cool"),
        *("so much", "very much", "a lot"),
    )
}

_THANKS = frozenset(
    {"thanks", "thank", "thx", "danke", "merci", "gracias", "cheers"}
    | {"ok", "okay", "great", "perfect", "cool"}
)
_SIGNS = frozenset("👍🙏👌")


def thanks(words: Words) -> bool:
    """Return whether `words` begin with thanks or approval."""
    return any(word.key in _THANKS or not _SIGNS.isdisjoint(word.raw) for word in words[:4])


def match_command(words: Words) -> tuple[Rule | Hint, Words] | None:
    """Return the rule of the command that `words` begin with, and the other words.

    For what the bot cannot do, a hint takes the place of the rule.
    """
    head = _head(words)
    for length in range(len(head), 0, -1):
        keys = tuple(word.key for _, word in head[:length])
        found = BEYOND.get(keys) or PHRASES.get(keys)
        if found:
            end = head[length - 1][0] + 1
            return found, [*(word for word in words[:end] if word.guest), *words[end:]]
    return None


def skip_courtesies(words: Words) -> Words:
    """Return `words` without the polite words at the beginning."""
    start = 0
    while start < len(words):
        skip = _courtesy(words, start)
        if not skip:
            break
        start += skip
    return words[start:]


def spelling_fixes(words: Words) -> Iterator[list[Word]]:
    """Yield `words` with their beginning corrected, the most likely correction first."""
    head = [(at, word) for at, word in _head(words) if not word.guest]
    nearest = list(words)
    for at, word in head[:3]:
        nearest[at] = replace(word, key=_nearest(word.key))
    yield nearest
    if head and head[0][1].key in NEARLY:
        at, word = head[0]
        yield [*words[:at], replace(word, key=NEARLY[word.key]), *words[at + 1 :]]


def first_words(words: Words) -> Words:
    """Return the first two words that may be a command."""
    return [word for _, word in _head(words) if not word.guest][:2]


def _head(words: Words) -> list[tuple[int, Word]]:
    """Return the leading words that may be a command, with their positions.

    People between them count as one word.
    """
    head: list[tuple[int, Word]] = []
    for at, word in enumerate(words[: 2 * LONGEST]):
        if word.guest and head:
            if head[-1][1].key != PEOPLE_BETWEEN:
                head.append((at, replace(word, key=PEOPLE_BETWEEN)))
        elif word.kind is not Kind.PLAIN:
            break
        elif word.key and word.key not in _SKIPPED:
            head.append((at, word))
    return head[:LONGEST]


def _courtesy(words: Words, start: int) -> int:
    """Return how many words from `start` on are polite words or mere punctuation."""
    first = words[start]
    if first.kind is Kind.MARK or (first.kind is Kind.PLAIN and not first.key):
        return 1
    keys = tuple(word.key for word in words[start : start + 4])
    return next((n for n in range(len(keys), 0, -1) if keys[:n] in _COURTESIES), 0)


def _less_a_letter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


_LESS = {less: known for known in reversed(_KNOWN) for less in _less_a_letter(known)}


def _nearest(key: str) -> str:
    """Return the known word that is one typing error away: a letter missing, added or swapped.

    A wrong letter counts in long words only: one letter away from a short word are many others.
    """
    if key in _WORDS or not 3 <= len(key) <= 20:
        return key
    if key in _LESS:
        return _LESS[key]
    less = list(_less_a_letter(key))
    longer = next((word for word in less if word in _KNOWN), None)
    alike = (_LESS[word] for word in less if word in _LESS)
    near = (word for word in alike if len(key) > 5 or sorted(word) == sorted(key))
    return longer or next(near, key)

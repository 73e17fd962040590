"""The subject of a meeting, which may hold any word.

It stands in quotes, or follows `about` and runs to the end of what was said, but for what can
only be meant for the bot there: people that are named last, a last bare `here`, a last `please`,
and so a time, a duration or a device that are named last. A person or a time of day that
stands anywhere else in it is asked about. Quotes settle every doubt.
"""

from __future__ import annotations

from bot.core.commands import Unclear
from bot.core.hints import Hint
from bot.core.parsing.whens import CLOCKS
from bot.core.parsing.words import Kind, Word, Words, joined

LONGEST = 200
"""Characters of a subject; what is longer is cut at a word."""

KEYWORDS = frozenset(
    {"about", "re", "subject", "topic", "regarding", "concerning", "discuss", "discussing"}
)
_ARTICLES = frozenset({"the", "a", "an", "our", "my", "your", "this", "that", "next", "last"})
CONNECTORS = frozenset({"and", "&", "with", "plus", "also", "including", "invite", "inviting"})
COURTESIES = frozenset({"please", "pls", "plz", "kindly", "thanks", "thank", "you", "thx"})

_CLOSINGS = CONNECTORS | COURTESIES | {"here"}
_AND = frozenset({"and", "&"})
_PREPOSITIONS = frozenset(
    {"of", "from", "by", "for", "to", "at", "in", "on", "as", "or", "than", "like", "between"}
)


def take(words: Words) -> tuple[str | None, Words] | Unclear:
    """Return the subject in `words` and the words around it, or the person in doubt."""
    start = next((at for at, word in enumerate(words) if word.key in KEYWORDS), None)
    if start is None:
        return _take_quoted(words)
    before, after = words[:start], words[start + 1 :]
    if after and after[0].kind is Kind.QUOTED:
        return clean(after[0].inside), [*before, *after[1:]]
    end = _end(after)
    doubtful = _doubtful(after, end)
    if doubtful:
        return Unclear(doubtful.raw[:100], Hint.SUBJECT)
    return clean(joined(after[:end])), [*before, *after[end:]]


def say(subject: str | None) -> str:
    """Return the words of `subject` in a canonical sentence."""
    return f"about {quoted(subject)}" if subject else ""


def quoted(text: str) -> str:
    """Return `text` in quotes; a quote in it is written twice."""
    return '"' + text.replace('"', '""') + '"'


def clean(text: str) -> str | None:
    """Return `text` on one line and no longer than a subject may be; None if it is blank."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        head, space, _ = line[:LONGEST].rpartition(" ")
        line = (head if space else line[: LONGEST - 1]).rstrip() + "…"
    return line if line.strip("\u200c\u200d ") else None


def _take_quoted(words: Words) -> tuple[str | None, Words]:
    for at, word in enumerate(words):
        if word.kind is Kind.QUOTED and not word.guest:
            return clean(word.inside), [*words[:at], *words[at + 1 :]]
    return None, words


def _end(words: Words) -> int:
    """Return how many of `words` are the subject's."""
    end = len(words)
    while end and _may_follow(words[end - 1]):
        end -= 1
    while end < len(words) and not _begins_rest(words, end):
        end = max(end + 1, _past_connectors(words, end))
    return end


def _may_follow(word: Word) -> bool:
    if word.kind is Kind.PLAIN:
        return not word.key or word.key in _CLOSINGS
    return word.kind is not Kind.QUOTED


def _begins_rest(words: Words, at: int) -> bool:
    """Tell a connector that leads to a person from one that ends a phrase (`deal with`)."""
    word = words[at]
    if word.kind is not Kind.PLAIN:
        return True
    if word.key not in CONNECTORS:
        return bool(word.key)
    past = _past_connectors(words, at)
    return past < len(words) and words[past].kind is Kind.PERSON


def _past_connectors(words: Words, at: int) -> int:
    while at < len(words) and words[at].key in CONNECTORS:
        at += 1
    return at


def _doubtful(words: Words, end: int) -> Word | None:
    """Return the person or the time of whom it cannot be told whether it is the subject's."""
    if end == 1 and words[0].key.isdigit() and len(words[0].key) < 3:
        return words[0]  # about 3
    inside = next((word for word in words[:end] if _is_the_bots(word)), None)
    if not inside and end < len(words) and words[end].tells and _is_open(words[:end]):
        return words[end]
    first = next((at for at in range(end, len(words)) if words[at].guest), None)
    if inside or first is None:
        return inside
    if first == end:
        loose = not end or words[end - 1].key in _PREPOSITIONS or words[first].bracketed
    else:
        loose = all(word.key in _AND for word in words[end:first])
    return words[first] if loose else None


def _is_the_bots(word: Word) -> bool:
    return word.kind is Kind.PERSON or word.tells in CLOCKS


def _is_open(words: Words) -> bool:
    """Tell whether `words` go on, as `the` and `a letter of` do."""
    return bool(words) and words[-1].key in _ARTICLES | _PREPOSITIONS

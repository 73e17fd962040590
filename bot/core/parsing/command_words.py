"""Finds the command that begins a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.core.domain.hints import Hint
from bot.core.parsing.meeting_rules import MEET
from bot.core.parsing.rule import PEOPLE_BETWEEN, Rule
from bot.core.parsing.rules import NEARLY, PHRASES, RULES
from bot.core.parsing.slots.subjects import COURTESIES, KEYWORDS, split_text
from bot.core.parsing.text.words import Kind, Word, Words, is_capital_a
from bot.core.parsing.vocabulary.all_languages import AROUND, ENDINGS, sentence_words

_BEYOND = {
    Hint.INSIDE: (*("record", "mute", "unmute", "lock", "unlock", "share screen"),),
    Hint.HOST: ("make … host", "make host", "give … host", "give host to", "make … second host"),
    Hint.HOST_LINK: (
        *("host link for …", "host link to …", "send host link to …", "send … host link"),
        *("resend host link to …", "resend … host link", "give … host link", "my host link for …"),
        *(f"host link for {everybody}" for everybody in ("all", "everyone", "everybody", "them")),
    ),
    Hint.RESET: (
        *(
            f"{verb} {what}"
            for verb in ("reset", "clear", "forget", "delete", "remove")
            for what in ("defaults", "default", "settings", "preferences", "my defaults")
        ),
        *("defaults reset", "defaults clear"),
    ),
    Hint.SEND: (
        *(
            "send",
            "email",
            "e-mail",
            "mail",
            "send link",
            "send link to",
            "get link",
            "get me link",
        ),
        *("create link", "make link", "generate link", "send invite", "send invitation"),
    ),
}

BEYOND = {tuple(words.split()): hint for hint, said in _BEYOND.items() for words in said}
"""The beginnings of such requests, with the hint for each."""


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(text.split())


LONGEST = max(map(len, PHRASES))
"""The most words in a beginning of a command."""

_WORDS = {word for phrase in (*PHRASES, *BEYOND) for word in phrase}
_WORDS |= sentence_words("replacing")
_KNOWN = sorted({word for phrase in PHRASES for word in phrase if len(word) > 3})
_SKIPPED = sentence_words("articles")

_COURTESIES = {
    _phrase(words)
    for field in ("courtesies", "requests", "permissions", "thanks")
    for words in sentence_words(field)
}
_LONGEST_COURTESY = max(map(len, _COURTESIES))
_THANKS = sentence_words("thanks")
_NEGATIONS = sentence_words("negations")
_SIGNS = frozenset("👍🙏👌")


def thanks(words: Words) -> bool:
    """Return whether `words` begin with thanks or approval."""
    return any(word.key in _THANKS or not _SIGNS.isdisjoint(word.raw) for word in words[:4])


def match_command(words: Words) -> tuple[Rule | Hint, Words] | None:
    """Return the rule of the command that `words` begin with, and the other words.

    For requests that the bot can't fulfill, it returns a hint instead of the rule.
    """
    first = _at_beginning(words)
    if first and isinstance(first[0], Rule) and _has_text(first[0], first[1]):
        return first  # the message may end with any word
    around, last = _around(words), _at_end(words)
    if around and not (first and not any(word.key for word in first[1])):
        return around
    if first and last and first[0] is MEET is not last[0]:
        return last  # a noun, as in `Meeting absagen`
    return first or last


def _has_text(rule: Rule, words: Words) -> bool:
    return (rule.takes_text or rule.takes_note) and bool(split_text(words)[1])


def _at_beginning(words: Words) -> tuple[Rule | Hint, Words] | None:
    """Return the rule of the longest beginning, and the other words."""
    found = [_longest(_head(words, skipped)) for skipped in (_SKIPPED, frozenset[str]())]
    best = max(filter(None, found), key=lambda each: each[1], default=None)
    if best is None:
        return None
    rule, end = best
    rest = [*(word for word in words[:end] if word.guest), *words[end:]]
    if isinstance(rule, Rule) and (rule.takes_note or rule.takes_text):
        rest = [*_colon(words[end - 1]), *rest]
    return rule, rest


def _colon(word: Word) -> list[Word]:
    """Return the colon at the end of a word, before a note, as a word of its own."""
    return [replace(word, raw=":", key="")] if word.raw.endswith(":") else []


def _longest(head: list[tuple[int, Word]]) -> tuple[Rule | Hint, int] | None:
    """Return the rule of the longest beginning in `head`, and where it ends."""
    for length in range(len(head), 0, -1):
        keys = tuple(word.key for _, word in head[:length])
        found = BEYOND.get(keys) or PHRASES.get(keys)
        if found:
            return found, head[length - 1][0] + 1
    return None


def _around(words: Words) -> tuple[Rule, Words] | None:
    """Return the rule of a verb in two parts, such as `ruf … an`, and the other words."""
    first = next((at for at, word in enumerate(words) if word.key), None)
    if first is None or words[first].key not in _FIRST_PARTS:
        return None
    for at in range(len(words) - 1, first, -1):
        name = AROUND.get((words[first].key, words[at].key))
        if not name:
            continue
        rule = _named(name)
        colon = _colon(words[at]) if rule.takes_note else []
        end = _end(words, at)
        if end is not None or words[at + 1].key in KEYWORDS or colon:
            behind = words[(at if end is None else end) + 1 :]
            return rule, [*words[first + 1 : at], *colon, *behind]
    return None


def _end(words: Words, at: int) -> int | None:
    """Return where a verb in two parts ends: `take bob off the call`; None if more follows."""
    end = next((each for each in range(len(words) - 1, at, -1) if words[each].key in _CALLS), at)
    between = words[at + 1 : end]
    is_all = _is_last(words, end) and all(word.key in {"of", *_SKIPPED} for word in between)
    return end if is_all else None


_CALLS = frozenset({"call", "meeting", "list", "invite", "visit"})


def _at_end(words: Words) -> tuple[Rule, Words] | None:
    """Return the rule of a verb at the end, as in `bob@x.com einladen`, and the other words."""
    if any(word.key in _NEGATIONS or word.key in KEYWORDS for word in words):
        return None
    keys = [word.key for word in words]
    last = next((at for at in range(len(words) - 1, -1, -1) if _is_last(words, at)), -1)
    for length in (2, 1):
        verb = " ".join(keys[last - length + 1 : last + 1])
        if last >= length and verb in _BY_ENDING:
            return _BY_ENDING[verb], words[: last - length + 1]
    return None


def _is_last(words: Words, at: int) -> bool:
    """Return whether only polite words and punctuation follow the word at `at`."""
    return bool(words[at].key) and all(
        word.kind is Kind.MARK or word.key in {"", "?", *COURTESIES} for word in words[at + 1 :]
    )


def _named(name: str) -> Rule:
    return next(rule for rule in RULES if rule.name == name)


_FIRST_PARTS = frozenset(first for first, _ in AROUND)
_BY_ENDING = {verb: _named(name) for name, verbs in ENDINGS.items() for verb in verbs}


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


def _head(words: Words, skipped: frozenset[str] = _SKIPPED) -> list[tuple[int, Word]]:
    """Return the leading words that may be a command, with their positions.

    People between them count as one word.
    """
    head: list[tuple[int, Word]] = []
    for at, word in enumerate(words[: 2 * LONGEST]):
        if word.guest:
            if not head or head[-1][1].key != PEOPLE_BETWEEN:
                head.append((at, replace(word, key=PEOPLE_BETWEEN)))
        elif word.kind is not Kind.PLAIN:
            break
        elif word.key and (word.key not in skipped or is_capital_a(word)):
            head.append((at, word))
    return head[:LONGEST]


def _courtesy(words: Words, start: int) -> int:
    """Return how many words from `start` on are polite words or punctuation."""
    first = words[start]
    if first.kind is Kind.MARK or (first.kind is Kind.PLAIN and not first.key):
        return 1
    keys = tuple(word.key for word in words[start : start + _LONGEST_COURTESY])
    return next((n for n in range(len(keys), 0, -1) if keys[:n] in _COURTESIES), 0)


def _less_a_letter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


_LESS = {less: known for known in reversed(_KNOWN) for less in _less_a_letter(known)}


def _nearest(key: str) -> str:
    """Return the known word that is one typing error away: a letter missing, added or swapped.

    Wrong letters are only corrected in long words: many short words differ by just one letter.
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

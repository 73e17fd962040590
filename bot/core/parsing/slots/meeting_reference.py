"""The slots for which meeting is meant: nothing, `#12`, `meeting 12`, or words of its subject."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial

from bot.core.domain.commands import MeetingReference, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken
from bot.core.parsing.slots.subjects import COURTESIES, clean, quoted
from bot.core.parsing.text.phrases import one_of, partition
from bot.core.parsing.text.words import Kind, Word, Words, is_capital_a, joined
from bot.core.parsing.vocabulary.all_languages import UNITS, all_of, sentence_words

_MEETING = sentence_words("meeting")
_INTRODUCERS = sentence_words("introduces")
_LEAD = rf"(?:(?:{one_of(_INTRODUCERS)})\ )?(?:(?:the|my|das|den|dem|der|la|le|el|mein|meine)\ )?"
_COUNTED = rf"\ {one_of((*UNITS, *all_of('oclock')))}(?!\S)"
"""Verbose pattern: behind a number that is a length or a time of day."""

_NUMBER = rf"""
    {_LEAD}(?:{one_of(_MEETING)}\ (?:no\ |number\ |nr\ )?\#?(?P<number>\d{{1,9}})(?!{_COUNTED})
      |\#(?P<hash>\d{{1,9}}))
"""
_BARE_NUMBER = r"(?:of|to|for|in|from|von|zu|de|del|al)\ (?P<bare>\d{1,9})"
_NOISE = (
    FILLERS
    | _INTRODUCERS
    | _MEETING
    | sentence_words("which")
    | {"the", "my", "our", "a", "subject", "topic", "named", "from", "meetings", "das", "die"}
    | {"den", "der", "dem", "mein", "meine", "meinen", "le", "les", "ma", "mon", "el", "los", "mi"}
    | {"la", "las", "l'appel", "unser", "unsere", "notre", "nuestra", "diese", "diesen"}
)
_CLOSING = FILLERS | (_MEETING - {"meetings"})
_ALL = sentence_words("everybody") | {
    *("every", "both", "any", "these", "those", "not", "beide", "les deux", "ambas", "ambos"),
    *("nicht", "kein", "pas", "no"),
}
_SAYS_WHICH = sentence_words("which") | _MEETING | COURTESIES | {"now", "right", "too"}
"""Words for the meeting that is meant if none is named."""

_SAYS_NOTHING = sentence_words("empty")
"""Words too common to tell subjects apart."""

_NOBODY = sentence_words("me") | {"us", "uns", "nous", "nos"}


def _take(words: Words, _: datetime) -> Taken | Unclear:
    """Take a number, or all the words."""
    numbers, rest = partition(words, "number", "hash", "bare")
    if numbers:
        return _numbered(numbers, rest)
    if any(word.guest for word in rest):
        return Unclear(joined(rest)[:100], Hint.WHICH)
    named = _trimmed(rest)
    if _is_unclear(rest, named):
        return Unclear(joined(named or rest)[:100], Hint.WHICH)
    return _named(named)


def _is_unclear(words: Words, named: Words) -> bool:
    """Return whether `words`, of which `named` may be a subject, don't say which meeting."""
    plain = [word.key for word in words if word.key not in {"", "?"}]
    alone = {key for before, key in zip(["", *plain], plain, strict=False) if before != "for"}
    if alone & _NOBODY and not alone - _NOISE:
        return True  # cancel me
    if not named:
        return bool(plain) and not _SAYS_WHICH.intersection(plain)
    if any(map(is_capital_a, named)):
        return any(word.key in _MEETING for word in words)  # `CANCEL A MEETING`
    keys = {word.key for word in named if word.key}
    return named[0].key in _ALL or (bool(keys) and keys <= _SAYS_NOTHING | _NOISE)


def _take_introduced(words: Words, now: datetime) -> Taken | Unclear:
    """Take a number, or the words after a word such as `of` or `to`; others may be people."""
    if any(word.means in {"number", "hash", "bare"} for word in words):
        return _take_number(words)
    start = next((at for at in range(len(words)) if _introduces(words, at)), None)
    if start is None:
        return {"which": MeetingReference()}, words
    end = next((at for at in range(start, len(words)) if _ends(words[at])), len(words))
    found = _take(words[start:end], now)
    return found if isinstance(found, Unclear) else (found[0], [*words[:start], *words[end:]])


def _introduces(words: Words, at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else None
    return words[at].key in _INTRODUCERS and not (following is None or following.guest)


def _ends(word: Word) -> bool:
    return bool(word.guest) or word.kind is Kind.MARK


def _take_number(words: Words) -> Taken | Unclear:
    numbers, rest = partition(words, "number", "hash", "bare")
    if len({word.value for word in numbers}) > 1:
        return Unclear(" ".join(word.raw for word in numbers)[:100], Hint.WHICH)
    return {"which": MeetingReference(number=int(numbers[0].value))}, rest


def _numbered(numbers: Words, rest: Words) -> Taken | Unclear:
    left = _trimmed(rest)
    if left:
        return Unclear(joined([*numbers, *left])[:100], Hint.WHICH)
    return _take_number(numbers)


def _named(words: Words) -> Taken | Unclear:
    """Return the meeting whose subject contains `words`; a number alone is a meeting's."""
    if not words:
        return {"which": MeetingReference()}, ()
    if len(words) == 1:
        if words[0].kind is Kind.QUOTED:
            return {"which": MeetingReference(words=clean(words[0].inside) or "")}, ()
        if re.fullmatch(r"[0-9]{1,9}", words[0].key or words[0].value):
            return {"which": MeetingReference(number=int(words[0].key or words[0].value))}, ()
    return {"which": MeetingReference(words=clean(joined(words).strip(" ?!.,;:")) or "")}, ()


def _trimmed(words: Words) -> Words:
    """Return `words` without words around them that fit any meeting."""
    start, end = 0, len(words)
    while start < end and _is_noise(words[start], _NOISE):
        start += 1
    while end > start and _is_noise(words[end - 1], _CLOSING):
        end -= 1
    return words[start:end]


def _is_noise(word: Word, noise: frozenset[str]) -> bool:
    if word.kind is Kind.QUOTED:
        return not word.inside
    if is_capital_a(word):
        return False
    return word.kind is Kind.MARK or (word.kind is Kind.PLAIN and word.key in {"", *noise})


def _say(which: MeetingReference) -> str:
    if which.number is not None:
        return f"#{which.number}"
    return quoted(which.words) if which.words else ""


def _say_introduced(introducer: str, which: MeetingReference) -> str:
    said = _say(which)
    return f"{introducer} {said}" if said else ""


WHICH = Slot(("which",), _take, _say, f"{_NUMBER}|{_BARE_NUMBER}")
WHICH_LONGER = Slot(("which",), _take, _say, _NUMBER)
"""For `extend`, where `to 2` is a time, not a meeting."""

WHICH_OF = Slot(("which",), _take_introduced, partial(_say_introduced, "of"), WHICH.pattern)
"""For commands that also name people: the subject follows `of`, `to` or the like."""

WHICH_OF_NUMBERED = Slot(("which",), _take_introduced, partial(_say_introduced, "of"), _NUMBER)
"""For `reply`, where `in 5` is a time, not a meeting."""

WHICH_TO = Slot(("which",), _take_introduced, partial(_say_introduced, "to"), WHICH.pattern)
"""The same, written with `to`."""

WHICH_FROM = Slot(("which",), _take_introduced, partial(_say_introduced, "from"), WHICH.pattern)
"""The same, written with `from`."""

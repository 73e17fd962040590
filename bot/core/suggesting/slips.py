"""Corrects slips of the finger in words that the readers need: `wendesday`, `meetign`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product

from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Guest, Sayable
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing.vocabulary.one_letter_off import is_slip
from bot.core.suggesting.clearer_times import TIME_WORDS
from bot.core.suggesting.ranking import index
from bot.core.suggesting.spellings import Spellings

_WORD = re.compile(r"(?<![\w@.#<:/'’-])[^\W\d_]{4,20}(?![\w@:/'’-]|\.\w)")
_MENTION = re.compile(r"<@[^<>]*>")
_NEARLY = 0.3
"""How similar spellings are in which two letters in the middle changed places."""

_MOST = 4
"""The most words that are corrected, and the most sentences that come of it."""


def corrected(sentence: str, own: Collection[str] = ()) -> Iterator[list[str]]:
    """Yield a sentence with the known words that were probably meant, the likeliest first.

    The first have one word corrected, the last all of them: a name may look like a slip.

    Args:
        sentence: the sentence.
        own: words of the speaker's meetings and people, which are no slips.
    """
    mentioned = {word for found in _MENTION.findall(sentence) for word in re.findall(r"\w+", found)}
    said = {found[0] for found in _WORD.finditer(_MENTION.sub(" ", sentence))} - mentioned
    slips = {each for each in said if not _is_known(each) and not {*tokens(each)} <= {*own}}
    if not slips or len(slips) > _MOST:
        return
    words = sorted(slips)
    if len(words) > 1:
        yield [each for word in words for each in islice(_with_meanings(sentence, [word]), 1)]
    if all_of_them := [*_with_meanings(sentence, words)]:
        yield all_of_them


def with_known_address(sentence: str, typed: str, guests: Iterable[Guest]) -> list[str]:
    """Return a sentence with each guest's address of which one in it is nearly the same.

    Args:
        sentence: the sentence.
        typed: the address in it that is probably mistyped.
        guests: who is known.
    """
    known = dict.fromkeys(each.email for each in guests if each.email)
    alike = (each for each in known if is_slip(typed, each) or each.startswith(typed))
    return [sentence.replace(typed, each) for each in alike]


def keeps_as_typed(
    sentence: str, corrected_to: str, command: Sayable, own: Collection[str]
) -> bool:
    """Return whether a command was corrected in its own words alone, and not in what it quotes.

    Args:
        sentence: the sentence as typed.
        corrected_to: the sentence with the words that were probably meant.
        command: the command that the corrected sentence says.
        own: words of the speaker's meetings, one of which may be meant.
    """
    added = {*_words(corrected_to)} - {*_words(sentence)}
    which = getattr(command, "which", NO_MEETING)
    named = {each for each in _words(which.words) if not {*tokens(each)} <= {*own}}
    return added.isdisjoint({*_words(" ".join(_quoted(command))), *named})


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _quoted(command: Sayable) -> Iterator[str]:
    """Yield what a command takes from the sentence word for word."""
    said = (getattr(command, name, None) for name in ("subject", "text", "note"))
    yield from (each for each in said if each)
    yield from getattr(command, "names", ())


def _with_meanings(sentence: str, words: Sequence[str]) -> Iterator[str]:
    for meant in islice(product(*map(_meant, words)), _MOST):
        if list(meant) != words:
            yield _with_words(sentence, dict(zip(words, meant, strict=True)))


def _with_words(sentence: str, meant: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: meant.get(found[0], found[0]), sentence)


def _is_known(word: str) -> bool:
    said = tokens(word)
    return index().knows(said) or TIME_WORDS.issuperset(said)


def _meant(word: str) -> list[str]:
    """Return the words of which this one is a slip, the likeliest first; itself for none."""
    said = "".join(tokens(word))
    near = {
        **dict(_times().near(said, _NEARLY)),
        **dict(index().spellings.near(said, _NEARLY)),
    }
    slips = [other for other in near if is_slip(said, other)]
    return sorted(slips, key=lambda other: (-near[other], other)) or [word]


@cache
def _times() -> Spellings:
    return Spellings(sorted(TIME_WORDS))

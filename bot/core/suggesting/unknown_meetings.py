"""Finds words that name a meeting which the speaker doesn't have, such as `the MRI one`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches

from bot.core.composing.meeting_words import (
    DETERMINERS,
    MAY_FOLLOW,
    NOUNS,
    OBJECTS,
    OF,
    ORDER,
    VERBS,
)
from bot.core.composing.names import by_name, guest_named
from bot.core.composing.tokens import tokens
from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.text.words import Kind, Word, joined, split
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.suggesting.ranking import index

_SAYS_NOTHING = (
    sentence_words("empty")
    | sentence_words("articles")
    | sentence_words("which")
    | sentence_words("fillers")
    | sentence_words("closing")
    | sentence_words("everybody")
    | frozenset(ORDER)
    | DETERMINERS
    | frozenset(
        {"whole", "entire", "wrong", "same", "open", "existing", "planned", "scheduled", "old"}
        | {"ganze", "falsche", "gleiche", "geplante", "offene", "toute", "mauvaise", "même"}
        | {"prévue", "toda", "mismo", "misma", "prevista", "equivocada", "entera"}
    )
)
_ABOUT = frozenset(
    {"about", "re", "regarding", "wegen", "über", "zum", "zur", "sur", "sobre", "du"}
)
_TO = frozenset(
    {"to", "for", "of", "from", "in", "zu", "zum", "zur", "pour", "para", "à", "au", "al"}
)
_JOINS = NOUNS | OF | _ABOUT | _TO | {"with", "mit", "avec", "con", "at", "um", "on", "am"}
_MOST = 3
"""The most words of a meeting's name."""


def unknown_meeting(said: Sequence[Word]) -> str:
    """Return the words that can only name a meeting; empty for none.

    Args:
        said: the words of a sentence that names none of the speaker's meetings.
    """
    for at in range(len(said)):
        for named in (_before_noun, _behind_about, _object, _at_end):
            if words := named(said, at):
                return joined(words)
    return ""


Named = Callable[[Sequence[Word], int], Sequence[Word]]
"""Returns the words that name a meeting from a place in a sentence; none for no name."""


def _before_noun(said: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the name in `the MRI one`."""
    if said[at].key not in DETERMINERS:
        return ()
    for end in range(at + 2, min(at + 2 + _MOST, len(said))):
        if said[end].key in NOUNS:
            return _name(said[at + 1 : end])
    return ()


def _behind_about(said: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the name in `the meeting about the MRI`."""
    if at == 0 or said[at].key not in _ABOUT or said[at - 1].key not in NOUNS:
        return ()
    return _name(_until_end(said, at + 1))


def _object(said: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the name in `extend the MRI by 15 minutes`."""
    if said[at].key not in VERBS or at + 1 == len(said) or said[at + 1].key not in DETERMINERS:
        return ()
    words = _until_end(said, at + 2)
    return () if any(word.key in OBJECTS for word in words) else _name(words)


def _at_end(said: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the name in `who did I invite to the MRI`."""
    if said[at].key not in _TO or at + 1 == len(said) or said[at + 1].key not in DETERMINERS:
        return ()
    words = _until_end(said, at + 2)
    known = any(word.key in OBJECTS for word in words) or _is_known(words)
    return () if known or len(words) > _MOST else _name(words)


def _is_known(words: Sequence[Word]) -> bool:
    return index().knows(tokens(joined(words)))


def _until_end(said: Sequence[Word], start: int) -> Sequence[Word]:
    """Return the plain words up to the end of the sentence, or up to `by`, `to` and the like."""
    end = start
    while end < len(said) and said[end].kind is Kind.PLAIN and said[end].key not in MAY_FOLLOW:
        end += 1
    return said[start:end]


def _name(words: Sequence[Word]) -> Sequence[Word]:
    """Return words if they are few, plain, and say something."""
    is_plain = all(word.kind is Kind.PLAIN and not word.guest for word in words)
    return words if 0 < len(words) <= _MOST and is_plain and _any_says_something(words) else ()


def says_something(name: str) -> bool:
    """Return whether words that name a meeting are more than articles and polite words."""
    return _any_says_something(split(name))


def says_more_than_guests(said: Sequence[Word], name: str, guests: Sequence[Guest]) -> bool:
    """Return whether a name is of something else than a day, a meeting and guests of theirs.

    Args:
        said: the words of the sentence.
        name: the words in it that name no meeting.
        guests: whom the sentence may mention.
    """
    own, named = {word.key for word in split(name)}, by_name(guests)
    return any(
        word.kind is Kind.PLAIN and word.key in own and word.key not in _JOINS
        for word in said
        if _any_says_something([word]) and not guest_named(word, named)
    )


def named_as_nobody(unclear: Unclear, sentence: str) -> str:
    """Return a meeting's words that were read as a person: `add bob@x.com to plaster`."""
    if unclear.hint is not Hint.WHO or not _SOMEBODY.search(sentence):
        return ""
    words = [each for each in split(unclear.said) if each.key not in _TO]
    name = re.escape(joined(words))
    is_named = re.search(_IN_PLACE_OF_A_MEETING.format(name), sentence, re.IGNORECASE)
    return joined(words) if words and is_named else ""


_SOMEBODY = re.compile(r"@")
_IN_PLACE_OF_A_MEETING = (
    r"@.*\b(?:to|zu|zum|zur|à|au|a|al)\s+{0}(?:\s+(?:ein|hinzu|dazu))?[.!]?$"
    r"|\b(?:hand\s?over|hand|cohost)\s+{0}\s+(?:over\s+)?to\b.*@"
)
"""Behind an address, or where it is handed over: `handover plaster to carl@x.com`."""


def _any_says_something(words: Sequence[Word]) -> bool:
    return any(
        len(word.key) > 1
        and word.key not in _SAYS_NOTHING
        and not word.key.isdigit()
        and not get_close_matches(word.key, NOUNS, 1, _AS_GOOD_AS_THE_SAME)
        for word in words
    )


_AS_GOOD_AS_THE_SAME = 0.9
"""The likeness from which a word is a slip of another: `meting`."""

"""Finds a request to the bot at the end of a message: `tell all: back in 5, then cancel it`.

What guests can do themselves is for them: `… and bring the forms`, `… and add your insurance card`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from bot.core.parsing.command_words import match_command, skip_courtesies
from bot.core.parsing.rule import Rule
from bot.core.parsing.rules import PHRASES
from bot.core.parsing.text.words import Kind, Word, Words, joined, split
from bot.core.parsing.unclear_requests import begins_request, second_requests
from bot.core.parsing.vocabulary.all_languages import AROUND, DAY_NAMES, sentence_words
from bot.core.parsing.vocabulary.request_objects import (
    ALSO,
    ENCLITICS,
    ITS,
    LINKS,
    NO_NAMES,
    OF_READERS,
    ONLY_OF_PEOPLE,
    PERSONS,
    RENAMES,
    THE_OR_IT,
    VERBS_OF_READERS,
)

_MEETINGS = sentence_words("meeting")
_ARTICLES = sentence_words("articles")
_BEFORE_TIMES = sentence_words("to") | {"by", "um", "de", "por", "until", "bis", "hasta"}
_ENCLITIC = re.compile(rf"(.+?)(-?(?:{'|'.join(ENCLITICS)}))", re.IGNORECASE)

_OF_A_MEETING = frozenset({"cancel", "extend", "move", "rename"})
_OF_PEOPLE = frozenset({"add", "remove", "let in", "handover", "cohost", "resend", "tell"})
_MAY_BE_BARE = frozenset({"cancel", "extend"})
_FOR_HOSTS_ONLY = frozenset({"let in", "handover", "cohost"})
_DASHES = frozenset({"-", "--", "–", "—"})
_LONGEST_MEETING = 4
"""The most words in which a meeting is named: `the meeting of tomorrow`."""


def request_at_end(message: str) -> tuple[str, str] | None:
    """Return the message before a request to the bot, and the request; None if it holds none."""
    words = list(_parted(split(message)))
    for at in sorted({*second_requests(words), *_behind_signs(words)}):
        if _is_for_bot(words[at:]):
            return joined(words[:at]), joined(words[at:])
    return None


def _behind_signs(words: Words) -> Iterator[int]:
    """Yield where a request begins behind a dash or a question mark."""
    for at in range(1, len(words)):
        before = words[at - 1].raw
        if (before in _DASHES or before.endswith("?")) and begins_request(words, at):
            yield at


def _parted(words: Words) -> Iterator[Word]:
    """Yield words, with a verb and the pronoun at its end apart: `annule-la`, `cancélala`."""
    for word in words:
        found = _ENCLITIC.fullmatch(word.key) if word.kind is Kind.PLAIN else None
        verb = _without_accents(found[1]) if found else ""
        if found and (verb,) in PHRASES and found[1] + found[2] not in PHRASES:
            end = len(found[1])
            yield replace(word, raw=word.raw[:end], key=verb)
            yield replace(word, raw=word.raw[end:], key=found[2].strip("-"), gap=False)
        else:
            yield word


def _without_accents(verb: str) -> str:
    parts = unicodedata.normalize("NFD", verb).replace("\u0301", "")
    return unicodedata.normalize("NFC", parts)


def _is_for_bot(words: Words) -> bool:
    """Return whether a request is one that only the bot can do."""
    said = skip_courtesies(words)
    found = match_command(said)
    if found is None or not isinstance(found[0], Rule):
        return False
    rule, rest = found[0].name, [each for each in found[1] if each.key or each.guest]
    if any(word.guest for word in rest):
        return True
    if rule == "meet" or (said[0].key in VERBS_OF_READERS and not _is_in_two_parts(said)):
        return False
    while rest and rest[0].key in ALSO:
        rest = rest[1:]
    if rule in _OF_A_MEETING:
        return _is_of_meeting(rule, rest)
    return rule in _OF_PEOPLE and _is_of_person(rule, said, rest)


def _is_in_two_parts(said: Words) -> bool:
    """Return whether a verb's second part makes it a command: `nimm Paul dazu`."""
    return any((said[0].key, word.key) in AROUND for word in said[1:])


def _is_of_meeting(rule: str, rest: Words) -> bool:
    """Return whether what is cancelled, moved, extended or renamed is a meeting."""
    if not rest:
        return rule in _MAY_BE_BARE
    if _is_pronoun(rest, ITS) or rest[0].raw.startswith("#") or _is_name(rest[0]):
        return True
    if rule == "rename" and any(word.key in RENAMES for word in rest):
        return True
    if rest[0].key in _BEFORE_TIMES or _has_digit(rest[0]):
        return rule != "cancel" and any(_has_digit(word) or word.key in DAY_NAMES for word in rest)
    keys = [word.key for word in rest[:_LONGEST_MEETING]]
    named = next((at for at, each in enumerate(keys) if each in _MEETINGS), None)
    return named is not None and OF_READERS.isdisjoint(keys[:named])


def _is_of_person(rule: str, said: Words, rest: Words) -> bool:
    """Return whether who is invited, let in, removed or told is somebody by name."""
    if not rest:
        return rule == "resend" and any(word.key in LINKS for word in said)
    if said[0].key in ONLY_OF_PEOPLE:
        return True
    if rule in _FOR_HOSTS_ONLY:
        return rest[0].key not in sentence_words("me")
    if rule == "resend":
        return _is_name(rest[0]) or any(word.key in LINKS for word in rest)
    if rule == "add" and (_is_pronoun(rest, PERSONS) or _is_one_word(rest)):
        return True
    return _is_name(rest[0])


def _is_pronoun(rest: Words, pronouns: frozenset[str]) -> bool:
    first, *others = rest
    if first.key in THE_OR_IT and (not others or others[0].key in _BEFORE_TIMES):
        return True
    return first.key in pronouns


def _is_one_word(rest: Words) -> bool:
    only = [word for word in rest if word.key not in sentence_words("closing")]
    return len(only) == 1 and only[0].key.isalpha() and only[0].key not in _ARTICLES | ITS


def _is_name(word: Word) -> bool:
    """Return whether a word is written as a name."""
    is_plain = word.kind is Kind.PLAIN and word.key not in NO_NAMES | OF_READERS | _ARTICLES
    return is_plain and word.raw[:1].isupper()


def _has_digit(word: Word) -> bool:
    return any(map(str.isdigit, word.raw))

"""Finds a second request in a sentence: `rename it to X-ray and remove bob@x.com`."""

from __future__ import annotations

from bot.core.domain.commands import Command, Meet, Rename, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.command_words import match_command, skip_courtesies
from bot.core.parsing.rule import Rule
from bot.core.parsing.text import phone_numbers
from bot.core.parsing.text.words import Kind, Word, Words, joined, split
from bot.core.parsing.vocabulary.all_languages import sentence_words

_CHANGES = frozenset(
    {"add", "resend", "tell", "remove", "handover", "cohost", "extend", "move", "cancel"}
    | {"rename", "let in", "reply", "text for"}
)
"""The commands whose verbs begin a request of their own, wherever they stand."""

_NOUNS = frozenset(
    {"transfer", "transfers", "übergabe", "renvoi", "message", "messages", "absage", "text"}
    | {"texts", "sms", "answer", "reporter", "delay", "shift", "include", "words", "second"}
)
"""Verbs of commands that more often are nouns inside a subject: `delays and transfer`."""

CONNECTING = sentence_words("ands") | {
    *("then", "and", "also", "und", "dann", "danach", "auch", "et", "puis", "ensuite", "aussi"),
    *("y", "e", "luego", "después", "también"),
}
"""Words between two requests."""

_ENDS = (".", "!")


def second_requests(words: Words) -> list[int]:
    """Return where in a sentence further requests begin, after `and` or a comma."""
    return [at for at in range(1, len(words)) if _is_apart(words, at) and begins_request(words, at)]


def _is_apart(words: Words, at: int) -> bool:
    """Return whether a word stands first after `and`, a comma or the end of a sentence."""
    before = words[at - 1]
    is_and = before.kind is Kind.PLAIN and before.key in CONNECTING
    return words[at].key not in CONNECTING and (
        is_and or before.kind is Kind.MARK or before.raw.endswith(_ENDS)
    )


def begins_request(words: Words, at: int) -> bool:
    """Return whether a word is the verb of a command that changes something."""
    said = skip_courtesies(words[at:])
    found = match_command(said)
    if found is None or not isinstance(found[0], Rule) or not said:
        return False
    rule, first = found[0], next((word.key for word in said if word.key), "")
    if rule.command is Meet:
        return bool(said[0].key) and any(word.guest for word in found[1])
    return rule.name in _CHANGES and first not in _NOUNS


def doubt_about_subject(command: Command, words: Words, region: str) -> Unclear | None:
    """Return the question about a subject that holds another request, or a person; else None.

    Args:
        command: the command that was read.
        words: the sentence; a subject in quotes is a subject, whatever is in it.
        region: the country of phone numbers without a country code.
    """
    if not isinstance(command, Meet | Rename) or not command.subject:
        return None
    if any(word.kind is Kind.QUOTED for word in words):
        return None
    subject = split(command.subject)
    someone = _person(words if isinstance(command, Rename) else subject, region)
    if further := second_requests(subject):
        said = joined(subject[further[0] :])[:100]
        return Unclear(said, Hint.TWO_REQUESTS, None if someone else command)
    named = someone if isinstance(command, Rename) else None
    return Unclear(named.raw[:100], Hint.SUBJECT) if named else None


def _person(words: Words, region: str) -> Word | None:
    """Return the first person, address or phone number."""
    marked = phone_numbers.mark(words, region)
    known = words if isinstance(marked, Unclear) else marked
    return next((word for word in known if word.guest), None)

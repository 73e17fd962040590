"""What sentences may mean that don't simply begin with their command.

They have no verb, begin with a time, say `add` or `schedule` for something else, or hold a second
request: `rename it to X-ray and remove bob@x.com`.
"""

from __future__ import annotations

from itertools import takewhile

from bot.core.domain.commands import (
    Add,
    Command,
    Extend,
    Meet,
    MeetingReference,
    Plan,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.command_words import LONGEST, first_words, match_command, skip_courtesies
from bot.core.parsing.meeting_rules import (
    MEET,
    MEETS_SOMEBODY,
    PLANNING,
    THEMSELVES,
    UNKNOWN_PEOPLE,
    VISITS,
)
from bot.core.parsing.rule import Context, Rule, fill_slots, merge_words
from bot.core.parsing.rules import RULES
from bot.core.parsing.text.words import Kind, Words, joined
from bot.core.parsing.vocabulary.all_languages import sentence_words

_EXTEND = next(rule for rule in RULES if rule.command is Extend)

MOST_REREAD = 60
"""The most words of a sentence that is parsed again, for what else it could mean."""

_OF_MEET = frozenset(word for word in MEET.synonyms if word.isalpha()) | {"meet", "a", "the"}


def meant_instead(command: Command, words: Words, rest: Words, context: Context) -> Command:
    """Return the meeting to be planned, or what `add` meant; a question, if that isn't clear."""
    meant = _meant(command, rest, context)
    if isinstance(meant, Extend) and _says_more(rest):
        return meant
    if isinstance(meant, Meet) and meant.opens and command == Plan():
        return meant
    if meant and not isinstance(meant, Unclear):
        return Unclear(joined(words)[:100], Hint.SLIP, meant)
    return meant or command


_MORE = sentence_words("more")


def _says_more(words: Words) -> bool:
    return any(word.key in _MORE for word in words)


_DEFINITE = frozenset(
    {"the", "this", "that", "our", "der", "die", "das", "den", "unser", "unsere", "le", "la"}
    | {"les", "l'appel", "cette", "notre", "el", "esta", "este", "nuestra", "nuestro"}
)
"""Words before a meeting that there may be already: `start the meeting`."""


def without_guests(words: Words) -> Command:
    """Return a meeting without guests, or a question if the words may mean something else.

    A visit rarely starts at once, and `start the meeting` may mean one that there is.
    """
    first = first_words(words)[0].key
    people = THEMSELVES | UNKNOWN_PEOPLE
    with_somebody = first in MEETS_SOMEBODY and any(word.key in people for word in words)
    if with_somebody or any(word.key in _DEFINITE for word in words):
        return Unclear(joined(words)[:100], Hint.SLIP, Meet())
    if first in PLANNING:
        return Plan()
    return Unclear(joined(words)[:100], Hint.SLIP, Meet()) if first in VISITS else Meet()


def _meant(command: Command, words: Words, context: Context) -> Command | None:
    """Return the new meeting or longer time that `add` or `schedule` stands for."""
    understood = isinstance(command, Add) and not command.which.words
    if understood or len(words) > MOST_REREAD:
        return None
    meeting = fill_slots(MEET, [word for word in words if word.key not in _OF_MEET], context)
    if isinstance(meeting, Meet) and meeting.guests and (meeting.opens or command == Plan()):
        return meeting
    if command == Plan() and any(word.guest for word in words):
        return meeting
    return _longer(words, context) if isinstance(command, Unclear) else None


def _longer(words: Words, context: Context) -> Extend | None:
    """Return how to extend the last meeting if `words` are a duration."""
    said = any(word.means == "length" for word in merge_words(words, _EXTEND) or [])
    longer = fill_slots(_EXTEND, words, context) if said else None
    return longer if isinstance(longer, Extend) and longer.which == MeetingReference() else None


def time_first(words: Words, context: Context) -> Command | None:
    """Return the meeting of a sentence that begins with a time: `tomorrow at 3pm call …`."""
    if not _times_first(words[: 2 * LONGEST]):
        return None
    read = merge_words(words, MEET) or []
    times = _times_first(read)
    found = match_command(skip_courtesies(read[len(times) :]))
    if found is None or found[0] is not MEET:
        return None
    return fill_slots(MEET, [*found[1], *times], context)


def _times_first(words: Words) -> Words:
    found = merge_words(words, MEET) or []
    return list(takewhile(lambda word: word.means or word.kind is Kind.MARK, found))


def without_verb(words: Words, context: Context) -> Command | None:
    """Return a question if only the verb is missing from a sentence with people or a time.

    More time, such as `15 more minutes`, needs no verb.
    """
    more = _longer(words, context) if _says_more(words) else None
    if more:
        return more
    times = _times_first(words[: 2 * LONGEST])
    if not (words[0].guest or words[0].means or times):
        return None
    meeting = fill_slots(MEET, [word for word in words if word.key not in _OF_MEET], context)
    if isinstance(meeting, Meet) and (meeting.guests or meeting.devices):
        return Unclear(joined(words)[:100], Hint.NO_VERB, meeting)
    longer = _longer(words, context) if {word.means for word in times} == {"length"} else None
    return Unclear(joined(words)[:100], Hint.NO_VERB, longer) if longer else None


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
    if words[at].kind is Kind.MARK:
        return False
    is_and = before.kind is Kind.PLAIN and before.key in CONNECTING
    return words[at].key not in CONNECTING and (
        is_and or before.kind is Kind.MARK or before.raw.endswith(_ENDS)
    )


def begins_request(words: Words, at: int) -> bool:
    """Return whether a word is the verb of a command that changes something."""
    said = skip_courtesies(words[at : at + MOST_REREAD])
    found = match_command(said)
    if found is None or not isinstance(found[0], Rule) or not said:
        return False
    rule, first = found[0], next((word.key for word in said if word.key), "")
    if rule.command is Meet:
        return bool(said[0].key) and any(word.guest for word in found[1])
    return rule.name in _CHANGES and first not in _NOUNS

"""What sentences mean whose beginning leaves it open.

They have no verb, begin with a time, or say `add` or `schedule` for something else.
"""

from __future__ import annotations

from itertools import takewhile

from bot.core.domain.commands import Add, Command, Extend, Meet, MeetingReference, Plan, Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.command_words import LONGEST, first_words, match_command, skip_courtesies
from bot.core.parsing.rules import MEETS_SOMEBODY, PLANNING, RULES, THEMSELVES, VISITS
from bot.core.parsing.slot_filling import Context, fill_slots, merge_words
from bot.core.parsing.text.words import Kind, Words, joined

_MEET = RULES[0]
_EXTEND = next(rule for rule in RULES if rule.command is Extend)
_MOST_REREAD = 60
"""The most words of a sentence that is parsed again, for what else it could mean."""
_OF_MEET = frozenset(word for word in _MEET.synonyms if word.isalpha()) | {"meet", "a", "the"}


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


_MORE = frozenset(
    {"more", "longer", "another", "extra", "additional", "noch", "mehr", "länger", "weitere"}
    | {"encore", "plus", "supplémentaires", "más", "otros", "otra"}
)
"""Words that say that something is added."""


def _says_more(words: Words) -> bool:
    return any(word.key in _MORE for word in words)


_DEFINITE = frozenset(
    {"the", "this", "that", "our", "der", "die", "das", "den", "unser", "unsere", "le", "la"}
    | {"les", "l'appel", "cette", "notre", "el", "esta", "este", "nuestra", "nuestro"}
)
"""Words before a meeting that there may be already: `start the meeting`."""


def without_guests(words: Words) -> Command:
    """Return a meeting without guests; a question, if another may be meant.

    A visit rarely starts at once, and `start the meeting` may mean one that there is.
    """
    first = first_words(words)[0].key
    themselves = first in MEETS_SOMEBODY and any(word.key in THEMSELVES for word in words)
    if themselves or any(word.key in _DEFINITE for word in words):
        return Unclear(joined(words)[:100], Hint.SLIP, Meet())
    if first in PLANNING:
        return Plan()
    return Unclear(joined(words)[:100], Hint.SLIP, Meet()) if first in VISITS else Meet()


def _meant(command: Command, words: Words, context: Context) -> Command | None:
    """Return the new meeting that `add` or `schedule` meant, or the minutes that `add` meant."""
    understood = isinstance(command, Add) and not command.which.words
    if understood or len(words) > _MOST_REREAD:
        return None
    meeting = fill_slots(_MEET, [word for word in words if word.key not in _OF_MEET], context)
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
    read = merge_words(words, _MEET) or []
    times = _times_first(read)
    found = match_command(skip_courtesies(read[len(times) :]))
    if found is None or found[0] is not _MEET:
        return None
    return fill_slots(_MEET, [*found[1], *times], context)


def _times_first(words: Words) -> Words:
    found = merge_words(words, _MEET) or []
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
    meeting = fill_slots(_MEET, [word for word in words if word.key not in _OF_MEET], context)
    if isinstance(meeting, Meet) and (meeting.guests or meeting.devices):
        return Unclear(joined(words)[:100], Hint.NO_VERB, meeting)
    longer = _longer(words, context) if {word.means for word in times} == {"length"} else None
    return Unclear(joined(words)[:100], Hint.NO_VERB, longer) if longer else None

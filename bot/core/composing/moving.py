"""Composes a sentence that moves a meeting: to a time, or by how much later or earlier."""

from __future__ import annotations

import re

from bot.core.composing.evidence import Evidence
from bot.core.composing.extending import by, extended, says_more, says_until
from bot.core.composing.first_verbs import speaks_of_less
from bot.core.composing.names import OwnMeeting
from bot.core.parsing.slots.slot import FILLERS
from bot.core.parsing.text.phrases import any_phrase
from bot.core.parsing.vocabulary.all_languages import all_of, sentence_words, words_of

_FORWARD = r"vorzieh\w*|vorverleg\w*|(?:zieh|hol|verleg)\w*\b.*\bvor"
_EARLIER = any_phrase(
    r"earlier|(?:bring|pull)\b.*\bforward",
    f"früher|{_FORWARD}",
    "plus tôt|avance",
    "antes|adelanta",
)
_EITHER = re.compile(r"\bforward\b", re.IGNORECASE)
"""Some mean earlier by `move it forward`, some later."""

_SHIFTS = any_phrase(
    "later|earlier|back|forward|off|out|push|delay|postpone|shift|late",
    rf"{_FORWARD}|später|früher|verschieb\w*|verleg\w*|hinten|vorne",
    r"plus t\w+|décale\w*|repousse\w*|reporte\w*|avance\w*|retard",
    r"más ta\w+|antes|retras\w+|aplaza\w*|adelanta\w*|pospón",
)
"""Words that make a length mean how far to move a meeting, not how long it lasts."""

_ENDS = re.compile(
    r"\b(?:ends?|finish(?:es)?|to be over|endet|ende|aufhört|fini(?:r|t|sse)|termine|terminer"
    r"|acab[ae]r?|terminar)\b.*\d\S*|\d.*\b(?:endet|aufhört|zu ende)\b",
    re.IGNORECASE,
)
"""What says when a meeting is to end, which is not its new beginning."""

_BEHIND_TO = re.compile(
    r"\b(?:to|until|for|on|auf|zu|zum|à|au|pour|al?|para|en|am|le)\s+"
    r"(?P<said>(?:[^\s{},;.:]+\s+){1,4}?)(?:(?:at|um|à|a las?)\s+)?\{(?:time|length)\}",
    re.IGNORECASE,
)
_SAYS_LITTLE = (
    FILLERS
    | sentence_words("articles")
    | sentence_words("meeting")
    | sentence_words("introduces")
    | frozenset(each for name in ("leads", "at") for each in all_of(name))
    | words_of(
        "it this that them maybe around about like say rather instead day time",
        "es ihn sie den dem tag uhrzeit",
        "ça jour l' le la",
        "lo la el día hora",
    )
)
"""Words before a time of day that change nothing of it."""


def unread_time(found: Evidence) -> str:
    """Return the words of a new time that can't all be read; empty for none."""
    if ends := _ENDS.search(found.text):
        return ends[0]
    day = _BEHIND_TO.search(found.sentence)
    return f"{day['said']}{found.times}" if day and has_unread_day(found.sentence) else ""


def says_when_it_ends(text: str) -> bool:
    """Return whether a sentence says when a meeting is to end: `so it ends at 5pm`."""
    return bool(_ENDS.search(text))


def has_unread_day(sentence: str) -> bool:
    """Return whether a time stands behind words that may be a day: `to xmas eve {time}`."""
    found = _BEHIND_TO.search(sentence)
    said = found["said"].casefold().split() if found else []
    return not _SAYS_LITTLE.issuperset(said)


def moved(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    """Return what moves a meeting; nothing if the new time isn't all read.

    Args:
        found: what the original sentence mentions.
        meeting: the meeting.
        text: the original sentence, which may say that it is moved by a length, and which way.
    """
    if says_when_it_ends(text) or has_unread_day(found.sentence):
        return []
    shifts = found.length and _SHIFTS.search(text)
    if says_until(found):
        return extended(found, meeting, text)
    if found.times and not (shifts and not found.names_day):
        to = f"move #{meeting.number} to {re.sub(r'^(?:to|at|on|for) ', '', found.times)}"
        keeps_time = found.names_day and meeting.clock and not found.names_clock
        return [to, f"{to} {meeting.clock}"] if keeps_time else [to]
    if found.length and not shifts:
        if says_more(text) or speaks_of_less(text):
            return []
        lasting = f"move #{meeting.number} to {meeting.clock} for {by(found.length)}"
        return [lasting] if meeting.clock else []
    ways = [way for way in _ways(text) if found.length]
    return [f"move #{meeting.number} {by(found.length)} {way}" for way in ways]


def _ways(text: str) -> tuple[str, ...]:
    """Return which way a sentence moves a meeting, or both ways if that is in doubt."""
    if _EARLIER.search(text):
        return ("earlier",)
    return ("earlier", "later") if _EITHER.search(text) else ("later",)

"""From a command of the examples and what a sentence names to a sentence of the grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.domain.commands import Guest
from bot.core.parsing.slots import say_people
from bot.core.parsing.subjects import quoted
from bot.core.suggesting.evidence import Evidence
from bot.core.suggesting.names import OwnMeeting

MOST = 3
"""Sentences for one command, where it is open whom it is for."""

_FOR_GUESTS = frozenset({"resend", "text for", "remove"})
_OF_ITS_GUESTS = frozenset({"cancel", "extend", "move", "rename", "status", "again", "resend all"})
"""Commands in which a person who is named says which meeting is meant."""

_FOR_COLLEAGUES = frozenset({"handover", "cohost"})
OF_A_MEETING = frozenset(
    {"add", "resend", "resend me", "resend all", "text for", "handover", "cohost", "extend"}
    | {"cancel", "status", "move", "rename", "again", "remove", "tell", "undo"}
)
"""Commands that need a meeting of the speaker's."""

_TOLD = re.compile(r":\s+(.+)|\b(?:that|know|dass|que)\b[:,]?\s+(.+)", re.DOTALL | re.IGNORECASE)
_CALLED = re.compile(
    r".*\b(?:to|be|is|topic|subject|title|name|it|auf|in|um|ist|lautet|est|en|es|a|como)\s+(\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:earlier|forward|früher|plus tôt|avance|antes|adelanta)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Spoken:
    """Of which meetings somebody may speak.

    Args:
        meetings: of which they are a host, and which may be spoken of in this place.
        default: the one that is meant where none is named.
    """

    meetings: tuple[OwnMeeting, ...] = ()
    default: OwnMeeting | None = None

    @property
    def guests(self) -> tuple[Guest, ...]:
        """Who is invited to any of them."""
        return tuple(guest for each in self.meetings for guest in each.guests)

    def named(self, number: int | None) -> OwnMeeting | None:
        """Return the meeting with that number, else the default."""
        return next((each for each in self.meetings if each.number == number), self.default)

    def with_guests(self, people: Sequence[Guest]) -> OwnMeeting | None:
        """Return the only meeting to which all of some people are invited."""
        fitting = [each for each in self.meetings if each.has_guests(people)]
        return fitting[0] if people and len(fitting) == 1 else None


def compose(command: str, found: Evidence, spoken: Spoken, text: str) -> list[str]:
    """Return the sentences that a command would be said in; none where something is missing.

    Args:
        command: of the examples, such as ``resend``.
        found: what the sentence names.
        spoken: of which meetings the speaker may speak.
        text: of the sentence, for what is to be passed on.
    """
    name, _, slot = command.partition(" {")
    if slot:
        value = getattr(found, _FIELDS[slot.rstrip("}")])
        return [f"{name} {value}"] if value else []
    if name == "meet":
        return [_meet(found)]
    if name not in OF_A_MEETING:
        return [name]
    meeting = spoken.with_guests(found.people) if name in _OF_ITS_GUESTS else None
    if meeting is None or found.meeting is not None:
        meeting = spoken.named(found.meeting)
    return _of_meeting(name, found, meeting, text) if meeting else []


_FIELDS = {"length": "length", "place": "place", "language": "language", "number": "number"}


def _meet(found: Evidence) -> str:
    subject = f"about {quoted(found.subject)}" if found.subject else ""
    length = (
        found.length if not found.length or found.length[:1].isalpha() else f"for {found.length}"
    )
    told = (say_people(found.people), found.times, length, found.options, found.language, subject)
    return " ".join(["meet", *filter(None, told)])


def _of_meeting(name: str, found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    of = f"of #{meeting.number}"
    if name in _FOR_GUESTS or name in _FOR_COLLEAGUES:
        guests = meeting.guests if name in _FOR_GUESTS else ()
        return [f"{name} {each} {of}" for each in _whom(found.people, guests)] or [name]
    say = {
        "add": lambda: _add(found, meeting),
        "resend me": lambda: [f"resend me {of}"],
        "resend all": lambda: [f"resend all {of}"],
        "extend": lambda: [_extend(found, meeting)],
        "move": lambda: _move(found, meeting, text),
        "rename": lambda: _rename(found, meeting, text),
        "tell": lambda: _tell(found, of, text),
        "again": lambda: [f"again #{meeting.number} {found.times}".strip()],
        "undo": lambda: [f"cancel #{meeting.number}"],
    }
    return say[name]() if name in say else [f"{name} #{meeting.number}"]


def _whom(people: Sequence[Guest], guests: Sequence[Guest]) -> list[str]:
    """Return whom it is for: who is named, else each of the guests."""
    if people:
        return [say_people(people)]
    return [say_people([each]) for each in guests[:MOST]]


def _add(found: Evidence, meeting: OwnMeeting) -> list[str]:
    new = [each for each in found.people if not any(map(each.is_same, meeting.guests))]
    told = (say_people(new), found.options, f"to #{meeting.number}", found.language)
    return [" ".join(["add", *filter(None, told)])] if new or found.options else []


def _extend(found: Evidence, meeting: OwnMeeting) -> str:
    until = re.sub(r"^(?:until|till|til|to|bis|jusqu.à|hasta)\s+", "", found.times)
    length = found.length or (f"until {until}" if until else "30m")
    return f"extend #{meeting.number} {_by(length)}"


def _by(length: str) -> str:
    return re.sub(r"^(?:for|by|over|another|um|de|por)\s+", "", length)


def _move(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    if found.times:
        return [f"move #{meeting.number} to {re.sub(r'^(?:to|at|on|for) ', '', found.times)}"]
    way = "earlier" if _EARLIER.search(text) else "later"
    return [f"move #{meeting.number} {_by(found.length)} {way}"] if found.length else []


def _rename(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    called = _CALLED.fullmatch(text.strip())
    subject = found.subject if '"' in text or "“" in text else (called[1] if called else "")
    return [f"rename #{meeting.number} {quoted(subject)}"] if subject else []


def _tell(found: Evidence, of: str, text: str) -> list[str]:
    told = _TOLD.search(text)
    words = next(filter(None, told.groups()), "") if told else text
    whom = say_people(found.people) or "all"
    return [f"tell {whom} {of}: {' '.join(words.split())}"]

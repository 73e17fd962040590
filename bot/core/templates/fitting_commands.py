"""Tells whether a command fits what a sentence mentions, and the meetings that there are."""

from __future__ import annotations

from bot.core.composing.evidence import Evidence
from bot.core.composing.grammar_sentences import OF_A_MEETING
from bot.core.composing.spoken_meetings import AT_THE_DOOR, MentionableMeetings

EXPERT, WHO_IS_ON = "expert {group}", "who is on for {group}"

_TAKING = {
    "times": frozenset({"meet", "meet here", "move", "again"}),
    "length": frozenset({"meet", "meet here", "move", "extend", "defaults for {length}"}),
    "options": frozenset({"meet", "add", "join {number}"}),
    "language": frozenset({"meet", "add", "defaults language {language}"}),
}
"""The commands that take a time, a length, an option or a language from elsewhere in a sentence."""

_OF_PEOPLE = frozenset({"remove", "handover", "cohost"})
"""Commands for people who have to be named."""

_OF_OTHERS = frozenset({"add", "handover", "cohost"})
"""Commands for people who are no guests yet."""

_AT_THE_DOOR = AT_THE_DOOR | {"let in"}
"""Commands for guests who are invited already."""


def as_things_are(name: str, found: Evidence, spoken: MentionableMeetings) -> str:
    """Return the command that a heading stands for, given the meetings; empty for none."""
    here = spoken.invited(found.meeting)
    invited = any(here.has_guests([each]) for each in found.people)
    has_none = not spoken.meetings
    is_first = has_none and not spoken.invitations
    meant = {
        "timed meet": "meet" * (bool(found.times) and not invited),
        "first meet": "meet" * (bool(found.times) or is_first),
        "link": "resend" if invited else "meet" * (is_first and bool(found.people)),
        "guests": "meet" * is_first,
    }
    if name in meant:
        return meant[name]
    lacks = (name in OF_A_MEETING and has_none) or (name in _OF_PEOPLE and not found.people)
    is_strange = name in _AT_THE_DOOR and not here.has_guests(found.people)
    is_strange |= name in (WHO_IS_ON, "meet here") and bool(found.people)
    return "" if lacks or is_strange or (name in _OF_OTHERS and invited) else name


def takes_all(name: str, found: Evidence) -> bool:
    """Return whether a command takes all that a sentence mentions."""
    taken = all(name in takers or not getattr(found, said) for said, takers in _TAKING.items())
    return taken and not found.is_said_twice


def is_only_guest(spoken: MentionableMeetings) -> bool:
    """Return whether there is one meeting with one guest, so that nobody else can be meant."""
    return len(spoken.meetings) == 1 and len(spoken.guests) == 1


def means_by_guests(name: str, found: Evidence, spoken: MentionableMeetings) -> bool:
    """Return whether the people are guests of the meeting named, or else tell which is meant.

    To cancel it, all of them have to be named, or its number.
    """
    if found.meeting is not None:
        named = spoken.named(found.meeting)
        return named is not None and named.has_guests(found.people)
    meeting = spoken.with_guests(found.people)
    return meeting is not None and (name != "cancel" or len(meeting.guests) == len(found.people))

"""Composes what invites or removes guests of a meeting: those named, or the last ones."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.composing.evidence import Evidence
from bot.core.composing.left_out import says_instead
from bot.core.composing.moving import moved
from bot.core.composing.names import OwnMeeting
from bot.core.domain.commands import Guest
from bot.core.parsing.slots.slot import say_people
from bot.core.parsing.text.phrases import any_phrase

MOST = 3
"""The most sentences for one command, if it isn't clear whom it is for."""

WRONG_PERSON = any_phrase(
    "person|people|number|address|email|guest|someone",
    "adresse|nummer|gast",
    "personne|numéro|invité",
    "persona|número|dirección|correo|invitado",
)


def removed(found: Evidence, meeting: OwnMeeting) -> list[str]:
    """Return the removal of those who are invited; without a name, of one of the last guests."""
    of = f"from #{meeting.number}"
    if found.people:
        all_are = meeting.has_guests(found.people)
        return [f"remove {say_people(found.people)} {of}"] if all_are else []
    return [f"remove {say_people([each])} {of}" for each in meeting.guests[: -MOST - 1 : -1]]


def undone(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    """Return the ways back: who was named wrongly is removed, who was meant is added.

    Without a name, the last guests are removed first if a wrong person was named.
    """
    if found.times:
        return moved(found, meeting, text)
    new = meeting.without_guests(found.people)
    known = (*found.people, *found.left_out)
    wrong = [each for each in known if each not in new and meeting.has_guests([each])]
    of = f"#{meeting.number}"
    gone = [f"remove {say_people([each])} from {of}" for each in wrong]
    come = [f"add {say_people(new)} to {of}"] if new else []
    last = [f"remove {say_people([each])} from {of}" for each in meeting.guests[:-3:-1]]
    if wrong or new:
        return [*gone, *come, f"cancel {of}"]
    return [*last, f"cancel {of}"] if WRONG_PERSON.search(text) else [f"cancel {of}", *last]


def whom(people: Sequence[Guest], guests: Sequence[Guest]) -> list[str]:
    """Return whom the command is for: the people mentioned, or else each guest."""
    if people:
        return [say_people(people)]
    return [say_people([each]) for each in guests[:MOST]]


def added(found: Evidence, meeting: OwnMeeting) -> list[str]:
    """Return the invitation of those who are no guests yet, or of more links."""
    new = meeting.without_guests(found.people)
    parts = (say_people(new), found.options, f"to #{meeting.number}", found.language)
    return [" ".join(["add", *filter(None, parts)])] if new or found.options else []


def replaced(found: Evidence, meeting: OwnMeeting) -> list[str]:
    """Return the removal of guests in whose place others are invited."""
    are_guests = found.left_out and meeting.has_guests(found.left_out)
    if not (are_guests and says_instead(found.text)):
        return []
    return [f"remove {say_people(found.left_out)} from #{meeting.number}"]

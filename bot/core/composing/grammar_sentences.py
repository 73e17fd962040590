"""Composes a sentence of the grammar from a command and what the original sentence mentions."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.composing.evidence import Evidence
from bot.core.composing.expert_sentences import OF_EXPERTS, asked_group, of_expert
from bot.core.composing.extending import extended
from bot.core.composing.guest_sentences import MOST, added, removed, replaced, undone, whom
from bot.core.composing.left_out import EVERYBODY
from bot.core.composing.moving import moved
from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import AT_THE_DOOR, UNDO, MentionableMeetings
from bot.core.composing.told_messages import is_for_one, may_be_told, message_in
from bot.core.parsing.slots.slot import say_people
from bot.core.parsing.slots.subjects import quoted

WRITE_IN = "write in {language}"
"""The command that sends guests their link in another language."""

_FOR_GUESTS = frozenset({"resend", "text for"})
OF_ITS_GUESTS = frozenset(
    {"cancel", "extend", "move", "rename", "status", "again", "resend all"}
    | {"resend", "remove", "tell", "text for", WRITE_IN}
)
"""Commands in which the person mentioned tells which meeting is meant."""

_FOR_COLLEAGUES = frozenset({"handover", "cohost"})
OF_A_MEETING = frozenset(
    {"add", "resend", "resend me", "resend all", "text for", "handover", "cohost", "extend"}
    | {"cancel", "status", "move", "rename", "again", "remove", "tell", "undo"}
)
"""Commands that need one of the speaker's meetings."""

OF_A_MEETING |= {"let in", "let in all", *AT_THE_DOOR, WRITE_IN}
OF_ITS_GUESTS |= {"let in", *AT_THE_DOOR}

TELL_HOST = "tell host"
"""The command that passes on what somebody says as a guest."""

_CALLED = re.compile(
    r".*\b(?:to|be|is|topic|subject|title|name|it|auf|in|um|ist|lautet|est|en|es|a|como)\s+(\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_RENAMED_TO = re.compile(
    r"(?:please\s+)?(?:rename|retitle)\s.*?\bto\s+(\S.*)", re.DOTALL | re.IGNORECASE
)
"""A new subject behind `to`, to which all of the rest belongs: `to results in German`."""

_PARTICLE = re.compile(r"(?<=\S)\s+um[.!\s]*$", re.IGNORECASE)
"""The end of `benenne … um`, which is no part of the name."""


def compose(command: str, found: Evidence, spoken: MentionableMeetings, text: str) -> list[str]:
    """Return the sentences that say a command; none if something is missing.

    Args:
        command: a command of the examples, such as ``resend``.
        found: what the original sentence mentions.
        spoken: the meetings that the speaker may mention.
        text: the original sentence, for words to pass on.
    """
    name, _, slot = command.partition(" {")
    if slot:
        value = _INTO.sub("", getattr(found, slot.rstrip("}")))
        return _of_value(name, value, found, spoken) if value else []
    if name in ("meet", "meet here"):
        return [_meet(found) + name.removeprefix("meet")]
    if name not in OF_A_MEETING:
        return _of_no_meeting(name, found, spoken, text)
    if name == UNDO and spoken.cancelled:
        return [spoken.cancelled.way_back]
    meeting = spoken.with_guests(found.people) if name in OF_ITS_GUESTS else None
    if meeting is None or found.meeting is not None:
        meeting = spoken.named(found.meeting)
    if meeting and found.left_out and not found.people:
        return _of_others(name, found, meeting, text)
    return _of_meeting(name, found, meeting, text) if meeting else []


def _of_no_meeting(name: str, found: Evidence, spoken: MentionableMeetings, text: str) -> list[str]:
    """Return what says a command that is about no meeting of the speaker's."""
    if name == TELL_HOST:
        return _to_hosts(spoken, text)
    return of_expert(name, found, text, spoken.groups) if name in OF_EXPERTS else [name]


def _of_others(name: str, found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    """Return what says a command for all guests of a meeting but those who are left out."""
    others = tuple(meeting.without(found.left_out))
    if name not in _FOR_OTHERS or not others or not _OTHERS & {word.key for word in found.words}:
        return []
    name = "resend" if name == "resend all" else name
    return _of_meeting(name, replace(found, people=others, left_out=()), meeting, text)


def _to_hosts(spoken: MentionableMeetings, text: str) -> list[str]:
    """Return a message to each host who invited the speaker, about their next meeting."""
    invited = spoken.next_invitations[:MOST]
    return [f"{TELL_HOST} of #{each.number}: {text.strip()}" for each in invited]


def _of_value(name: str, value: str, found: Evidence, spoken: MentionableMeetings) -> list[str]:
    """Return what says a command that is about a value, such as a language."""
    if WRITE_IN.startswith(f"{name} {{"):
        return _write_in(value, found, spoken)
    return [asked_group(value, found) if name == "expert" else f"{name} {value}"]


def _write_in(language: str, found: Evidence, spoken: MentionableMeetings) -> list[str]:
    """Return what sends guests their link in a language: those who are named, or else each."""
    meeting = spoken.named(found.meeting)
    if meeting is None or meeting.without_guests(found.people):
        return []
    people = whom(found.people, meeting.guests)
    return [f"add {each} to #{meeting.number} in {language}" for each in people]


_INTO = re.compile(r"^(?:in|auf|en)\s+", re.IGNORECASE)
_IS_READ_AS_TYPED = re.compile(r"[^\W\d]|\d\d?h$")
"""A length that stands without `for`; `16h` may be a time of day, and with `for` it would not."""


def _meet(found: Evidence) -> str:
    subject = f"about {quoted(found.subject)}" if found.subject else ""
    length = (
        found.length
        if not found.length or _IS_READ_AS_TYPED.match(found.length)
        else f"for {found.length}"
    )
    parts = (say_people(found.people), found.times, length, found.options, found.language, subject)
    return " ".join(["meet", *filter(None, parts)])


def _of_meeting(name: str, found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    of = f"of #{meeting.number}"
    if name == "remove":
        return removed(found, meeting)
    if name in _FOR_GUESTS or name in _FOR_COLLEAGUES:
        if name in _FOR_GUESTS and meeting.without_guests(found.people):
            return []
        guests = meeting.guests if name in _FOR_GUESTS else ()
        if name in _FOR_COLLEAGUES and any(each.phone for each in found.people):
            return []
        return [f"{name} {each} {of}" for each in whom(found.people, guests)] or [name]
    say = {
        "add": lambda: [*added(found, meeting), *replaced(found, meeting)],
        "resend me": lambda: [f"resend me {of}"],
        "resend all": lambda: [f"resend all {of}"],
        "extend": lambda: _extended_or_moved(found, meeting, text),
        "move": lambda: moved(found, meeting, text),
        "rename": lambda: _rename(found, meeting, text),
        "tell": lambda: _tell(found, meeting, text),
        "again": lambda: [f"again #{meeting.number} {found.times}".strip()],
        "undo": lambda: undone(found, meeting, text),
        "let in": lambda: [f"let in {say_people(found.people)} {of}"],
        "let in all": lambda: [f"let in all {of}"],
        **{each: lambda: [_reply(name, found, of)] for each in AT_THE_DOOR},
    }
    return say[name]() if name in say else [f"{name} #{meeting.number}"]


def _extended_or_moved(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    """Return what extends a meeting, or moves it to a day that it can't last until."""
    longer = extended(found, meeting, text)
    return longer or (moved(found, meeting, text) if found.names_day else [])


def _reply(name: str, found: Evidence, of: str) -> str:
    """Return an answer at the door to the people, or to everybody there."""
    answer = name.removeprefix("reply ")
    return " ".join(filter(None, ("reply", say_people(found.people), of, answer)))


_FOR_OTHERS = frozenset({"resend", "resend all", "text for", "tell", "remove"})
_OTHERS = EVERYBODY | {"everyone", "others", "anderen", "autres", "demás"}
"""Words for all guests but those who are left out."""


def _rename(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    called = _RENAMED_TO.fullmatch(text.strip()) or _CALLED.fullmatch(text.strip())
    is_quoted = '"' in text or "“" in text
    subject = _PARTICLE.sub("", called[1]) if called and not is_quoted else found.subject
    return [f"rename #{meeting.number} {quoted(subject)}"] if subject else []


def _tell(found: Evidence, meeting: OwnMeeting, text: str) -> list[str]:
    message = message_in(text, meeting.guests)
    is_language = bool(found.language) and message.casefold() == found.language.casefold()
    if meeting.without_guests(found.people) or is_language:
        return []
    if not may_be_told(message, text, found.people):
        return []
    of = f"of #{meeting.number}: {message}"
    if not found.people and is_for_one(text):
        return [f"tell {say_people([each])} {of}" for each in meeting.guests[:MOST]]
    return [f"tell {say_people(found.people) or 'all'} {of}"]

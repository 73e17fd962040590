"""What a command does, in a few plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from bot.core.domain.commands import (
    About,
    Add,
    Again,
    Cancel,
    Check,
    Cohost,
    Defaults,
    Devices,
    Extend,
    Handover,
    Help,
    HostClassic,
    Join,
    Meet,
    MeetingReference,
    Meetings,
    Move,
    MyLink,
    Plan,
    Remove,
    Rename,
    Resend,
    Sayable,
    Status,
    Tell,
    TellInviter,
    TextFor,
)
from bot.core.parsing import grammar
from bot.core.replies.plain_door_commands import door_plainly
from bot.core.replies.plain_expert_commands import OF_REQUESTS, expert_plainly
from bot.core.replies.plain_meet import When, all_people, in_language, meet_plainly
from bot.core.wording.languages import Language


def plainly(t: Language, command: Sayable, subjects: Mapping[int, str], when: When) -> str:
    """Return what a command does, in a few plain words.

    Args:
        t: the reader's language.
        command: one with a sentence of its own.
        subjects: of meetings, by their numbers.
        when: writes the times in it.
    """
    meeting = _meeting(t, command, subjects)
    said = _said(t, command, meeting, when)
    unnamed = _unnamed(t, command)
    return f"{said[:1].upper()}{said[1:]}" if said.startswith(unnamed) else said


def _said(t: Language, command: Sayable, meeting: str, when: When) -> str:
    say = _TIMED.get(type(command))
    if say:
        return say(t, command, meeting, when)
    said = _PLAINLY.get(type(command))
    if said:
        return said(t, command, meeting)
    plain = door_plainly(t, command, meeting) or expert_plainly(t, command, meeting, when)
    return plain or grammar.say(command)


def _whole_move(t: Language, command: Move, meeting: str, when: When) -> str:
    length = [t.length(command.minutes)] if command.minutes else []
    return " – ".join([_move(t, command, meeting, when), *length])


def _move(t: Language, command: Move, meeting: str, when: When) -> str:
    if command.opens:
        return t("Move {meeting}: {when}", meeting=meeting, when=when(command.opens))
    if command.clock:
        clock = _clock(t, command.clock)
        return t("Move {meeting}, same day: {when}", meeting=meeting, when=clock)
    length = t.length(abs(command.by))
    if command.by < 0:
        return t("Move {meeting}: {length} earlier", meeting=meeting, length=length)
    return t("Move {meeting}: {length} later", meeting=meeting, length=length)


def _again(t: Language, command: Again, meeting: str, when: When) -> str:
    if command.opens is None:
        return t("Meet the guests of {meeting} again now", meeting=meeting)
    opens = when(command.opens)
    return t("Meet the guests of {meeting} again: {when}", meeting=meeting, when=opens)


def _defaults(t: Language, command: Defaults, _meeting: str) -> str:
    kinds = {"hc": t("Healthcare"), "gen": t("General")}
    values = [
        *([t.length(command.minutes)] if command.minutes else []),
        *([kinds[command.vertical]] if command.vertical else []),
        *([command.zone] if command.zone else []),
        *in_language(command.language),
    ]
    if not values:
        return t("Show or change my defaults")
    return t("Change the defaults here: {values}", values=", ".join(values))


def _meeting(t: Language, command: Sayable, subjects: Mapping[int, str]) -> str:
    """Return what to call the meeting that a command is about."""
    which = getattr(command, "which", MeetingReference())
    subject = which.words if which.number is None else subjects.get(which.number)
    if subject:
        return t("“{subject}”", subject=subject)
    return _unnamed(t, command) if which.number is None else f"#{which.number}"


def _unnamed(t: Language, command: Sayable) -> str:
    return t("the request") if isinstance(command, OF_REQUESTS) else t("the meeting")


def _resend(t: Language, command: Resend, meeting: str) -> str:
    if command.me:
        return t("Send me my host link for {meeting} again", meeting=meeting)
    if command.everybody:
        return t("Send everyone in {meeting} a new link", meeting=meeting)
    return t("Send {people} a new link", people=all_people(command.guests))


def _add(t: Language, command: Add, meeting: str) -> str:
    if not command.guests:
        return t.count(
            "Give me {number} more link for {meeting}",
            "Give me {number} more links for {meeting}",
            command.spare,
            meeting=meeting,
        )
    added = t("Invite {people} to {meeting}", people=all_people(command.guests), meeting=meeting)
    return " – ".join([added, *in_language(command.language)])


def _text(t: Language, command: TextFor, _meeting: str) -> str:
    people = all_people(command.guests) or ", ".join(command.names)
    if not people:
        return t("Give me texts to forward")
    return t("Give me a text to forward to {people}", people=people)


def _tell(t: Language, command: Tell, meeting: str) -> str:
    if command.everybody:
        return t("Tell the guests of {meeting}: “{text}”", meeting=meeting, text=command.text)
    return tell_somebody(t, all_people(command.guests), command.text)


def tell_somebody(t: Language, people: str, text: str) -> str:
    """Return what a button says that tells people something."""
    return t("Tell {people}: “{text}”", people=people, text=text)


def _extend(t: Language, command: Extend, meeting: str, when: When) -> str:
    until = when(command.until) if command.until else _clock(t, command.clock)
    if until:
        return t("Extend {meeting} until {when}", meeting=meeting, when=until)
    return t("Extend {meeting} by {length}", meeting=meeting, length=t.length(command.minutes))


def _clock(t: Language, clock: time | None) -> str:
    return t.clock(datetime.combine(date(2000, 1, 1), clock)) if clock else ""


_TIMED: dict[type, Callable[[Language, Any, str, When], str]] = {
    Meet: lambda t, command, _, when: meet_plainly(t, command, when),
    Move: _whole_move,
    Again: _again,
    Extend: _extend,
}
"""The commands whose words have times in them."""

_PLAINLY: dict[type, Callable[[Language, Any, str], str]] = {
    Add: _add,
    Resend: _resend,
    TextFor: _text,
    Tell: _tell,
    TellInviter: lambda t, command, _: t("Tell the host: “{text}”", text=command.text),
    Remove: lambda t, command, meeting: t(
        "Remove {people} from {meeting}", people=all_people(command.guests), meeting=meeting
    ),
    Rename: lambda t, command, meeting: t(
        "Rename {meeting} to “{subject}”", meeting=meeting, subject=command.subject
    ),
    MyLink: lambda t, _, __: t("Send me my own link"),
    Handover: lambda t, command, meeting: t(
        "Hand {meeting} over to {people}", meeting=meeting, people=command.to.display_name
    ),
    Cohost: lambda t, command, meeting: t(
        "Make {people} a host of {meeting} too", meeting=meeting, people=command.to.display_name
    ),
    Cancel: lambda t, _, meeting: t("Cancel {meeting} and tell the guests", meeting=meeting),
    Status: lambda t, _, meeting: t("Show who got a link for {meeting}", meeting=meeting),
    Meetings: lambda t, _, __: t("Show my meetings"),
    Devices: lambda t, _, __: t("Show rooms and devices"),
    Plan: lambda t, _, __: t("Open the form"),
    Defaults: _defaults,
    Help: lambda t, command, _: (
        t("Show help about “{topic}”", topic=command.topic) if command.topic else t("Show help")
    ),
    Check: lambda t, _, __: t("Check whether everything works"),
    About: lambda t, _, __: t("Show what you are"),
    Join: lambda t, command, _: t("Join meeting {number}", number=command.number),
    HostClassic: lambda t, command, _: t("Host meeting {number}", number=command.number),
}

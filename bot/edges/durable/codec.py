"""Converts values to JSON for recording, and back.

Each value names its type and fields, so that people and later versions can read it: removed
fields are ignored, new ones get their defaults. Only listed types can be recorded. Links aren't
listed, nor are texts, which may contain links.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from enum import Enum
from functools import cache
from typing import Any, get_args
from zoneinfo import ZoneInfo

from bot.core.conversations import decision
from bot.core.conversations.delivery_ways import Ways
from bot.core.conversations.request import Installation, Request, Requester
from bot.core.domain import commands
from bot.core.domain.access import Access
from bot.core.domain.errors import Trouble
from bot.core.domain.guests import Guest
from bot.core.domain.hints import Hint
from bot.core.domain.joseencrypt import Encryption
from bot.core.domain.limits import LimitReached, Limits
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Delivery, HostReason, Meeting, Preferences, Role, State, Way
from bot.core.domain.open_questions import OpenQuestion
from bot.core.incoming.notices import Notice
from bot.core.incoming.received import Received
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.steps.step import Posted
from bot.core.suggesting.answers import Declined, NothingAsked, WhichOne
from bot.core.suggesting.guest_reader import GuestSays
from bot.core.suggesting.second_reader import Question, Suggested
from bot.core.wording.languages import Language, Languages

TYPE = "type"


@dataclass(frozen=True)
class Outcome:
    """The outcome of a step: its answer, or its trouble."""

    answer: Any = None
    trouble: Trouble | None = None


@dataclass(eq=False)
class ConversationFailed(Exception):
    """A conversation failed; for the fields see `conversation_log.Account`."""

    kind: str
    outcome: str
    trouble: str
    tracking_id: str | None = None


class RecordedError(Exception):
    """An error of which only the kind is recorded."""


_TYPES: dict[str, Any] = {
    each.__name__: each
    for each in (
        *(get_args(commands.Command)),
        *(commands.MeetingReference, Guest, Suggested, Question, OpenQuestion),
        *(NothingAsked, Declined, WhichOne, GuestSays),
        *(get_args(decision.Decision)),
        *(Request, Requester, Installation, Access, Limits, LimitReached, Encryption, Ways),
        *(Meeting, Delivery, MeetingRecord, GuestInvitation, Preferences, StoredPreferences),
        *(Notice, Received, ScheduledTask, Posted, Outcome, ConversationFailed),
    )
}
_ENUMS: dict[str, type[Enum]] = {
    each.__name__: each for each in (State, Role, Way, Hint, HostReason)
}


def to_plain(value: Any) -> Any:
    """Return a value as plain data for JSON.

    Raises:
        TypeError: values of its type may not be recorded.
    """
    kind = type(value).__name__
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if _TYPES.get(kind) is type(value):
        given = {name: to_plain(getattr(value, name)) for name in _fields(_TYPES[kind])}
        return {TYPE: kind, **given}
    if _ENUMS.get(kind) is type(value):
        return {TYPE: kind, "name": value.name}
    return {TYPE: (other := _other(value))[0], "value": other[1]}


def _other(value: Any) -> tuple[str, Any]:  # noqa: PLR0911 - one row for each type
    match value:
        case datetime() | time():
            zone = value.tzinfo.key if isinstance(value.tzinfo, ZoneInfo) else None
            return type(value).__name__, [value.isoformat(), zone]
        case timedelta():
            return "timedelta", value.total_seconds()
        case frozenset():
            return "frozenset", sorted(value)
        case Mapping():
            return "mapping", [[key, to_plain(each)] for key, each in value.items()]
        case Languages():
            return "Languages", value.default
        case Trouble():
            return "Trouble", value.record()
        case Exception():
            return "Error", type(value).__name__
    raise TypeError(f"A {type(value).__name__} is not recorded.")


def no_language(code: str) -> Language:
    """Stand in for the languages when no recorded value needs one."""
    raise TypeError(f"Nothing is said here in a language, such as {code}.")


def from_plain(plain: Any, spoken: Callable[[str], Language] = no_language) -> Any:
    """Return the original value.

    Args:
        plain: the result of `to_plain`.
        spoken: returns a language, since languages themselves aren't recorded.
    """
    if isinstance(plain, list):
        return tuple(from_plain(each, spoken) for each in plain)
    if not isinstance(plain, dict):
        return plain
    kind = plain[TYPE]
    if kind in _ENUMS:
        return _ENUMS[kind][plain["name"]]
    if kind in _TYPES:
        known = [name for name in _fields(_TYPES[kind]) if name in plain]
        return _TYPES[kind](**{name: from_plain(plain[name], spoken) for name in known})
    return _other_read(kind, plain["value"], spoken)


def _moment_read(kind: str, written: str, zone: str | None) -> datetime | time:
    if kind == "time":
        clock = time.fromisoformat(written)
        return clock.replace(tzinfo=ZoneInfo(zone)) if zone else clock
    moment = datetime.fromisoformat(written)
    return moment.astimezone(ZoneInfo(zone)) if zone else moment


def _other_read(  # noqa: PLR0911 - one row for each type
    kind: str, value: Any, spoken: Callable[[str], Language]
) -> Any:
    match kind:
        case "datetime" | "time":
            return _moment_read(kind, *value)
        case "timedelta":
            return timedelta(seconds=value)
        case "frozenset":
            return frozenset(value)
        case "mapping":
            return {key: from_plain(each, spoken) for key, each in value}
        case "Languages":
            return Languages(spoken, value)
        case "Trouble":
            return Trouble.from_record(value)
        case "Error":
            return RecordedError(value)
    raise ValueError(f"No {kind} is recorded.")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))

"""Converts values to JSON for recording, and back.

DBOS's own serializer pickles, and a pickle is bound to the code that wrote it.

Each value names its type and fields, so that people and later versions can read it: removed
fields are ignored, new ones get their defaults. Only listed types can be recorded. Links aren't
listed, nor are texts, which may contain links.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any, get_args
from zoneinfo import ZoneInfo

from bot.core.conversations.requests import decision, delivery_ways, installation, request
from bot.core.conversations.requests.requester import Requester
from bot.core.domain import desk_figures, desks, duty, experts, group_requests, opening_hours
from bot.core.domain.access import Access
from bot.core.domain.attendance import Attendance
from bot.core.domain.capabilities import Capabilities
from bot.core.domain.doors import Reply, Rsvp
from bot.core.domain.errors import Trouble
from bot.core.domain.expert_commands import TierNamed
from bot.core.domain.guests import Guest
from bot.core.domain.hints import Hint
from bot.core.domain.joseencrypt import Encryption
from bot.core.domain.limits import LimitReached, Limits
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Delivery, HostReason, Meeting, Preferences, Role, State, Way
from bot.core.domain.open_questions import OpenQuestion
from bot.core.incoming import api_requests, arrivals, desk_presses, event_attempts
from bot.core.incoming.notices import Notice
from bot.core.incoming.received import Received
from bot.core.steps.event_steps import EventAnswer, TurnedOff
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.steps.step import Posted
from bot.core.suggesting import readings
from bot.core.wording.languages import Language, Languages

TYPE = "type"


@dataclass(frozen=True)
class Outcome:
    """The outcome of a step: its answer, or its trouble."""

    answer: Any = None
    trouble: Trouble | None = None


@dataclass(eq=False)
class ConversationFailed(Exception):
    """A conversation failed; for the fields see `conversation_log.ConversationRecord`."""

    kind: str
    outcome: str
    trouble: str
    tracking_id: str | None = None


class RecordedError(Exception):
    """An error of which only the kind is recorded."""


def no_language(code: str) -> Language:
    """Stand in for the languages when no recorded value needs one."""
    raise TypeError(f"Nothing is said here in a language, such as {code}.")


_RECORDED = (
    *get_args(readings.Reading),
    *(MeetingReference, Guest, TierNamed),
    *(experts.Tier, experts.ExpertGroup, group_requests.ExpertRequest, group_requests.ExpertCard),
    *(desks.Desk, desk_figures.GroupFigures, duty.Rota, duty.Shift, duty.Duty),
    *(opening_hours.OpenHours, opening_hours.Period, OpenQuestion),
    *get_args(decision.Decision),
    *(request.Request, Requester, installation.Installation, Capabilities, Attendance),
    *(Access, Limits, LimitReached, Encryption, delivery_ways.Ways),
    *(Meeting, Delivery, MeetingRecord, GuestInvitation, Preferences, StoredPreferences),
    *(Notice, Received, arrivals.DoorNotice, desk_presses.DeskPress),
    *(api_requests.ApiRequest, event_attempts.EventAttempt, ScheduledTask),
    *(EventAnswer, TurnedOff, Posted, Outcome, ConversationFailed),
)
_NAMES = {each: decision.FIRST_NAMES.get(each, each.__name__) for each in _RECORDED}
_FIELDS = {name: (each, tuple(it.name for it in fields(each))) for each, name in _NAMES.items()}
_ENUMS = (State, Role, Way, Hint, HostReason, arrivals.DoorEvent, Reply, Rsvp)


def _with_zone(value: datetime | time) -> tuple[str, str | None]:
    return value.isoformat(), getattr(value.tzinfo, "key", None)


def _moment(written: tuple[str, str | None]) -> datetime:
    moment, zone = datetime.fromisoformat(written[0]), written[1]
    return moment.astimezone(ZoneInfo(zone)) if zone else moment


def _clock_time(written: tuple[str, str | None]) -> time:
    clock, zone = time.fromisoformat(written[0]), written[1]
    return clock.replace(tzinfo=ZoneInfo(zone)) if zone else clock


_OTHERS: tuple[tuple[str, Any, Callable[[Any], Any], Callable[[Any], Any]], ...] = (
    *((each.__name__, each, lambda value: value.name, partial(getattr, each)) for each in _ENUMS),
    ("datetime", datetime, _with_zone, _moment),
    ("time", time, _with_zone, _clock_time),
    ("timedelta", timedelta, timedelta.total_seconds, lambda seconds: timedelta(seconds=seconds)),
    ("frozenset", frozenset, sorted, frozenset),
    ("mapping", Mapping, lambda value: [*value.items()], dict),
    ("Trouble", Trouble, Trouble.record, Trouble.from_record),
    ("Error", Exception, lambda error: type(error).__name__, RecordedError),
    ("Languages", Languages, lambda languages: languages.default, no_language),
)
"""The other types that can be recorded: their names, and what writes and reads them."""


def to_plain(value: Any) -> Any:
    """Return a value as plain data for JSON.

    Raises:
        TypeError: values of its type can't be recorded.
    """
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    name = _NAMES.get(type(value), "")
    if name:
        _, names = _FIELDS[name]
        return {TYPE: name, **{each: to_plain(getattr(value, each)) for each in names}}
    for other, type_, write, _ in _OTHERS:
        if isinstance(value, type_):
            return {TYPE: other, "value": to_plain(write(value))}
    raise TypeError(f"A {type(value).__name__} is not recorded.")


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
    name = plain[TYPE]
    if name in _FIELDS:
        type_, names = _FIELDS[name]
        return type_(**{each: from_plain(plain[each], spoken) for each in names if each in plain})
    if name == "Languages":
        return Languages(spoken, plain["value"])
    [read] = [read for other, _, _, read in _OTHERS if other == name]
    return read(from_plain(plain["value"], spoken))

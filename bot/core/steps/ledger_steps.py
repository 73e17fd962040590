"""The steps that change the ledger. Repeating one leads to the same state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from bot.core.domain.commands import Guest
from bot.core.domain.limits import Limits
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.incoming.event_attempts import EventAttempt
from bot.core.steps.step import Step


@dataclass(frozen=True)
class ScheduledTask:
    """A task that is due later, about a meeting.

    Args:
        kind: ``remind`` or ``tidy``; earlier versions had more.
        number: the meeting's number.
        due: when it is due. Part of the key, so that a task at another time is another task.
    """

    kind: str
    number: int
    due: datetime

    @property
    def key(self) -> str:
        """The key that the task is recorded under; no notice has such a key."""
        return f"errand:{self.kind}:{self.number}:{int(self.due.timestamp())}"


@dataclass(frozen=True)
class Schedule(Step):
    """-> None. Do these when they are due. Scheduling one again changes nothing."""

    recorded: ClassVar[bool] = False
    tasks: tuple[ScheduledTask | EventAttempt, ...]


@dataclass(frozen=True)
class SaveMeeting(Step):
    """-> Meeting with its number, or LimitReached. Saving the same `sub` again changes nothing.

    Args:
        meeting: the meeting, without a number.
        asked_at: when it was asked for; None if nobody asked.
        limits: the limits to check. Over a limit, nothing is saved.
    """

    meeting: Meeting
    asked_at: datetime | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class RecordDeliveries(Step):
    """-> bool: whether the meeting is still on. Each message is recorded once.

    A cancellation takes back what was recorded before it (`CancelMeeting` returns that); whoever
    records something later gets False, and has to take it back.

    Args:
        number: the meeting's number.
        deliveries: in the order they were sent.
    """

    number: int
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True)
class RecordNewLinks(Step):
    """-> bool: whether the meeting is still on. Record everybody's new links, and its end, at once.

    Args:
        number: the meeting's number.
        until: the meeting's end, unless it already ends later.
        deliveries: of the new links.
        replaced_ids: the ids of the messages that were replaced and withdrawn.
        moved: the meeting at its new time, if it was moved; then it also ends earlier, if need be.
    """

    number: int
    until: datetime
    deliveries: tuple[Delivery, ...] = ()
    replaced_ids: tuple[str, ...] = ()
    moved: Meeting | None = None


@dataclass(frozen=True)
class RenameMeeting(Step):
    """-> None. Give the meeting another subject.

    Args:
        number: the meeting's number.
        subject: the new one.
    """

    number: int
    subject: str = field(repr=False)


@dataclass(frozen=True)
class RemoveGuests(Step):
    """-> MeetingRecord: the meeting, with all deliveries; these guests are invited no longer.

    Whoever is invited again later is a guest again.

    Args:
        number: the meeting's number.
        known_as: the guests' identities.
    """

    number: int
    known_as: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class MarkWithdrawn(Step):
    """-> None. Record that these messages were withdrawn, so that nobody does it again."""

    recorded: ClassVar[bool] = False
    message_ids: tuple[str, ...]


@dataclass(frozen=True)
class MentionMeeting(Step):
    """-> None. Note that hosts named a meeting or were told of it: they may mean it by `it`.

    Args:
        number: the meeting's number.
        at: when.
        person_id: the host; empty for all of them.
    """

    recorded: ClassVar[bool] = False
    number: int
    at: datetime
    person_id: str = ""


@dataclass(frozen=True)
class CancelMeeting(Step):
    """-> MeetingRecord: the meeting, cancelled now, with all deliveries recorded so far.

    Args:
        number: the meeting's number.
        at: when it is cancelled.
    """

    number: int
    at: datetime


@dataclass(frozen=True)
class AddHost(Step):
    """-> None. Let one more person act as a host of the meeting. Repeating it changes nothing."""

    number: int
    person_id: str
    email: str = field(repr=False)


@dataclass(frozen=True)
class TransferHost(Step):
    """-> None. Make the successor a host in place of another, who stops being one.

    If two hosts hand over to each other at the same time, one of them remains.

    Args:
        number: the meeting's number.
        person_id: the host who hands over.
        successor: the new host, with id and address.
    """

    number: int
    person_id: str
    successor: Guest


@dataclass(frozen=True)
class ClaimOnce(Step):
    """-> bool: whether this is the first claim of the key, or a repeat by the same token.

    Args:
        key: what may be done once.
        token: identifies who claims, so that a replay gets the same answer.
    """

    key: str
    token: str = field(repr=False)

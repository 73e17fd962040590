"""The steps that look up meetings in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.domain.commands import MeetingReference
from bot.core.steps.step import Step

JUST_MADE = timedelta(minutes=5)
"""How long a command without a meeting means the one just made."""


@dataclass(frozen=True)
class FindMeetings(Step):
    """-> tuple of MeetingRecord: at most ten that the person hosts and may mean, newest first.

    In a space, only the space's own meetings are found without a number. Without a number or words
    it finds one meeting: in a meeting's thread that one; else the one just made, else the running
    one that began last, else the next one, else the one that began last.

    Recorded, because what the conversation then does to the meeting may keep a replay from finding
    it again.

    Args:
        host_id: the person's id.
        which: the meeting they named.
        room_id: the space where they ask; None in a direct chat.
        now: when they ask.
        past: how long a meeting may be over.
        even_lost: without a number or words, find nothing if the meeting meant was cancelled or
            handed over, rather than the next best.
        include_handed_over: find meetings they handed over too, until their own link expires.
        thread: the first message of the thread where they ask.
        running_first: prefer what runs to what was just made.
        even_cancelled: with a number, find the meeting even if it was cancelled.
        mentions: note that the person named the meeting, if one is found: see `MentionMeeting`.
    """

    host_id: str
    which: MeetingReference
    room_id: str | None
    now: datetime
    past: timedelta = timedelta(0)
    even_lost: bool = False
    include_handed_over: bool = False
    thread: str | None = None
    running_first: bool = False
    even_cancelled: bool = False
    mentions: bool = False


@dataclass(frozen=True)
class FindMentioned(Step):
    """-> tuple of MeetingRecord: what the person named or was told of just now, newest first.

    Args:
        host_id: the person's id.
        room_id: the space where they ask; None in a direct chat.
        now: when they ask.
        since: the earliest time that counts, if that is later than some minutes ago.
    """

    host_id: str
    room_id: str | None
    now: datetime
    since: datetime | None = None


@dataclass(frozen=True)
class ListMeetings(Step):
    """-> tuple of Meeting: all that the person hosts and that end after `since`, soonest first.

    Cancelled ones are among them.
    """

    host_id: str
    since: datetime


@dataclass(frozen=True)
class FindInvitations(Step):
    """-> tuple of GuestInvitation to meetings not over by `now`, one per meeting, soonest first."""

    person_id: str
    email: str = field(repr=False)
    now: datetime
    phone: str = field(default="", repr=False)


@dataclass(frozen=True)
class ReadMeeting(Step):
    """-> MeetingRecord, or None if there is no meeting with this number."""

    number: int

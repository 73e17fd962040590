"""The steps that read and change the ledger.

Each leads to the same state when it is repeated, so that only `FindMeetings` needs a checkpoint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import ClassVar

from bot.core.domain.commands import Guest, MeetingReference
from bot.core.domain.limits import Limits
from bot.core.domain.meetings import Delivery, Meeting, Preferences
from bot.core.steps.step import Step


@dataclass(frozen=True)
class StoredPreferences:
    """What is usual.

    Args:
        preferences: here, the space's word before the person's.
        languages: people's own word for the language in which they are written to, by their ids.
    """

    preferences: Preferences = field(default_factory=Preferences)
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def for_person(self, person_id: str) -> Preferences:
        """Return what is usual in private: the same, in the person's own language."""
        return replace(
            self.preferences, language=self.languages.get(person_id) or self.preferences.language
        )


@dataclass(frozen=True)
class ReadPreferences(Step):
    """-> StoredPreferences.

    Args:
        room_id: the space, if a group space is known.
        person_id: the person, if known.
        others: whose languages are wanted beside, by their ids.
    """

    early: ClassVar[bool] = True
    room_id: str | None
    person_id: str | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class SavePreferences(Step):
    """-> Preferences as it is now. What is None stays as it was.

    Args:
        owner: a space's id, or a person's.
        preferences: what was said.
    """

    owner: str
    preferences: Preferences


@dataclass(frozen=True)
class ScheduledTask:
    """Something to do later, for nobody in particular.

    Args:
        kind: ``remind`` or ``tidy``; earlier versions had others.
        number: of the meeting.
        due: when; it is part of the errand's name, so that another time is another errand.
    """

    kind: str
    number: int
    due: datetime

    @property
    def key(self) -> str:
        """The errand's own name, unlike any notice's."""
        return f"errand:{self.kind}:{self.number}:{int(self.due.timestamp())}"


@dataclass(frozen=True)
class SaveMeeting(Step):
    """-> Meeting with its number, or Full. The same `sub` again is the same meeting.

    Args:
        meeting: without a number.
        tasks: of this meeting, whose number they get.
        asked_at: when it was asked for; None where nobody did.
        limits: beyond which it is not remembered.
    """

    unseen: ClassVar[bool] = True
    meeting: Meeting
    tasks: tuple[ScheduledTask, ...] = ()
    asked_at: datetime | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class RecordDeliveries(Step):
    """-> bool: whether the meeting is still on. Add what was delivered, each message once.

    What is noted before the meeting is cancelled is in the answer to `CancelMeeting`; what is noted
    after it learns so here.

    Args:
        number: of the meeting.
        deliveries: in the order in which they were sent.
    """

    number: int
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True)
class MarkWithdrawn(Step):
    """-> None. These messages are withdrawn, so that nobody withdraws them again."""

    message_ids: tuple[str, ...]


@dataclass(frozen=True)
class FindMeetings(Step):
    """-> Found: at most ten meetings that `which` may mean, the newest first.

    Only meetings of which the person is a host; in a space without a number, only those of the
    space. Without number and words one: in the thread of a meeting that one; else the one that was
    made just now; else the running one that began last; else the next one; else what began last.

    Recorded, without any address: a replay may not find what its conversation changed.

    Args:
        host_id: of the person.
        which: is meant.
        room_id: of the space in which they ask; None in private.
        now: when they ask.
        past: for how long a meeting may be over.
        even_lost: none is found, without number and words, where the one that is meant was
            cancelled or handed over.
        include_handed_over: what they handed over is found, too, until their own link is over.
        thread: the first message of the thread in which they ask.
        running_first: without number and words, what runs goes before what was made just now.
    """

    recorded: ClassVar[bool] = True
    host_id: str
    which: MeetingReference
    room_id: str | None
    now: datetime
    past: timedelta = timedelta(0)
    even_lost: bool = False
    include_handed_over: bool = False
    thread: str | None = None
    running_first: bool = False


@dataclass(frozen=True)
class ListMeetings(Step):
    """-> tuple of Meeting: all of which the person is a host, from `since` on, soonest first."""

    early: ClassVar[bool] = True
    host_id: str
    since: datetime


@dataclass(frozen=True)
class FindInvitations(Step):
    """-> tuple of Invitation to what is not over by `now`, each meeting once, soonest first."""

    early: ClassVar[bool] = True
    person_id: str
    email: str = field(repr=False)
    now: datetime


@dataclass(frozen=True)
class ReadMeeting(Step):
    """-> Held or None, by the meeting's number, in one query."""

    early: ClassVar[bool] = True
    number: int


@dataclass(frozen=True)
class AddHost(Step):
    """-> None. One more person may act for the meeting, by Webex id; a second time is nothing."""

    number: int
    person_id: str
    email: str = field(repr=False)


@dataclass(frozen=True)
class TransferHost(Step):
    """-> None. A host hands the meeting over and is none any more; who is none keeps it so.

    The successor is a host at the end of it: two who hand over to each other leave one of them.

    Args:
        number: of the meeting.
        person_id: whose place is taken.
        successor: the successor, by id and address.
    """

    number: int
    person_id: str
    successor: Guest


@dataclass(frozen=True)
class RecordNewLinks(Step):
    """-> bool, as `RecordDeliveries`. The meeting ends later, and everybody has new links, at once.

    A replay finds either all of the earlier messages, or all of the new ones.

    Args:
        number: of the meeting.
        until: its end, unless it ends later already.
        deliveries: of the new links.
        replaced_ids: ids of the messages that these took the place of, and that are withdrawn.
        tasks: of the meeting as it is now.
    """

    number: int
    until: datetime
    deliveries: tuple[Delivery, ...] = ()
    replaced_ids: tuple[str, ...] = ()
    tasks: tuple[ScheduledTask, ...] = ()


@dataclass(frozen=True)
class CancelMeeting(Step):
    """-> Held: the meeting, and what was noted of it so far. It is cancelled now."""

    number: int


@dataclass(frozen=True)
class ClaimOnce(Step):
    """-> bool: whether nothing was noted under this key, or by the same token. Notes it."""

    key: str
    token: str = field(repr=False)

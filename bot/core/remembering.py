"""What a conversation can ask of the ledger: steps, like the trips to the outside.

Each leads to the same state when it is repeated, so that only `Find` needs a checkpoint.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from bot.core.commands import Guest, Which
from bot.core.meetings import Delivery, Meeting, Role, Usual, Way
from bot.core.steps import Step


@dataclass(frozen=True)
class Recall(Step):
    """-> Usual: what is usual, the space's word before the person's.

    Args:
        room_id: the space, if a group space is known.
        person_id: the person, if known.
    """

    early: ClassVar[bool] = True
    room_id: str | None
    person_id: str | None


@dataclass(frozen=True)
class KeepUsual(Step):
    """-> Usual as it is now. What is None stays as it was.

    Args:
        owner: a space's id, or a person's.
        usual: what was said.
    """

    owner: str
    usual: Usual


@dataclass(frozen=True)
class Remember(Step):
    """-> Meeting with its number. The same `sub` again is the same meeting."""

    meeting: Meeting


@dataclass(frozen=True)
class Note(Step):
    """-> None. Add what was delivered; the same message again is not added twice.

    Args:
        number: of the meeting.
        deliveries: in the order in which they were sent.
        instead_of: ids of messages that these took the place of; they are withdrawn, at once,
            so that a replay finds either all of the earlier ones or all of these.
    """

    number: int
    deliveries: tuple[Delivery, ...]
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Forget(Step):
    """-> None. These messages are withdrawn, so that nobody withdraws them again."""

    message_ids: tuple[str, ...]


@dataclass(frozen=True)
class Find(Step):
    """-> tuple of numbers, at most ten, the newest first: the meetings that `which` may mean.

    Only meetings of which the person is a host and that are not over by `now`. Without number
    and words: the last one asked for in this space, else the last one at all.

    Recorded, and so numbers alone: what the conversation does to a meeting may keep a replay
    from finding it again.
    """

    recorded: ClassVar[bool] = True
    host_id: str
    which: Which
    room_id: str | None
    now: datetime


@dataclass(frozen=True)
class FindMine(Step):
    """-> tuple of Meeting: all of which the person is a host, from `since` on, soonest first."""

    early: ClassVar[bool] = True
    host_id: str
    since: datetime


@dataclass(frozen=True)
class FindAsGuest(Step):
    """-> tuple of Meeting that are not over by `now` and to which this person is a guest."""

    early: ClassVar[bool] = True
    person_id: str
    email: str = field(repr=False)
    now: datetime


@dataclass(frozen=True)
class Held:
    """A meeting, and what was delivered for it, oldest first; withdrawn: without message_id."""

    meeting: Meeting
    deliveries: tuple[Delivery, ...] = ()

    @property
    def carriers(self) -> tuple[Delivery, ...]:
        """What lies in messages that show a link; one of several links is here as often.

        A mail or a text is none of them: nobody can take it back.
        """
        sent = [each for each in self.deliveries if each.message_id]
        return tuple(each for each in sent if not each.is_out_of_reach)

    @property
    def hosts(self) -> tuple[Guest, ...]:
        """Who was given the host's link, each once, the first one first."""
        return self._once(Role.HOST)

    @property
    def invited(self) -> tuple[Guest, ...]:
        """The guests, each once, in the order in which they were invited."""
        return self._once(Role.GUEST)

    def last_by(self, way: Way, who: Guest) -> Delivery | None:
        """Return what last reached a guest by this way, if anything did."""
        theirs = [each for each in self.deliveries if each.guest.same_as == who.same_as]
        reached = [each for each in theirs if each.way is way and each.trouble is None]
        return next((each for each in reversed(reached) if each.role is Role.GUEST), None)

    def by_mail_alone(self, who: Guest) -> bool:
        """Return whether a guest has the link in a mail and in no direct message."""
        return bool(self.last_by(Way.MAIL, who) and not self.last_by(Way.DIRECT, who))

    def in_webex(self, who: Guest) -> bool:
        """Return whether a guest is written to in Webex."""
        return not (who.phone or self.by_mail_alone(who))

    def _once(self, role: Role) -> tuple[Guest, ...]:
        of_role = [each.guest for each in self.deliveries if each.role is role]
        return tuple({each.same_as: each for each in of_role}.values())


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
class ReadEnd(Step):
    """-> float: when the meeting's links stop working, in seconds since 1970.

    Recorded: a conversation that moves the end has to begin from the same one when it is replayed.
    """

    recorded: ClassVar[bool] = True
    number: int


@dataclass(frozen=True)
class Prolong(Step):
    """-> None. The meeting ends at `until`, unless it ends later already."""

    number: int
    until: datetime


@dataclass(frozen=True)
class CallOff(Step):
    """-> None. The meeting is cancelled; a second time is nothing."""

    number: int


@dataclass(frozen=True)
class FirstTime(Step):
    """-> bool: whether nothing was noted under this key, or by the same token. Notes it."""

    key: str
    token: str = field(repr=False)


@dataclass(frozen=True)
class Errand:
    """Something to do later, for nobody in particular.

    Args:
        kind: ``remind``, ``tidy`` or ``forget``.
        number: of the meeting.
        due: when; it is part of the errand's name, so that another time is another errand.
    """

    kind: str
    number: int
    due: datetime

    @property
    def key(self) -> str:
        """The errand's own name."""
        return f"{self.kind}:{self.number}:{int(self.due.timestamp())}"


@dataclass(frozen=True)
class ForgetPeople(Step):
    """-> None. Remove names and addresses of meetings that were over by this moment."""

    by: datetime


@dataclass(frozen=True)
class Later(Step):
    """-> None. Do the errand when it is due, whatever is restarted until then; once."""

    errand: Errand
    patience: ClassVar[float] = 30.0

"""What the ledger knows of a meeting: its people and every delivered link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Delivery, Meeting, Role, Way


@dataclass(frozen=True)
class MeetingRecord:
    """A meeting, and what was delivered for it, oldest first; withdrawn: without message_id."""

    meeting: Meeting
    deliveries: tuple[Delivery, ...] = ()

    def until(self, expires: datetime) -> MeetingRecord:
        """Return this with another end."""
        return replace(self, meeting=self.meeting.until(expires))

    @property
    def carriers(self) -> tuple[Delivery, ...]:
        """What lies in messages that show a link; one of several links is here as often.

        A mail or a text is none of them: nobody can take it back.
        """
        sent = [each for each in self.deliveries if each.message_id]
        return tuple(each for each in sent if not each.is_out_of_reach)

    @property
    def handed_on(self) -> tuple[Delivery, ...]:
        """The links that a host has to hand on, or to forward: nobody knows who has them."""
        shown = [each for each in self.carriers if each.way is not Way.SPACE]
        return tuple(each for each in shown if each.role is Role.SPARE or each.way is Way.HANDED)

    @property
    def hosts(self) -> tuple[Guest, ...]:
        """Who is a host and was given their link, each once, the first one first."""
        return self._once(Role.HOST)

    @property
    def host_id(self) -> str:
        """Whose language and zone are usual for it: the first one's who is a host now."""
        return next((each.person_id for each in self.hosts), self.meeting.host_id)

    def host_in(self, room_id: str | None) -> Guest | None:
        """Return the host whose direct space that is, if it is one's."""
        own = [each for each in self.deliveries if each.role is Role.HOST]
        told = {each.room_id: each.guest for each in own if each.way is not Way.HANDED}
        return told.get(room_id) if room_id else None

    @property
    def formers(self) -> tuple[Guest, ...]:
        """Who handed it over, and may still have a host link that works; each once."""
        return self._once(Role.FORMER)

    @property
    def invited(self) -> tuple[Guest, ...]:
        """The guests, each once, in the order in which they were invited."""
        return self._once(Role.GUEST)

    def formers_until(self, end: datetime) -> tuple[Guest, ...]:
        """Return the former hosts whose own link works until then, and no longer."""
        own = [each for each in self.deliveries if each.role is Role.FORMER and not each.trouble]
        last = {each.guest.same_as: each for each in own}
        return tuple(each.guest for each in last.values() if each.expires == end)

    def run_out(self, at: datetime) -> tuple[Delivery, ...]:
        """Return what lies in messages whose links work no longer at a moment."""
        return tuple(each for each in self.carriers if each.expires and each.expires <= at)

    def last_by(self, way: Way, who: Guest) -> Delivery | None:
        """Return what last reached a guest by this way, if anything did."""
        theirs = [each for each in self.deliveries if each.guest.same_as == who.same_as]
        reached = [each for each in theirs if each.way is way and each.trouble is None]
        return next((each for each in reversed(reached) if each.role is Role.GUEST), None)

    def reached(self, who: Guest) -> bool:
        """Return whether a guest has a link from the bot."""
        return any(self.last_by(way, who) for way in (Way.DIRECT, Way.MAIL, Way.PHONE))

    def may_know(self, who: Guest) -> bool:
        """Return whether a guest has a link from the bot, or can have one from the host."""
        theirs = [each for each in self.carriers if each.guest.same_as == who.same_as]
        return self.reached(who) or any(each.role is Role.GUEST for each in theirs)

    def by_mail_alone(self, who: Guest) -> bool:
        """Return whether a guest has the link in a mail and in no direct message."""
        return bool(self.last_by(Way.MAIL, who) and not self.last_by(Way.DIRECT, who))

    def _once(self, role: Role) -> tuple[Guest, ...]:
        # Links to hand on are nobody's own, and noted under whoever was to hand them on.
        own = [each for each in self.deliveries if each.way is not Way.HANDED]
        of_role = [each.guest for each in own if each.role is role]
        return tuple({each.same_as: each for each in of_role}.values())


@dataclass(frozen=True)
class FoundMeetings:
    """Which meetings were meant when they were looked for.

    Args:
        ends: of each, its number and when its links stop working, in seconds since 1970. A
            conversation that moves the end begins from the same one when it is replayed.
        held: what there is of each; None from a record, so that `ReadMeeting` has to tell it.
    """

    ends: tuple[tuple[int, float], ...]
    held: tuple[MeetingRecord, ...] | None = None

    @staticmethod
    def of(held: Iterable[MeetingRecord]) -> FoundMeetings:
        """Return what was found."""
        some = tuple(held)
        ends = tuple((each.meeting.number, each.meeting.expires.timestamp()) for each in some)
        return FoundMeetings(ends, some)


@dataclass(frozen=True)
class GuestInvitation:
    """To a meeting, and the guest as they were named when they were invited."""

    meeting: Meeting
    guest: Guest

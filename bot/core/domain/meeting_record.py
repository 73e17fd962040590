"""What the ledger knows of a meeting: its people and every delivered link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.domain.commands import Guest
from bot.core.domain.errors import AwaitsHost
from bot.core.domain.meetings import Delivery, Meeting, Role, Way


@dataclass(frozen=True)
class MeetingRecord:
    """A meeting and its deliveries, oldest first. Withdrawn ones have no message_id."""

    meeting: Meeting
    deliveries: tuple[Delivery, ...] = ()

    def with_end(self, expires: datetime) -> MeetingRecord:
        """Return this record with another end."""
        return replace(self, meeting=self.meeting.with_end(expires))

    @property
    def link_messages(self) -> tuple[Delivery, ...]:
        """The deliveries in messages that show links; one message may carry several.

        Emails and text messages aren't included: nobody can take them back.
        """
        sent = [each for each in self.deliveries if each.message_id]
        return tuple(each for each in sent if not each.cannot_be_withdrawn)

    @property
    def messages_to_forward(self) -> tuple[Delivery, ...]:
        """The spare links, which hosts hand on: nobody knows who has them."""
        shown = [each for each in self.link_messages if each.way is not Way.SPACE]
        nobodys = [each for each in shown if each.role is not Role.GUEST]
        return tuple(each for each in nobodys if each.role is Role.SPARE or each.way is Way.HANDED)

    @property
    def hosts(self) -> tuple[Guest, ...]:
        """The hosts who got their link, each once, in order."""
        return self._once(Role.HOST)

    @property
    def hosts_to_tell(self) -> tuple[Guest, ...]:
        """The hosts; who asked for it, until it is recorded that they got their link."""
        asked = Guest(self.meeting.host_id, self.meeting.host, self.meeting.host_name)
        return self.hosts or (asked,)

    def is_host(self, person_id: str) -> bool:
        """Return whether somebody got their host link, and is still a host."""
        return person_id in {each.person_id for each in self.hosts}

    def may_host(self, person_id: str) -> bool:
        """Return whether somebody who may change the meeting gets a host link.

        If a group of experts was asked, only the expert who took the request does.
        """
        return not self.meeting.expert_group or self.is_host(person_id)

    @property
    def lacks_host(self) -> bool:
        """Whether a group was asked and nobody has taken it: then nobody gets a host link."""
        return bool(self.meeting.expert_group) and not self.hosts

    @property
    def hosts_with_page(self) -> tuple[Guest, ...]:
        """The hosts to tell of who is at the door, on pages of theirs.

        Someone who asked for an expert has none, since *Start* on it would make them the host.
        """
        return self.hosts if self.meeting.expert_group else self.hosts_to_tell

    @property
    def has_reached_host(self) -> bool | None:
        """Whether a host got their latest link; None while none was sent."""
        own = [each for each in self.deliveries if each.role is Role.HOST]
        return not own[-1].trouble if own else None

    def name_of_host(self, person_id: str) -> str:
        """Return the name of a host, or of who asked for an expert; empty if it is not known."""
        names = (each.name for each in self.hosts if each.person_id == person_id and each.name)
        asked = self.meeting.host_id == person_id and self.meeting.organizer is None
        return next(names, self.meeting.host_name if asked else "")

    @property
    def host_id(self) -> str:
        """The first current host, whose language and time zone are the meeting's."""
        return next((each.person_id for each in self.hosts), self.meeting.host_id)

    def host_in(self, room_id: str | None) -> Guest | None:
        """Return the host whose direct space this is, if any."""
        own = [each for each in self.deliveries if each.role is Role.HOST]
        hosts = {each.room_id: each.guest for each in own if each.way is not Way.HANDED}
        return hosts.get(room_id) if room_id else None

    @property
    def former_hosts(self) -> tuple[Guest, ...]:
        """The former hosts, whose links may still work, each once."""
        return self._once(Role.FORMER)

    @property
    def invited(self) -> tuple[Guest, ...]:
        """The guests, each once, in the order they were invited."""
        return self._once(Role.GUEST)

    @property
    def awaiting_host(self) -> tuple[Guest, ...]:
        """The guests whose links are sent once an expert has taken the request."""
        why = AwaitsHost.__name__
        held = {each.guest.identity for each in self.deliveries if each.trouble == why}
        due = [each for each in self.invited if each.identity in held]
        return tuple(each for each in due if not self.may_have_link(each))

    def chat_with(self, who: Guest) -> str | None:
        """Return the direct chat to which somebody's link was sent, if any."""
        theirs = [each for each in self.deliveries if each.guest.identity == who.identity]
        return next((each.room_id for each in theirs if each.way is Way.DIRECT), None)

    def former_hosts_until(self, end: datetime) -> tuple[Guest, ...]:
        """Return the former hosts whose links stop working at a time."""
        own = [each for each in self.deliveries if each.role is Role.FORMER and not each.trouble]
        last = {each.guest.identity: each for each in own}
        return tuple(each.guest for each in last.values() if each.expires == end)

    def expired_by(self, at: datetime) -> tuple[Delivery, ...]:
        """Return the deliveries whose links have stopped working at a time."""
        return tuple(each for each in self.link_messages if each.expires and each.expires <= at)

    def last_delivery(self, way: Way, who: Guest) -> Delivery | None:
        """Return the latest delivery that reached a guest by this way, if any."""
        theirs = [each for each in self.deliveries if each.guest.identity == who.identity]
        reached = [each for each in theirs if each.way is way and each.trouble is None]
        return next((each for each in reversed(reached) if each.role is Role.GUEST), None)

    def was_removed(self, to: str) -> bool:
        """Return whether this address or phone number is no longer invited."""
        theirs = [each for each in self.deliveries if to in (each.guest.email, each.guest.phone)]
        invited = any(each.role is Role.GUEST for each in theirs)
        return not invited and any(each.is_removed for each in theirs)

    def has_link(self, who: Guest) -> bool:
        """Return whether a guest has a link from the bot."""
        return bool(self.ways_to(who))

    def ways_to(self, who: Guest) -> tuple[Way, ...]:
        """Return the ways by which a guest's link has reached them."""
        ways = (Way.DIRECT, Way.MAIL, Way.PHONE)
        return tuple(way for way in ways if self.last_delivery(way, who))

    def may_have_link(self, who: Guest) -> bool:
        """Return whether a guest has a link from the bot, or may have one from the host."""
        theirs = [each for each in self.link_messages if each.guest.identity == who.identity]
        return self.has_link(who) or any(each.role is Role.GUEST for each in theirs)

    def _once(self, role: Role) -> tuple[Guest, ...]:
        # Spare links are nobody's own, and recorded under the host who shares them.
        own = [each for each in self.deliveries if each.way is not Way.HANDED]
        of_role = [each.guest for each in own if each.role is role]
        return tuple({each.identity: each for each in of_role}.values())


@dataclass(frozen=True)
class GuestInvitation:
    """A meeting, and the guest as they were named when they were invited.

    Args:
        meeting: the meeting.
        guest: the guest.
        zone: the time zone that its host has there; empty for the installation's.
    """

    meeting: Meeting
    guest: Guest
    zone: str = ""

"""A request: who asked, where, and the installation it is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.core.conversations.delivery_ways import Ways
from bot.core.conversations.reader_languages import Readers
from bot.core.domain.access import Access
from bot.core.domain.commands import Guest
from bot.core.domain.joseencrypt import Encryption
from bot.core.domain.limits import Limits
from bot.core.domain.meetings import Meeting, Usual
from bot.core.steps.webex_steps import Person, Place, Space
from bot.core.wording.languages import Language, Languages
from bot.core.wording.times import Times

USUAL = Usual(minutes=60, vertical="gen", zone="UTC", login=True)
"""What is usual where neither settings nor a space nor a person say otherwise."""


@dataclass(frozen=True)
class Installation:
    """What the bot knows of itself and of its installation.

    Args:
        bot_id: its own person id.
        bot_email: its own address.
        access: who may ask.
        admins: who of them may look at the installation.
        languages: what it speaks, and what is usual.
        usual: what is usual; every part of it is said but the language.
        most_guests: that one meeting may have.
        most_minutes: for which links may work.
        limits: how many meetings may be asked for within an hour.
        horizon: days ahead for which a meeting can be planned.
        open_early: minutes before its time at which a later meeting opens.
        remind_before: minutes before its time at which a later meeting's people are reminded.
        ask_after: minutes after which a message that is found late is not served unasked.
        devices: SIP addresses by the names that people say.
        site: of classic Webex meetings, such as ``https://example.webex.com``; None for none.
        short_links: short links, or long ones.
        encryption: how the broker wraps its ciphers.
        ways: by which ways guests are reached.
        region: the country of phone numbers without a country's code, as two letters.
        discreet: what leaves the host's own chat says nothing of what a meeting is about.
    """

    bot_id: str
    bot_email: str
    access: Access
    languages: Languages
    usual: Usual = USUAL
    most_guests: int = 100
    most_minutes: int = 1440
    limits: Limits = field(default_factory=Limits)
    horizon: int = 90
    open_early: int = 10
    remind_before: int = 10
    ask_after: int = 10
    devices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    site: str | None = None
    short_links: bool = True
    encryption: Encryption = field(default_factory=Encryption)
    ways: Ways = field(default_factory=Ways)
    discreet: bool = False
    admins: Access = field(default_factory=lambda: Access(frozenset()))
    region: str = ""

    def outside(self, meeting: Meeting) -> Meeting:
        """Return `meeting` as everybody but its host is told of it."""
        return replace(meeting, subject=None) if self.discreet else meeting


@dataclass(frozen=True)
class Requester:
    """Who asks, and where.

    Args:
        person_id: who.
        email: their address.
        room_id: the space.
        direct: whether it is the person's direct space with the bot.
        root: the first message of the thread that an answer belongs to; None for no thread.
    """

    person_id: str
    email: str = field(repr=False)
    room_id: str
    direct: bool
    root: str | None = None


@dataclass(frozen=True)
class Request:
    """A request from somebody who may ask, with what its conversation was given.

    Args:
        requester: who asks, and where.
        installation: that was asked.
        usual: here and for this person.
        at: when the notice of it came, in the zone that is usual here.
        seed: unguessable, and the same at every replay.
        languages: of those who told theirs, by their ids in Webex.
    """

    requester: Requester
    installation: Installation
    usual: Usual
    at: datetime
    seed: str = field(repr=False)
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def direct(self) -> tuple[Place, ...]:
        """The requester's direct space with the bot."""
        return (Person(self.requester.person_id),)

    @property
    def overheard(self) -> bool:
        """Whether others could read an answer that is not theirs."""
        return self.installation.discreet and not self.requester.direct

    @property
    def in_private(self) -> bool:
        """Whether an answer is said in the requester's direct chat."""
        return self.requester.direct or self.installation.discreet

    @property
    def whose(self) -> str:
        """The address of whom a question is for, where others see it; else empty."""
        return "" if self.in_private else self.requester.email

    @property
    def places(self) -> tuple[Place, ...]:
        """Where an answer belongs: where it was asked, or in private where that is discreet."""
        return self.direct if self.overheard else self.openly

    @property
    def openly(self) -> tuple[Place, ...]:
        """Where it was asked: the request's thread, else its space, else the requester."""
        if self.requester.direct:
            return self.direct
        threaded = (
            (Space(self.requester.room_id, self.requester.root),) if self.requester.root else ()
        )
        return (*threaded, Space(self.requester.room_id), *self.direct)

    @property
    def room_id(self) -> str | None:
        """The group space in which this was asked, if it was one."""
        return None if self.requester.direct else self.requester.room_id

    @property
    def zone(self) -> tzinfo:
        """The zone in which times are said."""
        return self.at.tzinfo or ZoneInfo("UTC")

    def times(self, meeting: Meeting) -> Times:
        """Return how the times of `meeting` are said now."""
        home = ZoneInfo(self.usual.zone or "UTC")
        return Times(self.zone, self.installation.open_early, meeting.ago(self.at), home)

    def told_in_zone_of(self, when: datetime | None) -> Request:
        """Return this request where times are said in the zone in which `when` was named."""
        named = when.tzinfo if when else None
        return replace(self, at=self.at.astimezone(named)) if isinstance(named, ZoneInfo) else self

    @property
    def language(self) -> Language:
        """The language in which an answer is said in its `places`."""
        return self.readers.host if self.overheard else self.language_here

    @property
    def language_here(self) -> Language:
        """The language in which something is said where it was asked."""
        return self.installation.languages.for_host(self.usual.language)

    @property
    def readers(self) -> Readers:
        """The people of a meeting as readers; the requester, in private, reads their own."""
        own = self.languages.get(self.requester.person_id) or self.usual.language
        return Readers(self.installation.languages, replace(self.usual, language=own))

    def addressed(self, guest: Guest, said: str | None = None) -> Guest:
        """Return `guest` with the language in which they are written to, where somebody said one.

        Args:
            guest: or nobody, for a link that anybody may use.
            said: language of the command; it goes before the guest's own, and that before what
                is usual.
        """
        theirs = self.languages.get(guest.person_id)
        return replace(guest, language=said or theirs or self.usual.language)

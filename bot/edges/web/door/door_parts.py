"""What the doors of an installation are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.core.domain.access import Access
from bot.core.domain.doors import DoorView, HostView
from bot.core.domain.link_requests import LinkKind, request_links
from bot.core.domain.links import Links
from bot.core.domain.meetings import Meeting
from bot.core.incoming.arrivals import DoorEvent, DoorNotice
from bot.core.steps.preference_steps import ReadPreferences
from bot.core.wording.languages import Languages
from bot.edges.durable.inbox import Inbox
from bot.edges.sources.link_source import LinkSource
from bot.edges.storage.door_lookup import DoorLookup, NoticeRow
from bot.edges.storage.ledger import Ledger


@dataclass(frozen=True)
class DoorSettings:
    """What an installation's doors depend on.

    Args:
        languages: the languages that guests read.
        links: how links are made.
        link_minutes: how long a guest's link works; None until the meeting ends.
        discreet: whether guests aren't told what a meeting is about.
        zone: the time zone of hosts who have set none; empty for UTC.
        access: who may use the bot: nobody else gets a host link.
        public_url: returns the public address of the doors.
        organisation: the name of the hosts' organisation, for guests; empty for none.
    """

    languages: Languages
    links: LinkKind
    link_minutes: int | None = None
    discreet: bool = False
    zone: str = ""
    access: Access = field(default_factory=lambda: Access(frozenset()))
    public_url: Callable[[], str] = str
    organisation: str = ""


@dataclass(frozen=True)
class DoorParts:
    """What doors are made of. Threads may share it.

    Args:
        lookup: finds doors, and records who comes.
        ledger: the meetings.
        source: makes links.
        inbox: where the engine finds out what happened.
        settings: the installation's.
        new_seed: returns an unguessable text.
        wake: has the engine look into the inbox now.
        now: returns the time, aware.
    """

    lookup: DoorLookup
    ledger: Ledger
    source: LinkSource
    inbox: Inbox
    settings: DoorSettings
    new_seed: Callable[[], str]
    wake: Callable[[], None]
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    @property
    def early(self) -> int:
        """How many minutes early people can join."""
        return self.settings.links.early_minutes

    def mint(self, meeting: Meeting, *, hosts: int = 0, guests: int = 0) -> Links:
        """Make links, by one call to their source."""
        return self.source.mint(request_links(meeting, self.settings.links, hosts, guests))

    def zone_of(self, host_id: str, room_id: str | None) -> ZoneInfo:
        """Return the time zone of a host."""
        return self.zone_named(
            self.ledger.recall(ReadPreferences(room_id, host_id)).preferences.zone
        )

    def zone_named(self, name: str | None) -> ZoneInfo:
        """Return the time zone of this name, or else the installation's."""
        return ZoneInfo(name or self.settings.zone or "UTC")

    def notice(self, event: DoorEvent, meeting: Meeting, visitor: int) -> DoorNotice:
        """Return the notice of what happened."""
        return DoorNotice(event, self.now(), self.new_seed(), meeting.number, visitor)

    def as_shown(self, meeting: Meeting) -> Meeting:
        """Return the meeting as guests may see it."""
        subject = None if self.settings.discreet else meeting.subject
        return replace(meeting, subject=subject, organisation=self.settings.organisation)

    def row(self, event: DoorEvent, meeting: Meeting) -> NoticeRow:
        """Return what makes the inbox's row for a notice about a visitor."""
        return lambda visitor: self.inbox.row_of(self.notice(event, meeting, visitor))


def version_of(shown: DoorView | HostView) -> str:
    """Return a fingerprint of what a page shows."""
    content = "\0".join(str(value) for value in vars(shown).values())
    return hashlib.sha256(content.encode()).hexdigest()[:16]

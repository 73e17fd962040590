"""Makes the links that programs hand on; those of guests lead to doors, if there are any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.domain.link_requests import LinkKind, request_links
from bot.core.domain.links import GuestLink, Links
from bot.core.domain.meetings import Meeting
from bot.core.steps.door_steps import HANDED, DoorRequest, OpenDoors
from bot.edges.sources.link_source import LinkSource
from bot.edges.storage.door_keys import DoorKeys


@dataclass(frozen=True)
class ProgramLinks:
    """Makes links for programs. Threads may share it.

    Args:
        source: makes links.
        doors: opens doors.
        kind: how links are made.
        doors_at: returns the public address of doors; empty for none.
    """

    source: LinkSource
    doors: DoorKeys
    kind: LinkKind
    doors_at: Callable[[], str]

    @property
    def has_doors(self) -> bool:
        """Whether guests' links lead to doors now."""
        return bool(self.doors_at())

    def make(self, meeting: Meeting, hosts: int, guests: int, occasion: str) -> Links:
        """Return fresh links.

        Args:
            meeting: the meeting.
            hosts: how many for hosts.
            guests: how many for guests.
            occasion: the same one gets the same doors.

        Raises:
            Trouble: there are none.
        """
        opened = self.open_doors(meeting, (DoorRequest(HANDED),) * guests, occasion)
        bare = guests - len(opened)
        links = Links((), ())
        if hosts + bare:
            links = self.source.mint(request_links(meeting, self.kind, hosts, bare))
        return Links(links.hosts, opened, doors=True) if opened else links

    def open_doors(
        self, meeting: Meeting, wanted: tuple[DoorRequest, ...], occasion: str
    ) -> tuple[GuestLink, ...]:
        """Return the addresses of doors, in order; none where there are no doors.

        Args:
            meeting: the meeting.
            wanted: whose doors.
            occasion: the same one gets the same doors.
        """
        at = self.doors_at()
        if not at or not wanted:
            return ()
        return self.doors.open(OpenDoors(meeting.number, at, wanted, occasion))

"""The doors of the installation's meetings."""

from __future__ import annotations

from bot.core.incoming.arrivals import DoorEvent, DoorNotice
from bot.core.wording.inert_text import one_line
from bot.edges.web.door.guest_doors import GuestDoors
from bot.edges.web.door.host_doors import HostDoors

LONGEST_ADDRESS = 254  # RFC 5321


class MeetingDoors(GuestDoors, HostDoors):
    """Reads and changes doors by their tokens: a `DoorService`. Threads may share it."""

    def lost(self, address: str) -> None:
        """Ask the engine to send fresh links to an invited address or phone number."""
        whose = one_line(address, LONGEST_ADDRESS)
        self.inbox.add(DoorNotice(DoorEvent.LOST_LINK, self.now(), self.new_seed(), address=whose))
        self.wake()

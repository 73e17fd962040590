"""The doors of the installation's meetings."""

from __future__ import annotations

from bot.core.domain.email_addresses import address_key
from bot.core.incoming.arrivals import DoorEvent, DoorNotice
from bot.core.wording.texts import one_line
from bot.edges.web.door.guest_doors import GuestDoors
from bot.edges.web.door.host_doors import HostDoors


class MeetingDoors(GuestDoors, HostDoors):
    """Reads and changes doors by their tokens: a `DoorService`. Threads may share it."""

    def lost(self, address: str) -> None:
        """Have the engine send fresh links to an address that was invited."""
        key = address_key(one_line(address, 254))
        self.inbox.add(DoorNotice(DoorEvent.LOST_LINK, self.now(), self.new_seed(), address=key))
        self.wake()

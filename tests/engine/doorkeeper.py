"""A bot that is killed, and whose guests have doors."""

from __future__ import annotations

import random
import re
import socket
from contextlib import closing

from tests.engine.bots import Installation
from tests.engine.town import Town
from tests.engine.victims import Victim


class Doorkeeper(Victim):
    """A bot at an address that stays the same, since guests keep it."""

    def __init__(self, bots: Installation, parts: tuple[str, ...], chance: random.Random) -> None:
        super().__init__(bots, parts, chance)
        with closing(socket.create_server(("127.0.0.1", 0))) as server:
            port = str(server.getsockname()[1])
        self._settings = {"PORT": port, "PUBLIC_URL": f"http://127.0.0.1:{port}"}

    def start(self) -> str:
        """Start what does not run, and wait until it gives out doors."""
        address = super().start()
        self._running[self._parts[-1]].said("doors.reached")
        return address

    def die(self, *parts: str) -> None:
        """Be killed, all parts at once or only these."""
        for part in parts or self._parts:
            self._running.pop(part).die()


def door_of(town: Town, guest: str) -> str:
    """Return the address of a guest's door, once they were sent it."""

    def found() -> str:
        who = town.world.person_by_email(guest)
        chat = town.world.direct_between(who, town.bot_person) if who else None
        said = town.world.messages_in(chat, town.bot_person) if chat else []
        links = [re.findall(r"http\S+/j/[\w-]{27}", each.text) for each in said]
        return next((each[0] for each in links if each), "")

    return str(town.world.wait_for(found, 30))

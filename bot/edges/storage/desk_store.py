"""Stores desks, and derives their addresses and the codes on their screens.

An address is derived from the installation's key and the desk's seed, so that a poster can be
printed again; the database only has its hash.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.domain.desks import Desk, DeskAddresses
from bot.core.steps.desk_steps import ReadDesk, ReadDeskAddresses, SaveDesk
from bot.edges.storage.database import transaction
from bot.edges.storage.desk_tables import desk_addresses, desks
from bot.edges.storage.door_keys import hash_of
from bot.edges.storage.meeting_secrets import MeetingSecrets
from bot.edges.storage.statements import insert

PATH = "d"

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Letters of an address that people type: none looks like another."""

_SHORT, _LONG, _CODE = 8, 27, 8
"""Letters of a desk's address, of its screen's address, and of the code on a screen."""

CHANGES = 30
"""Seconds until a screen shows another code."""

WORKS = 10
"""How many codes work at a time: somebody who has just scanned one needs time to press."""


class DeskStore:
    """Performs the steps about desks. Threads may share it.

    Args:
        database: the installation's database.
        secrets: derives the addresses.
    """

    def __init__(self, database: sa.Engine, secrets: MeetingSecrets) -> None:
        self._database, self._secrets = database, secrets

    def read(self, step: ReadDesk) -> Desk | None:
        """Return a desk, or None."""
        with transaction(self._database) as connection:
            mine = sa.select(desks).where(desks.c.name == step.name)
            row = connection.execute(mine).one_or_none()
        return desk_of_row(row) if row else None

    def save(self, step: SaveDesk) -> None:
        """Set up a desk, or change it."""
        desk = step.desk
        row = {**vars(desk), "asks": desk.group, "languages": list(desk.languages)}
        del row["group"]
        tokens = {False: self._page(desk.seed), True: self._screen(desk.seed)}
        known = [
            {
                "token_hash": hash_of(token),
                "desk": desk.name,
                "seed": desk.seed,
                "screen": is_screen,
            }
            for is_screen, token in tokens.items()
        ]
        with transaction(self._database) as connection:
            insert(connection, desks, row)
            connection.execute(desks.update().where(desks.c.name == desk.name).values(row))
            insert(connection, desk_addresses, known)

    def addresses(self, step: ReadDeskAddresses) -> DeskAddresses:
        """Return the addresses of a desk."""
        base = f"{step.at.rstrip('/')}/{PATH}"
        page, screen = self._page(step.desk.seed), self._screen(step.desk.seed)
        return DeskAddresses(f"{base}/{page}", f"{base}/screen/{screen}")

    def page_token(self, desk: Desk) -> str:
        """Return the token in the address of a desk's page."""
        return self._page(desk.seed)

    def screen_code(self, desk: Desk, now: datetime) -> str:
        """Return the code that a desk's screen shows now."""
        return self._code(desk.seed, int(now.timestamp()) // CHANGES)

    def is_screen_code(self, desk: Desk, code: str, now: datetime) -> bool:
        """Return whether a desk's screen shows a code, or did a few minutes ago."""
        latest = int(now.timestamp()) // CHANGES
        return code in {self._code(desk.seed, latest - age) for age in range(WORKS)}

    def _page(self, seed: str) -> str:
        return self._letters(_SHORT, seed, "desk")

    def _screen(self, seed: str) -> str:
        return self._letters(_LONG, seed, "screen of a desk")

    def _code(self, seed: str, window: int) -> str:
        return self._letters(_CODE, seed, "code of a desk", str(window))

    def _letters(self, length: int, seed: str, *what: str) -> str:
        number, found = int.from_bytes(self._secrets.derive(seed, *what)), ""
        for _ in range(length):
            number, at = divmod(number, len(LETTERS))
            found += LETTERS[at]
        return found


def desk_of_row(row: sa.Row[Any]) -> Desk:
    """Return the desk of a row."""
    return Desk(row.name, row.asks, row.seed, tuple(row.languages), row.code, row.screen, row.off)

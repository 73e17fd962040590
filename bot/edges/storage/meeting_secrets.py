"""Derives a meeting's `sub` from a stored seed and a key that isn't in the database.

Anyone with a meeting's `sub` and the bot's token can mint links for it, so the database alone must
not reveal it. The seed names its key, so that keys can be changed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
import structlog

from bot.core.domain.errors import Refused
from bot.edges.storage.tables import meetings

SEPARATOR = "."
"""Between the key's name and the random part, in which it doesn't occur."""

NAME_LENGTH = 8
"""Characters of a key's name."""

log = structlog.get_logger()


class MeetingSecrets:
    """Makes seeds for new meetings, and derives their `sub`.

    Args:
        keys: the installation's keys, the current one first; without any, the seed is the `sub`.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._keys = {name_of(each): each for each in keys}
        self._current = name_of(keys[0]) if keys else ""

    def __repr__(self) -> str:
        return "MeetingSecrets(…)"

    def new_seed(self) -> str:
        """Return the seed of a new meeting."""
        return f"{self._current}{SEPARATOR}{random_seed()}" if self._current else random_seed()

    def sub_of(self, seed: str) -> str:
        """Return the `sub` that identifies a meeting at the broker.

        Args:
            seed: the meeting's stored seed.

        Raises:
            Refused: the key of this seed is missing.
        """
        name, is_keyed, _ = seed.partition(SEPARATOR)
        if not is_keyed:
            return seed
        if name not in self._keys:
            advice = "Put the key that this meeting was made with back into PAYLOAD_KEYS."
            log.error("meeting.key_missing", key=name, advice=advice)
            raise Refused
        made = hmac.digest(self._keys[name].encode(), seed.encode(), "sha256")
        return base64.urlsafe_b64encode(made).decode().rstrip("=")


def random_seed() -> str:
    """Return what is stored of a new meeting where there is no key."""
    return secrets.token_urlsafe(24)


def count_keyless(database: sa.Engine, keys: Sequence[str]) -> int:
    """Return how many meetings that aren't over were made with other keys than these."""
    name = sa.func.substr(meetings.c.sub, 1, NAME_LENGTH + 1)
    made_otherwise = name.like(f"%{SEPARATOR}") & name.not_in(
        [f"{name_of(each)}{SEPARATOR}" for each in keys]
    )
    current = meetings.c.expires > datetime.now(UTC)
    with database.connect() as connection:
        count = sa.select(sa.func.count()).select_from(meetings).where(current, made_otherwise)
        return int(connection.scalar(count) or 0)


def name_of(key: str) -> str:
    """Return a name for a key that doesn't reveal it."""
    return hashlib.sha256(f"name of {key}".encode()).hexdigest()[:NAME_LENGTH]

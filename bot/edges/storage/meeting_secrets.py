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
from bot.edges.storage.api_tables import api_keys
from bot.edges.storage.tables import meetings

SEPARATOR = "."
"""Between the key's name and the random part, in which it doesn't occur."""

NAME_LENGTH = 8
"""Characters of a key's name."""

HEX = f"hex{SEPARATOR}"
"""Precedes the random part if the `sub` is in hexadecimal; seeds of earlier versions don't have it.

Cisco's sample says that a `sub` has letters, digits and hyphens; base64 also has underscores.
"""

_BYTES = 20
"""Bytes of a `sub` in hexadecimal, and of a seed's random part."""

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
        name = f"{self._current}{SEPARATOR}{HEX}" if self._current else ""
        return f"{name}{random_seed()}"

    def sub_of(self, seed: str) -> str:
        """Return the `sub` that identifies a meeting at the broker.

        Args:
            seed: the meeting's stored seed.

        Raises:
            Refused: the key of this seed is missing.
        """
        _, is_keyed, random = seed.partition(SEPARATOR)
        if not is_keyed:
            return seed
        made = hmac.digest(self._key_of(seed), seed.encode(), "sha256")
        if random.startswith(HEX):
            return made[:_BYTES].hex()
        return base64.urlsafe_b64encode(made).decode().rstrip("=")

    def derive(self, seed: str, *what: str) -> bytes:
        """Return 32 bytes that only the holder of the meeting's key can derive.

        Args:
            seed: the meeting's stored seed; without a key, knowing it is enough.
            what: what they are for.

        Raises:
            Refused: the key of this seed is missing.
        """
        named = "\0".join((*what, seed))
        return hmac.digest(self._key_of(seed), named.encode(), "sha256")

    def sub_of_named(self, seed: str, name: str) -> str:
        """Return the `sub` of a meeting that a program calls `name`; other programs get another.

        Args:
            seed: the program's, from `new_seed`.
            name: any text.

        Raises:
            Refused: the key of this seed is missing.
        """
        digest = hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()
        return self.derive(seed, "a program's meeting", digest)[:_BYTES].hex()

    def _key_of(self, seed: str) -> bytes:
        name, is_keyed, _ = seed.partition(SEPARATOR)
        if not is_keyed:
            return seed.encode()
        if name not in self._keys:
            advice = "Put the key that this meeting was made with back into PAYLOAD_KEYS."
            log.error("meeting.key_missing", key=name, advice=advice)
            raise Refused
        return self._keys[name].encode()


def random_seed() -> str:
    """Return what is stored of a new meeting where there is no key."""
    return secrets.token_hex(_BYTES)


def count_keyless(database: sa.Engine, keys: Sequence[str]) -> int:
    """Return how many meetings that aren't over, and valid API keys, are of other keys than these.

    The names that a program gives to meetings are mixed with a seed, which needs its key as well.
    """
    now = datetime.now(UTC)
    lasts = api_keys.c.expires.is_(None) | (api_keys.c.expires > now)
    theirs = (api_keys.c.revoked.is_(None), lasts, _made_otherwise(api_keys.c.room_seed, keys))
    current = (meetings.c.expires > now, _made_otherwise(meetings.c.sub, keys))
    with database.connect() as connection:
        return sum(
            connection.scalar(sa.select(sa.func.count()).select_from(table).where(*which)) or 0
            for table, which in ((meetings, current), (api_keys, theirs))
        )


def _made_otherwise(seed: sa.Column[str], keys: Sequence[str]) -> sa.ColumnElement[bool]:
    name = sa.func.substr(seed, 1, NAME_LENGTH + 1)
    ours = [f"{name_of(each)}{SEPARATOR}" for each in keys]
    return name.like(f"%{SEPARATOR}") & name.not_in(ours)


def name_of(key: str) -> str:
    """Return a name for a key that doesn't reveal it."""
    return hashlib.sha256(f"name of {key}".encode()).hexdigest()[:NAME_LENGTH]

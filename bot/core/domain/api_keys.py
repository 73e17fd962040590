"""The keys with which other programs call the bot."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime

MEETINGS, HOST_LINKS = "meetings", "host-links"
SCOPES = {
    MEETINGS: "make and change meetings, and get links for guests",
    HOST_LINKS: "get links for hosts, too",
}
"""What a key may be allowed, and what that means."""

PER_MINUTE = 120
"""Requests a minute that a key may make unless it says otherwise."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KEY = re.compile(r"icb_(?P<id>[0-9a-f]{12})_(?P<secret>[\w-]{43})", re.ASCII)


@dataclass(frozen=True)
class ApiKey:
    """A key, without its secret part.

    Args:
        id: its public part.
        name: of the program that it was made for; while a key is changed, two have one name.
        room_seed: what the program's own names of meetings are mixed with; all its keys share it.
        scopes: what it allows.
        per_minute: requests that the program may make in a minute.
        made: when.
        expires: when it stops working; None for never.
        revoked: when it was revoked; None if it wasn't.
        used: when it was last used, to the minute; None for never.
    """

    id: str
    name: str
    room_seed: str = field(repr=False)
    scopes: frozenset[str]
    per_minute: int
    made: datetime
    expires: datetime | None = None
    revoked: datetime | None = None
    used: datetime | None = None

    def state(self, now: datetime) -> str:
        """Return ``valid``, ``expired`` or ``revoked``."""
        if self.revoked:
            return "revoked"
        return "expired" if self.expires and self.expires <= now else "valid"


def checked_name(name: str) -> str:
    """Return a name for a key.

    Raises:
        ValueError: it has other characters, or too many.
    """
    if not _NAME.fullmatch(name):
        raise ValueError("A name has 1 to 40 lower-case letters, digits and hyphens.")
    return name


def written(key_id: str, secret: str) -> str:
    """Return a key as its program sends it."""
    return f"icb_{key_id}_{secret}"


def parts_of(key: str) -> tuple[str, str] | None:
    """Return a key's public and secret part; None for what isn't a key."""
    found = _KEY.fullmatch(key)
    return (found["id"], found["secret"]) if found else None


def hash_of_secret(secret: str) -> str:
    """Return the hash that is stored. A slow one isn't needed: the secret has 256 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()

"""Writes a first .env, which only its owner can read."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

LOCALTIME = Path("/etc/localtime")

HEAD = "# Settings of the Instant Connect bot. bot/docs/settings.md lists all of them.\n"


def write(file: Path, values: Mapping[str, str]) -> None:
    """Write settings to a new file.

    They are written without quotes, which `podman --env-file` would keep.

    Args:
        file: must not exist yet.
        values: the values by the settings' names.

    Raises:
        OSError: the file exists, or can't be written.
    """
    lines = [f"{name}={value}\n" for name, value in values.items()]
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(HEAD + "".join(lines))


def new_secret() -> str:
    """Return a secret for signing webhooks."""
    return secrets.token_urlsafe(24)


def machine_time_zone(localtime: Path = LOCALTIME) -> str:
    """Return the time zone of this machine, or UTC if it doesn't say.

    Args:
        localtime: a link to a file of the time zone database.
    """
    _, found, name = str(localtime.resolve()).rpartition("/zoneinfo/")
    return name if found else "UTC"

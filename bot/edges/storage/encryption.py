"""Encrypts what a conversation is recorded by: people, words, and the seed of a meeting.

https://cryptography.io/en/latest/fernet/
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.core.domain.errors import BotError

SEALED = "gAAAAA"
"""How all that Fernet writes begins, until the year 4147; what is plain begins otherwise."""

LATELY = 60.0
"""Seconds for which a process tells its health that there was something that it could not read."""


class UnreadableError(BotError):
    """What is recorded was written with a key that this installation does not have."""

    def __init__(self) -> None:
        super().__init__(
            "The bot cannot start: what it has in hand was written with a key that is not there."
            " Put it into PAYLOAD_KEYS, after the first one, or put the file with the key back"
            " beside the database, until `python -m bot doctor` says that no earlier key is needed."
        )


class PayloadCipher:
    """Encrypts what is written, and reads what was: also what was written without a key.

    Args:
        keys: the first one writes, all of them read; none leaves everything plain.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._fernet = MultiFernet([Fernet(each) for each in keys]) if keys else None
        self._readable_from = 0.0

    @property
    def readable(self) -> bool:
        """Whether all could be read that this process came upon in the last minute."""
        return time.monotonic() >= self._readable_from

    def __repr__(self) -> str:
        return "PayloadCipher(…)"

    def encrypt(self, plain: str) -> str:
        """Return what is written."""
        if self._fernet is None:
            return plain
        return self._fernet.encrypt(plain.encode()).decode()

    def decrypt(self, written: str) -> str:
        """Return what was written.

        Raises:
            UnreadableError: with another key, or somebody changed it.
        """
        if not written.startswith(SEALED):
            return written
        if self._fernet is not None:
            with suppress(InvalidToken):
                return self._fernet.decrypt(written).decode()
        self._readable_from = time.monotonic() + LATELY
        raise UnreadableError


def new_key() -> str:
    """Return a key that nobody has."""
    return Fernet.generate_key().decode()


def keys_of(given: Sequence[str], url: str, *, make: bool = True) -> list[str]:
    """Return the keys of an installation, the one that writes first.

    SQLite has a key of its own in a file beside the database, made at the first start: it keeps
    copies and backups of the database to themselves, not a disk from who reads all of it.

    Args:
        given: by the settings, which go first.
        url: of the database.
        make: the file where there is none and no key is given.
    """
    database = sa.make_url(url)
    if database.get_backend_name() != "sqlite" or not database.database:
        return list(given)
    file = key_file(Path(database.database))
    if not file.exists() and make and not given:
        _make(file)
    return [*given, *([file.read_text(encoding="ascii").strip()] if file.exists() else [])]


def key_file(database: Path) -> Path:
    """Return the file of the key that an SQLite database has of its own."""
    return database.with_name(f"{database.name}.key")


def _make(file: Path) -> None:
    """Write a new key whole or not at all, once though two processes start."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as written:
            written.write(f"{new_key()}\n")
            written.flush()
            os.fsync(written.fileno())
        try:
            os.link(draft, file)
        except FileExistsError:
            return  # the other process was first
    finally:
        draft.unlink()

"""Encrypts what is recorded of a conversation: people, words, and a meeting's seed.

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
"""The beginning of everything that Fernet encrypts (until the year 4147), but of no JSON."""

LATELY = 60.0
"""Seconds for which a process reports a record that it couldn't decrypt."""


class UnreadableError(BotError):
    """A record was encrypted with a key that this installation doesn't have."""

    def __init__(self) -> None:
        super().__init__(
            "The bot cannot start: what it has in hand was written with a key that is not there."
            " Put it into PAYLOAD_KEYS, after the first one, or put the file with the key back"
            " beside the database, until `python -m bot doctor` says that no earlier key is needed."
        )


class PayloadCipher:
    """Encrypts and decrypts records. It also reads records written without a key.

    Args:
        keys: the first one encrypts, all of them decrypt; with none, nothing is encrypted.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._fernet = MultiFernet([Fernet(each) for each in keys]) if keys else None
        self._first = Fernet(keys[0]) if keys else None
        self._readable_from = 0.0

    @property
    def readable(self) -> bool:
        """Whether this process could decrypt every record that it read in the last minute."""
        return time.monotonic() >= self._readable_from

    def __repr__(self) -> str:
        return "PayloadCipher(…)"

    def encrypt(self, plain: str) -> str:
        """Return `plain` encrypted, or unchanged without a key."""
        if self._fernet is None:
            return plain
        return self._fernet.encrypt(plain.encode()).decode()

    def decrypt(self, written: str) -> str:
        """Return the original text.

        Raises:
            UnreadableError: it was encrypted with another key, or changed.
        """
        if not written.startswith(SEALED):
            return written
        if self._fernet is not None:
            with suppress(InvalidToken):
                return self._fernet.decrypt(written).decode()
        self._readable_from = time.monotonic() + LATELY
        raise UnreadableError

    def renewed(self, written: str) -> str:
        """Return a record encrypted by the first key; unchanged if it is already.

        Raises:
            UnreadableError: it was encrypted with another key, or changed.
        """
        if self._first is None:
            return written
        with suppress(InvalidToken):
            self._first.decrypt(written)
            return written
        return self.encrypt(self.decrypt(written))


def new_key() -> str:
    """Return a new random key."""
    return Fernet.generate_key().decode()


def keys_of(given: Sequence[str], url: str, *, make: bool = True) -> list[str]:
    """Return the installation's keys, the one that encrypts first.

    With SQLite, the first start makes a key in a file beside the database. It protects copies and
    backups of the database, but not against somebody who reads the whole disk.

    Args:
        given: the keys in the settings, which come first.
        url: the database's.
        make: whether to make the key file if it is missing and no key is given.
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
    """Write a new key completely or not at all, and only once if two processes start together."""
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
            return  # another process was first
    finally:
        draft.unlink()

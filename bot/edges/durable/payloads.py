"""What a conversation is recorded by, encrypted where it lies, if the installation has a key.

It holds no link and nobody's address, but ids and seeds, by which whoever has the bot's token
could mint for a meeting. https://cryptography.io/en/latest/fernet/
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.core.domain.errors import BotError

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

SEALED = "gAAAAA"
"""How all that Fernet writes begins, until the year 4147; what is plain begins otherwise."""

WHICH_KEY = (
    "It was written with a key that PAYLOAD_KEYS of this process does not hold, and waits for a"
    " process that has it. Add that key, after the first one, and restart."
)

UNREADABLE = 10.0
"""Seconds after which it is looked at again: another process may have the key, and so may this one
after its next start."""

LATELY = 60.0
"""Seconds for which a process tells its health that there was something that it could not read."""


class UnreadableError(BotError):
    """What is recorded was written with a key that this installation does not have."""

    def __init__(self) -> None:
        super().__init__(
            "The bot cannot start: what it has in hand was written with a key that PAYLOAD_KEYS"
            " does not hold. Add that key, after the first one, until `python -m bot doctor` says"
            " that no earlier key is needed."
        )


class Payloads:
    """Seals what is written, and opens what is read: also what was written without a key.

    Args:
        keys: the first one writes, all of them read; none leaves everything plain.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._cipher = _cipher(keys) if keys else None
        self._legible_from = 0.0

    @property
    def legible(self) -> bool:
        """Whether all could be read that this process came upon in the last minute."""
        return time.monotonic() >= self._legible_from

    def __repr__(self) -> str:
        return "Payloads(…)"

    def sealed(self, plain: str) -> str:
        """Return what is written."""
        if self._cipher is None:
            return plain
        return self._cipher.encrypt(plain.encode()).decode()

    def opened(self, written: str) -> str:
        """Return what was written.

        Raises:
            UnreadableError: by another key, or somebody changed it.
        """
        if not written.startswith(SEALED):
            return written
        try:
            return self._deciphered(written)
        except UnreadableError:
            self._legible_from = time.monotonic() + LATELY
            raise

    def _deciphered(self, written: str) -> str:
        if self._cipher is None:
            raise UnreadableError
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - see _cipher

        try:
            return self._cipher.decrypt(written).decode()
        except InvalidToken:
            raise UnreadableError from None

    def wrapped(self, entry: dict[str, Any]) -> dict[str, Any] | str:
        """Return what the engine is given of an entry."""
        return entry if self._cipher is None else self.sealed(json.dumps(entry))

    def unwrapped(self, given: dict[str, Any] | str) -> dict[str, Any]:
        """Return the entry that the engine was given.

        Raises:
            UnreadableError: see `opened`.
        """
        entry: dict[str, Any] = json.loads(self.opened(given)) if isinstance(given, str) else given
        return entry


PLAIN = Payloads()


def new_key() -> str:
    """Return a key that nobody has."""
    from cryptography.fernet import Fernet  # noqa: PLC0415 - see _cipher

    return Fernet.generate_key().decode()


def _cipher(keys: Sequence[str]) -> MultiFernet:
    # Imported for those who have a key: it takes a tenth of a second of a start.
    from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 - only needed with keys

    return MultiFernet([Fernet(each) for each in keys])

"""Writes what DBOS records, encrypted: inputs, answers of steps, errors.

https://docs.dbos.dev/python/reference/configuration
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from dbos import Serializer

from bot.core.wording.languages import Language
from bot.edges.durable import codec
from bot.edges.storage.encryption import PayloadCipher, UnreadableError


class SealedInput:
    """What was written with a key that this process does not have."""


class EncryptedJson(Serializer):
    """Readable JSON where there is no key, else the same encrypted.

    Args:
        encryption: of the installation.
        spoken: the languages, which are no data.
    """

    def __init__(
        self, encryption: PayloadCipher, spoken: Callable[[str], Language] = codec.no_language
    ) -> None:
        self._encryption, self._spoken = encryption, spoken

    def name(self) -> str:
        """Return the name by which DBOS knows what was written so."""
        return "instant_connect_json"

    def serialize(self, data: Any) -> str:
        """Return what is written."""
        plain = json.dumps(codec.to_plain(data), ensure_ascii=False, separators=(",", ":"))
        return self._encryption.encrypt(plain)

    def deserialize(self, serialized_data: str) -> Any:
        """Return what was written; arguments that say so, where it cannot be read.

        DBOS would end a workflow whose arguments it cannot have; it is to wait for its key.
        """
        try:
            plain = json.loads(self._encryption.decrypt(serialized_data))
        except UnreadableError:
            return {"args": (SealedInput(),), "kwargs": {}}
        return codec.from_plain(plain, self._spoken)

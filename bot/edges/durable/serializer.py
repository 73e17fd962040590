"""Encrypts what DBOS records: inputs, outcomes of steps, errors.

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
    """Input that was encrypted with a key that this process doesn't have."""


class EncryptedJson(Serializer):
    """Serializes to JSON, which is encrypted if there is a key.

    Args:
        encryption: the installation's encryption.
        spoken: returns a language, since languages themselves aren't recorded.
    """

    def __init__(
        self, encryption: PayloadCipher, spoken: Callable[[str], Language] = codec.no_language
    ) -> None:
        self._encryption, self._spoken = encryption, spoken

    def name(self) -> str:
        """Return the name that DBOS records with each value."""
        return "instant_connect_json"

    def serialize(self, data: Any) -> str:
        """Return `data` serialized."""
        plain = json.dumps(codec.to_plain(data), ensure_ascii=False, separators=(",", ":"))
        return self._encryption.encrypt(plain)

    def deserialize(self, serialized_data: str) -> Any:
        """Return the original value, or arguments with a `SealedInput` if it can't be decrypted.

        If this raised an error, DBOS would end the workflow, which should wait for its key.
        """
        try:
            plain = json.loads(self._encryption.decrypt(serialized_data))
        except UnreadableError:
            return {"args": (SealedInput(),), "kwargs": {}}
        return codec.from_plain(plain, self._spoken)

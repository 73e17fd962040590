"""Makes and reads the secrets that sign events, as Standard Webhooks writes them.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import base64
import secrets

_PREFIX, _BYTES = "whsec_", 32


def new_secret() -> str:
    """Return a new secret."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def secret_bytes(written: str) -> bytes:
    """Return the bytes of a secret."""
    return base64.b64decode(written.removeprefix(_PREFIX))

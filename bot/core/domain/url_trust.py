"""Whether an address is safe for links and tokens."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_BASE = re.compile(r"[A-Za-z0-9:/._~%\[\]-]+")
_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*|[0-9a-f]*:[0-9a-f:.]+")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def is_trustworthy(base: str) -> bool:
    """Return whether links and tokens may be sent to `base`: over TLS, or to this machine."""
    if not _BASE.fullmatch(base):
        return False
    try:
        parts = urlsplit(base)
        usable = bool(_HOST.fullmatch(parts.hostname or "")) and parts.port != 0
    except ValueError:
        return False
    stays_here = parts.scheme == "http" and is_loopback(parts.hostname or "")
    return usable and (parts.scheme == "https" or stays_here)


def is_loopback(host: str) -> bool:
    """Return whether `host` is this machine."""
    return host in _LOOPBACK

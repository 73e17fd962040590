"""Reads the address of a mail server, such as ``smtps://USER:PASSWORD@HOST``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote, urlsplit

from bot.core.domain.url_trust import is_loopback

Security = Literal["tls", "starttls", "none"]

_SCHEMES: dict[str, tuple[Security, int]] = {
    "smtps": ("tls", 465),
    "smtp": ("starttls", 587),
    "smtp+plain": ("none", 25),
}
"""The usual ports (RFC 8314, RFC 6409). Only ``smtp+plain`` is unencrypted."""

NO_SERVER = (
    "it must be smtps://USER:PASSWORD@HOST, smtp://USER:PASSWORD@HOST (with STARTTLS) or"
    " smtp+plain://HOST"
)


@dataclass(frozen=True)
class MailServer:
    """A mail server.

    Args:
        host: its name.
        port: its port.
        security: ``tls`` from the start, ``starttls``, or ``none``.
        user: the user to log in as; None for no login.
        password: the user's password.
    """

    host: str
    port: int
    security: Security
    user: str | None = field(default=None, repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def at(cls, url: str) -> MailServer:
        """Parse `url`.

        Raises:
            ValueError: it isn't valid; the message completes a sentence.
        """
        parts = urlsplit(url.strip())
        if parts.scheme not in _SCHEMES or not parts.hostname or parts.path.strip("/"):
            raise ValueError(NO_SERVER)
        security, default = _SCHEMES[parts.scheme]
        user = unquote(parts.username) if parts.username else None
        if user and security == "none" and not is_loopback(parts.hostname):
            raise ValueError("passwords can't be sent unencrypted; use smtp:// or smtps://")
        return cls(
            parts.hostname, _port(url, default), security, user, unquote(parts.password or "")
        )


def _port(url: str, default: int) -> int:
    try:
        return urlsplit(url.strip()).port or default
    except ValueError:
        raise ValueError("its port isn't a number up to 65535") from None

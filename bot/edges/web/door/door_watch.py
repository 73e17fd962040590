"""Finds out whether the doors' pages are reached at the public address.

Whoever upgrades may have a proxy that only passes on ``/webex``. Guests are given the addresses of
doors only once the bot has reached its own page from outside.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable
from urllib.parse import urlsplit

import requests
import structlog

from bot.core.domain.url_trust import is_loopback

PATH = "/j/check"

_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds between attempts; the last one repeats."""

_SECONDS = 5.0

log = structlog.get_logger()


def is_reached(url: str, secret: str) -> bool:
    """Return whether this installation's own pages are at a public address."""
    nonce = secrets.token_hex(16)
    page = f"{url.rstrip('/')}{PATH}/{nonce}"
    with requests.Session() as session:
        session.trust_env = not is_loopback(urlsplit(url).hostname or "")
        try:
            answer = session.get(page, timeout=_SECONDS, allow_redirects=False)
        except requests.RequestException:
            return False
    return hmac.compare_digest(answer.content[:64], proof_of(secret, nonce).encode())


class DoorWatch(threading.Thread):
    """Tries to reach the doors' pages until it does, between `start` and `stop`.

    Args:
        is_reached: returns whether they are reached.
        found: is called once they are.
    """

    def __init__(self, is_reached: Callable[[], bool], found: Callable[[], None]) -> None:
        super().__init__(name="doors", daemon=True)
        self._is_reached, self._found = is_reached, found
        self._over = threading.Event()

    def run(self) -> None:
        """Try until it works or `stop` is called."""
        attempts = 0
        while not self._over.is_set():
            if self._is_reached():
                self._found()
                log.info("doors.reached")
                return
            if attempts == len(_PAUSES):
                advice = "Have the proxy pass on /j/, /h/ and /lost, or set DOOR=off."
                log.warning("doors.not_reached", advice=advice)
            self._over.wait(_PAUSES[min(attempts, len(_PAUSES) - 1)])
            attempts += 1

    def stop(self) -> None:
        """Stop trying."""
        self._over.set()
        if self.ident:
            self.join()


def proof_of(secret: str, nonce: str) -> str:
    """Return what only this installation answers to a nonce."""
    return hmac.new(secret.encode(), f"door check {nonce}".encode(), "sha256").hexdigest()

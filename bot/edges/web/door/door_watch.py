"""Finds out whether the doors' pages are reached at the public address.

After an upgrade, the proxy may still only pass on ``/webex``. Guests are given the addresses of
doors only once the bot has reached its own page from outside.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import requests
import structlog

from bot.core.domain.url_trust import is_loopback
from bot.edges.background import Background

PATH = "/j/check"

_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds between attempts; the last one repeats."""

_LOST = 3
"""Failures in a row after which pages that were reached count as lost."""

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


class DoorWatch(Background):
    """Watches whether the doors' pages are reached, between `start` and `stop`.

    Args:
        is_reached: returns whether they are.
        changed: is told whenever that changes; at first, they aren't.
        pauses: seconds between attempts until they are reached; from then on the last one.
    """

    def __init__(
        self,
        is_reached: Callable[[], bool],
        changed: Callable[[bool], None],
        pauses: Sequence[float] = _PAUSES,
    ) -> None:
        super().__init__("doors")
        self._is_reached, self._changed, self._pauses = is_reached, changed, pauses
        self._open, self._failures = False, 0

    def run(self) -> None:
        """Watch until `stop` is called."""
        while not self.over.is_set():
            self._look()
            at = len(self._pauses) - 1 if self._open else self._failures - 1
            self.over.wait(self._pauses[min(at, len(self._pauses) - 1)])

    def _look(self) -> None:
        if self._is_reached():
            self._failures = 0
            if not self._open:
                log.info("doors.reached")
                self._set(is_open=True)
            return
        self._failures += 1
        if self._failures == (_LOST if self._open else len(self._pauses)):
            advice = "Have the proxy pass on /j/, /h/, /d/ and /lost, or set DOOR=off."
            log.warning("doors.not_reached", advice=advice)
            if self._open:
                self._set(is_open=False)

    def _set(self, *, is_open: bool) -> None:
        self._open = is_open
        self._changed(is_open)


def proof_of(secret: str, nonce: str) -> str:
    """Return what only this installation answers to a nonce."""
    return hmac.new(secret.encode(), f"door check {nonce}".encode(), "sha256").hexdigest()

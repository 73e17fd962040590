"""Finds the address of an ngrok tunnel, and follows it when it moves.

The agent's API is only reachable from this machine. https://ngrok.com/docs/agent/api
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import requests
import structlog

from bot.core.domain.errors import BotError, Trouble
from bot.core.domain.url_trust import is_trustworthy
from bot.edges.background import Background
from bot.edges.http_calls import configure_session, raising_trouble

PATIENCE = 5.0
"""Seconds to wait for a tunnel at the start: agent and bot are often started together."""

EVERY = 5.0
"""Seconds between two checks of the tunnel's address."""

TIMEOUT = 5.0
"""Seconds to wait for the agent, which is on this machine."""

log = structlog.get_logger()


class NoTunnelError(BotError):
    """No tunnel leads to the bot's port; the message says what to do."""


class NgrokAgent:
    """Asks ngrok's agent which tunnel leads to a port.

    Args:
        api_url: the agent's API, such as http://127.0.0.1:4040.
        port: the port that the bot listens on.
    """

    def __init__(self, api_url: str, port: int) -> None:
        self._api_url = api_url.rstrip("/")
        self._port = port
        self._session = configure_session(requests.Session(), self._api_url, 1)

    def address(self) -> str | None:
        """Return the public address of the tunnel to the port; None if there is none.

        Raises:
            Trouble: the agent can't be asked.
        """
        with raising_trouble():
            answer = self._session.get(f"{self._api_url}/api/tunnels", timeout=TIMEOUT)
            return next(self._leading_here(answer.json()["tunnels"]), None)

    def first_address(self, patience: float) -> str:
        """Wait for a tunnel and return its public address.

        Args:
            patience: seconds to wait.

        Raises:
            NoTunnelError: there is still none.
        """
        until = time.monotonic() + patience
        while True:
            found, why_not = self._tried()
            if found:
                return found
            if time.monotonic() >= until:
                raise NoTunnelError(why_not)
            time.sleep(patience / 20)

    def _tried(self) -> tuple[str | None, str]:
        try:
            return self.address(), self._why_none()
        except Trouble:
            return None, self._why_silent()

    def _leading_here(self, tunnels: list[dict[str, Any]]) -> Iterator[str]:
        for each in tunnels:
            begins, leads = each["public_url"], each["config"]["addr"]
            if _port_of(leads) == self._port and is_trustworthy(begins):
                yield begins.rstrip("/")

    def _why_silent(self) -> str:
        return (
            f"ngrok isn't responding at {self._api_url}. Start the tunnel first:"
            " NGROK_AUTHTOKEN=… ngrok start --config ngrok.yml bot"
        )

    def _why_none(self) -> str:
        return (
            f"ngrok at {self._api_url} has no https tunnel to port {self._port}. Set that port in"
            " ngrok.yml, or set PORT to the one there."
        )


def _port_of(upstream: str) -> int | None:
    """Return the port of ``http://localhost:8080`` or ``localhost:8080``."""
    return urlsplit(upstream if "//" in upstream else f"//{upstream}").port


class TunnelWatch(Background):
    """Watches, between `start` and `stop`, whether the tunnel's address changes.

    Args:
        agent: ngrok's agent.
        begins: the last known address.
        moved: called with the old and the new address; if it raises Trouble, it is called again.
    """

    def __init__(self, agent: NgrokAgent, begins: str, moved: Callable[[str, str], object]) -> None:
        super().__init__("tunnel")
        self._agent = agent
        self._moved = moved
        self._silent = False
        self.begins = begins

    def run(self) -> None:
        """Check until `stop` is called."""
        while not self.over.wait(EVERY):
            self.look()

    def look(self) -> None:
        """Check once."""
        try:
            found = self._agent.address()
            if found not in (None, self.begins):
                self._moved(self.begins, found)
                self.begins = found
                log.info("tunnel.moved", address=found)
            self._note(silent=found is None)
        except Trouble as trouble:
            log.warning("tunnel.not_followed", **trouble.record())

    def _note(self, *, silent: bool) -> None:
        if silent and not self._silent:
            log.warning("tunnel.gone", advice="Start ngrok again; its new address is followed.")
        self._silent = silent

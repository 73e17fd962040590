"""A stand-in for ngrok's agent, which lists tunnels and makes none.

https://ngrok.com/docs/agent/api
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response, abort

from bot.sandbox.wsgi_thread import Server


class Agent:
    """An agent whose tunnels the test opens, moves and closes."""

    def __init__(self) -> None:
        self.url = ""
        self.answers = True
        self._tunnels: dict[str, dict[str, Any]] = {}

    def open(self, begins: str, leads: str, name: str = "bot") -> None:
        """Open a tunnel, replacing the one with the same name."""
        self._tunnels[name] = {
            "name": name,
            "ID": "8389c87a810dc6edde1ec057ef726c45",
            "uri": f"/api/tunnels/{name}",
            "public_url": begins,
            "proto": begins.partition(":")[0],
            "config": {"addr": leads, "inspect": True},
            "metrics": {"conns": {"count": 0}, "http": {"count": 0}},
        }

    def close(self) -> None:
        """Close all tunnels."""
        self._tunnels.clear()

    def told(self) -> dict[str, Any] | Response:
        """Return the answer of ``/api/tunnels``."""
        if not self.answers:
            abort(502)
        return {"tunnels": list(self._tunnels.values()), "uri": "/api/tunnels"}


@contextmanager
def running_agent() -> Iterator[Agent]:
    """Run an agent for as long as the block runs."""
    agent, app = Agent(), Flask("ngrok")
    app.get("/api/tunnels")(agent.told)
    with Server(app, threads=2) as server:
        agent.url = server.url
        yield agent

"""A program that receives events over HTTP, and checks them as Standard Webhooks says."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook


class EventReceiver(ThreadingHTTPServer):
    """Answers with a status, and remembers which events came."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Receiving)
        self.secret = ""
        self.status, self.headers, self.body = 204, {}, b""
        self.ids: list[str] = []
        self.events: list[dict[str, Any]] = []
        self.texts: list[str] = []

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}/events"

    def of(self, type_: str) -> list[dict[str, Any]]:
        """Return the data of the events of one type, in the order in which they came."""
        return [each["data"] for each in list(self.events) if each["type"] == type_]

    def take(self, headers: dict[str, str], body: bytes) -> None:
        """Remember an event; a wrong signature raises an error."""
        event = Webhook(self.secret).verify(body, headers)
        self.ids.append(headers["webhook-id"])
        self.texts.append(body.decode())
        self.events.append(event)


class _Receiving(BaseHTTPRequestHandler):
    server: EventReceiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            self.server.take({name.lower(): each for name, each in self.headers.items()}, body)
            self.send_response(self.server.status)
        except Exception:  # noqa: BLE001 - the test sees that nothing was remembered
            self.send_response(400)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_said: object) -> None:
        """Stay silent."""


@contextmanager
def receiving_events() -> Iterator[EventReceiver]:
    """Run a receiver while the block runs."""
    with EventReceiver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

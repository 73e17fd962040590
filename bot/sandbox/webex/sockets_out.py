"""The WebSocket server: sends changes to devices.

Faults apply: ``Reset(path="/mercury")`` cuts a connection instead of sending an event,
``NotFoundYet(path="/mercury")`` loses an event, or with ``method="PING"`` the answer to a ping.
"""

from __future__ import annotations

import json
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any

from bot.sandbox.webex.activities_out import envelope, envelope_for
from bot.sandbox.webex.faults import Fault, Incoming, Reset
from bot.sandbox.webex.model import Change, Delivery, Person
from bot.sandbox.webex.rest.answer_shapes import Shape
from bot.sandbox.webex.world import World

if TYPE_CHECKING:  # loaded with the first device: most sandboxes have none
    from websockets.http11 import Request, Response
    from websockets.sync.server import Server, ServerConnection

LOOPBACK = "127.0.0.1"
PATH = "/mercury"
AUTHORISED_WITHIN = 30.0  # seconds
TAKEN = 204
"""The status that an acknowledgement counts as, beside the answers of webhooks."""


@dataclass
class _Line:
    """A connection, and the envelopes that aren't acknowledged yet."""

    connection: ServerConnection
    device_id: str
    owner: Person
    number: int = 0
    open: dict[str, Change] = field(default_factory=dict)

    def next_number(self) -> int:
        self.number += 1
        return self.number


class SocketsOut:
    """The WebSockets of all devices, between `start` and `stop`. Also a context manager.

    Args:
        world: the sandbox.
        address: the sandbox's address.
    """

    def __init__(self, world: World, address: str) -> None:
        self._world = world
        self._address = address
        self._server: Server | None = None
        self._lines: list[_Line] = []
        self._teller = ThreadPoolExecutor(1, thread_name_prefix="sockets-out")
        self.devices: dict[str, tuple[str, Shape]] = {}

    def url(self) -> str:
        """The address of the WebSockets; starts the server on first use."""
        with self._world.lock:
            self._server = self._server or self._opened()
            return f"ws://{LOOPBACK}:{self._server.socket.getsockname()[1]}"

    def __enter__(self) -> SocketsOut:
        self._world.watch(self._tell)
        return self

    def __exit__(self, *_why: object) -> None:
        self._world.unwatch(self._tell)
        self._teller.shutdown(cancel_futures=True)
        if self._server:
            self._server.shutdown()

    def _opened(self) -> Server:
        from websockets.sync.server import serve  # noqa: PLC0415 - only the sandbox needs it, once a device connects

        silent = logging.Logger("websocket", logging.CRITICAL)  # noqa: LOG001 - a logger that belongs to no hierarchy
        server = serve(
            self._attend,
            LOOPBACK,
            0,
            process_request=self._turn_away_strangers,
            ping_interval=None,
            logger=silent,
        )
        threading.Thread(target=server.serve_forever, name="sockets", daemon=True).start()
        return server

    def _turn_away_strangers(self, given: ServerConnection, request: Request) -> Response | None:
        known = _device_of(request) in self.devices
        return None if known else given.respond(404, "There is no such registration.")

    def _attend(self, given: ServerConnection) -> None:
        from websockets.exceptions import ConnectionClosed  # noqa: PLC0415 - only the sandbox needs it, once a device connects

        with suppress(ConnectionClosed, TimeoutError):
            line = self._authorized(given)
            if line is None:
                given.close(1008, "Authentication Failed")
                return
            ready = envelope({"eventType": "mercury.buffer_state"}, line.next_number())
            with self._world.lock:  # from here on, the device gets every event
                self._lines.append(line)
                self._teller.submit(self._send, line, ready)
            try:
                for frame in given:
                    self._hear(line, json.loads(frame))
            finally:
                with self._world.lock:
                    self._lines.remove(line)

    def _authorized(self, given: ServerConnection) -> _Line | None:
        said = json.loads(given.recv(timeout=AUTHORISED_WITHIN))
        token = str(said.get("data", {}).get("token", "")).removeprefix("Bearer ")
        person = self._world.who(token)
        device_id = _device_of(given.request)
        owner = self.devices.get(device_id, ("",))[0]
        return _Line(given, device_id, person) if person and person.id == owner else None

    def _hear(self, line: _Line, said: dict[str, Any]) -> None:
        if said["type"] == "ping" and not self._fault_for("PING"):
            self._send(line, {"id": said["id"], "type": "pong"})
        change = line.open.pop(said.get("messageId", ""), None) if said["type"] == "ack" else None
        if change:
            world = self._world
            world.remember_delivery(
                Delivery(line.device_id, change.kind, change.subject.id, TAKEN, world.clock())
            )

    def _tell(self, change: Change) -> None:
        for line in self._lines:
            told = envelope_for(self._world, line.owner, change, self._address, line.number + 1)
            if told:
                line.next_number()
                line.open[told["id"]] = change
                self._teller.submit(self._send_unless_broken, line, told)

    def _send_unless_broken(self, line: _Line, told: Shape) -> None:
        fault = self._fault_for("EVENT")
        if isinstance(fault, Reset):
            with suppress(OSError):  # it may have closed by itself
                line.connection.socket.shutdown(SHUT_RDWR)
        elif fault is None:
            self._send(line, told)

    def _fault_for(self, method: str) -> Fault | None:
        """Return the fault for this path; faults without a path don't apply here."""
        concerned = any(one.path == PATH for one in self._world.faults)
        return self._world.fault_for(Incoming(method, PATH)) if concerned else None

    def _send(self, line: _Line, told: Shape) -> None:
        from websockets.exceptions import ConnectionClosed  # noqa: PLC0415 - only the sandbox needs it, once a device connects

        with suppress(ConnectionClosed):
            line.connection.send(json.dumps(told))


def _device_of(request: Request | None) -> str:
    return request.path.partition("?")[0].rpartition("/")[2] if request else ""

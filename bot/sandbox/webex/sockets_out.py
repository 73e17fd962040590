"""The WebSocket server: sends changes to devices.

Faults apply: ``Reset(path="/mercury")`` cuts a connection instead of sending an event,
``NotFoundYet(path="/mercury")`` loses an event, or with ``method="PING"`` the answer to a ping.
"""

from __future__ import annotations

import json
import logging
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any

from bot.sandbox.webex.activities_out import activity_for, envelope
from bot.sandbox.webex.faults import Fault, Incoming, Reset, SocketClosed, SocketShutdown
from bot.sandbox.webex.model import Change, Delivery, Person, Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape
from bot.sandbox.webex.traffic import SENT, Exchange, shown
from bot.sandbox.webex.world import World
from bot.sandbox.wsgi_thread import LOOPBACK

if TYPE_CHECKING:  # loaded with the first device: most sandboxes have none
    from websockets.http11 import Request, Response
    from websockets.sync.server import Server, ServerConnection

PATH = "/mercury"
AUTHORISED_WITHIN = 30.0  # seconds
TAKEN = 204
"""The status that an acknowledgement counts as, beside the answers of webhooks."""


@dataclass(eq=False)
class _Line:
    """A connection, and the envelopes that aren't acknowledged yet.

    `end` is how it closes when its device opens another.
    """

    connection: ServerConnection
    device_id: str
    owner: Person
    number: int = 0
    open: dict[str, Change] = field(default_factory=dict)
    end: tuple[int, str] = (4000, "replaced")

    def next_number(self) -> int:
        self.number += 1
        return self.number


class SocketsOut:
    """The WebSockets of all devices, while the block runs.

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
            close_timeout=2,
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
            try:
                line = self._authorized(given)
            except Refusal as refusal:
                given.close(4000 + refusal.status, refusal.message)
                return
            self._begin(line)
            try:
                for frame in given:
                    self._hear(line, json.loads(frame))
            finally:
                with self._world.lock:
                    self._lines = [each for each in self._lines if each is not line]

    def _authorized(self, given: ServerConnection) -> _Line:
        try:
            said = json.loads(given.recv(timeout=AUTHORISED_WITHIN))
            token = said["data"]["token"].removeprefix("Bearer ")
        except (ValueError, LookupError, TypeError, AttributeError):
            raise Refusal(400, "The first frame must be an authorization.") from None
        person, device_id = self._world.who(token), _device_of(given.request)
        if person is None:
            raise Refusal(401, "Authentication Failed")
        if self.devices.get(device_id, ("",))[0] != person.id:
            raise Refusal(403, "This device is somebody else's.")
        return _Line(given, device_id, person)

    def _begin(self, line: _Line) -> None:
        """Send the device every event from now on, over this connection alone."""
        ready = envelope({"eventType": "mercury.buffer_state"}, line.next_number())
        with self._world.lock:
            replaced = [each for each in self._lines if each.device_id == line.device_id]
            self._lines = [*(each for each in self._lines if each not in replaced), line]
            self._teller.submit(self._send, line, ready)
            for each in replaced:  # after what it is still to send
                self._teller.submit(each.connection.close, *each.end)

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
            activity = activity_for(self._world, line.owner, change, self._address)
            if activity:
                data = {"eventType": "conversation.activity", "activity": activity}
                told = envelope(data, line.next_number())
                line.open[told["id"]] = change
                self._teller.submit(self._send_unless_broken, line, told)

    def _send_unless_broken(self, line: _Line, told: Shape) -> None:
        match fault := self._fault_for("EVENT"):
            case Reset():
                with suppress(OSError):  # it may have closed by itself
                    line.connection.socket.shutdown(SHUT_RDWR)
            case SocketClosed():
                line.connection.close(fault.code, fault.reason)
            case SocketShutdown():
                self._send_event(line, told)
                line.end = (4001, "replaced during shutdown")
                self._send(line, {"id": str(uuid.uuid4()), "type": "shutdown"})
            case None:
                self._send_event(line, told)

    def _send_event(self, line: _Line, told: Shape) -> None:
        self._send(line, told)
        sent = shown(json.dumps(told).encode(), "application/json")
        self._world.log_exchange(Exchange("Webex", SENT, line.owner.name, None, 0.0, sent, ""))

    def _fault_for(self, method: str) -> Fault | None:
        """Return the fault for this path; faults without a path don't apply here."""
        concerned = any(one.path == PATH for one in self._world.faults)
        return self._world.fault_for(Incoming(method, PATH)) if concerned else None

    def _send(self, line: _Line, told: Shape) -> None:
        from websockets.exceptions import ConnectionClosed  # noqa: PLC0415 - only the sandbox needs it, once a device connects

        with suppress(ConnectionClosed):
            text = json.dumps(told)
            line.connection.send(text if _wants_text(line.connection) else text.encode())


def _wants_text(connection: ServerConnection) -> bool:
    return connection.request is not None and "outboundWireFormat=text" in connection.request.path


def _device_of(request: Request | None) -> str:
    return request.path.partition("?")[0].rpartition("/")[2] if request else ""

"""Receives Webex's events over a WebSocket that the bot opens, so that it needs no public address.

Cisco does not document this API; see `core.incoming.activities`. Webex does not redeliver events
that were missed. https://websockets.readthedocs.io/en/stable/reference/sync/client.html
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection

from bot.core.domain.errors import Passing, Trouble
from bot.core.incoming.activities import Activity, Envelope, parse_envelope
from bot.edges import metrics
from bot.edges.background import Background
from bot.edges.error_reports import where
from bot.edges.websocket.device_registration import Device, DeviceRegistrations
from bot.edges.websocket.socket_frames import acknowledge, open_socket, send

PING_EVERY = 15.0
PONG_WITHIN = 14.0
READY_WITHIN = 30.0
"""Seconds, as in Cisco's SDK."""

DRAINED_WITHIN = 60.0
"""Seconds until a connection is closed whose end Webex announced."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 32.0
"""Seconds before reconnecting; the pause doubles each time."""

RETRY_PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each new attempt to record an activity."""

WORKERS = 8
"""Activities recorded at a time; each takes a transaction, and sometimes a call before."""

log = structlog.get_logger()


class ConnectionLostError(Exception):
    """Webex no longer answers on this connection."""


class Listener(Background):
    """Listens between `start` and `stop`, and reconnects when needed.

    Args:
        devices: registers the bot's device.
        token: the bot's access token.
        record: records an activity durably; then it is acknowledged.
        missed: called when events may have been missed.
    """

    def __init__(
        self,
        devices: DeviceRegistrations,
        token: str,
        record: Callable[[Activity], None],
        missed: Callable[[], None],
    ) -> None:
        super().__init__("websocket")
        self._devices = devices
        self._token = token
        self._record = record
        self._missed = missed
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="hearing")
        self._device: Device | None = None
        self.socket: ClientConnection | None = None
        """The newest connection."""
        self.listening = threading.Event()

    def run(self) -> None:
        """Listen until `stop` is called."""
        pause = FIRST_PAUSE
        while not self.over.is_set():
            self._listen_once()
            if self.listening.is_set():
                self.listening.clear()
                pause = FIRST_PAUSE
            self.over.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def stop(self) -> None:
        """Stop listening, finish recording, and delete the device."""
        self.over.set()
        if self.socket:
            self.socket.close()
        super().stop()
        self._workers.shutdown()
        if self._device:
            with suppress(Trouble):
                self._devices.release(self._device)

    def _listen_once(self) -> None:
        try:
            self._device = self._devices.register()
            self._listen(self._device)
        except Trouble as trouble:
            log.warning("websocket.not_registered", **trouble.record())
        except InvalidStatus as refused:
            self._refused(refused.response.status_code)
        except (WebSocketException, OSError, ConnectionLostError, ImportError) as error:
            # ImportError: a SOCKS proxy in the environment needs a package that isn't installed.
            if not self.over.is_set():
                log.warning("websocket.disconnected", error=type(error).__name__)

    def _refused(self, status: int) -> None:
        """Delete a device whose WebSocket is gone, so that a new one is registered next."""
        log.warning("websocket.refused", status=status)
        if status in {404, 410} and self._device:
            with suppress(Trouble):
                self._devices.release(self._device)

    def _listen(self, device: Device) -> None:
        """Listen on one connection after another: the next is open before the last one ends."""
        connection, last = self._opened(device)
        try:
            self._submit(self._missed)  # events before this connection may have been missed
            self.listening.set()
            while self._receive(connection, last):
                following = self._opened(device)
                self._submit(self._drain, connection)
                connection, last = following
        finally:
            connection.close()

    def _opened(self, device: Device) -> tuple[ClientConnection, int | None]:
        """Return an authorized connection, and the number of its first envelope."""
        with ExitStack() as undo:
            self.socket = connection = undo.enter_context(open_socket(device.socket_url))
            first = self._authorize(connection)
            undo.pop_all()
        log.info("websocket.listening")
        return connection, first

    def _drain(self, connection: ClientConnection) -> None:
        """Take what still comes on a connection that Webex is about to close."""
        until = time.monotonic() + DRAINED_WITHIN
        with connection, suppress(ConnectionClosed):
            while not self.over.is_set() and time.monotonic() < until:
                with suppress(TimeoutError):
                    envelope = parse_envelope(connection.recv(timeout=1.0))
                    if envelope:
                        self._take(connection, envelope)

    def _authorize(self, connection: ClientConnection) -> int | None:
        """Send the token, and return the number of the envelope that confirms it.

        The token is not part of the address, which would be logged.
        """
        send(connection, type="authorization", data={"token": f"Bearer {self._token}"})
        until = time.monotonic() + READY_WITHIN
        while True:
            envelope = parse_envelope(connection.recv(timeout=max(0.0, until - time.monotonic())))
            if envelope:
                self._take(connection, envelope)
            if envelope and envelope.ready:
                return envelope.number

    def _receive(self, connection: ClientConnection, last: int | None) -> bool:
        """Take what comes; return True once Webex says that the connection is ending."""
        pinged = False
        while not self.over.is_set():
            try:
                frame = connection.recv(timeout=PONG_WITHIN if pinged else PING_EVERY)
            except TimeoutError:
                if pinged:
                    raise ConnectionLostError from None
                send(connection, type="ping")
                pinged = True
                continue
            pinged = False  # any frame shows that Webex is there
            envelope = parse_envelope(frame)
            if envelope:
                last = self._check_gap(envelope, last)
                self._take(connection, envelope)
                if envelope.ending:
                    return True
        return False

    def _check_gap(self, envelope: Envelope, last: int | None) -> int | None:
        number = envelope.number
        if number is not None and last is not None and number > last + 1:
            log.warning("websocket.gap", lost=number - last - 1)
            self._submit(self._missed)
        return last if number is None else number

    def _take(self, connection: ClientConnection, envelope: Envelope) -> None:
        if envelope.activity:
            self._submit(self._record_and_acknowledge, connection, envelope, envelope.activity)
        elif envelope.id:
            acknowledge(connection, envelope)

    def _submit(self, do: Callable[..., None], *given: Any) -> None:
        """Run a function in a worker thread.

        Raises:
            ConnectionLostError: the process is ending; the next one looks back for what is lost.
        """
        try:
            self._workers.submit(do, *given).add_done_callback(_log_bug)
        except RuntimeError:  # Python shuts down its thread pools first
            self.over.set()
            raise ConnectionLostError from None

    def _record_and_acknowledge(
        self, connection: ClientConnection, envelope: Envelope, activity: Activity
    ) -> None:
        for pause in (*RETRY_PAUSES, None):
            try:
                self._record(activity)
            except (Passing, SQLAlchemyError) as error:
                if pause is None or self.over.wait(pause):
                    self._give_up(type(error).__name__)
                    return
            except Trouble as trouble:
                self._give_up(type(trouble).__name__)
                return
            else:
                acknowledge(connection, envelope)
                return

    def _give_up(self, error: str) -> None:
        log.error("notice.not_recorded", error=error)
        metrics.notice("other", "not_recorded")
        self._missed()


def _log_bug(done: Future[None]) -> None:
    bug = done.exception()
    if bug:
        log.error("websocket.broken", bug=type(bug).__name__, at=where(bug))

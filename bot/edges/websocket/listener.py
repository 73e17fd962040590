"""Listens on the WebSocket, and reconnects.

Cisco does not document this; see `bot.core.incoming.activities`. Events that happen while nobody
listens are not sent later.
https://websockets.readthedocs.io/en/stable/reference/sync/client.html
"""

from __future__ import annotations

import json
import logging
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import structlog
from sqlalchemy.exc import SQLAlchemyError
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from bot.core.domain.errors import Passing, Trouble
from bot.core.domain.url_trust import is_loopback
from bot.core.incoming.activities import Activity, Envelope, read
from bot.edges import metrics
from bot.edges.bugs import where
from bot.edges.websocket.device_registration import Device, DeviceRegistrations

PING_EVERY = 15.0
PONG_WITHIN = 14.0
READY_WITHIN = 30.0
"""Seconds, as Cisco's SDK has them."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 32.0
"""Seconds before a new connection, each twice the one before."""

PATIENCE = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each new attempt to take over what was heard."""

WORKERS = 8
"""Activities that are taken over at a time; each takes a transaction, at times a call before."""

log = structlog.get_logger()

_SILENT = logging.Logger("websocket", logging.CRITICAL)  # noqa: LOG001 - one that nobody can make talk
"""While debugging, the library would tell every frame, and one of them holds the token."""


class NotHeardError(Exception):
    """The other end of the connection is there no more, as it seems."""


class Listener(threading.Thread):
    """Listens between `start` and `stop`, on one connection after the other.

    Args:
        devices: registers this one.
        token: the bot's.
        hear: takes an activity over, durably, before it is acknowledged.
        missed: told when something may have happened that was not heard.
    """

    def __init__(
        self,
        devices: DeviceRegistrations,
        token: str,
        hear: Callable[[Activity], None],
        missed: Callable[[], None],
    ) -> None:
        super().__init__(name="websocket", daemon=True)
        self._devices = devices
        self._token = token
        self._hear = hear
        self._missed = missed
        self._over = threading.Event()
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="hearing")
        self._device: Device | None = None
        self._line: ClientConnection | None = None
        self.listening = threading.Event()

    def run(self) -> None:
        """Listen until told to stop."""
        pause = FIRST_PAUSE
        while not self._over.is_set():
            self._listen_once()
            if self.listening.is_set():
                self.listening.clear()
                pause = FIRST_PAUSE
            self._over.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def stop(self) -> None:
        """Listen no more, finish what was heard, and leave no registration behind."""
        self._over.set()
        if self._line:
            self._line.close()
        if self.ident:
            self.join()
        self._workers.shutdown()
        if self._device:
            with suppress(Trouble):
                self._devices.release(self._device)

    def _listen_once(self) -> None:
        try:
            self._device = self._devices.register()
            self._connect(self._device)
        except Trouble as trouble:
            log.warning("websocket.not_registered", **trouble.record())
        except InvalidStatus as refused:
            self._refused(refused.response.status_code)
        except (WebSocketException, OSError, NotHeardError, ImportError) as error:
            # A SOCKS proxy in the environment asks for a package that is not here.
            if not self._over.is_set():
                log.warning("websocket.disconnected", error=type(error).__name__)

    def _refused(self, status: int) -> None:
        """A registration whose WebSocket is gone is of no use: the next one is new."""
        log.warning("websocket.refused", status=status)
        if status in {404, 410} and self._device:
            with suppress(Trouble):
                self._devices.release(self._device)

    def _connect(self, device: Device) -> None:
        here = is_loopback(urlsplit(device.socket_url).hostname or "")
        line = connect(
            device.socket_url,
            proxy=None if here else True,  # no proxy leads back to this machine
            ping_interval=None,
            close_timeout=2,
            logger=_SILENT,
        )
        with line as self._line:
            first = self._authorise(self._line)
            log.info("websocket.listening")
            self._do(self._missed)  # this process may be new, and what it serves with old
            self.listening.set()
            self._receive(self._line, first)

    def _authorise(self, line: ClientConnection) -> int | None:
        """Say who listens, and return the number of the envelope that says that one may.

        The token is not in the address, where it would be logged.
        """
        _send(line, type="authorization", data={"token": f"Bearer {self._token}"})
        until = time.monotonic() + READY_WITHIN
        while True:
            envelope = read(line.recv(timeout=max(0.0, until - time.monotonic())))
            if envelope:
                self._take(line, envelope)
            if envelope and envelope.ready:
                return envelope.number

    def _receive(self, line: ClientConnection, last: int | None) -> None:
        pinged = False
        while not self._over.is_set():
            try:
                frame = line.recv(timeout=PONG_WITHIN if pinged else PING_EVERY)
            except TimeoutError:
                if pinged:
                    raise NotHeardError from None
                _send(line, type="ping")
                pinged = True
                continue
            pinged = False  # whatever it was, somebody is there
            envelope = read(frame)
            if envelope:
                last = self._count(envelope, last)
                self._take(line, envelope)

    def _count(self, envelope: Envelope, last: int | None) -> int | None:
        number = envelope.number
        if number is not None and last is not None and number > last + 1:
            log.warning("websocket.gap", lost=number - last - 1)
            self._do(self._missed)
        return last if number is None else number

    def _take(self, line: ClientConnection, envelope: Envelope) -> None:
        if envelope.activity:
            self._do(self._take_over, line, envelope, envelope.activity)
        else:
            _acknowledge(line, envelope)

    def _do(self, do: Callable[..., None], *given: Any) -> None:
        """Do something beside the listening.

        Raises:
            NotHeardError: the process ends; what is heard now is looked back for.
        """
        try:
            self._workers.submit(do, *given).add_done_callback(_tell_bug)
        except RuntimeError:  # python ends all such workers before it ends anything else
            self._over.set()
            raise NotHeardError from None

    def _take_over(self, line: ClientConnection, envelope: Envelope, activity: Activity) -> None:
        for pause in (*PATIENCE, None):
            try:
                self._hear(activity)
            except (Passing, SQLAlchemyError) as error:
                if pause is None or self._over.wait(pause):
                    self._give_up(type(error).__name__)
                    return
            except Trouble as trouble:
                self._give_up(type(trouble).__name__)
                return
            else:
                _acknowledge(line, envelope)
                return

    def _give_up(self, error: str) -> None:
        log.error("notice.not_recorded", error=error)
        metrics.notice("other", "not_recorded")
        self._missed()


def _tell_bug(taken: Future[None]) -> None:
    bug = taken.exception()
    if bug:
        log.error("websocket.broken", bug=type(bug).__name__, at=where(bug))


def _send(line: ClientConnection, **message: Any) -> None:
    line.send(json.dumps({"id": str(uuid.uuid4()), **message}))


def _acknowledge(line: ClientConnection, envelope: Envelope) -> None:
    with suppress(ConnectionClosed):  # it is taken over; nobody tells it again
        line.send(json.dumps({"type": "ack", "messageId": envelope.id}))

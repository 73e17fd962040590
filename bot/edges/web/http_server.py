"""Serves a WSGI application over HTTP/1.1, for `run` in a thread and for gunicorn in its worker.

waitress reads all connections in one thread, and hands a request to one of its others once the
whole of it is there: who sends slowly, or nothing, keeps no thread.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from wsgiref.types import WSGIApplication

from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, WSGITask

from bot.core.domain.errors import CannotListenError
from bot.core.incoming.notices import LONGEST
from bot.edges.web.request_parser import StrictRequest

THREADS = 16
BACKLOG = 1024
"""Connections that may wait to be taken; a burst of notices comes as a burst of connections."""

MOST_CONNECTIONS = 500
"""Open at a time. Many systems let a process have 1,024 files."""

LONGEST_HEAD = 16 * 1024
"""Bytes of a request's line and headers; Webex's have less than one thousand."""

HEAD_SECONDS = 2.0
"""Seconds for a request's line and headers."""

REQUEST_SECONDS = 10.0
"""Seconds for a whole request, from its first byte to its last."""

SILENCE = 5.0
"""Seconds without a byte, between two requests of one connection or while an answer is sent."""


class _Refusal(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """Answers what is no request, without a word to whoever sent it."""

    def execute(self) -> None:
        """Send the status alone."""
        self.status = f"{self.request.error.code} {self.request.error.reason}"
        self.content_length = 0
        self.set_close_on_finish()
        self.write(b"")


class _Response(WSGITask):  # type: ignore[misc]  # waitress has no types
    """Keeps the connection after a 204 too; waitress closes whatever has no length."""

    def set_close_on_finish(self) -> None:
        """Close the connection after the answer, if the caller cannot tell where it ends."""
        if self.has_body or self.request.connection_close or self.version == "1.0":
            super().set_close_on_finish()


class _Connection(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    parser_class = StrictRequest
    task_class = _Response
    error_task_class = _Refusal

    def is_busy(self) -> bool:
        """Return whether a request is being received or answered."""
        return bool(self.requests or self.request or self.total_outbufs_len)

    def is_late(self, now: float, seconds: float) -> bool:
        """Return whether the other side has had its time.

        Args:
            now: seconds since 1970.
            seconds: for a whole request.
        """
        if self.requests:
            return False  # it is being answered
        if self.request is None:
            idle = SILENCE if self.last_activity > self.creation_time else HEAD_SECONDS
            return bool(now - self.last_activity > min(idle, seconds))
        most = seconds if self.request.headers_finished else min(HEAD_SECONDS, seconds)
        return bool(now - self.request.begun > most)


class HttpServer:
    """An HTTP server that is driven from outside: `turn` again and again, then `finish`.

    Args:
        app: what is served.
        sockets: that listen already.
        threads: that answer.
        seconds: for a whole request.
    """

    def __init__(
        self,
        app: WSGIApplication,
        sockets: Sequence[socket.socket],
        threads: int = THREADS,
        seconds: float = REQUEST_SECONDS,
    ) -> None:
        self._dispatchers: dict[int, Any] = {}
        self._servers = [self._listening(app, each, threads) for each in sockets]
        self._seconds = seconds
        self._next_look = 0.0

    def _listening(self, app: WSGIApplication, listener: socket.socket, threads: int) -> Any:
        server = create_server(
            app,
            map=self._dispatchers,
            sockets=[listener],
            threads=threads,
            backlog=BACKLOG,
            connection_limit=MOST_CONNECTIONS,
            max_request_header_size=LONGEST_HEAD,
            max_request_body_size=LONGEST + 1,
            clear_untrusted_proxy_headers=False,  # nothing here believes them
            log_socket_errors=False,
            ident=None,
        )
        server.channel_class = _Connection
        return server

    def turn(self, longest: float) -> None:
        """Wait until something happens, and handle it.

        Args:
            longest: seconds to wait.
        """
        wasyncore.loop(longest, use_poll=True, map=self._dispatchers, count=1)
        now = time.time()
        if now >= self._next_look:
            self._next_look = now + min(0.5, self._seconds / 2)
            for late in [each for each in self._connections() if each.is_late(now, self._seconds)]:
                late.handle_close()

    def wake(self) -> None:
        """End a `turn` that waits in another thread."""
        for each in self._servers:
            each.pull_trigger()

    def finish(self, seconds: float) -> None:
        """Take no more connections, and answer what is being received for so many seconds."""
        for each in self._servers:
            wasyncore.dispatcher.close(each)  # its own `close` closes what wakes `turn`, too
        until = time.monotonic() + seconds
        while any(each.is_busy() for each in self._connections()) and time.monotonic() < until:
            self.turn(0.1)
        for each in self._servers:
            each.task_dispatcher.shutdown()
        wasyncore.close_all(self._dispatchers)

    def _connections(self) -> list[_Connection]:
        return [each for each in self._dispatchers.values() if isinstance(each, _Connection)]


@contextmanager
def served(
    app: WSGIApplication,
    host: str,
    port: int,
    seconds: float = REQUEST_SECONDS,
    chosen_by: str = "HOST and PORT",
) -> Iterator[str]:
    """Serve `app` in a thread for as long as the block runs; yields the address.

    Args:
        app: what is served.
        host: the address to listen on.
        port: 0 takes any free one.
        seconds: for a whole request.
        chosen_by: the settings that name both.

    Raises:
        CannotListenError: the address or the port is not to be had.
    """
    try:
        listener = _listen(host, port)
    except OSError:
        raise CannotListenError(host, port, chosen_by) from None
    port = listener.getsockname()[1]
    server, over = HttpServer(app, [listener], seconds=seconds), threading.Event()

    def serve() -> None:
        while not over.is_set():
            server.turn(1.0)
        server.finish(SILENCE)

    thread = threading.Thread(target=serve, name="receiver", daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{port}"
    finally:
        over.set()
        server.wake()
        thread.join()


def _listen(host: str, port: int) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, *_, address = found[0]
    return socket.create_server(address[:2], family=family, backlog=BACKLOG)

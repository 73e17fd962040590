"""Serves a WSGI application over HTTP, in a thread or in gunicorn's worker.

waitress reads all connections in one thread and hands a request to another one once it is
complete, so a slow or silent client occupies no thread.
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
from bot.core.incoming.notices import MAX_BODY_BYTES
from bot.edges.web.request_parser import StrictRequest

THREADS = 16
BACKLOG = 1024
"""Connections that may wait to be accepted. A burst of notices is a burst of connections."""

MOST_CONNECTIONS = 500
"""Open at a time. Many systems let a process have 1,024 files."""

LONGEST_HEAD = 16 * 1024
"""Bytes of a request line with its headers. Webex sends less than a thousand."""

HEAD_SECONDS = 2.0
"""Seconds for a request's line and headers."""

REQUEST_SECONDS = 10.0
"""Seconds for a whole request, from its first byte to its last."""

SILENCE = 5.0
"""Seconds for which a connection may be idle between two requests, or not read its answer."""


class _Refusal(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """Answers a request that is refused, without saying why."""

    def execute(self) -> None:
        """Send the status alone."""
        self.status = f"{self.request.error.code} {self.request.error.reason}"
        self.content_length = 0
        self.set_close_on_finish()
        self.write(b"")


class _Response(WSGITask):  # type: ignore[misc]  # waitress has no types
    """Keeps the connection open after a 204, which waitress closes for its lack of a length."""

    def set_close_on_finish(self) -> None:
        """Close the connection after the answer, if the client can't tell where it ends."""
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
        """Return whether the client took too long.

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
    """An HTTP server without a loop of its own: call `turn` until it should stop, then `finish`.

    Args:
        app: the application.
        sockets: already listening.
        threads: how many requests are answered at a time.
        seconds: to receive a whole request.
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
            max_request_body_size=MAX_BODY_BYTES + 1,
            clear_untrusted_proxy_headers=False,  # `client_address` decides whom to trust
            log_socket_errors=False,
            ident=None,
        )
        server.channel_class = _Connection
        return server

    def turn(self, longest: float) -> None:
        """Wait for traffic, and handle it.

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
        """Make `turn` return at once; called from another thread."""
        for each in self._servers:
            each.pull_trigger()

    def finish(self, seconds: float) -> None:
        """Stop accepting connections, and answer the requests in progress.

        Args:
            seconds: to wait for them.
        """
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
        app: the application.
        host: the address to listen on.
        port: 0 for any free one.
        seconds: to receive a whole request.
        chosen_by: the settings that name both, for the error message.

    Raises:
        CannotListenError: the address can't be listened on.
    """
    listener = _listen(host, port, chosen_by)
    port = listener.getsockname()[1]
    with _in_thread(HttpServer(app, [listener], seconds=seconds)):
        yield f"http://{host}:{port}"


@contextmanager
def _in_thread(server: HttpServer) -> Iterator[None]:
    """Run a server in a thread; at the end, let it finish what it has begun."""
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            server.turn(1.0)
        server.finish(SILENCE)

    thread = threading.Thread(target=serve, name="receiver", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        server.wake()
        thread.join()


def _listen(host: str, port: int, chosen_by: str) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, *_, address = found[0]
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except OSError:
        raise CannotListenError(host, port, chosen_by) from None

"""Runs the web application in threads of this process, and cuts off slow clients."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref.types import WSGIApplication

import structlog
from cheroot import server as cheroot
from cheroot import wsgi

from bot.core.domain.errors import CannotListenError
from bot.edges.web.request_deadlines import DEADLINE, Deadlines

BACKLOG = 1024
"""Connections that may wait to be taken; a burst of notices comes as a burst of connections."""

LONGEST_HEAD = 16 * 1024
"""Bytes of a request's line and headers; Webex's have less than one thousand."""

SILENCE = 5.0
"""Seconds without a byte, also between two requests of one connection."""

log = structlog.get_logger()


class _Headers(cheroot.HeaderReader):
    """Refuses what goes on with a header before there is one; its base has a bug there."""

    def __call__(self, rfile: Any, hdict: Any = None) -> Any:
        """Return the headers of a request.

        Raises:
            ValueError: they are none, which is answered with 400.
        """
        try:
            return super().__call__(rfile, hdict)
        except UnboundLocalError:
            raise ValueError("The first header begins with a space.") from None


class _Request(cheroot.HTTPRequest):
    """Reads its headers so."""

    header_reader = _Headers()


class _Connection(cheroot.HTTPConnection):
    """Is known to its server while a request is read and answered."""

    RequestHandlerClass = _Request

    def communicate(self) -> bool:
        """Read a request and answer it; return whether there may be another."""
        with self.server.deadlines.kept(self.socket):
            return bool(super().communicate())  # type: ignore[no-untyped-call]  # theirs

    def close(self) -> None:
        """Forget what could not be sent: from Python 3.13 on, a file that still tries complains."""
        super().close()
        self.wfile.raw.close()


class _Server(wsgi.Server):
    """Cuts off whoever does not come to an end.

    Args:
        deadline: seconds for a whole request.
        given: for the server itself.
    """

    ConnectionClass = _Connection
    max_request_header_size = LONGEST_HEAD
    timeout = SILENCE

    def __init__(self, *given: Any, deadline: float, **more: Any) -> None:
        super().__init__(*given, **more)
        self.deadlines = Deadlines(deadline)
        self._over = threading.Event()

    def watch(self) -> None:
        """Cut off, until the server stops, who is past the deadline."""
        while not self._over.wait(min(1.0, self.deadlines.seconds / 2)):
            self.deadlines.cut_off()

    def stop(self) -> None:
        """Stop serving, and watching."""
        self._over.set()
        super().stop()

    def error_log(self, msg: str = "", level: int = 20, traceback: bool = False) -> None:  # noqa: ARG002 - theirs
        """Say that something is wrong with a connection, and nothing of what was sent on it."""
        log.warning("receiver.connection_broken")


@contextmanager
def served(
    app: WSGIApplication,
    host: str,
    port: int,
    deadline: float = DEADLINE,
    chosen_by: str = "HOST and PORT",
) -> Iterator[str]:
    """Serve `app` for as long as the block runs; yields the address.

    Args:
        app: what is served.
        host: the address that it listens on.
        port: 0 takes any free one.
        deadline: seconds for a whole request.
        chosen_by: the settings that name both.

    Raises:
        CannotListenError: not there.
    """
    server = _Server(
        (host, port),
        app,
        numthreads=16,
        request_queue_size=BACKLOG,
        server_name="bot",
        deadline=deadline,
    )
    try:
        server.prepare()
    except OSError:
        raise CannotListenError(host, port, chosen_by) from None
    thread = threading.Thread(target=server.serve, name="receiver", daemon=True)
    thread.start()
    threading.Thread(target=server.watch, name="deadline", daemon=True).start()
    try:
        yield f"http://{host}:{server.bind_addr[1]}"
    finally:
        server.stop()
        thread.join()

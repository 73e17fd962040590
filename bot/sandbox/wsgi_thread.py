"""A WSGI server in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from wsgiref.types import WSGIApplication

from cheroot import wsgi
from cheroot.server import HTTPConnection

from bot.core.domain.errors import CannotListenError
from bot.sandbox.webex.call_gate import CONNECTION

LOOPBACK = "127.0.0.1"


class _Gateway(wsgi.Gateway_10):
    """Hands the connection to `call_gate`, which may cut it."""

    def get_environ(self) -> dict[str, Any]:  # type: ignore[override]  # cheroot says None
        environ: dict[str, Any] = super().get_environ()  # type: ignore[no-untyped-call]
        environ[CONNECTION] = self.req.conn.socket
        return environ


class _Connection(HTTPConnection):
    """Drops unsent data on close: from Python 3.13 on, a file complains about it."""

    def close(self) -> None:
        super().close()
        self.wfile.raw.close()


class Server:
    """Serves `app` on 127.0.0.1 between `start` and `stop`. Also a context manager.

    Args:
        port: 0 for any free port; `url` has it.
        threads: requests served at the same time; a live stream keeps one busy.
        on_stop: called first by `stop`, to end waiting requests.

    Raises:
        CannotListenError: the port is taken.
    """

    def __init__(
        self,
        app: WSGIApplication,
        port: int = 0,
        threads: int = 128,
        on_stop: Callable[[], None] = lambda: None,
    ) -> None:
        self._server = wsgi.Server(
            (LOOPBACK, port), app, numthreads=threads, request_queue_size=1024, shutdown_timeout=2
        )
        self._server.gateway = _Gateway
        self._server.ConnectionClass = _Connection
        self._server.keep_alive_conn_limit = 4 * threads
        self._server.expiration_interval = 0.05  # seconds until it notices `stop`
        try:
            self._server.prepare()
        except OSError:
            raise CannotListenError(LOOPBACK, port, "--port") from None
        self._thread = threading.Thread(target=self._server.serve, name="sandbox", daemon=True)
        self._on_stop = on_stop

    @property
    def url(self) -> str:
        """The server's address, without a trailing slash."""
        return f"http://{LOOPBACK}:{self._server.bind_addr[1]}"

    def start(self) -> Server:
        """Start serving."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """End waiting requests, then stop."""
        self._on_stop()
        self._server.stop()
        self._thread.join()

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_why: object) -> None:
        self.stop()

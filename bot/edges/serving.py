"""Serves the receiver in this process, in threads of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from wsgiref.types import WSGIApplication

from cheroot import wsgi

from bot.core.errors import CannotListenError

BACKLOG = 1024
"""Connections that may wait to be taken; a burst of notices comes as a burst of connections."""


@contextmanager
def served(app: WSGIApplication, host: str, port: int) -> Iterator[str]:
    """Serve `app` for as long as the block runs; yields the address.

    Args:
        app: what is served.
        host: the address that it listens on.
        port: 0 takes any free one.

    Raises:
        CannotListenError: not there.
    """
    server = wsgi.Server((host, port), app, numthreads=16, request_queue_size=BACKLOG)
    try:
        server.prepare()
    except OSError:
        raise CannotListenError(host, port, "HOST and PORT") from None
    thread = threading.Thread(target=server.serve, name="receiver", daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{server.bind_addr[1]}"
    finally:
        server.stop()
        thread.join()

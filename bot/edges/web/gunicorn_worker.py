"""A gunicorn worker that cuts off slow clients.

gunicorn leaves slow senders to a proxy before it, which not everybody has, and which may pass on
what they send as it comes. https://docs.gunicorn.org/en/stable/deploy.html
"""

from __future__ import annotations

from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from bot.edges.web.request_deadlines import Deadlines


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Cuts off who dawdles, by ``--worker-class bot.edges.web.gunicorn_worker.Worker``."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.deadlines = Deadlines()

    def handle(self, conn: Any) -> Any:
        """Read a request and answer it, in one of the threads."""
        with self.deadlines.kept(conn.sock):
            return super().handle(conn)

    def notify(self) -> None:
        """Say once a second that this process is alive, and cut off who is late."""
        self.deadlines.cut_off()
        super().notify()

"""A gunicorn worker that runs the bot's own HTTP server, so `web` reads requests as `run` does."""

from __future__ import annotations

import os

from gunicorn.workers.base import Worker as GunicornWorker

from bot.edges.web.http_server import REQUEST_SECONDS, HttpServer


class Worker(GunicornWorker):  # type: ignore[misc]  # gunicorn has no types
    """Use it with ``--worker-class bot.edges.web.gunicorn_worker.Worker``.

    https://docs.gunicorn.org/en/stable/custom.html
    """

    request_seconds = REQUEST_SECONDS

    def run(self) -> None:
        """Serve until told to stop, or until gunicorn's main process is gone."""
        sockets = [each.sock for each in self.sockets]
        server = HttpServer(self.wsgi, sockets, self.cfg.threads, self.request_seconds)
        while self.alive and os.getppid() == self.ppid:
            self.notify()
            server.turn(1.0)
        server.finish(self.cfg.graceful_timeout)

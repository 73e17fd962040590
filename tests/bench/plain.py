"""The baselines: the same calls by bare `requests`, and a route that only checks a signature.

`python -m tests.bench.plain` serves that route.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from cheroot import wsgi
from flask import Flask, Response, request

from bot.core.domain.joseencrypt import LinkRequest
from bot.edges.web.receiver import PATH
from tests.bench.notices import SECRET
from tests.bench.processes import started
from tests.bench.recorded_town import Town


class Plain:
    """Serves a request as a script would, over kept connections.

    Args:
        town: where.
    """

    def __init__(self, town: Town) -> None:
        self._url = town.url
        self._beside = ThreadPoolExecutor(1)
        self._session = requests.Session()
        self._session.trust_env = False  # the bot does not look for proxies at each call either
        self._session.headers["Authorization"] = "Bearer sandbox-token-bot"

    def serve(self, notice: dict[str, Any]) -> None:
        """Read the message, mint the links, post the guest's, and then the host's.

        Who asks is looked up while the links are minted, as the bot does.
        """
        message = self._session.get(f"{self._url}/v1/messages/{notice['data']['id']}").json()
        order = LinkRequest(sub=message["id"], hosts=1, guests=1).body()
        person = {"id": message["personId"]}
        looked_up = self._beside.submit(self._session.get, f"{self._url}/v1/people", params=person)
        links = self._session.post(f"{self._url}/api/v2/joseencrypt", json=order).json()
        looked_up.result()
        to_space = {"roomId": message["roomId"], "parentId": message["id"]}
        self._say(links, "guest", to_space)
        self._say(links, "host", {"toPersonId": message["personId"]})

    def _say(self, links: dict[str, Any], role: str, to: dict[str, str]) -> None:
        words = f"Your {role} link: {links['baseUrl']}{links[role][0]['short']}"
        self._session.post(f"{self._url}/v1/messages", json={**to, "markdown": words}).json()


def create_route() -> Flask:
    """Return an application that checks the signature of a notice and does nothing with it."""
    app = Flask(__name__)

    @app.post(PATH)
    def take() -> Response:
        made = hmac.new(SECRET.encode(), request.get_data(), hashlib.sha512).hexdigest()
        claimed = request.headers["X-Webex-Signature"].rpartition("=")[2]
        return Response(status=204 if hmac.compare_digest(made, claimed) else 401)

    return app


@contextmanager
def bare_route(folder: Path) -> Iterator[str]:
    """Run the route in a process of its own for as long as the block runs; yields its address."""
    with started(["-m", "tests.bench.plain"], folder) as process:
        yield process.said(r"http://127\.0\.0\.1:\d+")


def _serve() -> None:
    # As in `bot.process.worker_half`, so that only the route differs.
    server = wsgi.Server(("127.0.0.1", 0), create_route(), numthreads=16, request_queue_size=1024)
    server.prepare()
    print(f"http://127.0.0.1:{server.bind_addr[1]}")
    server.serve()


if __name__ == "__main__":
    _serve()

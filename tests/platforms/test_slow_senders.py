"""The Procfile's web process cuts off slow clients, even without a proxy."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress

import pytest
import requests

from bot.core.incoming.notices import PATH
from bot.sandbox.webex.webhooks_out import signatures
from tests.bench.bot_processes import ADDRESS, of_procfile
from tests.bench.processes import started
from tests.platforms.hasty import SECRET

pytestmark = pytest.mark.long

HEAD = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
BEGUN = ["POST", HEAD, f"{HEAD}Content-Length: 1000\r\n\r\n"]
SLOW = 30
"""Twice as many as there are threads."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ours = {
        "bot.wsgi:create_web()": "tests.platforms.hasty:create_web()",
        "bot.edges.web.gunicorn_worker.Worker": "tests.platforms.hasty.HastyWorker",
    }
    words, _ = of_procfile("web")
    assert set(ours) <= set(words)
    with started([ours.get(each, each) for each in words], tmp_path_factory.mktemp("web")) as web:
        yield web.said(ADDRESS)


def deliver(address: str) -> requests.Response:
    body = json.dumps({"resource": "messages", "event": "created", "data": {"id": "m"}}).encode()
    headers = {"Content-Type": "application/json", **signatures(SECRET, body)}
    return requests.post(f"{address}{PATH}", body, headers=headers, timeout=20)


def drip(lines: list[socket.socket], until: Future[requests.Response]) -> None:
    """Send a byte a moment to each line, until something is done."""
    while not wait([until], 0.1).done:
        for line in lines:
            with suppress(OSError):  # it was cut off
                line.sendall(b"x")


def test_slow_senders_do_not_delay_a_notice(address: str) -> None:
    port = int(address.rpartition(":")[2])
    with ExitStack() as stack, ThreadPoolExecutor(1) as pool:
        lines = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), 5))
            for _ in range(SLOW)
        ]
        for number, line in enumerate(lines):
            line.sendall(BEGUN[number % len(BEGUN)].encode())
        answer = pool.submit(deliver, address)
        drip(lines, answer)
        assert answer.result().status_code == 204

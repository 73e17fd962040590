"""The receiver on real connections: slow, long and broken clients, and what answers reveal."""

from __future__ import annotations

import gc
import json
import socket
import struct
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Timer
from wsgiref.types import StartResponse

import pytest
import requests
import structlog
from structlog.testing import capture_logs

from bot.core.incoming.notices import MAX_BODY_BYTES, Notice
from bot.edges.web.http_server import LONGEST_HEAD, served
from bot.edges.web.receiver import PATH, create_receiver
from bot.sandbox.webex.webhooks_out import signatures
from tests.bench import fuzz

SECRET = "the secret of the webhooks"
DEADLINE = 0.4
BODY = json.dumps({"resource": "messages", "event": "created", "data": {"id": "m"}}).encode()
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


def take(notice: Notice) -> None:
    if notice.id == "bug":
        raise RuntimeError("alice@x.com")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    app = create_receiver(take, SECRET, lambda: "bot")
    with served(app, "127.0.0.1", 0, seconds=DEADLINE) as address:
        yield address


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def line_to(address: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), 5)


def status(address: str, said: bytes) -> int:
    """Return the status of what is answered; 0 where the line is cut without a word."""
    with line_to(address) as line:
        line.sendall(said)
        heard = line.recv(100)
    return int(heard.split()[1]) if heard else 0


def deliver(address: str, body: bytes = BODY) -> requests.Response:
    headers = {"Content-Type": "application/json", **signatures(SECRET, body)}
    return requests.post(f"{address}{PATH}", body, headers=headers, timeout=5)


@pytest.mark.parametrize(
    "begun",
    ["", "POST", HEAD, f"{HEAD}Content-Length: 100\r\n\r\nx"],
    ids=["nothing", "a line", "headers", "a body"],
)
def test_slow_clients_are_cut_off_and_others_are_served(address: str, begun: str):
    slow = [line_to(address) for _ in range(40)]
    for line in slow:
        line.sendall(begun.encode())
    began = time.monotonic()
    assert deliver(address).status_code == 204
    assert time.monotonic() - began < 4
    for line in slow:
        line.close()


def test_a_byte_now_and_then_does_not_prolong_the_deadline(address: str):
    with line_to(address) as line:
        began = time.monotonic()
        line.settimeout(0.1)
        heard = None
        while heard is None and time.monotonic() < began + 5:
            line.sendall(b"x")
            try:
                heard = line.recv(100)
            except TimeoutError:
                continue
            except ConnectionError:
                break
        assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("said", "statuses"),
    [
        (HEAD + "X: " + "x" * LONGEST_HEAD + "\r\n\r\n", {431}),
        (HEAD + "X: y\r\n" * LONGEST_HEAD + "\r\n", {431}),
        (f"GET /{'x' * LONGEST_HEAD} HTTP/1.1\r\n\r\n", {431}),
        (HEAD + f"Content-Length: {MAX_BODY_BYTES + 1}\r\n\r\n", {413}),
        (HEAD + "Content-Length: -1\r\n\r\n", {400}),
        (HEAD + "Content-Length: x\r\n\r\n", {400}),
        (HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", {400}),
        (f"POST {PATH} HTTP/1.1\r\n more: of nothing\r\n\r\n", {400}),
        ("nonsense\r\n\r\n", {400}),
        ("\x16\x03\x01\x02\x00", {400, 0}),
    ],
)
def test_a_malformed_request_is_refused_before_its_body_is_read(
    address: str, said: str, statuses: set
):
    with capture_logs():
        assert status(address, said.encode("latin-1")) in statuses
    assert deliver(address).status_code == 204


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/healthz"), ("GET", PATH), ("GET", "/nothing"), ("POST", PATH)]
)
def test_every_response_has_security_headers_and_says_little_of_the_bot(
    address: str, method: str, path: str
):
    headers = requests.request(method, f"{address}{path}", timeout=5).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert not any(word in str(headers) for word in ("Cheroot", "Werkzeug", "Python"))


def test_a_bug_is_answered_without_a_trace_and_logged_without_words(address: str):
    body = BODY.replace(b'"m"', b'"bug"')
    with capture_logs() as logs:
        answer = deliver(address, body)
    assert (answer.status_code, answer.text) == (500, "")
    [line] = logs
    assert line["bug"] == "RuntimeError"
    assert any("take" in each for each in line["at"])
    assert "alice" not in repr(logs)


def test_a_hundred_bad_requests_at_once_leave_a_good_one_served(address: str):
    def bad(_: int) -> int:
        return requests.post(f"{address}{PATH}", b"x" * 1000, timeout=5).status_code

    with capture_logs(), ThreadPoolExecutor(20) as pool:
        answers = [pool.submit(bad, each) for each in range(100)]
        assert deliver(address).status_code == 204
        assert {each.result() for each in answers} == {401}


def test_whatever_is_sent_is_answered_as_foreseen_or_cut_off():
    """A short run; the long one is a benchmark."""
    app = create_receiver(lambda _: None, SECRET, lambda: "bot")
    with capture_logs(), served(app, "127.0.0.1", 0, seconds=0.1) as address:
        found = fuzz.some(int(address.rpartition(":")[2]), examples=30)
    assert [request for _, request in found if request] == []
    assert len(found) > 10


def test_a_caller_that_hangs_up_before_the_answer_leaves_no_complaint():
    asked, gone = Event(), Event()

    def large(_environ: object, start_response: StartResponse) -> list[bytes]:
        asked.set()
        gone.wait(5)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"x" * 2_000_000]

    with served(large, "127.0.0.1", 0) as address:
        with line_to(address) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            assert asked.wait(5)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        gone.set()
    gc.collect()  # what complains does so when it is collected, and fails the test


def test_a_request_in_progress_is_answered_before_the_server_stops():
    asked, goes_on = Event(), Event()

    def slow(_environ: object, start_response: StartResponse) -> list[bytes]:
        asked.set()
        goes_on.wait(5)
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]

    with ThreadPoolExecutor(1) as pool:
        with served(slow, "127.0.0.1", 0) as address:
            answer = pool.submit(requests.get, address, timeout=10)
            assert asked.wait(5)
            timer = Timer(0.2, goes_on.set)
            timer.start()
        assert answer.result().text == "ok"
        timer.join()

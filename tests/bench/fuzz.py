"""Sends odd bytes, requests and signed notices: does the receiver survive?"""

from __future__ import annotations

import json
import socket
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.incoming.notices import Notice
from bot.edges.web.http_server import served
from bot.edges.web.receiver import PATH, create_receiver
from bot.process import logs
from bot.sandbox.webex.webhooks_out import signatures
from tests.bench.report import Target, table

SECRET = "a secret of the benchmarks"
EXPECTED = {0, 200, 204, 400, 401, 404, 405, 408, 411, 413, 415, 431}
EXAMPLES = 500
"""Requests between two looks at the clock."""

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner),
    max_leaves=12,
)
ids = st.from_regex(r"[A-Za-z0-9_=-]{1,40}", fullmatch=True)
envelopes = st.fixed_dictionaries(
    {
        "resource": st.sampled_from(["messages", "memberships", "attachmentActions"]) | json_values,
        "event": st.just("created") | json_values,
        "data": st.fixed_dictionaries({"id": ids | st.text(max_size=40) | json_values})
        | json_values,
    },
    optional={"actorId": json_values, "more": json_values},
)
bodies = st.binary(max_size=2000) | envelopes.map(lambda each: json.dumps(each).encode())
names = st.sampled_from(
    ["Content-Length", "Transfer-Encoding", "Content-Type", "Expect", "Host", "X-Webex-Signature"]
)
headers = st.lists(st.tuples(names | st.text(max_size=12), st.text(max_size=30)), max_size=6)
methods = st.sampled_from(["POST", "POST", "GET", "HEAD", "PUT", "BREW"]) | st.text(max_size=8)


@st.composite
def requests_sent(draw: st.DrawFn) -> bytes:
    """Draw a request: nearly a good one, an odd one, or none at all."""
    kind = draw(st.sampled_from(["signed", "odd", "bytes"]))
    if kind == "bytes":
        return draw(st.binary(max_size=3000)) + b"\r\n\r\n"
    body = draw(bodies)
    if kind == "signed":
        line, given_headers = f"POST {PATH} HTTP/1.1", list(signatures(SECRET, body).items())
        given_headers += [("Content-Type", "application/json"), ("Host", "x")]
        given_headers += [("Content-Length", str(len(body)))]
    else:
        line = (
            f"{draw(methods)} {draw(st.sampled_from([PATH, '/', '/healthz', '*', 'x']))} HTTP/1.1"
        )
        given_headers = draw(headers)
    head = "\r\n".join([line, *(f"{name}: {value}" for name, value in given_headers)])
    return head.encode("utf-8", "surrogatepass") + b"\r\nConnection: close\r\n\r\n" + body


def measure(folder: Path, minutes: float = 10.0) -> list[Target]:
    """Send odd requests for so long, and count what is answered."""
    logs.begin("error")  # a refusal is a warning
    taken: list[Notice] = []
    app = create_receiver(taken.append, SECRET, lambda: "bot")
    with served(app, "127.0.0.1", 0, seconds=2.0) as address:
        sent = list(_answers(int(address.rpartition(":")[2]), 60 * minutes))
    answers = Counter(status for status, _ in sent)
    table("Fuzz", ("answer", "requests"), [(str(each), answers[each]) for each in sorted(answers)])
    print(f"  {len(taken)} were notices; 0 is a connection that was cut without an answer")
    unforeseen = {request: status for status, request in sent if request}
    for request in sorted(unforeseen, key=len)[:3]:
        print(f"  {unforeseen[request]} is the answer to {request!r}")
    return [Target("requests whose answer nobody foresaw", len(unforeseen), 0)]


def _answers(port: int, seconds: float) -> Iterator[tuple[int, bytes | None]]:
    """Yield the status of each answer, and what led to it where it is not to be expected."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        yield from some(port)


def some(port: int, examples: int = EXAMPLES) -> list[tuple[int, bytes | None]]:
    """Send so many requests; return each answer's status, and what led to one nobody foresaw.

    The status is 0 where the connection was cut.
    """
    found: list[tuple[int, bytes | None]] = []

    @settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=HealthCheck
    )
    @given(requests_sent())
    def send(request: bytes) -> None:
        status = answer_to(port, request)
        found.append((status, None if status in EXPECTED else request))

    send()
    return found


def answer_to(port: int, request: bytes) -> int:
    """Return the status of what is answered; 0 where the connection is cut."""
    with socket.create_connection(("127.0.0.1", port), 10) as line:
        try:
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
            heard: Any = line.recv(100)
        except ConnectionError:
            return 0
    return int(heard.split()[1]) if heard.startswith(b"HTTP/1.") else 0

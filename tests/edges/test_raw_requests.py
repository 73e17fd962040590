"""Both halves over raw sockets: what is refused, what it costs, and who has to wait for it."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass

import pytest

from bot.core.incoming.notices import MAX_BODY_BYTES, PATH
from bot.edges.web.http_server import HEAD_SECONDS, MOST_CONNECTIONS, THREADS, served
from bot.sandbox.webex.webhooks_out import signatures
from tests.bench.bot_processes import ADDRESS, of_procfile
from tests.bench.processes import Process, started
from tests.platforms.hasty import SECRET, create_web

BODY = json.dumps({"resource": "messages", "event": "created", "data": {"id": "m"}}).encode()
LINE = f"POST {PATH} HTTP/1.1\r\n".encode()
START = LINE + b"Host: x\r\nContent-Type: application/json\r\n"
CHUNKED = START + b"Transfer-Encoding: chunked\r\n"
MOST_MB = 30.0
HEALTH = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"


@dataclass(frozen=True)
class Half:
    """One of the bot's ways to serve.

    Args:
        port: where it takes notices.
        memory: MB that it holds.
        said: what its process logged so far.
    """

    port: int
    memory: Callable[[], float]
    said: Callable[[], str]

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), 20)

    def answers(self, sent: bytes) -> list[int]:
        """Return the status of each answer on one connection, until it is closed."""
        heard = b""
        with self.connect() as line, suppress(ConnectionError):
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            while part := line.recv(65536):
                heard += part
        found = [line for line in heard.split(b"\r\n") if line.startswith(b"HTTP/1.")]
        return [int(each.split()[1]) for each in found]


def _port(address: str) -> int:
    return int(address.rpartition(":")[2])


@pytest.fixture(scope="module", params=["run", "web"])
def half(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    if request.param == "run":
        words = ["-c", "from tests.edges.test_raw_requests import serve; serve()"]
    else:
        ours = {"bot.wsgi:create_web()": "tests.platforms.hasty:create_web()"}
        words = [ours.get(each, each) for each in of_procfile("web")[0]]
    with started(words, tmp_path_factory.mktemp(request.param)) as process:
        yield _half(process)


def _half(process: Process) -> Half:
    half = Half(_port(process.said(ADDRESS)), process.memory, process.log.read_text)
    assert half.answers(HEALTH) == [200]  # gunicorn says where before its worker is loaded
    return half


def serve() -> None:
    """Serve as `run` does, in a process whose memory can be looked at."""
    with served(create_web(), "127.0.0.1", 0) as address:
        print(address, flush=True)
        time.sleep(600)


def signed(*more: bytes, body: bytes = BODY) -> bytes:
    """Return the start of a request that Webex signed, with more headers."""
    given = [f"{name}: {value}".encode() for name, value in signatures(SECRET, body).items()]
    return START + b"".join(each + b"\r\n" for each in (*given, *more))


def test_a_signed_notice_is_accepted_whole_and_chunked(half: Half) -> None:
    whole = signed(b"Content-Length: %d" % len(BODY)) + b"\r\n" + BODY
    parts = b"5\r\n%b\r\n%x;name=value\r\n%b\r\n0\r\n\r\n" % (BODY[:5], len(BODY) - 5, BODY[5:])
    in_chunks = signed(b"Transfer-Encoding: chunked") + b"\r\n" + parts
    assert half.answers(whole + in_chunks + HEALTH) == [204, 204, 200]


HEADS = {
    "negative length": START + b"Content-Length: -1\r\n",
    "plus in the length": START + b"Content-Length: +5\r\n",
    "underscore in the length": START + b"Content-Length: 1_0\r\n",
    "hexadecimal length": START + b"Content-Length: 0x5\r\n",
    "empty length": START + b"Content-Length:\r\n",
    "digits of another script": START + "Content-Length: \u0665\r\n".encode(),
    "two lengths": START + b"Content-Length: 5\r\nContent-Length: 5\r\n",
    "two lengths in one": START + b"Content-Length: 5, 5\r\n",
    "space before the colon": START + b"Content-Length : 5\r\n",
    "space before the name": START + b" Content-Length: 5\r\n",
    "underscored name": START + b"Content_Length: 5\r\n",
    "underscored other name": START + b"X_Webex_Signature: SHA-256=00\r\n",
    "folded line": START + b"X: y\r\n\tContent-Length: 5\r\n",
    "first line folded": LINE + b" more: of nothing\r\nHost: x\r\n",
    "length and chunks": CHUNKED + b"Content-Length: 5\r\n",
    "chunks and length": START + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
    "chunked twice": CHUNKED + b"Transfer-Encoding: chunked\r\n",
    "chunked twice in one": START + b"Transfer-Encoding: chunked, chunked\r\n",
    "chunked and more": START + b"Transfer-Encoding: chunked, identity\r\n",
    "other encoding": START + b"Transfer-Encoding: gzip, chunked\r\n",
    "nearly chunked": START + b"Transfer-Encoding: xchunked\r\n",
    "quoted chunked": START + b'Transfer-Encoding: "chunked"\r\n',
    "vertical tab before chunked": START + b"Transfer-Encoding:\x0bchunked\r\n",
    "chunked of old": CHUNKED.replace(b"HTTP/1.1", b"HTTP/1.0"),
    "bare line feeds": START.replace(b"\r\n", b"\n") + b"\r\n",
    "bare line feed in a value": START + b"X: y\nContent-Length: 5\r\n",
    "bare carriage return in a value": START + b"X: y\rContent-Length: 5\r\n",
    "zero byte in a value": START + b"X: y\0\r\n",
    "zero byte in a name": START + b"X\0: y\r\n",
    "no colon": START + b"Content-Length\r\n",
    "no name": START + b": 5\r\n",
    "no host": LINE,
    "two hosts": START + b"Host: y\r\n",
    "other version": START.replace(b"HTTP/1.1", b"HTTP/2.0"),
    "no version": f"POST {PATH}\r\nHost: x\r\n".encode(),
    "two spaces": START.replace(b"POST ", b"POST  "),
    "small letters": START.replace(b"POST", b"post"),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_a_head_that_can_be_read_in_two_ways_is_refused_and_nothing_after_it_read(
    half: Half, head: bytes
) -> None:
    assert half.answers(head + b"\r\n" + HEALTH) == [400]


CHUNKS = {
    "no size": b"\r\n",
    "letters": b"zz\r\n",
    "negative": b"-1\r\n",
    "plus": b"+5\r\nhello\r\n0\r\n\r\n",
    "prefix": b"0x5\r\nhello\r\n0\r\n\r\n",
    "underscore": b"0_5\r\nhello\r\n0\r\n\r\n",
    "space before": b" 5\r\nhello\r\n0\r\n\r\n",
    "space after": b"5 \r\nhello\r\n0\r\n\r\n",
    "bare line feed": b"5\nhello\r\n0\r\n\r\n",
    "bare line feed, then a good end": b"5\n\r\nhello\r\n0\r\n\r\n",
    "bare line feed in an extension": b"5;x\nhello\r\n0\r\n\r\n",
    "nine digits": b"000000005\r\nhello\r\n0\r\n\r\n",
    "too short": b"3\r\nhello\r\n0\r\n\r\n",
    "too long": b"7\r\nhello\r\n0\r\n\r\n",
    "no end": b"5\r\nhello0\r\n\r\n",
    "trailers": b"5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n",
    "long extension": b"5;" + b"x" * 1000,
}


@pytest.mark.parametrize("chunks", CHUNKS.values(), ids=CHUNKS.keys())
def test_chunks_that_can_be_read_in_two_ways_are_refused_without_a_log(
    half: Half, chunks: bytes
) -> None:
    before = half.said()
    assert half.answers(CHUNKED + b"\r\n" + chunks + HEALTH) == [400]
    assert "rror" not in half.said().removeprefix(before)


def flood(line: socket.socket, head: bytes, part: bytes, times: int) -> bytes:
    """Send without end; return what is heard once the other side has enough."""
    with suppress(OSError):
        line.sendall(head)
        for _ in range(times):
            line.sendall(part)
    with suppress(OSError):
        return line.recv(100)
    return b""


MB = b"x" * 1_000_000
FLOODS = {
    "negative length": (START + b"Content-Length: -1\r\n\r\n", MB),
    "300 MB": (START + b"Content-Length: 300000000\r\n\r\n", MB),
    "one byte too many": (START + b"Content-Length: %d\r\n\r\n" % (MAX_BODY_BYTES + 1), MB),
    "a chunk of 4 GB": (CHUNKED + b"\r\nffffffff\r\n", MB),
    "an endless extension": (CHUNKED + b"\r\n5;", MB),
    "endless chunks": (CHUNKED + b"\r\n", b"1000\r\n" + b"x" * 0x1000 + b"\r\n"),
    "an endless header": (START + b"X: ", MB),
    "endless headers": (START, b"X: y\r\n" * 10_000),
    "an endless line": (b"GET /", MB),
}


def test_no_flood_of_strangers_makes_it_grow(half: Half) -> None:
    before = half.memory()
    for head, part in FLOODS.values():
        with ExitStack() as stack:
            for line in [stack.enter_context(half.connect()) for _ in range(4)]:
                heard = flood(line, head, part, times=300)
                assert heard[9:12] in {b"", b"400", b"413", b"431"}
    assert half.memory() - before < MOST_MB


@pytest.mark.parametrize(
    "begun", [b"", b"POST", START, START + b"Content-Length: 100\r\n\r\nx"], ids=len
)
def test_idle_connections_do_not_block_others(half: Half, begun: bytes) -> None:
    with ExitStack() as stack:
        for _ in range(3 * THREADS):
            stack.enter_context(half.connect()).sendall(begun)
        began = time.monotonic()
        assert half.answers(HEALTH) == [200]
        assert time.monotonic() - began < HEAD_SECONDS / 2


def test_a_connection_over_the_limit_waits_for_idle_ones_to_close(
    half: Half,
) -> None:
    with ExitStack() as stack:
        for _ in range(MOST_CONNECTIONS + 10):
            stack.enter_context(half.connect())
        assert half.answers(HEALTH) == [200]

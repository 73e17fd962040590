"""Addresses that others gave are called without reaching the network that the bot runs in."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path

import pytest
import trustme

from bot.core.domain.errors import Passing
from bot.edges.outbound_address import AddressRefused
from bot.edges.outbound_calls import AnswerTooLong, OutboundCalls
from tests.rows import for_each

HERE = (ip_network("127.0.0.1/32"),)


class Server(ThreadingHTTPServer):
    """Answers as it is told, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[tuple[str, str, str | None, bytes]] = []
        self.status, self.headers, self.body = 200, {}, b"fine"
        self.pause = 0.0

    def handle_error(self, *_who: object) -> None:
        """Stay silent: clients are expected to leave."""


class Answering(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        asked = (self.command, self.path, self.headers["Host"], self.rfile.read(length))
        self.server.asked.append(asked)
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        for at in range(len(self.server.body)):
            self.wfile.write(self.server.body[at : at + 1])
            self.wfile.flush()
            if self.server.pause:
                time.sleep(self.server.pause)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, *_said: object) -> None:
        """Stay silent."""


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    with Server() as server:
        if tls:
            # The handshake is the request's: a client that never ends it must not stop the server.
            server.socket = tls.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def url_of(server: Server, path: str = "/events") -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


def test_an_allowed_private_address_is_called(server: Server):
    answer = OutboundCalls(HERE).call("POST", url_of(server, "/a?b=c"), b"{}", {"X-One": "1"})
    assert (answer.status, answer.body) == (200, b"fine")
    assert server.asked == [("POST", "/a?b=c", f"127.0.0.1:{server.server_port}", b"{}")]


PRIVATE = (
    *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "localhost"),
    *("10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254", "224.0.0.1"),
    *("255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]"),
    *("[fe80::1]", "[fd00:ec2::254]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]"),
    *("[64:ff9b:1::a9fe:a9fe]", "[2001:0:7f00:1::]", "[ff02::1]"),
)


@for_each("host", PRIVATE)
def test_a_private_address_is_not_called(host: str):
    for url in (f"https://{host}/", f"https://{host}:8443/a", f"http://{host}/"):
        with pytest.raises(AddressRefused):
            OutboundCalls().call("GET", url)


WRONG = (
    *("", "events", "/events", "ftp://x.com/", "file:///etc/passwd", "https://", "https:///a"),
    *("http://x.com/", "HTTP://x.com", "javascript:alert(1)", "https://x.com:0/", "https://[::1"),
    *("https://me:word@x.com/", "https://x.com/#there", "https://x.com/ a"),
    *("https://x.com\\@y.com/", "https://x.com/\r\nX: 1", "https://x.com:99999/", "https://x .com"),
    *("//x.com/", "https://x.com/" + "a" * 2000, "https://x.com\0/"),
)


@for_each("url", WRONG)
def test_what_is_no_address_is_not_called(url: str):
    with pytest.raises(AddressRefused):
        OutboundCalls(resolver=lambda *_: ["93.184.215.14"]).check(url)


@for_each("host", ["x.com", "bücher.example", "93.184.215.14", "[2606:2800:21f:cb07::1]"])
def test_a_public_address_may_be_called(host: str):
    calls = OutboundCalls(resolver=lambda host, _: [host if ":" in host else "93.184.215.14"])
    calls.check(f"https://{host}:8443/events?of=me")


def test_a_name_with_one_private_address_is_not_called():
    calls = OutboundCalls(resolver=lambda *_: ["93.184.215.14", "127.0.0.1"])
    with pytest.raises(AddressRefused):
        calls.check("https://x.com/")


def test_an_unknown_name_may_be_known_later():
    def nobody(*_: object) -> list[str]:
        raise OSError

    calls = OutboundCalls(resolver=nobody)
    with pytest.raises(Passing):
        calls.call("GET", "https://x.com/")
    with pytest.raises(AddressRefused):
        calls.check("https://x.com/")


def test_a_name_is_resolved_once_for_the_check_and_the_connection(server: Server):
    found = iter([["127.0.0.1"], ["127.0.0.2"]])
    calls = OutboundCalls(HERE, resolver=lambda *_: next(found))
    url = f"http://rebinding.example:{server.server_port}/"
    assert calls.call("GET", url).status == 200
    assert server.asked[0][2] == f"rebinding.example:{server.server_port}"
    with pytest.raises(AddressRefused):
        calls.call("GET", url)
    assert len(server.asked) == 1


def test_a_redirect_is_not_followed(server: Server):
    with serving() as elsewhere:
        server.status, server.headers = 302, {"Location": url_of(elsewhere)}
        assert OutboundCalls(HERE).call("POST", url_of(server)).status == 302
        assert elsewhere.asked == []


def test_a_proxy_is_not_used(server: Server, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert OutboundCalls(HERE).call("GET", url_of(server)).status == 200


def test_a_long_answer_is_cut_off(server: Server):
    server.body = b"a" * 101
    assert OutboundCalls(HERE, most=101).call("GET", url_of(server)).body == server.body
    with pytest.raises(AnswerTooLong):
        OutboundCalls(HERE, most=100).call("GET", url_of(server))


def test_a_trickling_answer_ends_in_time(server: Server):
    server.body, server.pause = b"a" * 100, 0.02
    began = time.monotonic()
    with pytest.raises(Passing):
        OutboundCalls(HERE, seconds=0.1).call("GET", url_of(server))
    assert time.monotonic() - began < 1.5  # it would take two seconds


def test_nobody_at_an_address_is_an_outage():
    with serving() as gone:
        url = url_of(gone)
    with pytest.raises(Passing):
        OutboundCalls(HERE).call("GET", url)


def test_the_certificate_is_that_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("events.example.com").configure_cert(tls)
    calls = OutboundCalls(HERE, resolver=lambda *_: ["127.0.0.1"])
    with serving(tls) as server:
        ours = f"https://events.example.com:{server.server_port}/"
        assert calls.call("POST", ours, b"{}").status == 200
        with pytest.raises(Passing):
            calls.call("POST", ours.replace("events", "other"), b"{}")
    assert len(server.asked) == 1

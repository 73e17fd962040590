"""The broker's client against the sandbox's broker and misbehaving servers, over HTTP."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from flask import Flask

from bot.core.domain.errors import (
    NotActivated,
    Passing,
    Refused,
    TokenRefused,
    Trouble,
    Unintelligible,
)
from bot.core.domain.joseencrypt import Encryption, LinkRequest
from bot.core.domain.links import GuestLink, HostLink
from bot.edges.sources.instant_connect import Broker
from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.webex.faults import (
    Fault,
    Html200,
    Locked423,
    RateLimited,
    Reset,
    ServerError,
    Silence,
    Truncated,
    Unauthorized,
)
from bot.sandbox.webex.world import World, small_world
from bot.sandbox.wsgi_thread import Server

TOKEN = "sandbox-token-bot"
REQUEST = LinkRequest("m-1", guests=2)


@pytest.fixture
def world() -> World:
    return small_world()


@pytest.fixture
def closed() -> set[str]:
    return set()


@pytest.fixture
def sandbox(world: World, closed: set[str]) -> Iterator[str]:
    app = Flask("sandbox")
    app.register_blueprint(create_broker(world, iterations=range(1000, 1001), not_activated=closed))
    with Server(app, threads=4, on_stop=world.close) as server:
        yield server.url


@contextmanager
def scripted(reply: bytes, seen: list[bytes] | None = None) -> Iterator[str]:
    """Serve one connection: read what comes, answer with `reply`, hang up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            request = connection.recv(65_536)
            while seen is not None and b"\r\n\r\n" not in request:
                request += connection.recv(65_536)
            if seen is not None:
                seen.append(request)
            connection.sendall(reply)

    thread = threading.Thread(target=serve)
    thread.start()
    with listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join()


def answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def trouble_from(url: str, request: LinkRequest = REQUEST) -> Trouble:
    broker = Broker(url, TOKEN, connect_timeout=5, read_timeout=0.2)
    with pytest.raises(Trouble) as caught:
        broker.mint(request)
    return caught.value


def trouble_of(reply: bytes) -> Trouble:
    with scripted(reply) as url:
        return trouble_from(url)


def reveal(link: HostLink | GuestLink) -> str:
    return link._reveal()  # noqa: SLF001 - the bot only ever writes it into a text


@pytest.mark.parametrize("version", ["v1", "v2"])
@pytest.mark.parametrize("short", [True, False])
def test_minted_links_open(sandbox: str, version: str, short: bool):
    broker = Broker(sandbox, TOKEN, version, link_base=sandbox)
    links = broker.mint(LinkRequest("m-1", hosts=2, guests=3, short=short))
    assert (len(links.hosts), len(links.guests)) == (2, 3)
    for link in (*links.hosts, *links.guests):
        assert reveal(link).startswith(sandbox)
        assert requests.get(reveal(link), timeout=5).status_code == 200


def test_a_host_link_without_login_is_the_talk_path(sandbox: str):
    broker = Broker(sandbox, TOKEN, link_base=sandbox)
    links = broker.mint(LinkRequest("m-1", short=False, login_for_host=False))
    page = requests.get(reveal(links.hosts[0]), timeout=5)
    assert "/gen/v1/talk?" in page.url
    assert "Not offered" in page.text


def test_every_parameter_is_taken_by_the_broker(sandbox: str):
    now = datetime.now(UTC)
    request = LinkRequest(
        "m-1",
        hosts=12,
        guests=13,
        not_before=now - timedelta(minutes=1),
        expires=now + timedelta(hours=1),
        devices=("room12@example.com",),
        vertical="hc",
        login_for_host=False,
        encryption=Encryption("PBES2-HS384+A192KW", 128, 32767, "A192CBC-HS384", "HS384"),
    )
    assert len(Broker(sandbox, TOKEN).mint(request).guests) == 13


def test_one_connection_serves_many_calls_and_refusals(
    sandbox: str, world: World, monkeypatch: pytest.MonkeyPatch
):
    opened: list[Any] = []
    connect = socket.socket.connect
    monkeypatch.setattr(
        socket.socket, "connect", lambda self, to: (opened.append(to), connect(self, to))[1]
    )
    broker = Broker(sandbox, TOKEN)
    for _ in range(3):
        broker.mint(REQUEST)
        world.faults = [ServerError()]
        with pytest.raises(Passing):
            broker.mint(REQUEST)
    assert len(opened) == 1


def test_a_missing_activation_is_recognized(sandbox: str, world: World, closed: set[str]):
    closed.add(world.named("Connect Bot").org_id)
    trouble = trouble_from(sandbox)
    assert type(trouble) is NotActivated
    assert str(trouble.tracking_id).startswith("SANDBOX_")


def test_a_refused_token_is_recognized(sandbox: str):
    with pytest.raises(TokenRefused):
        Broker(sandbox, "another").mint(REQUEST)


FAULTS: list[tuple[Fault, type[Trouble], float | None]] = [
    (RateLimited(retry_after=30), Passing, 30),
    (RateLimited(retry_after=3600), Passing, 3600),
    (RateLimited(retry_after="soon"), Passing, None),
    (RateLimited(retry_after=None), Passing, None),
    (Locked423(retry_after=2), Passing, 2),
    (ServerError(status=500), Passing, None),
    (ServerError(status=502), Passing, None),
    (ServerError(status=503), Passing, None),
    (ServerError(status=504), Passing, None),
    (Reset(), Passing, None),
    (Reset(late=True), Passing, None),
    (Silence(seconds=30), Passing, None),
    (Truncated(), Passing, None),
    (Unauthorized(), TokenRefused, None),
    (Html200(), Unintelligible, None),
]


@pytest.mark.parametrize(("fault", "kind", "wait"), FAULTS)
def test_each_fault_has_its_consequence_and_is_over_afterwards(
    sandbox: str, world: World, fault: Fault, kind: type[Trouble], wait: float | None
):
    world.faults = [fault]
    trouble = trouble_from(sandbox)
    assert (type(trouble), trouble.retry_after) == (kind, wait)
    assert Broker(sandbox, TOKEN).mint(REQUEST).hosts


def test_a_silent_broker_is_given_up_after_the_read_timeout(sandbox: str, world: World):
    world.faults = [Silence(seconds=30)]
    began = time.monotonic()
    trouble_from(sandbox)  # which waits 0.2 seconds
    assert 0.2 <= time.monotonic() - began < 2.5


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("400 Bad Request", Refused),
        ("401 Unauthorized", TokenRefused),
        ("403 Forbidden", NotActivated),
        ("404 Not Found", NotActivated),
        ("405 Method Not Allowed", NotActivated),
        ("409 Conflict", Refused),
        ("410 Gone", NotActivated),
        ("408 Request Timeout", Passing),
        ("423 Locked", Passing),
        ("429 Too Many Requests", Passing),
        ("501 Not Implemented", Passing),
        ("599 Odd", Passing),
    ],
)
def test_each_status_has_its_consequence_and_keeps_the_tracking_id(
    status: str, kind: type[Trouble]
):
    trouble = trouble_of(answer(status, b"{}", "TrackingID: ROUTER_1-2"))
    assert (type(trouble), trouble.tracking_id) == (kind, "ROUTER_1-2")


def test_a_wait_given_as_a_date_becomes_seconds():
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    trouble = trouble_of(answer("503 Busy", b"", f"Retry-After: {later}"))
    assert 60 < (trouble.retry_after or 0) <= 90


@pytest.mark.parametrize(
    "reply",
    [
        answer("200 OK"),
        answer("200 OK", b"<html>Sign in to the hotel</html>"),
        answer("200 OK", b"[]"),
        answer("200 OK", b'{"host": [], "guest": []}'),
        answer("200 OK", b"\xff\xfe\xfa"),
        answer("204 No Content"),
    ],
)
def test_a_success_that_makes_no_sense_is_unintelligible(reply: bytes):
    assert type(trouble_of(reply)) is Unintelligible


@pytest.mark.parametrize(
    "body", [b"[]", b'{"host": [], "guest": []}', b"{nonsense", b"", b"[" * 9999]
)
def test_a_success_that_makes_no_sense_keeps_the_tracking_id(body: bytes):
    trouble = trouble_of(
        answer("200 OK", body, "Content-Type: application/json", "TrackingID: ROUTER_1-2")
    )
    assert (type(trouble), trouble.tracking_id) == (Unintelligible, "ROUTER_1-2")


@pytest.mark.parametrize("location", ["https://example.com/", "http://[", "\xff"])
def test_a_redirect_is_not_followed_for_the_token_would_go_along(location: str):
    reply = answer("307 Moved", b"").replace(b"\r\n\r\n", b"\r\nLocation: ")
    reply += location.encode("latin-1") + b"\r\n\r\n"
    assert type(trouble_of(reply)) is Unintelligible


@pytest.mark.parametrize(
    "reply",
    [b"", b"nonsense\r\n\r\n", answer("200 OK", b"x" * 99)[:-50]],
    ids=["empty", "odd", "cut"],
)
def test_an_answer_that_breaks_off_will_pass(reply: bytes):
    assert type(trouble_of(reply)) is Passing


def test_a_broker_that_does_not_listen_will_pass():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert type(trouble_from(f"http://127.0.0.1:{port}")) is Passing


def test_a_name_that_does_not_resolve_will_pass(monkeypatch: pytest.MonkeyPatch):
    def nowhere(*_args: Any, **_more: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert type(trouble_from("https://broker.invalid")) is Passing


def test_a_broker_without_tls_where_there_should_be_will_pass():
    with scripted(b"HTTP/1.1 200 OK\r\n\r\n") as url:
        assert type(trouble_from(url.replace("http:", "https:"))) is Passing


def test_a_broker_whose_certificate_is_not_trusted_gets_no_token(certificate: Path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            try:
                heard.append(context.wrap_socket(connection, server_side=True).recv(65_536))
            except OSError:
                return

    thread = threading.Thread(target=serve)
    thread.start()
    with listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        assert type(trouble_from(url)) is Passing
        thread.join()
    assert not any(TOKEN.encode() in each for each in heard)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Make a certificate that nobody vouches for."""
    return write_certificate(tmp_path / "own.pem")


def write_certificate(path: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


def test_the_call_carries_the_token_and_json_and_nothing_from_a_netrc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password other")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    seen: list[bytes] = []
    with scripted(answer("400 Bad Request"), seen) as url:
        trouble_from(url)
    head = seen[0].lower()
    assert head.startswith(b"post /api/v2/joseencrypt http/1.1")
    assert f"authorization: bearer {TOKEN}".encode() in head
    assert b"content-type: application/json" in head


@pytest.mark.parametrize("url", ["http://mtg-broker.example", "ftp://127.0.0.1", "mtg-broker", ""])
def test_a_token_never_leaves_in_the_clear(url: str):
    with pytest.raises(ValueError, match="https://"):
        Broker(url, TOKEN)


SHOWN: list[Callable[[Any], str]] = [repr, str, lambda it: f"{it}"]


@pytest.mark.parametrize("show", SHOWN)
def test_a_client_does_not_print_its_token(show: Callable[[Any], str]):
    assert TOKEN not in show(Broker("https://broker.example", TOKEN))


def test_nothing_secret_is_logged(sandbox: str, world: World, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    broker = Broker(sandbox, TOKEN)
    links = broker.mint(REQUEST)
    world.faults = [ServerError()]
    with pytest.raises(Passing):
        broker.mint(REQUEST)
    codes = [reveal(link).rpartition("/")[2] for link in (*links.hosts, *links.guests)]
    assert not [each for each in (TOKEN, "m-1", *codes) if each in caplog.text]

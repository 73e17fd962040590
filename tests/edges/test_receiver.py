"""What the receiver accepts and refuses, without telling strangers why."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from bot.core.incoming.notices import MAX_BODY_BYTES, Notice
from bot.edges.web.receiver import PATH, create_receiver
from bot.sandbox.webex.webhooks_out import signatures
from bot.sandbox.wsgi_thread import Server

SECRET = "the secret of the webhooks"
ME = "bot"
ENVELOPE = {
    "resource": "messages",
    "event": "created",
    "actorId": "erin",
    "data": {"id": "message", "personEmail": "alice@x.com"},
}


@pytest.fixture
def taken() -> list[Notice]:
    return []


@pytest.fixture
def client(taken: list[Notice]) -> FlaskClient:
    return create_receiver(taken.append, SECRET, lambda: ME).test_client()


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def signed(body: bytes) -> dict[str, str]:
    return {"Content-Type": "application/json", **signatures(SECRET, body)}


def deliver(client: FlaskClient, envelope: object) -> TestResponse:
    body = json.dumps(envelope).encode()
    return client.post(PATH, data=body, headers=signed(body))


def test_a_notice_is_recorded_and_thanked_for_without_a_word(client, taken):
    answer = deliver(client, ENVELOPE)
    assert (answer.status_code, answer.data) == (204, b"")
    assert [notice.id for notice in taken] == ["message"]


@pytest.mark.parametrize(
    "envelope",
    [
        ENVELOPE | {"actorId": ME},
        ENVELOPE | {"resource": "rooms"},
        ENVELOPE | {"resource": "somethingNew"},
        ENVELOPE | {"event": "deleted"},
    ],
)
def test_irrelevant_notices_are_acknowledged_and_dropped(client, taken, envelope):
    assert deliver(client, envelope).status_code == 204
    assert taken == []


def test_without_the_bots_id_every_notice_is_kept(taken):
    client = create_receiver(taken.append, SECRET, lambda: None).test_client()
    assert deliver(client, ENVELOPE | {"actorId": ME}).status_code == 204
    assert len(taken) == 1


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{}", {}, 401),
        (b"{}", {"X-Spark-Signature": "forged"}, 401),
        (b"{}", signed(b"[]"), 401),
        (b"{}", signed(b"{}"), 400),
        (b"not JSON", signed(b"not JSON"), 400),
        (b"[1]", signed(b"[1]"), 400),
        (b"[" * 50_000, signed(b"[" * 50_000), 400),
        (b"{}", {**signed(b"{}"), "Content-Type": "text/plain"}, 415),
        (b"x" * (MAX_BODY_BYTES + 1), {}, 413),
        (b"x" * 10_000_000, {}, 413),
    ],
)
def test_a_request_that_is_not_a_notice_is_refused_without_a_reason(
    client, taken, body, headers, status
):
    answer = client.post(PATH, data=body, headers=headers)
    assert (answer.status_code, answer.data) == (status, b"")
    assert taken == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", PATH, 405), ("PUT", PATH, 405), ("GET", "/", 404), ("POST", "/webex/..", 404)],
)
def test_other_ways_in_are_closed(client, method, path, status):
    answer = client.open(path, method=method)
    assert (answer.status_code, answer.data) == (status, b"")


def test_a_hostile_id_is_not_kept(client, taken):
    assert deliver(client, ENVELOPE | {"data": {"id": "a/../../people/me"}}).status_code == 400
    assert taken == []


def test_an_unrecorded_notice_counts_as_not_delivered():
    def fail(_: Notice) -> None:
        raise OperationalError("INSERT alice@x.com", {}, Exception("locked"))

    client = create_receiver(fail, SECRET, lambda: ME).test_client()
    with capture_logs() as logs:
        answer = deliver(client, ENVELOPE)
    assert (answer.status_code, answer.data) == (503, b"")
    assert "alice" not in repr(logs)


def test_a_refusal_is_logged_without_anything_of_the_body(client):
    with capture_logs() as logs:
        client.post(PATH, data=json.dumps(ENVELOPE), headers={"X-Spark-Signature": "forged"})
    [line] = logs
    assert line["event"] == "notice.refused"
    assert line["status"] == 401
    assert not any(word in repr(line) for word in ("alice", "forged", "message:", SECRET))


def test_refusals_do_not_fill_the_log(client):
    with capture_logs() as logs:
        for _ in range(100):
            client.post(PATH, data=b"{}", headers={"X-Spark-Signature": "forged"})
    assert len(logs) == 1


@pytest.mark.parametrize(("days", "status"), [(6.9, 204), (7.1, 400), (400, 400), (-1, 204)])
def test_a_signed_notice_that_is_too_old_is_refused(taken, days, status):
    client = create_receiver(taken.append, SECRET, lambda: ME, longest=7 * 86400).test_client()
    created = datetime.now(UTC) - timedelta(days=days)
    data = ENVELOPE["data"] | {"created": created.isoformat().replace("+00:00", "Z")}
    assert deliver(client, ENVELOPE | {"data": data}).status_code == status
    assert len(taken) == (status == 204)


def test_a_receiver_without_a_secret_is_not_made():
    with pytest.raises(ValueError, match="secret"):
        create_receiver(print, "", lambda: ME)


def test_it_says_that_it_is_alive(client):
    assert client.get("/healthz").data == b"ok\n"


def test_an_endless_body_is_refused_over_a_real_connection(taken):
    app = create_receiver(taken.append, SECRET, lambda: ME)
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n".encode()
    with (
        Server(app, threads=2) as server,
        socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), 5) as line,
    ):
        line.sendall(head + b"x" * 1000)
        assert line.recv(100).startswith(b"HTTP/1.1 413")

"""A program says over HTTPS where it is told of events, and has them sent again."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import partial
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from flask import Flask
from structlog.testing import capture_logs

from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.event_tables import event_endpoints
from bot.process.api_setup import add_api
from tests.api.conftest import YEAR
from tests.api.test_openapi import answer_fits
from tests.engine.databases import wait_until
from tests.event_receiver import EventReceiver, receiving_events
from tests.rows import for_each
from tests.stories.real import Town

PUBLIC = "https://93.184.215.14/events"
EVERYTHING = {"since": "2020-01-01T00:00:00Z"}


class Listener:
    """A program with a key of its own."""

    def __init__(self, town: Town, keys: ApiKeyStore) -> None:
        key = keys.new(f"w{uuid.uuid4().hex[:12]}", ["meetings"], YEAR, per_minute=10_000)
        self._base, self._key = f"{town.receiver}/v1/webhooks", key

    def asks(self, method: str, path: str = "", body: Any = None, once: str = ""):
        headers = {"Authorization": f"Bearer {self._key}"}
        headers |= {"Idempotency-Key": once or uuid.uuid4().hex} if method == "POST" else {}
        url = self._base + path
        return requests.request(method, url, headers=headers, json=body, timeout=15)

    def adds(self, url: str = PUBLIC, once: str = "", **more: Any) -> requests.Response:
        return self.asks("POST", "", {"url": url, **more}, once)


@pytest.fixture
def program(town: Town, keys: ApiKeyStore) -> Listener:
    return Listener(town, keys)


@pytest.fixture
def server() -> Iterator[EventReceiver]:
    with receiving_events() as server:
        yield server


def arrived(server: EventReceiver, events: list[str]) -> bool:
    return server.ids == events


@contextmanager
def removed_once_read(town: Town, endpoint: str) -> Iterator[None]:
    """Remove an endpoint as soon as a request has read it."""
    removing = [event_endpoints.delete().where(event_endpoints.c.id == endpoint)]

    def remove(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if removing and "FROM event_endpoints" in statement:
            with town.bot.database.begin() as another:
                another.execute(removing.pop())

    sa.event.listen(town.bot.receiving, "after_cursor_execute", remove)
    try:
        yield
    finally:
        sa.event.remove(town.bot.receiving, "after_cursor_execute", remove)


def test_an_endpoint_is_added_tested_and_removed(program: Listener, server: EventReceiver):
    with capture_logs() as logs:
        made = program.adds(server.url, types=["guest.here"], contact="erin@example.com")
    assert made.status_code == 201, made.text
    told = made.json()
    answer_fits("MadeWebhookAnswer", told)
    server.secret = told.pop("secret")
    for each in (server.secret, server.url, "erin@"):
        assert each not in str(logs)
    path = f"/{told['id']}"
    assert made.headers["Location"] == f"/v1/webhooks{path}"
    assert program.asks("GET", path).json() == told
    assert program.asks("GET").json() == {"data": [told]}
    sent = program.asks("POST", f"{path}/test")
    assert sent.status_code == 202, sent.text
    wait_until(lambda: server.ids == sent.json()["events"])
    wait_until(lambda: program.asks("GET", f"{path}/events").json()["data"][0]["delivered"])
    events = program.asks("GET", f"{path}/events").json()
    answer_fits("EventsAnswer", events)
    assert [each["id"] for each in events["data"]] == server.ids
    again = program.asks("POST", f"{path}/replay", {"event": server.ids[0]})
    assert again.json() == sent.json()
    wait_until(lambda: len(server.ids) == 2)
    wait_until(lambda: program.asks("GET", f"{path}/events").json()["data"][0]["delivered"])
    nothing = program.asks("POST", f"{path}/replay", EVERYTHING)
    assert (nothing.status_code, nothing.json()) == (202, {"events": []})
    assert program.asks("DELETE", path).status_code == 204
    assert program.asks("GET", path).status_code == 404


def test_a_new_secret_signs_beside_the_earlier_one(program: Listener, server: EventReceiver):
    made = program.adds(server.url).json()
    path, once = f"/{made['id']}", uuid.uuid4().hex
    with capture_logs() as logs:
        first, again = (program.asks("POST", f"{path}/rotate", once=once) for _ in range(2))
    told = first.json()
    answer_fits("RotatedSecretAnswer", told)
    assert again.json() == told
    assert told["secret"] not in (made["secret"], str(logs))
    for secret in (made["secret"], told["secret"]):
        server.ids, server.secret = [], secret
        sent = program.asks("POST", f"{path}/test").json()
        wait_until(partial(arrived, server, sent["events"]))
    assert program.asks("POST", f"{path}/rotate").status_code == 409
    shown = program.asks("GET", path).text + program.asks("GET").text
    shown += program.asks("PATCH", path, {"active": False}).text
    assert "whsec" not in shown


@for_each(
    ["method", "path", "body"],
    [("POST", "/rotate", None), ("POST", "/test", None), ("PATCH", "", {"active": False})],
)
def test_an_endpoint_that_is_removed_meanwhile_is_not_there(
    town: Town, program: Listener, method: str, path: str, body: Any
):
    made = program.adds().json()["id"]
    with removed_once_read(town, made):
        answer = program.asks(method, f"/{made}{path}", body)
    assert answer.status_code == 404, answer.text
    answer_fits("ProblemAnswer", answer.json())


def test_a_repeated_order_sends_nothing_twice(program: Listener, server: EventReceiver):
    made = program.adds(server.url).json()
    server.secret, path = made["secret"], f"/{made['id']}"
    test, again = uuid.uuid4().hex, uuid.uuid4().hex
    sent = program.asks("POST", f"{path}/test", once=test).json()
    [event] = sent["events"]
    wait_until(lambda: program.asks("GET", f"{path}/events").json()["data"][0]["delivered"])
    orders = [program.asks("POST", f"{path}/test", once=test)]
    orders += [program.asks("POST", f"{path}/replay", {"event": event}, again) for _ in range(2)]
    wait_until(lambda: len(server.ids) == 2)
    wait_until(lambda: program.asks("GET", f"{path}/events").json()["data"][0]["delivered"])
    orders.append(program.asks("POST", f"{path}/replay", {"event": event}, again))
    assert [(each.status_code, each.json()) for each in orders] == [(202, sent)] * 4
    assert program.asks("POST", f"{path}/replay", EVERYTHING, again).status_code == 422
    for no_time in ("0001-01-01T00:00:00+14:00", 51254):
        refused = program.asks("POST", f"{path}/replay", {"since": no_time})
        assert [each["pointer"] for each in refused.json()["errors"]] == ["#/since"]
    last = program.asks("POST", f"{path}/test").json()["events"]
    wait_until(lambda: server.ids[-1:] == last)
    assert server.ids == [event, event, *last]


def test_a_repeated_order_sends_nothing_that_came_after_it(
    program: Listener, server: EventReceiver
):
    server.status = 503
    made = program.adds(server.url).json()
    server.secret, path, again = made["secret"], f"/{made['id']}", uuid.uuid4().hex
    first = program.asks("POST", f"{path}/test").json()
    assert program.asks("POST", f"{path}/replay", EVERYTHING, again).json() == first
    later = program.asks("POST", f"{path}/test").json()
    assert program.asks("POST", f"{path}/replay", EVERYTHING, again).json() == first
    everything = program.asks("POST", f"{path}/replay", EVERYTHING).json()
    assert everything == {"events": first["events"] + later["events"]}


def test_an_endpoint_is_changed_and_turned_off_and_on(program: Listener):
    path = f"/{program.adds().json()['id']}"
    changed = program.asks("PATCH", path, {"types": ["guest.here"], "active": False}).json()
    assert (changed["types"], changed["active"]) == (["guest.here"], False)
    assert program.asks("POST", f"{path}/test").status_code == 409
    assert program.asks("PATCH", path, {"contact": "erin@example.com"}).json()["active"] is False
    assert program.asks("PATCH", path, {"active": True}).json()["active"] is True
    assert program.asks("PATCH", path, {"types": ["guest.gone"]}).status_code == 422


def test_the_same_request_again_adds_one_endpoint(program: Listener):
    first, again = (program.adds(once="one") for _ in range(2))
    assert first.json() == again.json()
    assert len(program.asks("GET").json()["data"]) == 1
    assert program.adds(PUBLIC + "/2", once="one").status_code == 422


@for_each(
    "url",
    [
        *("http://169.254.169.254/latest", "https://169.254.169.254/"),
        *("https://10.0.0.1/", "https://[::1]/", "https://2130706433.example", "no address"),
        *("https://[::ffff:10.0.0.1]/", "https://167772161/", "http://93.184.215.14/", ""),
        "https://x.com/" + "a" * 2000,
    ],
)
def test_an_address_that_leads_inside_is_refused(town: Town, portal: str, url: str):
    headers = {"Authorization": f"Bearer {portal}", "Idempotency-Key": uuid.uuid4().hex}
    at = f"{town.receiver}/v1/webhooks"
    answer = requests.post(at, json={"url": url}, headers=headers, timeout=15)
    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["errors"]] == ["#/url"]
    assert not url or url not in answer.text


@for_each("host", ["127.0.0.1", "127.1", "[::1]", "localhost", "169.254.169.254"])
def test_unless_a_setting_allows_it_nobody_is_called_on_the_bot_s_machine(
    town: Town, portal: str, host: str
):
    careful = copy(town.bot)
    careful.settings = town.bot.settings.model_copy(update={"outbound_networks": ""})
    app = Flask(__name__)
    add_api(careful, app, town.wake)
    headers = {"Authorization": f"Bearer {portal}", "Idempotency-Key": uuid.uuid4().hex}
    for url in (f"https://{host}/events", f"http://{host}:8080/"):
        answer = app.test_client().post("/v1/webhooks", json={"url": url}, headers=headers)
        assert answer.status_code == 422
        assert "private address" in answer.json["errors"][0]["detail"]


def test_nobody_sees_another_program_s_endpoints(program: Listener, town: Town, keys: ApiKeyStore):
    path = f"/{program.adds().json()['id']}"
    other = Listener(town, keys)
    unknown = other.asks("GET", "/0000000000000000").json()
    for method, at, body in (
        ("GET", "", None),
        ("PATCH", "", {"active": False}),
        ("DELETE", "", None),
        ("GET", "/events", None),
        ("POST", "/test", None),
        ("POST", "/replay", EVERYTHING),
        ("POST", "/rotate", None),
    ):
        answer = other.asks(method, path + at, body)
        assert (answer.status_code, answer.json()) == (404, unknown)
    assert other.asks("GET").json() == {"data": []}
    assert program.asks("GET", path).json()["active"] is True


def test_a_program_has_only_so_many_endpoints(program: Listener):
    statuses = [program.adds().status_code for _ in range(11)]
    assert statuses == [201] * 10 + [422]

"""The developer tools: the clock, outages, and the calls with their bodies."""

from __future__ import annotations

import json
import smtplib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import pytest
import requests

from bot.sandbox.outages import switch
from bot.sandbox.page.post_office import open_post_office
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.faults import Slow
from bot.sandbox.webex.traffic import LONGEST, Exchange, shown
from bot.sandbox.webex.world import World, small_world

ERIN = {"as": "erin@example.com"}
TOKEN = "sandbox-token-bot"


@pytest.fixture
def world() -> World:
    return small_world()


@pytest.fixture
def url(world: World) -> Iterator[str]:
    """Where the sandbox is served."""
    with open_town(world) as address:
        yield address


def post(url: str, path: str, body: dict[str, Any]) -> requests.Response:
    """Change something as the page does."""
    headers = {"Origin": url}
    return requests.post(f"{url}/chat/{path}", params=ERIN, json=body, headers=headers, timeout=9)


@pytest.fixture
def call(url: str) -> Callable[..., requests.Response]:
    """Return a function that calls the API as the bot."""

    def called(method: str, path: str, **more: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return requests.request(method, f"{url}/v1{path}", headers=headers, timeout=9, **more)

    return called


def seen(world: World, method: str, address: str) -> Exchange:
    """Wait for an exchange, and return it."""
    return world.wait_for(
        lambda: next(
            (
                each
                for each in world.traffic.after(0)
                if (each.method, each.address) == (method, address)
            ),
            None,
        )
    )


def test_a_call_is_shown_with_its_caller_answer_and_bodies(world: World, call) -> None:
    erin = world.named("Erin Expert")
    call("POST", "/messages?a=b", json={"toPersonId": erin.id, "text": "hello"})
    exchange = seen(world, "POST", "/v1/messages?a=b")
    assert (exchange.caller, exchange.status) == ("Connect Bot", 200)
    assert json.loads(exchange.sent)["text"] == "hello"
    assert json.loads(exchange.answered)["personEmail"] == "connect@webex.bot"
    call("GET", "/nothing")
    assert seen(world, "GET", "/v1/nothing").status == 404


def test_a_webhook_is_shown_with_what_its_receiver_answered(world: World, url: str, call) -> None:
    target = f"{url}/v1/nowhere"
    hook = {"name": "n", "resource": "messages", "event": "created", "secret": "s3cret"}
    call("POST", "/webhooks", json={**hook, "targetUrl": target})
    erin, bot = world.named("Erin Expert"), world.named("Connect Bot")
    world.say(erin, world.direct(erin, bot), "hi")
    exchange = seen(world, "POST", target)
    assert (exchange.caller, exchange.status) == ("Webex", 404)
    assert json.loads(exchange.sent)["resource"] == "messages"
    assert "message" in json.loads(exchange.answered)


def test_tokens_and_secrets_are_not_shown(world: World, url: str, call) -> None:
    hook = {"name": "n", "resource": "messages", "event": "created", "targetUrl": f"{url}/v1"}
    call("POST", "/webhooks", json={**hook, "secret": "s3cret"})
    everything = json.dumps([asdict(each) for each in world.traffic.after(0)], default=str)
    assert "s3cret" not in everything
    assert TOKEN not in everything
    assert "targetUrl" in everything


def test_a_mail_and_its_refusal_are_shown(world: World) -> None:
    with open_post_office(world) as port, smtplib.SMTP("127.0.0.1", port) as client:
        client.sendmail("bot@x.com", ["alice@x.com"], "Subject: hello\r\n\r\nwords")
        switch(world, "mail", on=True)
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            client.sendmail("bot@x.com", ["alice@x.com"], "Subject: again\r\n\r\nwords")
    taken, refused = world.traffic.after(0)
    assert (taken.caller, taken.address, taken.status) == ("bot@x.com", "alice@x.com", 250)
    assert "Subject: hello" in taken.sent
    assert refused.status == 451


def test_files_are_named_and_long_bodies_are_cut() -> None:
    assert shown(b"\x89PNG", "image/png") == "(4 bytes of image/png)"
    assert len(shown(b"a" * 2 * LONGEST, "text/plain")) == LONGEST + 2
    assert shown(b"", "application/json") == ""


def test_the_live_stream_goes_on_after_the_last_one_seen(world: World, url: str, call) -> None:
    call("GET", "/people/me")
    call("GET", "/rooms")
    seen_first = world.traffic.after(0)[0].number
    first, second = (
        requests.get(f"{url}/chat/traffic", params={**ERIN, "after": after}, stream=True, timeout=9)
        for after in (0, seen_first)
    )
    assert "people/me" in next(each for each in first.iter_lines() if b"data" in each).decode()
    assert "rooms" in next(each for each in second.iter_lines() if b"data" in each).decode()


def test_what_the_page_itself_asks_is_no_traffic(world: World, url: str) -> None:
    requests.get(f"{url}/chat/state", params=ERIN, timeout=9)
    requests.get(url, params=ERIN, timeout=9)
    assert world.traffic.after(0) == []


def test_the_clock_moves_forward_only(world: World, url: str) -> None:
    assert post(url, "clock", {"minutes": 90}).status_code == 200
    assert world.clock.ahead == timedelta(minutes=90)
    for wrong in (-1, 1e9, "10", None):
        assert post(url, "clock", {"minutes": wrong}).status_code == 400
    assert world.clock.ahead == timedelta(minutes=90)


@pytest.mark.parametrize(("outage", "status"), [("webex", 503), ("rate", 429)])
def test_an_outage_lasts_until_it_is_switched_off(url: str, call, outage: str, status: int):
    post(url, "outages", {"name": outage, "on": True})
    assert [call("GET", "/rooms").status_code for _ in range(2)] == [status, status]
    post(url, "outages", {"name": outage, "on": False})
    assert call("GET", "/rooms").status_code == 200
    assert post(url, "outages", {"name": "none", "on": True}).status_code == 404


def test_a_slow_webex_answers_all_the_same(world: World, call) -> None:
    world.faults = [Slow(0.01)]
    assert call("GET", "/rooms").status_code == 200
    assert world.faults == []

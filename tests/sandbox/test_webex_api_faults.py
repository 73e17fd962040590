"""Faults between the bot and Webex, on demand."""

from __future__ import annotations

import time

import pytest
import requests
from flask import Flask
from webexpythonsdk import ApiError, RateLimitError

from bot.sandbox.webex.faults import (
    Fault,
    Html200,
    Locked423,
    NotFoundYet,
    RateLimited,
    RefuseDirect,
    Reset,
    ServerError,
    Silence,
    Truncated,
    Unauthorized,
)
from bot.sandbox.webex.webex_api import create_api
from bot.sandbox.wsgi_thread import Server
from tests.sandbox.test_webex_api import ask

LOST = requests.exceptions.ConnectionError


def test_too_many_requests_is_429_with_html_and_a_wait(bot, world, webex):
    world.faults = [RateLimited(30, times=2)]
    answer = ask(webex, "GET", "/people/me")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")
    assert answer.headers["Content-Type"].startswith("text/html")
    with pytest.raises(RateLimitError) as caught:
        bot.people.me()
    assert caught.value.retry_after == 30


def test_a_wait_may_be_nonsense(world, webex):
    world.faults = [RateLimited("soon")]
    assert ask(webex, "GET", "/people/me").headers["Retry-After"] == "soon"


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Locked423(), 423),
        (ServerError(500), 500),
        (ServerError(502), 502),
        (ServerError(503), 503),
        (ServerError(504), 504),
        (NotFoundYet(), 404),
        (Unauthorized(), 401),
    ],
)
def test_a_fault_hits_one_call_and_ends(bot, world, fault, status):
    world.faults = [fault]
    with pytest.raises(ApiError) as caught:
        bot.people.me()
    assert caught.value.status_code == status
    assert caught.value.response.headers["trackingid"]
    assert bot.people.me().type == "bot"
    assert world.faults == []


def test_a_fault_hits_the_given_number_of_calls(webex, world):
    world.faults = [NotFoundYet(times=2)]
    seen = [ask(webex, "GET", "/people/me").status_code for _ in range(3)]
    assert seen == [404, 404, 200]


def test_a_fault_without_an_end_hits_every_call(webex, world):
    world.faults = [ServerError(times=None)]
    assert {ask(webex, "GET", "/people/me").status_code for _ in range(5)} == {503}


def test_a_fault_hits_only_matching_calls(bot, webex, world):
    world.faults = [ServerError(method="POST", path="/messages", naming="alice@x.com")]
    assert ask(webex, "GET", "/messages/direct?personEmail=alice@x.com").status_code == 404
    assert bot.messages.create(toPersonEmail="erin@example.com", text="x")
    with pytest.raises(ApiError):
        bot.messages.create(toPersonEmail="alice@x.com", text="x")


def test_an_address_that_cannot_be_written_to(bot, world):
    world.faults = [RefuseDirect("Alice@x.com")]
    with pytest.raises(ApiError, match="Failed to get one on one conversation"):
        bot.messages.create(toPersonEmail="alice@x.com", text="x")
    assert bot.messages.create(toPersonEmail="bob@example.com", text="x")


def test_a_cut_connection(bot, world):
    world.faults = [Reset()]
    with pytest.raises(LOST):
        bot.messages.create(toPersonEmail="alice@x.com", text="x")
    assert world.spaces_of(world.named("Alice Customer")) == []


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        (Reset(late=True), LOST),
        (ServerError(late=True), ApiError),
        (Truncated(), requests.exceptions.ChunkedEncodingError),
    ],
)
def test_the_call_was_carried_out_and_its_answer_lost(bot, world, fault: Fault, seen):
    world.faults = [fault]
    with pytest.raises(seen):
        bot.messages.create(toPersonEmail="alice@x.com", text="x")
    alice = world.named("Alice Customer")
    (space,) = world.spaces_of(alice)
    assert [one.text for one in world.messages_in(space, alice)] == ["x"]


def test_a_success_that_is_the_page_of_a_proxy(webex, world):
    world.faults = [Html200()]
    answer = ask(webex, "GET", "/people/me")
    assert (answer.status_code, answer.text[:4]) == (200, "<h1>")


def test_silence_ends_in_a_cut_connection(bot, world):
    world.faults = [Silence(0.05)]
    with pytest.raises(LOST):
        bot.people.me()


def test_silence_ends_when_the_server_stops(world):
    app = Flask("sandbox")
    app.register_blueprint(create_api(world))
    world.faults = [Silence(600)]
    with (
        Server(app, threads=2, on_stop=world.close) as server,
        pytest.raises(requests.exceptions.ReadTimeout),
    ):
        requests.get(f"{server.url}/v1/people/me", timeout=0.1)
    assert world.closed.is_set()


def test_latency_is_added_to_each_call(webex, world):
    world.latency = 0.1
    began = time.monotonic()
    ask(webex, "GET", "/people/me")
    assert time.monotonic() - began >= 0.1


def test_every_call_is_remembered(bot, world):
    bot.people.me()
    (call,) = world.calls
    assert (call.method, call.path) == ("GET", "/v1/people/me")
    assert call.person_id == world.named("Connect Bot").id

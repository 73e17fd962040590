"""A small Webex on loopback, whose answers are checked against Cisco's description."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, Response, g, request
from webexpythonsdk import WebexAPI

from bot.sandbox.webex.webex_api import create_api
from bot.sandbox.webex.world import World, small_world
from bot.sandbox.wsgi_thread import Server
from tests.current import Current
from tests.sandbox import described


@pytest.fixture
def world() -> Iterator[World]:
    world = small_world()
    yield world
    world.close()


class Door:
    """The server of all tests, and its answers in the running test."""

    def __init__(self, server: Server, current: Current) -> None:
        self.server, self.current = server, current
        self.answers: list[described.Answered] = []

    def remember(self, answer: Response) -> Response:
        """Record an answer, unless a fault changed it."""
        spoilt = g.get("late") is not None
        if not spoilt and (answer.is_json or answer.status_code == 204):
            body = answer.json if answer.is_json else None
            asked = request.method, request.path
            self.answers.append(described.Answered(*asked, answer.status_code, body))
        return answer


@pytest.fixture(scope="session")
def door() -> Iterator[Door]:
    """One server for all tests: starting one takes longer than a test."""
    app, current = Flask("sandbox"), Current()
    app.register_blueprint(create_api(current))
    with Server(app, threads=32) as server:
        door = Door(server, current)
        app.after_request(door.remember)
        yield door


@pytest.fixture
def webex(world: World, door: Door) -> Iterator[Server]:
    door.answers.clear()
    door.current.let_in(world)
    yield door.server
    described.check(door.answers)


@pytest.fixture
def sdk(webex: Server):
    def speaking_for(name: str) -> WebexAPI:
        return WebexAPI(
            access_token=f"sandbox-token-{name}",
            base_url=f"{webex.url}/v1/",
            wait_on_rate_limit=False,
            single_request_timeout=5,
        )

    return speaking_for


@pytest.fixture
def bot(sdk) -> WebexAPI:
    return sdk("bot")


@pytest.fixture
def erin(sdk) -> WebexAPI:
    return sdk("erin")

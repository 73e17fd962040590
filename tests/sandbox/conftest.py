"""A small Webex on loopback; each answer it gives in a test is held to Cisco's description."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, Response, g, request
from webexpythonsdk import WebexAPI

from bot.sandbox.serving import Server
from bot.sandbox.webex.webex_api import create_api
from bot.sandbox.webex.world import World, small_world
from tests.sandbox import described


@pytest.fixture
def world() -> Iterator[World]:
    world = small_world()
    yield world
    world.close()


class Door:
    """What the one server of all tests serves: the world of the test that runs."""

    app = Flask("nothing yet")

    def __call__(self, environ, start_response):
        return self.app(environ, start_response)


@pytest.fixture(scope="session")
def door() -> Iterator[tuple[Server, Door]]:
    """Starting a server for each test would take longer than the tests."""
    door = Door()
    with Server(door, threads=32) as server:
        yield server, door


@pytest.fixture
def webex(world: World, door: tuple[Server, Door]) -> Iterator[Server]:
    answers: list[described.Answered] = []
    server, door_of_all = door
    door_of_all.app = app = Flask("sandbox")
    app.register_blueprint(create_api(world))

    @app.after_request
    def remember(answer: Response) -> Response:
        spoilt = g.get("late") is not None
        if not spoilt and (answer.is_json or answer.status_code == 204):
            body = answer.json if answer.is_json else None
            answers.append(
                described.Answered(request.method, request.path, answer.status_code, body)
            )
        return answer

    yield server
    described.check(answers)


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

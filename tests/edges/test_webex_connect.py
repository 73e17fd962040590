"""Text messages handed to a flow of Webex Connect, over HTTP on loopback."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from bot.core.domain.errors import NotFound, Passing, Refused, TokenRefused, Unintelligible
from bot.core.steps.sms_steps import PhoneMessage, SendText
from bot.edges.delivery.webex_connect import WebexConnect
from bot.sandbox.page.phone_pages import KEY, PATH, create_phones
from bot.sandbox.webex.faults import Html200, RateLimited, Reset, ServerError, Silence
from bot.sandbox.webex.world import ALICES_PHONE, World, small_world
from bot.sandbox.wsgi_thread import Server
from tests.readme import DOCS

SHORT = "https://instant.webex.com/visit/aB3dE5f"
LONG = "https://instant.webex.com/gen/v1/talk?int=jose&v=1&data=eyJh.b.c.d.e"


def message(link: str = SHORT) -> PhoneMessage:
    return PhoneMessage("one", ALICES_PHONE, f"Erin invites you: {link}", link, "de")


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[World, str]]:
    world, app = small_world(), Flask("phones")
    app.register_blueprint(create_phones(world))
    with Server(app, on_stop=world.close) as server:
        yield world, server.url


@pytest.fixture
def world(served: tuple[World, str]) -> Iterator[World]:
    world, _ = served
    world.texts.clear()
    yield world
    world.faults = []


@pytest.fixture
def flow(served: tuple[World, str], world: World) -> WebexConnect:
    return WebexConnect(served[1] + PATH, KEY)


def test_a_text_message_arrives(flow: WebexConnect, world: World):
    assert flow.send(SendText(message())).message_id == "one"
    [text] = world.texts.values()
    assert (text.number, text.text) == (ALICES_PHONE, f"Erin invites you: {SHORT}")


def test_the_posted_json_is_that_of_the_docs():
    [told] = re.findall(r"```json\n(.*?)```", (DOCS / "phones.md").read_text(), flags=re.DOTALL)
    shown = json.loads(told)
    said = PhoneMessage(shown["id"], shown["number"], shown["text"], shown["link"], "en")
    assert said.body() == shown


def test_the_same_text_again_comes_once(flow: WebexConnect, world: World):
    flow.send(SendText(message()))
    flow.send(SendText(message()))
    assert len(world.texts) == 1


@pytest.mark.parametrize("link", [SHORT, LONG])
def test_the_fields_of_ciscos_node_make_the_link(link: str):
    body = message(link).body()
    assert body["baseUrl"] + body["guestshortkey"] + body["guestcipher"] == link
    assert (body["guestshortkey"] == "") is (link == LONG)
    assert body["link"] == link


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (RateLimited(7), Passing),
        (ServerError(500), Passing),
        (Reset(), Passing),
        (Html200(), Unintelligible),
    ],
)
def test_failures_become_trouble(flow: WebexConnect, world: World, fault: object, trouble: type):
    world.faults = [fault]
    with pytest.raises(trouble) as raised:
        flow.send(SendText(message()))
    assert raised.value.retry_after == getattr(fault, "retry_after", None)
    assert SHORT not in repr(raised.value)


def test_silence_does_not_last(flow: WebexConnect, world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.edges.delivery.webex_connect.TIMEOUTS", (1, 0.05))
    world.faults = [Silence(0.2)]
    with pytest.raises(Passing):
        flow.send(SendText(message()))


def test_a_wrong_key_address_and_number_are_distinguished(
    served: tuple[World, str], flow: WebexConnect
):
    with pytest.raises(TokenRefused):
        WebexConnect(served[1] + PATH, "another key").send(SendText(message()))
    with pytest.raises(NotFound):
        WebexConnect(served[1] + "/events/OTHER", KEY).send(SendText(message()))
    with pytest.raises(Refused):
        flow.send(SendText(replace(message(), phone="123")))


def test_neither_the_flow_nor_a_text_prints_secrets(flow: WebexConnect):
    printed = f"{flow!r} {SendText(message())!r}"
    assert not any(each in printed for each in (KEY, PATH, SHORT, ALICES_PHONE, "Erin"))

"""`doctor --send-test` reaches people as guests are reached, and says what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import structlog
from click.testing import CliRunner

from bot.command_line import bot
from bot.sandbox.page import phone_pages
from bot.sandbox.page.post_office import open_post_office
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.faults import NotFoundYet, RefuseDirect
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> Iterator[World]:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(str(tmp_path))
    world = small_world()
    with open_town(world) as address, open_post_office(world) as mail_port:
        given = {
            "WEBEX_ACCESS_TOKEN": "sandbox-token-bot",
            "WEBHOOK_SECRET": "a-secret-of-the-webhooks",
            "BOT_ALLOWED": "example.com",
            "WEBEX_API_URL": f"{address}/v1/",
            "BROKER_URL": address,
            "SMTP_URL": f"smtp+plain://127.0.0.1:{mail_port}",
            "MAIL_FROM": "bot@example.com",
            "WEBEX_CONNECT_URL": f"{address}{phone_pages.PATH}",
            "WEBEX_CONNECT_KEY": phone_pages.KEY,
        }
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        yield world
    structlog.reset_defaults()


def outcome_of(to: str) -> dict[str, dict[str, str]]:
    said = CliRunner().invoke(bot, ["doctor", "--json", "--send-test", to])
    found = {each["name"]: each for each in json.loads(said.stdout)}
    return {name: each for name, each in found.items() if name.startswith("test ")}


def test_an_address_gets_an_email(world: World) -> None:
    assert outcome_of("carol@x.com")["test e-mail"]["light"] == "green"
    [mail] = world.mails_of("carol@x.com")
    assert b"This is a test of the Instant Connect bot" in mail.data
    assert b"http" not in mail.data.partition(b"<body>")[2]


def test_a_colleague_gets_a_direct_message(world: World) -> None:
    assert outcome_of("erin@example.com")["test direct message"]["light"] == "green"
    assert any("This is a test" in each.text for each in world.messages.values())


def test_a_phone_gets_a_text_message(world: World) -> None:
    assert outcome_of("+49 171 3920042")["test text message"]["light"] == "green"
    [text] = world.texts.values()
    assert text.number == "+491713920042"


def test_a_refusal_says_what_to_do(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.faults = [RefuseDirect(times=None, email="erin@example.com")]
    assert outcome_of("erin@example.com")["test direct message"]["do"] == "Try another recipient."
    world.faults = [NotFoundYet(times=None, path="/smtp")]
    assert outcome_of("carol@x.com")["test e-mail"]["light"] != "green"
    monkeypatch.delenv("WEBEX_CONNECT_URL")
    monkeypatch.delenv("WEBEX_CONNECT_KEY")
    assert outcome_of("+49 171 3920042")["test text message"]["do"] == "Set WEBEX_CONNECT_URL."


def test_an_invalid_recipient_is_an_error(world: World) -> None:
    said = CliRunner().invoke(bot, ["doctor", "--send-test", "nobody"])
    assert said.exit_code == 2
    assert "nobody isn't an email address or a phone number" in said.stderr

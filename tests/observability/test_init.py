"""`init` asks, checks the answers, and writes settings that the bot starts with."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from bot.command_line import bot
from bot.process.env_file import machine_time_zone
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.faults import ServerError
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings, read

TOKEN = "sandbox-token-bot"
ANSWERS = [TOKEN, "example.com", "https://bot.example.com", "Europe/Berlin"]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[World]:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    world = small_world()
    with open_town(world) as address:
        monkeypatch.setenv("WEBEX_API_URL", f"{address}/v1/")
        yield world
    structlog.reset_defaults()


def asked(*answers: str, words: tuple[str, ...] = ()) -> Result:
    typed = "".join(f"{each}\n" for each in answers)
    return CliRunner().invoke(bot, ["init", *words], typed, catch_exceptions=False)


def test_what_it_writes_starts_the_bot_and_only_its_owner_reads_it(world: World) -> None:
    said = asked(*ANSWERS)
    assert said.exit_code == 0
    assert "This is the token of" in said.output
    assert TOKEN not in said.output
    assert "python -m bot doctor" in said.output
    assert stat.S_IMODE(Path(".env").stat().st_mode) == 0o600
    settings = read()
    assert settings.webex_access_token.get_secret_value() == TOKEN
    assert settings.public_url == "https://bot.example.com"
    assert settings.time_zone == "Europe/Berlin"
    assert settings.exposed_file is None


def test_each_secret_is_another(world: World) -> None:
    for name in ("one", "two"):
        asked(*ANSWERS, words=("--env-file", name))
    one, two = (read(env_file=Path(name)).webhook_secret for name in ("one", "two"))
    assert one.get_secret_value() != two.get_secret_value()


def test_a_wrong_answer_is_explained_and_asked_for_again(world: World) -> None:
    wrong = ["not a token", "nobodys-token", TOKEN, "localhost", "example.com"]
    said = asked(*wrong, "http://x.com", "https://x.com", "Berlin", "Europe/Berlin")
    assert said.exit_code == 0
    for reason in (
        "copy only the token",
        "Webex rejects this token",
        "localhost isn't a domain",
        "isn't an https address",
        "isn't a time zone such as Europe/Berlin",
    ):
        assert reason in said.output
    assert read().bot_allowed == "example.com"


def test_the_token_is_accepted_unchecked_while_webex_is_down(world: World) -> None:
    world.faults = [ServerError(times=None)]
    said = asked(*ANSWERS)
    assert said.exit_code == 0
    assert "I couldn't check the token. Webex isn" in said.output


def test_a_persons_token_is_recognized(world: World) -> None:
    said = asked("sandbox-token-erin", *ANSWERS[1:])
    assert "erin@example.com, who seems to be a person" in said.output


def test_without_an_address_a_tunnel_is_suggested(world: World) -> None:
    said = asked(TOKEN, "example.com", "", "Europe/Berlin")
    assert "run --tunnel" in said.output
    assert read().public_url is None


def test_a_file_that_exists_is_left_as_it_is(world: World) -> None:
    Path(".env").write_text("PORT=1\n")
    said = asked(*ANSWERS)
    assert said.exit_code == 1
    assert ".env already exists" in said.output
    assert Path(".env").read_text() == "PORT=1\n"


def test_the_time_zone_of_the_machine_is_proposed(tmp_path: Path) -> None:
    zone = tmp_path / "usr/share/zoneinfo/Europe/Vienna"
    zone.parent.mkdir(parents=True)
    zone.touch()
    (tmp_path / "localtime").symlink_to(zone)
    assert machine_time_zone(tmp_path / "localtime") == "Europe/Vienna"
    assert machine_time_zone(tmp_path / "nowhere") == "UTC"


def test_the_doctor_says_when_others_can_read_the_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(*ANSWERS)
    Path(".env").chmod(0o644)
    said = CliRunner().invoke(bot, ["doctor"])
    assert "chmod 600 .env" in said.output

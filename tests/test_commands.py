"""The command line, against a small Webex on loopback."""

from __future__ import annotations

import errno
import gc
import json
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
import structlog
from click.testing import CliRunner, Result

import bot.__main__ as commands
from bot.process import demo
from bot.sandbox.page import phone_pages
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex import socket_devices
from bot.sandbox.webex.faults import (
    Fault,
    Html200,
    NotFoundYet,
    RefuseDirect,
    ServerError,
    Unauthorized,
)
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings
from tests.bench.bot_processes import of_procfile
from tests.engine.databases import wait_until

ROOT = Path(__file__).parent.parent
# A command leaves its connections to the end of its process, which does not end here.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
PATIENCE = 60  # seconds; only a hanging process meets it


@dataclass
class Town:
    """A small Webex, and the environment in which the bot lives in it."""

    world: World
    environment: dict[str, str]


@pytest.fixture(scope="module")
def open_door() -> Iterator[Town]:
    world = small_world()
    with open_town(world) as address:
        yield Town(
            world,
            {
                "WEBEX_ACCESS_TOKEN": "sandbox-token-bot",
                "WEBHOOK_SECRET": "a-secret-of-the-webhooks",
                "BOT_ALLOWED": "example.com",
                "WEBEX_API_URL": f"{address}/v1/",
                "CATALOG_URL": f"{address}{socket_devices.CATALOG}",
                "BROKER_URL": address,
                "LINK_BASE": address,
                "PUBLIC_URL": "https://bot.example.com",
                "PORT": "0",
            },
        )
    gc.collect()  # while what is unclosed is ignored; it takes longer than most of these tests


@pytest.fixture
def town(open_door: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Town]:
    """The town, with its environment as this process's own for as long as the test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in open_door.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    level = logging.getLogger().level
    yield open_door
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()
    open_door.world.faults = []
    open_door.world.webhooks.clear()


def typed(*words: str) -> Result:
    """What came of `python -m bot WORDS`, in this process."""
    return CliRunner().invoke(commands.bot, words, catch_exceptions=False)


def started(*words: str, folder: Path, **environment: str) -> subprocess.Popen[str]:
    """`python WORDS` in a process of its own."""
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=folder,
        env={**bare, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def all_commands(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command and group of commands."""
    yield words
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from all_commands(command, (*words, name))
        else:
            yield (*words, name)


@pytest.mark.parametrize("words", list(all_commands(commands.bot)), ids=" ".join)
def test_each_command_explains_itself(words: tuple[str, ...]) -> None:
    explained = typed(*words, "--help")
    assert explained.exit_code == 0
    assert explained.output.startswith("Usage: ")
    assert "..." not in explained.output.replace("ARGS]...", ""), "an explanation is cut off"


def test_a_sentence_in_the_sandbox_is_answered_with_links(town: Town) -> None:
    said = typed("sandbox", "--say", "@bot meet alice@x.com about the invoice")
    told = dict(part.split(":\n", 1) for part in said.stdout.split("Seen by ")[1:])
    space = "Erin Expert, Carl Colleague, Bob Builder"
    assert (said.exit_code, said.stderr) == (0, "")
    assert set(told) == {"Alice Customer", "Erin Expert", space}
    assert "Join here" in told["Alice Customer"]
    assert "Start here: http://127.0.0.1:" in told["Erin Expert"]
    assert "http" not in told[space]
    assert all(line.isprintable() for line in said.stdout.splitlines()), "no mark is printed"


def test_a_list_in_the_sandbox_has_a_line_for_each_item(town: Town) -> None:
    said = typed("sandbox", "--say", "help")
    assert (said.exit_code, said.stderr) == (0, "")
    assert "    Start\n\n    - meet alice@x.com tomorrow" in said.stdout


def test_the_sandboxs_page_is_opened_in_the_browser(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o755)
    words = ("-m", "bot", "sandbox", "--port", "0", "--open")
    with started(*words, folder=tmp_path, BROWSER=str(browser)) as process:
        assert process.stdout is not None
        address = re.findall(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]
        try:
            wait_until(lambda: opened.exists() and address in opened.read_text())
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=PATIENCE)


def test_a_number_without_its_country_is_texted_in_the_sandbox(town: Town) -> None:
    said = typed("sandbox", "--say", "@bot meet 0171 3920042")
    assert (said.exit_code, said.stderr) == (0, "")
    assert (
        "On the phone +491713920042:\n    Erin Expert (Example Clinic) invites you" in said.stdout
    )


@pytest.mark.long
def test_people_are_mentioned_and_the_operators_environment_stays_outside(tmp_path: Path) -> None:
    words = ("-m", "bot", "sandbox", "--say", "@bot meet alice@x.com @Bob here")
    outside = {"CLOUD": "moon", "HOST": "0.0.0.0", "HTTP_PROXY": "http://127.0.0.1:9"}  # noqa: S104 - an address that nothing listens on
    out, err = started(*words, folder=tmp_path, **outside).communicate(timeout=PATIENCE)
    assert err == ""
    assert "Seen by Bob Builder:" in out
    assert "Seen by Alice Customer:" in out
    assert "2 guests invited" in out


def test_a_sentence_that_the_bot_does_not_understand_is_a_failure(town: Town) -> None:
    said = typed("sandbox", "--say", "@bot meett alice@x.com")
    assert said.exit_code == 1
    assert "Did you mean" in said.stdout
    assert "the bot did not understand" in said.stderr


def test_a_link_that_does_not_arrive_is_a_failure(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(small_world()) as world:
        away = [NotFoundYet(times=None, path=path) for path in ("/smtp", phone_pages.PATH)]
        world.faults = [RefuseDirect(times=None, email="alice@x.com"), *away]
        monkeypatch.setattr(demo, "small_world", lambda: world)
        monkeypatch.setattr(demo, "PATIENCE", 3.0)  # seconds
        said = typed("sandbox", "--say", "@bot meet alice@x.com 0171 3920042")
    assert said.exit_code == 1
    assert said.stderr == (
        "Did not arrive: the guest link for alice@x.com.\n"
        "Did not arrive: the text for +491713920042.\n"
    )
    assert "I couldn’t reach alice@x.com" in said.stdout


def test_nobody_can_speak_as_somebody_who_is_not_there(town: Town) -> None:
    said = typed("sandbox", "--say", "help", "--as", "nobody@example.com")
    assert said.exit_code == 2
    advice = "Nobody here has the address nobody@example.com. Choose one of: erin@example.com"
    assert advice in said.stderr


def test_links_are_printed_guests_first(town: Town) -> None:
    printed = typed("links", "Test meeting", "--hosts", "1", "--guests", "3")
    assert printed.exit_code == 0
    *rows, last = [row.split() for row in printed.output.splitlines()]
    assert last[0] == "until"
    until = datetime.fromisoformat(" ".join(last[1:3])).replace(tzinfo=UTC)
    assert timedelta(minutes=58) < until - datetime.now(UTC) <= timedelta(minutes=60)
    assert [role for role, _ in rows] == ["guest", "guest", "guest", "host"]
    assert len({link for _, link in rows}) == 4
    assert all(link.startswith(town.environment["LINK_BASE"]) for _, link in rows)


def test_links_are_data_for_scripts(town: Town) -> None:
    words = ("links", "Test", "--guests", "2", "--minutes", "45", "--json")
    data = json.loads(typed(*words).stdout)
    assert (data["subject"], len(data["hosts"]), len(data["guests"])) == ("Test", 1, 2)
    assert list(data) == ["subject", "guests", "hosts", "expires"]
    left = datetime.fromisoformat(data["expires"]) - datetime.now(UTC)
    assert timedelta(minutes=43) < left <= timedelta(minutes=45)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--guests", "30"), "25"),
        (("--guests", "-1"), "0"),
        (("--hosts", "0", "--guests", "0"), "link"),
        (("--minutes", "0"), "1<=x<=1440"),
    ],
)
def test_impossible_links_are_refused_with_the_reason(
    town: Town, words: tuple[str, ...], reason: str
) -> None:
    refused = typed("links", "Test", *words)
    assert refused.exit_code != 0
    assert reason in refused.stderr
    assert not refused.stdout


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        (ServerError(times=None, path="joseencrypt"), "Instant Connect isn't responding"),
        (Html200(times=None, path="joseencrypt"), "Check CLOUD and the addresses"),
        (NotFoundYet(times=None, path="joseencrypt"), "An administrator can turn it on at http"),
    ],
)
def test_links_say_in_plain_text_what_to_do_when_the_broker_gives_none(
    town: Town, fault: Fault, advice: str
) -> None:
    town.world.faults = [fault]
    refused = typed("links", "Test")
    assert refused.exit_code == 1
    assert advice in refused.stderr
    assert "Tracking ID for Cisco support: SANDBOX_" in refused.stderr
    assert "\\" not in refused.stderr


def test_webhooks_are_registered_once_and_then_left_in_peace(town: Town) -> None:
    first, second = (typed("webhooks", "sync").stdout for _ in range(2))
    assert first == "Webhooks: 3 registered, 0 renewed, 0 removed.\n"
    assert second == "Webhooks: 0 registered, 0 renewed, 0 removed.\n"
    targets = {each.target_url for each in town.world.webhooks.values()}
    assert targets == {"https://bot.example.com/webex"}


def test_webhooks_are_listed_and_removed(town: Town) -> None:
    assert "No webhooks are registered" in typed("webhooks", "list").stdout
    typed("webhooks", "sync")
    listed = typed("webhooks", "list").stdout
    assert listed.count("active") == 3
    assert "messages:created" in listed
    assert "a-secret-of-the-webhooks" not in listed
    assert typed("webhooks", "remove").stdout.startswith("Webhooks: 3 removed for ")
    assert town.world.webhooks == {}


def test_without_an_address_no_webhooks_are_registered(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PUBLIC_URL")
    synced = typed("webhooks", "sync")
    assert (synced.exit_code, town.world.webhooks) == (0, {})
    assert "PUBLIC_URL is not set" in synced.stdout


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        (Unauthorized(times=None), "Webex rejects WEBEX_ACCESS_TOKEN."),
        (ServerError(times=None), "Try again in a few minutes."),
    ],
)
def test_webhooks_that_webex_refuses_are_a_sentence(
    town: Town, fault: Unauthorized | ServerError, advice: str
) -> None:
    town.world.faults = [fault]
    refused = typed("webhooks", "sync")
    assert refused.exit_code == 1
    assert advice in refused.stderr


def test_run_needs_an_address(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLIC_URL")
    refused = typed("run")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: PUBLIC_URL is not set, so Webex can't reach the bot.")


def test_with_a_websocket_no_webhooks_are_registered(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE", "websocket")
    synced = typed("webhooks", "sync")
    assert (synced.exit_code, town.world.webhooks) == (0, {})
    assert "over a WebSocket, so no webhooks" in synced.stdout


def test_run_needs_no_address_where_it_opens_a_websocket_and_says_that_cisco_has_not_documented_it(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = threading.Event()
    told.set()
    monkeypatch.setattr("bot.command_line.command_start.told_to_stop", lambda: told)
    monkeypatch.delenv("PUBLIC_URL")
    monkeypatch.setenv("INTAKE", "websocket")
    ended = typed("run")
    assert (ended.exit_code, town.world.webhooks) == (0, {})
    assert "it receives notices over a WebSocket, which Cisco doesn't document" in ended.stdout


def test_a_token_that_webex_does_not_know_ends_the_start_with_a_sentence(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBEX_ACCESS_TOKEN", "nobodys-token")
    refused = typed("worker")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: Webex rejects WEBEX_ACCESS_TOKEN")
    assert "nobodys-token" not in refused.output


def test_a_database_that_is_away_ends_the_start_with_a_sentence(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("DATABASE_URL", f"postgresql://bot:a-password@127.0.0.1:{port}/bot")
    refused = typed("worker")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: The database in DATABASE_URL can't be used")
    assert "a-password" not in refused.output


@pytest.mark.parametrize("words", [("worker",), ("audit",)])
def test_a_file_that_is_no_database_ends_the_start_with_a_sentence(
    town: Town, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("notes.txt").write_text("milk, bread and butter\n" * 9)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///notes.txt")
    refused = typed(*words)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: The database in DATABASE_URL can't be used.")


def test_an_address_of_another_machine_is_explained(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOST", "192.0.2.1")
    refused = typed("web")
    assert refused.exit_code == 1
    assert "can't listen on port 0 of 192.0.2.1" in refused.stderr


@pytest.mark.parametrize(
    ("words", "unneeded", "needed"),
    [
        (["links", "Test"], ["WEBHOOK_SECRET", "BOT_ALLOWED"], ["WEBEX_ACCESS_TOKEN"]),
        (["webhooks", "list"], ["WEBHOOK_SECRET", "BOT_ALLOWED"], ["WEBEX_ACCESS_TOKEN"]),
        (["webhooks", "remove"], ["WEBHOOK_SECRET", "BOT_ALLOWED"], ["WEBEX_ACCESS_TOKEN"]),
        (["webhooks", "sync"], ["BOT_ALLOWED"], ["WEBEX_ACCESS_TOKEN", "WEBHOOK_SECRET"]),
        (["audit"], ["WEBEX_ACCESS_TOKEN", "BOT_ALLOWED"], ["WEBHOOK_SECRET"]),
    ],
    ids="-".join,
)
def test_a_command_asks_for_the_settings_alone_that_it_needs(
    town: Town,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    unneeded: list[str],
    needed: list[str],
) -> None:
    for name in unneeded:
        monkeypatch.delenv(name)
    assert typed(*words).exit_code == 0
    for name in needed:
        monkeypatch.delenv(name)
    refused = typed(*words)
    missing = "\n".join(f"- {name} is not set." for name in needed)
    assert refused.stderr.startswith(f"Error: This command can't run:\n{missing}\nSet them")


def test_a_full_disk_is_not_blamed_on_the_port(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "bot.sqlite")

    monkeypatch.setattr("bot.process.app.Bot", no_room)
    refused = typed("worker")
    assert refused.stderr == (
        "Error: The operating system stopped the bot: No space left on device (bot.sqlite).\n"
    )


def test_a_port_in_use_is_explained(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.command_line.command_start.told_to_stop", threading.Event)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        refused = typed("sandbox", "--port", str(taken.getsockname()[1]))
    assert refused.exit_code == 1
    assert "another program may be using it" in refused.stderr


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "ready"),
    [
        ("run", "The bot listens on http://127.0.0.1:"),
        ("web", "The web half listens at http://127.0.0.1:"),
        ("worker", "The worker is running."),
    ],
)
def test_a_process_stops_cleanly_and_soon(
    open_door: Town, tmp_path: Path, name: str, ready: str
) -> None:
    environment = {**open_door.environment, "DATABASE_URL": "sqlite:///bot.sqlite"}
    with started("-m", "bot", name, folder=tmp_path, **environment) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=10)
    assert said.startswith(ready)
    assert process.returncode == 0
    assert "Traceback" not in err


@pytest.mark.long
@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"BOT_ALLOWED": "nobody"}, "nobody isn't a domain"),
        ({"DATABASE_URL": "postgresql://bot:pw@127.0.0.1:1/bot"}, "The database in DATABASE_URL"),
    ],
)
def test_the_web_half_of_the_procfile_ends_with_a_sentence_where_it_cannot_start(
    town: Town, wrong: dict[str, str], advice: str, tmp_path: Path
) -> None:
    words, variables = of_procfile("web")
    environment = {**town.environment, **wrong, **variables, "HOME": str(tmp_path)}
    process = started(*words, folder=tmp_path, **environment)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 4
    assert advice in err
    assert "Traceback" not in err
    assert not (tmp_path / ".gunicorn").exists()

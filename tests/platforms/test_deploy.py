"""The systemd unit and the Containerfile do what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot.command_line import bot
from bot.edges.web.http_server import served
from bot.edges.web.receiver import create_health_app
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.world import small_world
from bot.settings import Settings
from tests.platforms.containerfile import INERT, Built, steps
from tests.requirements import pinned
from tests.rows import for_each

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "bot" / "deploy"
UNIT = (DEPLOY / "instant-connect.service").read_text()
CONTAINERFILE = (DEPLOY / "Containerfile").read_text()
SOCKETS = ("/run/podman/podman.sock", "/var/run/docker.sock")
HOME = "/srv/instant-connect"
FINISHING = 20
"""Seconds for which the engine finishes what is in hand."""


def set_in_unit(name: str) -> list[str]:
    return re.findall(rf"(?m)^{name}=(.*)$", UNIT)


def is_a_command(words: list[str]) -> bool:
    """Say whether `bot` has this command, as it is typed."""
    found: click.Command = bot
    for word in words:
        found = found.commands[word] if isinstance(found, click.Group) else None
    return isinstance(found, click.Command) and not isinstance(found, click.Group)


def test_the_unit_starts_the_bot_and_leaves_it_time_to_finish() -> None:
    [start] = set_in_unit("ExecStart")
    program, *words = start.split()
    assert program == f"{HOME}/.venv/bin/python"
    assert words[:2] == ["-m", "bot"]
    assert is_a_command(words[2:])
    assert int(set_in_unit("TimeoutStopSec")[0]) > FINISHING
    assert set_in_unit("WorkingDirectory") == [HOME]


def test_the_unit_sets_what_there_are_settings_for() -> None:
    names = {each.partition("=")[0] for each in set_in_unit("Environment")}
    assert names - {"PYTHONUNBUFFERED", "MALLOC_ARENA_MAX"} <= {
        each.upper() for each in Settings.model_fields
    }


@for_each(
    "name",
    ["ProtectClock", "ProtectKernelLogs", "ProtectHostname", "ProtectProc", "RestrictRealtime"],
)
def test_the_unit_takes_away_what_the_bot_never_needs(name: str) -> None:
    assert set_in_unit(name) in (["yes"], ["invisible"])


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here to read it")
def test_systemd_reads_the_unit_without_a_word(tmp_path: Path) -> None:
    unit = UNIT.replace(f"{HOME}/.venv/bin/python", sys.executable).replace(HOME, str(tmp_path))
    file = tmp_path / "instant-connect.service"
    file.write_text(unit)
    read = subprocess.run(
        ["systemd-analyze", "verify", file], capture_output=True, text=True, check=False
    )
    assert (read.returncode, read.stderr) == (0, "")


def test_the_image_holds_what_is_there_and_starts_the_bot() -> None:
    told = dict(steps(CONTAINERFILE))
    sources = [rest.split()[0] for name, rest in steps(CONTAINERFILE) if name == "COPY"]
    assert all((ROOT / each).exists() for each in sources)
    assert is_a_command(json.loads(told["CMD"]))
    assert told["EXPOSE"] == str(Settings.model_fields["port"].default)
    assert told["USER"] not in {"root", "0"}


def test_nothing_secret_is_written_into_either() -> None:
    for name, field in Settings.model_fields.items():
        if "Secret" in str(field.annotation) and name != "database_url":
            assert f"{name.upper()}=" not in UNIT + CONTAINERFILE


def health(port: int) -> int:
    """Return how the image's own look at its health ends."""
    [(_, told)] = [each for each in steps(CONTAINERFILE) if each[0] == "HEALTHCHECK"]
    command = json.loads(told.partition(" CMD ")[2])
    told_port = {**os.environ, "PORT": str(port)}
    return subprocess.run(command, env=told_port, check=False, stderr=subprocess.DEVNULL).returncode


def test_the_image_is_healthy_while_webex_accepts_the_token() -> None:
    for accepted, status in ((True, 0), (False, 1)):
        with served(create_health_app(lambda: accepted), "127.0.0.1", 0) as address:  # noqa: B023 - asked within the turn
            assert health(int(address.rpartition(":")[2])) == status


def test_production_installs_no_package_that_the_sandbox_alone_needs() -> None:
    copied = next(rest.split()[0] for name, rest in steps(CONTAINERFILE) if name == "COPY")
    assert f"-r {copied}" in UNIT
    brought = {"urllib3", "markdown-it-py"}  # by requests and rich
    alone = pinned(ROOT / ".requirements.sandbox.in").keys() - brought
    assert alone & pinned(ROOT / copied).keys() == set()


def test_the_bot_runs_where_no_memory_may_be_written_and_executed() -> None:
    """As MemoryDenyWriteExecute= of the unit has it; not every kernel can."""
    assert set_in_unit("MemoryDenyWriteExecute") == ["yes"]
    asked = [
        sys.executable,
        "-c",
        FORBIDDING,
        "bot",
        "sandbox",
        "--say",
        "@bot meet alice@x.com qr",
    ]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


FORBIDDING = """
import ctypes, runpy, sys
ctypes.CDLL(None).prctl(65, 1, 0, 0, 0)  # PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN
sys.argv = sys.argv[1:]
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""


def test_every_step_of_the_image_is_one_that_the_next_test_can_do() -> None:
    names = {name for name, _ in steps(CONTAINERFILE)}
    assert all(name in INERT or hasattr(Built, f"_{name.lower()}") for name in names)


@pytest.mark.long
def test_the_image_runs_and_stops_on_request(tmp_path: Path) -> None:
    built = Built(tmp_path / "root", ROOT)
    built.build(CONTAINERFILE.replace(" && chown 10001:10001 /data", ""))
    world = small_world()
    with open_town(world) as address:
        given = {
            "WEBEX_ACCESS_TOKEN": "sandbox-token-bot",
            "WEBHOOK_SECRET": "a-secret-of-the-webhooks",
            "BOT_ALLOWED": "example.com",
            "WEBEX_API_URL": f"{address}/v1/",
            "BROKER_URL": address,
            "PUBLIC_URL": address,
            "HOST": "127.0.0.1",
            "PORT": "0",
        }
        process = subprocess.Popen(
            built.command,
            cwd=built.folder,
            env=built.variables() | given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline().startswith("The bot listens on")
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=FINISHING + 10)
    assert process.returncode == 0
    assert "Traceback" not in said
    assert (tmp_path / "root" / "data" / "bot.sqlite").exists()


@pytest.mark.long
@pytest.mark.skipif(
    not any(map(Path.exists, map(Path, SOCKETS))),
    reason="no container engine runs here to build the image",
)
def test_a_container_engine_builds_the_image() -> None:
    engine = shutil.which("podman") or shutil.which("docker")
    command = [str(engine), "build", "-f", str(DEPLOY / "Containerfile"), str(ROOT)]
    assert subprocess.run(command, check=False).returncode == 0

"""The command line: exit statuses, data for scripts, completion."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from bot.command_line import bot
from bot.core.diagnosis.findings import green, red
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.world import small_world
from bot.settings import Settings

ROOT = Path(__file__).parent.parent.parent
OPERATING = ROOT / "bot" / "docs" / "operating.md"
# A command leaves its connections to the end of its process, which does not end here.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")


def typed(*words: str, color: bool = False) -> Result:
    return CliRunner().invoke(bot, words, catch_exceptions=False, color=color)


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment without a setting."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


@pytest.fixture
def town(nothing: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    with open_town(small_world()) as address:
        nothing.setenv("WEBEX_ACCESS_TOKEN", "sandbox-token-bot")
        nothing.setenv("WEBHOOK_SECRET", "a-secret-of-the-webhooks")
        nothing.setenv("BOT_ALLOWED", "example.com")
        nothing.setenv("WEBEX_API_URL", f"{address}/v1/")
        nothing.setenv("PUBLIC_URL", "https://bot.example.com")
        yield nothing
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("key", "new"), 0),
        (("--help",), 0),
        (("run",), 1),
        (("webhooks", "list"), 1),
        (("doctor",), 1),
        (("dance",), 2),
        (("links",), 2),
        (("links", "Test", "--minutes", "x"), 2),
        (("completion", "tcsh"), 2),
    ],
)
def test_each_command_ends_as_the_docs_say(
    nothing: pytest.MonkeyPatch, words: tuple[str, ...], status: int
) -> None:
    ended = typed(*words)
    assert ended.exit_code == status
    assert re.search(rf"(?m)^\| {status} \| ", OPERATING.read_text())
    assert "Traceback" not in ended.output


def test_webhooks_are_data_for_scripts_without_their_secret(town: pytest.MonkeyPatch) -> None:
    synced = json.loads(typed("webhooks", "sync", "--json").stdout)
    assert sorted(synced["created"]) == [
        "attachmentActions:created",
        "memberships:created",
        "messages:created",
    ]
    listed = typed("webhooks", "list", "--json")
    assert [each["active"] for each in json.loads(listed.stdout)] == [True] * 3
    removed = typed("webhooks", "remove", "--json")
    assert sorted(json.loads(removed.stdout)["removed"]) == sorted(synced["created"])
    assert "a-secret-of-the-webhooks" not in listed.output + removed.output
    assert listed.stderr == ""


def test_what_is_no_data_stays_out_of_the_data(town: pytest.MonkeyPatch) -> None:
    town.delenv("PUBLIC_URL")
    synced = typed("webhooks", "sync", "--json")
    assert (synced.exit_code, synced.stdout) == (0, "")
    assert "PUBLIC_URL is not set" in synced.stderr


def test_colours_are_for_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [green("one", "Well."), red("two", "Not well.", "Mend it.")]
    monkeypatch.setattr("bot.process.doctor.examine_this", lambda *_: found)
    assert "\x1b[" not in typed("doctor").output
    assert "\x1b[" in typed("doctor", color=True).output
    structlog.reset_defaults()


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes_commands_and_their_words() -> None:
    made = f"{shlex.quote(sys.executable)} -m bot completion bash"
    script = f"""
        eval "$({made})"
        COMP_WORDS=(bot web) COMP_CWORD=1; _bot_completion bot; echo "${{COMPREPLY[@]}}"
        COMPREPLY=()
        COMP_WORDS=(bot webhooks l) COMP_CWORD=2; _bot_completion bot; echo "${{COMPREPLY[@]}}"
    """
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        ["bash", "-c", script], env=bare, capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.split("\n")[:2] == ["web webex webhooks", "list"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_ask_python_too(shell: str) -> None:
    source = typed("completion", shell).stdout
    assert f"_BOT_COMPLETE={shell}_complete" in source
    assert source.count(f"{sys.executable} -m bot") == 2
    assert "$+commands" not in source

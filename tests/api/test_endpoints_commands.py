"""`python -m bot endpoints` adds, lists, tests and removes where programs are told of events."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from bot.command_line import bot
from bot.core.steps.event_steps import TurnOffEndpoint
from bot.edges.storage import database
from bot.edges.storage.encryption import PayloadCipher, new_key
from bot.edges.storage.endpoint_store import EndpointStore, count_endpoints
from bot.settings import Settings

URL = "http://127.0.0.1:8000/events"


@pytest.fixture(autouse=True)
def portal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """An installation with a program, which may be called on this machine."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUTBOUND_NETWORKS", "127.0.0.1")
    CliRunner().invoke(bot, ["keys", "new", "portal"], catch_exceptions=False)
    yield
    structlog.reset_defaults()


def typed(*words: str) -> Result:
    return CliRunner().invoke(bot, ["endpoints", *words], catch_exceptions=False)


def listed() -> list[dict[str, object]]:
    return json.loads(typed("list", "--json").stdout)


def test_the_secret_of_a_new_endpoint_is_all_that_is_printed():
    ended = typed("new", "portal", URL, "--types", "guest.here,guest.declined")
    [secret] = ended.stdout.splitlines()
    assert len(base64.b64decode(secret.removeprefix("whsec_"))) == 32
    [endpoint] = listed()
    assert endpoint["types"] == ["guest.declined", "guest.here"]
    assert f"{endpoint['id']}  portal  on  guest.declined,guest.here  no event yet" in (
        typed("list").output
    )
    assert secret not in typed("list").output + str(listed())


def test_a_new_secret_is_printed_and_another_one_has_to_wait():
    first = typed("new", "portal", URL).stdout
    which = str(listed()[0]["id"])
    ended = typed("rotate", which)
    assert len(base64.b64decode(ended.stdout.strip().removeprefix("whsec_"))) == 32
    assert ended.stdout != first
    assert "The earlier secret signs, too, until" in ended.stderr
    again = typed("rotate", which)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "still signs until" in again.output
    assert "whsec" not in typed("list").output + str(listed())


def test_an_endpoint_is_tested_turned_off_and_removed():
    typed("new", "portal", URL)
    which = str(listed()[0]["id"])
    assert "on its way" in typed("test", which).output
    assert listed()[0]["latest"] == "test is waiting"
    assert typed("off", which).output == f"{which} is off.\n"
    assert listed()[0]["state"] == "off"
    typed("on", which)
    assert typed("replay", which).output == "1 event is sent again.\n"
    typed("remove", which)
    assert "no endpoints" in typed("list").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "portal", "https://169.254.169.254/latest"), "private address"),
        (("new", "portal", "http://example.com/"), "https"),
        (("new", "nobody", URL), "keys new nobody"),
        (("new", "portal", URL, "--types", "guest.gone"), "no event guest.gone"),
        (("test", "unknown"), "endpoints list"),
    ],
)
def test_what_is_wrong_is_said(words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda host, *_, **__: [(0, 0, 0, "", (_ip(host),))])
    ended = typed(*words)
    assert ended.exit_code != 0
    assert said in " ".join(ended.output.split())
    assert listed() == []


def _ip(host: str) -> str:
    return "93.184.215.14" if host == "example.com" else host


def test_a_program_has_only_so_many_endpoints():
    assert [typed("new", "portal", URL).exit_code for _ in range(11)] == [0] * 10 + [1]
    assert len(listed()) == 10


def test_a_new_key_replaces_an_earlier_one_and_a_missing_one_is_missed(tmp_path: Path):
    opened = database.connect(f"sqlite:///{tmp_path / 'keys.sqlite'}")
    database.prepare(opened)
    first, second = new_key(), new_key()

    def store(*keys: str) -> EndpointStore:
        return EndpointStore(opened, PayloadCipher(keys), lambda: datetime.now(UTC))

    made, _ = store(first).add("endpoint", "portal", URL)
    secret, _ = store(first).rotate_secret(made, "once")
    store(second).renew_encryption()
    assert count_endpoints(opened, [second]) == (1, 0)
    store(second, first).renew_encryption()
    assert count_endpoints(opened, [second]) == (0, 0)
    assert store(second).add("endpoint", "portal", "elsewhere") == (store(second).all()[0], secret)
    assert store(second).all()[0].url == URL
    assert store(second).rotate_secret(made, "once")[0] == secret
    store(second).turn_off(TurnOffEndpoint("endpoint", "event"))
    assert count_endpoints(opened, [second]) == (0, 1)
    database.close(opened)

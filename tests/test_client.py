"""Links for other programs work as the docs show, with little installed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from flask import Flask

from bot.client import InstantConnect
from bot.core.domain.clouds import CLOUDS
from bot.core.domain.errors import NotActivated
from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.webex.faults import NotFoundYet
from bot.sandbox.webex.world import World, small_world
from bot.sandbox.wsgi_thread import Server

ROOT = Path(__file__).parent.parent
TOKEN = "sandbox-token-bot"
PAGE = ROOT / "bot" / "docs" / "links-for-programs.md"
BLOCKS = re.findall(r"```python\n(.*?)\n```", PAGE.read_text(), re.DOTALL)
WITHOUT = """
import importlib.metadata, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names | {"bot", *sys.argv[2:]}:
            raise ModuleNotFoundError(f"{name} is not installed")

sys.meta_path.insert(0, Missing())
exec(sys.argv[1])
"""


UNCHANGED = """
import logging, os, sys, threading
import requests

def seen():
    hooks = (sys.excepthook, sys.displayhook, sys.unraisablehook, threading.excepthook)
    logs = (logging.root.level, list(logging.root.handlers), logging.getLoggerClass())
    return hooks, logs, dict(os.environ), list(sys.path), list(sys.meta_path), threading.enumerate()

modules, before = dict(sys.modules), seen()
import bot.client
assert seen() == before
assert [name for name in modules if sys.modules.get(name) is not modules[name]] == []
assert [name for name, module in sys.modules.items() if module is None] == []
import rich.console
assert rich.console.Console
"""


@pytest.fixture(scope="module")
def world() -> World:
    return small_world()


@pytest.fixture(scope="module")
def broker(world: World) -> Iterator[str]:
    app = Flask("sandbox")
    with Server(app, threads=4, on_stop=world.close) as server:
        app.register_blueprint(create_broker(world, server.url, iterations=range(1000, 1001)))
        yield server.url


@pytest.fixture
def connect(broker: str) -> Iterator[InstantConnect]:
    with InstantConnect(TOKEN, broker_url=broker) as connect:
        yield connect


def page_of(link: str) -> str:
    return requests.get(link, timeout=5).text


def number_of(link: str) -> str:
    return re.findall(r"Meeting number</dt><dd>([^<]+)", page_of(link))[0]


def test_a_meeting_has_a_link_for_each(connect: InstantConnect) -> None:
    meeting = connect.meeting(hosts=1, guests=3)
    links = (*meeting.hosts, *meeting.guests)
    assert (len(meeting.guests), len(set(links))) == (3, 4)
    assert len({number_of(link) for link in links}) == 1
    assert '<p class="badge">Host</p>' in page_of(meeting.host)


def test_more_links_lead_to_the_same_meeting_and_work_as_long(connect: InstantConnect) -> None:
    meeting = connect.meeting(minutes=45)
    more = connect.more(meeting, guests=2)
    assert {number_of(link) for link in more.guests} == {number_of(meeting.host)}
    assert (len(more.guests), more.hosts) == (2, ())
    assert more.request.expires == meeting.request.expires


def test_two_meetings_are_two(connect: InstantConnect) -> None:
    assert number_of(connect.meeting().host) != number_of(connect.meeting().host)


def test_a_later_meeting_works_for_its_minutes_from_when_it_opens(connect: InstantConnect) -> None:
    opens = datetime.now(UTC) + timedelta(days=1)
    meeting = connect.meeting(opens=opens, minutes=30)
    assert meeting.request.expires == opens + timedelta(minutes=30)
    assert requests.get(meeting.host, timeout=5).status_code == 403


def test_a_meeting_does_not_print_its_links(connect: InstantConnect) -> None:
    meeting = connect.meeting()
    assert "http" not in repr(meeting)
    assert meeting.request.sub not in repr(meeting)


def test_an_impossible_request_is_explained(connect: InstantConnect) -> None:
    with pytest.raises(ValueError, match="1 to 25 links"):
        connect.meeting(guests=25)


def test_a_refusal_of_the_broker_is_trouble(world: World, connect: InstantConnect) -> None:
    world.faults = [NotFoundYet(path="joseencrypt")]
    with pytest.raises(NotActivated):
        connect.meeting()


def test_the_first_example_of_the_docs_prints_working_links(
    broker: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(CLOUDS["commercial"], "broker_url", broker)
    exec(BLOCKS[0].replace("the token of your bot", TOKEN), {})  # noqa: S102 - the docs' own
    links = re.findall(r"http\S+", capsys.readouterr().out)
    assert len(links) == 4
    assert len({number_of(link) for link in links}) == 1


def test_the_second_example_prints_working_links_with_any_http_library(
    broker: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def post(url: str, body: dict[str, Any]) -> Any:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return requests.post(url, json=body, headers=headers, timeout=5).json()

    exec(BLOCKS[1], {"post": post, "broker": broker})  # noqa: S102 - the docs' own
    links = re.findall(r"http\S+", capsys.readouterr().out)
    assert len({number_of(link) for link in links}) == 1
    assert len(links) == 2


@pytest.mark.parametrize(
    ("program", "installed"),
    [
        ("from bot.core.domain.joseencrypt import LinkRequest; LinkRequest('m-1').body()", ()),
        (
            (
                "from bot.core.domain.joseencrypt import links_from\n"
                "from bot.core.wording.texts import LINK, Text"
            ),
            (),
        ),
        (
            "from bot.client import InstantConnect; InstantConnect('a-token')",
            ("requests", "urllib3", "idna", "certifi", "charset_normalizer"),
        ),
    ],
)
def test_links_need_neither_flask_nor_anything_else_of_the_bots(
    program: str, installed: tuple[str, ...]
) -> None:
    command = [sys.executable, "-c", WITHOUT, program, *installed]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_importing_the_client_changes_nothing_for_the_program_that_does() -> None:
    command = [sys.executable, "-c", UNCHANGED]
    ended = subprocess.run(command, cwd=ROOT, env={}, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")

"""The emulated Webex, for bots that aren't ours."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner
from webexpythonsdk import WebexAPI

from bot.__main__ import bot as commands
from bot.emulator.webex_emulator import InitialState, open_emulator
from bot.emulator.world_file import WorldFileError
from bot.sandbox.webex.model import Refusal

WORLD = """
[[people]]
name = "Ada"
email = "ada@example.org"
admin = true

[[people]]
name = "Ben"
email = "ben@example.org"
token = "bens-own"
status = "DoNotDisturb"

[[bots]]
name = "Echo"
email = "echo@webex.bot"

[[rooms]]
title = "Lab"
members = ["ada@example.org", "echo@webex.bot"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "world.toml"
    path.write_text(WORLD)
    return path


def test_the_page_suggests_only_what_any_bot_may_hear() -> None:
    with open_emulator(InitialState()) as webex:
        page = requests.get(webex.state["page"], timeout=5).text
    assert """data-examples='["hello"]'""" in page


def test_people_bots_and_rooms_come_from_a_file(file: Path) -> None:
    with open_emulator(InitialState(file)) as webex:
        state = requests.get(webex.state["state"], timeout=5).json()
        assert state == webex.state
        assert [each["name"] for each in state["people"]] == ["Ada", "Ben"]
        assert [each["admin"] for each in state["people"]] == [True, False]
        api = WebexAPI(webex.token("Echo"), base_url=f"{state['api']}/")
        assert [each.title for each in api.rooms.list()] == ["Lab"]
        assert api.rooms.list().__iter__().__next__().id == state["rooms"][0]["id"]
        ben = WebexAPI(webex.token("Ben"), base_url=webex.api).people.me()
        assert (ben.displayName, ben.status) == ("Ben", "DoNotDisturb")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("people = 7", "people"),
        ("[[people]]\nname = 'Ada'", "people.1.email: Field required"),
        (WORLD.replace("DoNotDisturb", "asleep"), "people.2.status: Input should be 'active'"),
        (WORLD + "[[robots]]\nname = 'x'", "robots: Extra inputs"),
        (WORLD + "[[rooms]]\ntitle = 'x'\nmembers = ['nobody@x.com']", "nobody@x.com is a member"),
        (WORLD + "[[bots]]\nname = 'x'\nemail = 'ada@example.org'", "listed twice"),
        (WORLD + "[[bots]]\nname = 'x'\nemail = 'ada@x.com'", "token of ada@x.com is taken"),
        (WORLD + "[[bots]]\nname = 'x'\nemail = 'x'", "email address is not valid"),
        ("[", "Invalid"),
    ],
)
def test_a_file_that_makes_no_sense_is_explained(file: Path, wrong: str, said: str) -> None:
    file.write_text(wrong)
    with pytest.raises(WorldFileError, match=said):
        InitialState(file).world()


def test_a_reset_brings_back_the_beginning(file: Path) -> None:
    with open_emulator(InitialState(file, weather=("rate",))) as webex:
        webex.world.faults = []
        api = WebexAPI(webex.token("Echo"), base_url=webex.api)
        lab = webex.space("Ada", "Lab")
        said = webex.say("Ada", "Lab", "@Echo hello")
        api.webhooks.create("mine", "http://127.0.0.1:9/", "messages", "created")
        assert requests.post(webex.state["reset"], timeout=5).json()["people"]
        assert webex.world.faults
        assert not webex.world.webhooks
        with pytest.raises(Refusal):
            webex.world.message(said.id, webex.world.named("Ada"))
        assert webex.space("Ada", "Lab").id != lab.id
        assert webex.token("Echo") == api.access_token


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://elsewhere.example"}, {"Host": "elsewhere.example"}]
)
def test_tokens_are_for_programs_only(headers: dict[str, str]) -> None:
    with open_emulator(InitialState()) as webex:
        answer = requests.get(webex.state["state"], headers=headers, timeout=5)
        assert answer.status_code == 403
        assert "token" not in answer.text


def test_the_traffic_is_recorded_without_tokens(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "traffic.har"
    with open_emulator(InitialState(file), record=path) as webex:
        token = webex.token("Echo")
        api = WebexAPI(token, base_url=webex.api)
        api.messages.create(toPersonEmail="ada@example.org", text="hello")
        api.webhooks.create("n", "http://127.0.0.1:9/", "messages", "created", secret="hush")
        form = {"name": "\ud800", "secret": "hush"}
        requests.post(f"{webex.api}webhooks?token=hush", json=form, timeout=5)
        requests.post(f"{webex.api}webhooks", data={**form, "name": "n"}, timeout=5)
    entries = json.loads(path.read_text())["log"]["entries"]
    request = next(each["request"] for each in entries if each["request"]["method"] == "POST")
    assert request["url"] == f"{webex.address}/v1/messages"
    assert json.loads(request["postData"]["text"])["text"] == "hello"
    assert entries[0]["response"]["status"] == 200
    assert token.partition("_")[0] not in path.read_text()
    assert "hush" not in path.read_text()


def test_a_page_without_people_says_so(file: Path) -> None:
    with open_emulator(InitialState(file)) as webex:
        for each in webex.state["people"]:
            webex.world.delete_person(webex.world.people[each["id"]])
        page = requests.get(webex.state["page"], timeout=5)
    assert (page.status_code, "nobody left" in page.text) == (404, True)


def test_people_without_a_name_are_called_by_their_address(file: Path) -> None:
    file.write_text(WORLD.replace("Echo", " "))
    with open_emulator(InitialState(file)) as webex:
        webex.say("Ada", "echo@webex.bot", "@echo@webex.bot hello")
        assert requests.get(webex.state["page"], timeout=5).status_code == 200


def test_each_call_takes_the_latency_longer() -> None:
    assert InitialState(latency=0.25).world().latency == 0.25


def test_the_command_prints_its_state_and_stops_when_told(file: Path, tmp_path: Path) -> None:
    record = tmp_path / "traffic.har"
    command = [sys.executable, "-m", "bot", "webex", "--port", "0", "--world", str(file)]
    with subprocess.Popen(
        [*command, "--record", str(record)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as running:
        lines = []
        while (line := running.stdout.readline()) != "}\n":
            lines.append(line)
        state = json.loads("".join([*lines, "}"]))
        assert requests.get(state["page"], timeout=5).status_code == 200
        running.send_signal(signal.SIGTERM)
        assert running.wait(20) == 0
    assert json.loads(record.read_text())["log"]["entries"] == []


def test_the_command_explains_a_wrong_file(file: Path) -> None:
    file.write_text("people = 7")
    shown = CliRunner().invoke(commands, ["webex", "--world", str(file)])
    assert shown.exit_code == 1
    assert "people" in shown.output
    assert "Traceback" not in shown.output

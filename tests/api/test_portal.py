"""The Python client does what the API does, and the examples of the docs work."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.client import Invitee, Portal, PortalError
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.guests import Guest
from bot.core.steps.expert_steps import SaveGroup
from bot.edges.storage.expert_group_store import GroupStore
from tests.engine.databases import wait_until
from tests.rows import for_each
from tests.stories.real import RealStage, Town

DOCS = Path(__file__).parents[2] / "bot" / "docs"
HOST, ALICE = "erin@example.com", Invitee(email="alice@x.com")


@pytest.fixture
def client(town: Town, portal: str) -> Iterator[Portal]:
    with Portal(town.receiver, portal) as client:
        yield client


def block(page: str, language: str, names: str) -> str:
    """Return the block of a page in a language that names something."""
    blocks = re.findall(rf"(?s)```{language}\n(.*?)```", (DOCS / page).read_text())
    [found] = [each for each in blocks if names in each]
    return found


def test_a_meeting_is_made_changed_and_cancelled(client: Portal, town: Town):
    opens = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
    made = client.create_meeting(
        HOST, [ALICE], topic="the roof", opens=opens, minutes=30, reference="7", guest_links=2
    )
    assert (made.topic, made.opens, made.reference) == ("the roof", opens, "7")
    stage = RealStage(town)
    assert {stage.opens(each).role for each in made.links.guests} == {"guest"}
    assert len(made.links.guests) == 2
    wait_until(lambda: client.meeting(made.id).guests)
    read = client.meeting(made.id)
    moved = client.change(made, opens=opens + timedelta(hours=1))
    assert (moved.opens, moved.minutes) == (opens + timedelta(hours=1), 30)
    with pytest.raises(PortalError) as stale:
        client.change(read, topic="the cellar")
    assert stale.value.status == 412
    invited = client.invite(made.id, [Invitee(phone="+491713920042")], language="de")
    [phone] = [each for each in invited.guests if each.phone]
    client.remove(made.id, phone.id)
    assert [each.email for each in client.meeting(made.id).guests] == ["alice@x.com"]
    assert len(client.links(made.id, hosts=1, guests=1).hosts) == 1
    client.cancel(made.id)
    assert client.meeting(made.id).state == "cancelled"
    assert made.id in [each.id for each in client.meetings()]


def test_experts_are_asked(client: Portal, town: Town):
    carl = town.world.named("Carl Colleague")
    group = ExpertGroup("portal", (Tier(people=(Guest(carl.id, carl.email, carl.name),)),))
    GroupStore(town.bot.receiving).save(SaveGroup(group))
    asked = client.ask_expert(HOST, "portal", [ALICE], topic="the ECG", reference="8")
    assert (asked.state, asked.expert, asked.topic) == ("open", None, "the ECG")
    RealStage(town).hears("carl", f"take #{asked.id}")
    wait_until(lambda: client.expert_request(asked.id).expert == carl.email)
    taken = client.expert_request(asked.id)
    assert taken.taken
    assert taken.taken >= taken.asked
    client.cancel(asked.id)
    assert client.expert_request(asked.id).state == "cancelled"
    assert next(client.expert_requests()) == client.expert_request(asked.id)


def test_the_same_name_makes_one_meeting(client: Portal):
    once = uuid.uuid4().hex
    assert len({client.create_meeting(HOST, once=once).id for _ in range(2)}) == 1


def test_a_refusal_names_the_field_and_prints_no_secret(client: Portal, portal: str):
    with pytest.raises(PortalError, match="#/topic: Write text on one line") as refused:
        client.create_meeting(HOST, topic="a\nb")
    assert refused.value.status == 422
    assert portal not in repr(vars(client)) + repr(refused.value)
    assert "http" not in repr(client.create_meeting(HOST, guest_links=1))


def test_a_key_is_sent_over_https_only():
    with pytest.raises(ValueError, match="https"):
        Portal("http://bot.example.com", "a key")


@contextmanager
def answering(*answers: tuple[int, dict[str, str]] | None) -> Iterator[tuple[str, list[Any]]]:
    """Serve these answers in turn, None for a connection that is closed without one."""
    left, asked = list(answers), []

    class Bot(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(self.headers)
            answer = left.pop(0)
            if answer is None:
                return
            status, headers = answer
            self.send_response(status)
            for name, value in {"Content-Length": "27", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b'{"hosts":[],"guests":["a"]}')

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Bot) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


@for_each("first", [None, (503, {"Retry-After": "0"}), (409, {"Retry-After": "0"})])
def test_a_request_whose_answer_is_lost_is_repeated_under_the_same_name(first: Any):
    with answering(first, (200, {})) as (address, asked):
        assert Portal(address, "a-key").links("1").guests == ("a",)
    assert len(asked) == 2
    assert len({each["Idempotency-Key"] for each in asked}) == 1
    assert {each["Authorization"] for each in asked} == {"Bearer a-key"}


def test_what_would_fail_again_is_not_repeated_and_no_redirect_is_followed():
    elsewhere = {"Location": "http://127.0.0.1:9/"}
    for answer in ((409, {}), (502, {}), (302, elsewhere)):
        with answering(answer) as (address, asked), pytest.raises(PortalError) as failed:
            Portal(address, "a-key").links("1")
        assert (failed.value.status, len(asked)) == (answer[0], 1)


def test_the_examples_in_python_work(
    town: Town, portal: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    example = block("api.md", "python", "Portal").replace("https://bot.example.com", town.receiver)
    exec(example, {"key": portal})  # noqa: S102 - the docs' own
    printed = capsys.readouterr().out
    assert RealStage(town).opens(re.findall("Pass this on: (.*)", printed)[0]).role == "guest"
    assert "409 This meeting is over." in printed
    short = block("links-for-programs.md", "python", "Portal").replace(
        "https://bot.example.com", town.receiver
    )
    exec(short.replace("a key of the bot's", portal), {})  # noqa: S102 - the docs' own
    assert "of erin@example.com" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "program"), [("sh", ["sh", "-c"]), ("js", ["node", "--input-type=module", "-e"])]
)
def test_the_examples_for_other_programs_work(
    town: Town, portal: str, language: str, program: list[str]
):
    needed = {"sh": "curl"}.get(language, program[0])
    if not shutil.which(needed):
        pytest.skip(f"{needed} is not installed")
    example = block("api.md", language, "/v1/meetings").replace(
        "https://bot.example.com", town.receiver
    )
    known = f"const key = '{portal}';\n" if language == "js" else f"KEY={portal}; "
    ended = subprocess.run(
        [*program, known + example], capture_output=True, text=True, check=False, timeout=20
    )
    newest = requests.get(
        f"{town.receiver}/v1/meetings?limit=1",
        headers={"Authorization": f"Bearer {portal}"},
        timeout=5,
    ).json()["data"][0]
    assert newest["host"] == HOST, ended.stderr
    assert newest["id"] in ended.stdout

"""A program makes, reads, changes and cancels meetings as their host would in a chat."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
from structlog.testing import capture_logs

from bot.edges.storage.api_key_store import ApiKeyStore
from bot.sandbox.webex.faults import RefuseDirect, ServerError
from tests.api.conftest import YEAR
from tests.api.program import HOST, Program
from tests.engine.databases import wait_until
from tests.rows import for_each
from tests.stories.real import RealStage, Town
from tests.stories.stage import DEVICES

TOMORROW = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)


@pytest.fixture
def stage(town: Town) -> RealStage:
    return RealStage(town)


@pytest.fixture
def program(town: Town, portal: str) -> Program:
    return Program(town, portal)


def test_a_guest_is_invited_and_the_host_told_as_in_a_chat(program: Program, stage: RealStage):
    made = program.makes(guests=[{"email": "alice@x.com"}], topic="the roof", reference="case 7")
    assert made.status_code == 201, made.text
    told = made.json()
    assert told["links"] == {"hosts": [], "guests": []}
    assert (told["topic"], told["host"], told["reference"]) == ("the roof", HOST, "case 7")
    wait_until(lambda: stage.told("alice@x.com") and stage.told("erin"))
    guest = stage.opens(stage.told("alice@x.com")[-1].link)
    assert guest.role == "guest"
    assert made.headers["Location"] == f"/v1/meetings/{told['id']}"
    wait_until(lambda: program.ask("GET", f"/{told['id']}").json()["guests"])
    read = program.ask("GET", f"/{told['id']}").json()
    assert (read["state"], read["reference"]) == ("open", "case 7")
    assert [each["email"] for each in read["guests"]] == ["alice@x.com"]


def test_links_are_given_to_a_key_that_may_have_them(
    program: Program, town: Town, keys: ApiKeyStore, stage: RealStage
):
    told = program.makes(host_links=1, guest_links=2).json()
    [host], guests = told["links"]["hosts"], told["links"]["guests"]
    assert stage.opens(host).role == "host"
    assert {stage.opens(each).as_host().meeting for each in guests} == {stage.opens(host).meeting}
    more = program.posts(f"/{told['id']}/links", {"guests": 1}).json()
    assert stage.opens(more["guests"][0]).meeting == stage.opens(host).meeting
    limited = Program(town, keys.new("no-hosts", ["meetings"], YEAR))
    assert limited.makes(host_links=1).status_code == 403
    mine = limited.makes(guest_links=1)
    assert mine.status_code == 201
    path = f"/{mine.json()['id']}/links"
    assert limited.posts(path, {"hosts": 1}).status_code == 403


def test_a_meeting_is_renamed_moved_and_cancelled(program: Program):
    made = program.makes(guests=[{"email": "alice@x.com"}], opens=TOMORROW.isoformat(), minutes=30)
    path = f"/{made.json()['id']}"
    later = TOMORROW + timedelta(hours=2)
    changed = program.ask("PATCH", path, {"topic": "the cellar", "opens": later.isoformat()})
    assert changed.status_code == 200, changed.text
    told = changed.json()
    assert (told["topic"], told["minutes"]) == ("the cellar", 30)
    assert datetime.fromisoformat(told["opens"]) == later
    longer = program.ask("PATCH", path, {"minutes": 45})
    assert longer.json()["minutes"] == 45
    assert program.ask("PATCH", path, {"minutes": 15}).status_code == 422
    assert program.ask("DELETE", path).status_code == 204
    assert program.ask("DELETE", path).status_code == 204
    assert program.ask("GET", path).json()["state"] == "cancelled"
    assert program.ask("PATCH", path, {"topic": "x"}).status_code == 409


def test_what_is_so_already_is_not_done_again(program: Program, stage: RealStage):
    told = program.makes(topic="the attic", minutes=30, opens=TOMORROW.isoformat()).json()
    same = {each: told[each] for each in ("topic", "minutes", "opens")}
    answer = program.ask("PATCH", f"/{told['id']}", same)
    assert (answer.status_code, answer.json()["topic"]) == (200, "the attic")
    past = program.ask("PATCH", f"/{told['id']}", {"opens": "2020-01-01T12:00:00Z"})
    assert [each["pointer"] for each in past.json()["errors"]] == ["#/opens"]
    said = [each.text for each in stage.told("erin") if "the attic" in each.text]
    assert [each for each in said if "Nothing changed" in each or "passed" in each] == []


def test_guests_are_invited_and_removed_as_in_a_chat(program: Program, stage: RealStage):
    path = f"/{program.makes(guests=[{'email': 'alice@x.com'}]).json()['id']}"
    wait_until(lambda: program.ask("GET", path).json()["guests"])
    before, once = len(stage.told("bob@x.com")), uuid.uuid4().hex
    body = {"guests": [{"email": "bob@x.com"}], "language": "de"}
    added = program.posts(f"{path}/guests", body, once)
    assert added.status_code == 200, added.text
    guests = {each["email"]: each["id"] for each in added.json()["guests"]}
    assert set(guests) == {"alice@x.com", "bob@x.com"}
    wait_until(lambda: len(stage.told("bob@x.com")) > before)
    assert program.posts(f"{path}/guests", body, once).json() == added.json()
    assert program.posts(f"{path}/guests", {**body, "language": "fr"}, once).status_code == 422
    [invitation] = stage.told("bob@x.com")[before:]
    assert "lädt" in invitation.text
    removed = f"{path}/guests/{guests['alice@x.com']}"
    assert program.ask("DELETE", removed).status_code == 204
    assert program.ask("DELETE", removed).status_code == 404
    left = program.ask("GET", path).json()["guests"]
    assert [each["email"] for each in left] == ["bob@x.com"]
    program.ask("DELETE", path)
    assert program.posts(f"{path}/guests", body).status_code == 409


def test_a_host_is_no_guest_of_their_own_meeting(program: Program):
    path = f"/{program.makes().json()['id']}/guests"
    assert program.posts(path, {"guests": [{"email": HOST}]}).status_code == 422


def test_devices_are_dialed_by_name(program: Program):
    device, address = next(iter(DEVICES.items()))
    made = program.makes(devices=[device.upper()], vertical="hc")
    told = made.json()
    assert (told["devices"], told["vertical"]) == ([device], "hc")
    assert address not in made.text


def test_guests_wait_in_the_lobby_where_there_are_doors(
    program: Program, town: Town, monkeypatch: pytest.MonkeyPatch
):
    assert program.makes(lobby=True).status_code == 422
    monkeypatch.setattr(town.bot, "doors_at", "https://door.example")
    assert program.makes(lobby=True).json()["lobby"] is True
    assert program.makes(lobby=False).json()["lobby"] is False


def test_what_changed_meanwhile_is_not_overwritten(program: Program):
    path = f"/{program.makes().json()['id']}"
    wait_until(lambda: program.ask("GET", path).json()["host_reached"])
    tag = program.ask("GET", path).headers["ETag"]
    assert program.ask("GET", path, **{"If-None-Match": tag}).status_code == 304
    assert program.ask("PATCH", path, {"topic": "new"}, **{"If-Match": tag}).status_code == 200
    assert program.ask("DELETE", path, **{"If-Match": tag}).status_code == 412
    guests = f"{path}/guests"
    once = {"Idempotency-Key": uuid.uuid4().hex}
    body = {"guests": [{"email": "alice@x.com"}]}
    assert program.ask("POST", guests, body, **{"If-Match": tag}, **once).status_code == 412
    invited = program.ask("POST", guests, body, **once)
    removed = f"{guests}/{invited.json()['guests'][0]['id']}"
    assert program.ask("DELETE", removed, **{"If-Match": tag}).status_code == 412
    now = invited.headers["ETag"]
    assert program.ask("DELETE", removed, **{"If-Match": now}).status_code == 204


def test_the_answer_says_that_the_host_was_not_reached(program: Program, stage: RealStage):
    stage.faults = [RefuseDirect(email=HOST, times=None)]
    path = f"/{program.makes(guests=[{'email': 'alice@x.com'}]).json()['id']}"
    wait_until(lambda: program.ask("GET", path).json()["host_reached"] is False)
    for body in ({"minutes": 90}, {"topic": "the roof"}):
        changed = program.ask("PATCH", path, body)
        assert (changed.status_code, changed.json()["host_reached"]) == (200, False), changed.text
    [guest] = changed.json()["guests"]
    assert program.ask("DELETE", f"{path}/guests/{guest['id']}").status_code == 204
    assert program.ask("DELETE", path).status_code == 204
    wait_until(lambda: "has withdrawn your" in stage.told("alice@x.com")[-1].text)
    stage.faults = []


def test_the_same_request_again_is_the_same_meeting(program: Program, stage: RealStage):
    once = uuid.uuid4().hex
    first = program.makes(once, guest_links=1)
    again = program.makes(f'"{once}"', guest_links=1)
    assert first.json()["id"] == again.json()["id"]
    links = [each.json()["links"]["guests"][0] for each in (first, again)]
    assert len({stage.opens(each).meeting for each in links}) == 1
    assert program.makes(once, guest_links=2).status_code == 422
    path = f"/{first.json()['id']}/links"
    assert program.posts(path, {"guests": 1}, once).status_code == 422
    assert program.ask("POST", path, {"guests": 1}).status_code == 400
    assert program.ask("POST", body={"host": HOST}).status_code == 400


def test_two_programs_with_the_same_idempotency_key_make_two_meetings(
    program: Program, town: Town, keys: ApiKeyStore
):
    other, once = Program(town, keys.new("same-key", ["meetings"], YEAR)), uuid.uuid4().hex
    mine, theirs = program.makes(once), other.makes(once, topic="theirs")
    assert (mine.status_code, theirs.status_code) == (201, 201)
    assert mine.json()["id"] != theirs.json()["id"]
    assert program.makes(once).json()["id"] == mine.json()["id"]


def test_fifty_at_once_with_one_key_are_one_meeting(program: Program):
    once, before = uuid.uuid4().hex, program.ask("GET", "?limit=1").json()["data"]
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: program.makes(once), range(50)))
    made = {each.json()["id"] for each in answers if each.status_code == 201}
    assert {each.status_code for each in answers} <= {201, 409}
    assert len(made) == 1
    newest = [each["id"] for each in program.ask("GET", "?limit=2").json()["data"]]
    assert newest == [*made, *[each["id"] for each in before]]


def test_a_repeat_while_the_first_is_in_progress_is_told_so(program: Program, stage: RealStage):
    once, before = uuid.uuid4().hex, stage.calls_of("joseencrypt")
    stage.faults = [ServerError(times=None, path="joseencrypt")]
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(program.makes, once)
        wait_until(lambda: stage.calls_of("joseencrypt") > before)
        again = program.makes(once)
        stage.faults = []
    assert (again.status_code, again.headers["Retry-After"]) == (409, "1")
    assert first.result().status_code == 201
    assert program.makes(once).json()["id"] == first.result().json()["id"]


def test_a_key_can_be_used_again_after_a_day(
    program: Program, town: Town, monkeypatch: pytest.MonkeyPatch
):
    once, now = uuid.uuid4().hex, town.bot.clock
    first = program.makes(once).json()["id"]
    monkeypatch.setattr(town.bot, "clock", lambda: now() + 86_390)
    assert program.makes(once).json()["id"] == first
    monkeypatch.setattr(town.bot, "clock", lambda: now() + 86_410)
    assert program.makes(once).json()["id"] != first


def test_a_huge_body_is_refused(program: Program):
    with suppress(requests.ConnectionError):  # it may be closed before all of it was sent
        answer = program.posts("", b"x" * 10_000_000)
        assert answer.status_code == 413
    assert program.posts("", b'{"topic": "' + b"x" * 70_000 + b'"}').status_code == 413


def test_a_program_sees_its_own_meetings_page_by_page(
    town: Town, keys: ApiKeyStore, program: Program
):
    mine = Program(town, keys.new("lists", ["meetings"], YEAR))
    made = [mine.makes().json()["id"] for _ in range(3)]
    first = mine.ask("GET", "?limit=2").json()
    assert [each["id"] for each in first["data"]] == made[:0:-1]
    rest = mine.ask("GET", f"?limit=2&cursor={first['next_cursor']}").json()
    assert ([each["id"] for each in rest["data"]], rest["next_cursor"]) == (made[:1], None)
    others, unknown = (program.ask("GET", f"/{each}") for each in (made[0], 10**8))
    assert others.status_code == unknown.status_code == 404
    assert others.json() == unknown.json()
    for method, path, body in (
        ("PATCH", "", {"topic": "x"}),
        ("DELETE", "", None),
        ("DELETE", "/guests/0", None),
        ("POST", "/guests", {"guests": [{"email": "alice@x.com"}]}),
        ("POST", "/links", {"guests": 1}),
    ):
        once = {"Idempotency-Key": uuid.uuid4().hex}
        answer = program.ask(method, f"/{made[0]}{path}", body, **once)
        assert answer.json() == unknown.json()
    assert mine.ask("GET", f"/{made[0]}").json()["state"] == "open"


def test_with_doors_guests_are_given_the_address_of_a_page(
    program: Program, town: Town, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(town.bot, "doors_at", "https://door.example")
    once = uuid.uuid4().hex
    first, again = (program.makes(once, guest_links=2).json() for _ in range(2))
    addresses = first["links"]["guests"]
    assert all(each.startswith("https://door.example/j/") for each in addresses)
    assert len({*addresses}) == 2
    assert again["links"]["guests"] == addresses


@for_each(
    ("body", "pointer"),
    [
        ({"host": "nobody"}, "#/host"),
        ({"guests": [{}]}, "#/guests/0"),
        ({"guests": [{"email": "a@x.com", "phone": "+491713920042"}]}, "#/guests/0"),
        ({"guests": [{"phone": "12"}]}, "#/guests/0/phone"),
        ({"guests": "alice@x.com"}, "#/guests"),
        ({"topic": "a\nb"}, "#/topic"),
        ({"topic": "x" * 201}, "#/topic"),
        ({"opens": "tomorrow"}, "#/opens"),
        ({"opens": "2030-01-01T12:00:00"}, "#/opens"),
        ({"opens": "2020-01-01T12:00:00Z"}, "#/opens"),
        ({"opens": "0001-01-01T00:00:00+14:00"}, "#/opens"),
        ({"opens": "9999-12-31T12:00:00Z"}, "#/opens"),
        ({"minutes": 0}, "#/minutes"),
        ({"minutes": "soon"}, "#/minutes"),
        ({"language": "xxx"}, "#/language"),
        ({"devices": ["nowhere"]}, "#/devices/0"),
        ({"devices": "nowhere"}, "#/devices"),
        ({"guest_links": 26}, "#/guest_links"),
        ({"unknown": 1}, "#"),
        ({"guests": [{"email": "a@x.com", "nobody": 1}]}, "#/guests/0"),
    ],
)
def test_a_wrong_field_of_a_meeting_is_named_and_not_repeated(
    town: Town, portal: str, body: Any, pointer: str
):
    answer = Program(town, portal).makes(**body)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert pointer in [each["pointer"] for each in told["errors"]]
    assert "nobody" not in answer.text
    page = requests.get(town.receiver + told["type"], timeout=5)
    assert (page.status_code, 'id="422"' in page.text) == (200, True)


def test_a_host_who_may_not_use_the_bot_gets_no_meeting(program: Program, stage: RealStage):
    answer = program.makes(host="mallory@elsewhere.example", guests=[{"email": "alice@x.com"}])
    assert answer.status_code == 422
    assert "refused" in answer.json()["title"]


def test_nobody_s_address_and_no_link_is_logged(program: Program):
    with capture_logs() as logs:
        told = program.makes(
            guests=[{"email": "alice@x.com"}], guest_links=1, topic="secret"
        ).json()
    written = str(logs)
    for each in ("alice@x.com", "secret", told["links"]["guests"][0]):
        assert each not in written

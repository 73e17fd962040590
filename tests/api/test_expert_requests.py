"""A program asks a group of experts, and reads who has taken the request."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
import requests

from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.guests import Guest
from bot.core.domain.opening_hours import OpenHours
from bot.core.steps.expert_steps import SaveGroup
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.expert_group_store import GroupStore
from tests.api.conftest import YEAR
from tests.api.program import HOST, Program
from tests.api.test_openapi import answer_fits
from tests.engine.databases import wait_until
from tests.stories.real import RealStage, Town


class Desk(Program):
    """A program that asks experts."""

    path = "/v1/expert-requests"

    def asks(self, once: str = "", **body: Any) -> requests.Response:
        body = {"requester": HOST, "group": "cardiology", **body}
        return self.posts("", body, once)


@pytest.fixture
def stage(town: Town) -> RealStage:
    return RealStage(town)


@pytest.fixture
def desk(town: Town, portal: str) -> Desk:
    carl = town.world.named("Carl Colleague")
    tier = Tier(people=(Guest(carl.id, carl.email, carl.name),))
    GroupStore(town.bot.receiving).save(SaveGroup(ExpertGroup("cardiology", (tier,))))
    return Desk(town, portal)


def test_whoever_takes_a_request_is_named(desk: Desk, stage: RealStage, town: Town, portal: str):
    made = desk.asks(guests=[{"email": "alice@x.com"}], topic="the ECG", reference="case 9")
    assert made.status_code == 201, made.text
    told = made.json()
    assert (told["state"], told["group"], told["expert"]) == ("open", "cardiology", None)
    assert (told["requester"], told["topic"], told["reference"]) == (HOST, "the ECG", "case 9")
    assert made.headers["Location"] == f"/v1/expert-requests/{told['id']}"
    path = f"/{told['id']}"
    wait_until(lambda: desk.ask("GET", path).json()["guests"])
    stage.hears("carl", f"take #{told['id']}")
    wait_until(lambda: desk.ask("GET", path).json()["expert"] == "carl@example.com")
    taken = desk.ask("GET", path).json()
    assert (taken["state"], [each["email"] for each in taken["guests"]]) == (
        "taken",
        ["alice@x.com"],
    )
    assert taken["taken"] >= taken["asked"]
    assert Program(town, portal).ask("DELETE", path).status_code == 204
    assert desk.ask("GET", path).json()["state"] == "cancelled"


def test_there_is_no_host_link_until_somebody_takes_it(
    desk: Desk, stage: RealStage, town: Town, portal: str
):
    number, meetings = desk.asks().json()["id"], Program(town, portal)
    once, path = uuid.uuid4().hex, f"/{number}/links"
    refused = meetings.posts(path, {"hosts": 1, "guests": 1}, once)
    assert refused.status_code == 409
    assert "whoever takes this request" in refused.json()["detail"]
    assert "http" not in refused.json()["detail"]
    stage.hears("carl", f"take #{number}")
    wait_until(lambda: desk.ask("GET", f"/{number}").json()["expert"])
    assert len(meetings.posts(path, {"hosts": 1, "guests": 1}, once).json()["hosts"]) == 1
    stage.hears("carl", f"give back #{number}")
    wait_until(lambda: desk.ask("GET", f"/{number}").json()["state"] == "open")
    assert meetings.posts(path, {"hosts": 1}).status_code == 409


def test_without_doors_there_is_no_guest_link_until_somebody_takes_it(
    desk: Desk, stage: RealStage, town: Town, portal: str
):
    number, meetings = desk.asks().json()["id"], Program(town, portal)
    once, path = uuid.uuid4().hex, f"/{number}/links"
    refused = meetings.posts(path, {"guests": 1}, once)
    assert refused.status_code == 409
    assert "Nobody has taken this request yet." in refused.json()["detail"]
    assert "http" not in refused.json()["detail"]
    stage.hears("carl", f"take #{number}")
    wait_until(lambda: desk.ask("GET", f"/{number}").json()["expert"])
    [link] = meetings.posts(path, {"guests": 1}, once).json()["guests"]
    assert stage.opens(link).role == "guest"
    stage.hears("carl", f"give back #{number}")
    wait_until(lambda: desk.ask("GET", f"/{number}").json()["state"] == "open")
    assert meetings.posts(path, {"guests": 1}).status_code == 409


def test_with_doors_guests_get_theirs_at_once(desk: Desk, town: Town, portal: str):
    number = desk.asks().json()["id"]
    town.bot.open_doors_at(town.receiver)
    try:
        answer = Program(town, portal).posts(f"/{number}/links", {"guests": 1})
    finally:
        town.bot.open_doors_at("")
    [link] = answer.json()["guests"]
    assert link.startswith(f"{town.receiver}/j/")


def test_the_same_request_again_asks_nobody_anew(desk: Desk):
    once = uuid.uuid4().hex
    first, again = (desk.asks(once).json()["id"] for _ in range(2))
    assert first == again
    assert desk.asks(once, topic="another").status_code == 422


def test_an_unknown_group_is_named_and_nobody_asked(desk: Desk, town: Town, stage: RealStage):
    answer = desk.asks(group="astrology")
    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["errors"]] == ["#/group"]
    assert "astrology" not in answer.text
    assert not [note for note in stage.told("erin") if "astrology" in note.text]


def test_a_closed_group_is_not_asked(desk: Desk, town: Town):
    closed = ExpertGroup("night", (Tier(room_id="a-room"),), hours=(OpenHours(0, 60, ()),))
    GroupStore(town.bot.receiving).save(SaveGroup(closed))
    [error] = desk.asks(group="Night").json()["errors"]
    assert "closed" in error["detail"]


def test_a_group_of_people_who_may_not_use_the_bot_is_not_asked(desk: Desk, town: Town):
    tier = Tier(people=(Guest(email="zoe@elsewhere.org"),))
    GroupStore(town.bot.receiving).save(SaveGroup(ExpertGroup("abroad", (tier,))))
    [error] = desk.asks(group="abroad").json()["errors"]
    assert "nobody in it is on duty" in error["detail"]


def test_a_meeting_is_no_request_and_another_program_sees_none(
    desk: Desk, town: Town, portal: str, keys: ApiKeyStore
):
    meeting = Program(town, portal).makes().json()["id"]
    assert desk.ask("GET", f"/{meeting}").status_code == 404
    mine = desk.asks().json()["id"]
    other = Desk(town, keys.new("other-desk", ["meetings"], YEAR))
    theirs, unknown = (other.ask("GET", f"/{each}") for each in (mine, 10**8))
    assert theirs.status_code == 404
    assert theirs.json() == unknown.json()


def test_a_program_sees_its_own_requests_page_by_page(
    desk: Desk, town: Town, keys: ApiKeyStore, portal: str
):
    key = keys.new("paging-desk", ["meetings"], YEAR)
    mine, meetings = Desk(town, key), Program(town, key)
    made = [mine.asks().json()["id"]]
    meetings.makes()
    made += [mine.asks().json()["id"] for _ in range(2)]
    desk.asks()
    first = mine.ask("GET", "?limit=2").json()
    answer_fits("ExpertRequestsAnswer", first)
    assert [each["id"] for each in first["data"]] == made[:0:-1]
    rest = mine.ask("GET", f"?limit=2&cursor={first['next_cursor']}").json()
    assert ([each["id"] for each in rest["data"]], rest["next_cursor"]) == (made[:1], None)
    assert rest["data"] == [mine.ask("GET", f"/{made[0]}").json()]
    assert mine.ask("GET", "?limit=0").status_code == 400

"""How often the door may be asked: enough for a hospital, too little for who guesses."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from flask.testing import FlaskClient

from bot.edges.web.door.door_limits import DoorLimits
from tests.edges.fake_doors import GUEST, FakeDoors, door_app, door_site, door_view

DOOR = f"/j/{GUEST}"
HERE, THERE = "192.0.2.1", "192.0.2.2"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def doors() -> FakeDoors:
    return FakeDoors()


@pytest.fixture
def client(doors: FakeDoors, clock: Clock) -> FlaskClient:
    site = door_site(proxies=(ip_network("10.0.0.1"),))
    return door_app(doors, site, DoorLimits(clock)).test_client()


def statuses(client: FlaskClient, path: str, times: int, address: str = HERE) -> list[int]:
    return [
        client.get(path, environ_base={"REMOTE_ADDR": address}).status_code for _ in range(times)
    ]


def test_unknown_doors_may_be_asked_for_twenty_times_a_minute_by_one_address(client, clock):
    found = [
        client.get(f"/j/{number:027}", environ_base={"REMOTE_ADDR": HERE}) for number in range(21)
    ]
    assert [each.status_code for each in found] == [404] * 20 + [429]
    assert found[-1].headers["Retry-After"] == "60"
    assert "You can try again in 1 minute." in found[-1].text
    assert statuses(client, f"/j/{0:027}", 1, THERE) == [404]
    assert statuses(client, DOOR, 1) == [200], "a guest behind the same address still gets in"
    clock.now += 60
    assert statuses(client, f"/j/{0:027}", 1) == [404]


def test_a_network_of_ipv6_counts_as_one_address(client):
    found = [
        client.get(f"/j/{number:027}", environ_base={"REMOTE_ADDR": f"2001:db8::{number + 1:x}"})
        for number in range(21)
    ]
    assert found[-1].status_code == 429
    assert statuses(client, f"/j/{0:027}", 1, "2001:db8:0:1::1") == [404]


def test_only_a_trusted_proxy_says_who_asks(client):
    for number in range(21):
        answer = client.get(
            f"/j/{number:027}",
            headers={"X-Forwarded-For": f"198.51.100.{number}"},
            environ_base={"REMOTE_ADDR": "10.0.0.1"},
        )
    assert answer.status_code == 404, "each is somebody else"
    for number in range(21):
        answer = client.get(
            f"/j/{number:027}",
            headers={"X-Forwarded-For": f"198.51.100.{number}"},
            environ_base={"REMOTE_ADDR": HERE},
        )
    assert answer.status_code == 429, "each is the same, whatever it says"


def test_a_door_may_be_opened_thirty_times_a_minute_by_one_address(client, clock):
    assert statuses(client, DOOR, 31) == [200] * 30 + [429]
    assert statuses(client, DOOR, 1, THERE) == [200]
    clock.now += 60
    assert statuses(client, DOOR, 1) == [200]


def test_presses_count_as_well(doors, client):
    for _ in range(31):
        answer = client.post(f"{DOOR}/join")
    assert answer.status_code == 429
    assert len(doors.done) == 30


def test_a_shared_door_serves_a_class_behind_one_address(doors, client):
    doors.shown = door_view(shared=True)
    assert statuses(client, DOOR, 301) == [200] * 300 + [429]


def test_a_page_that_looks_for_changes_does_not_use_up_its_presses(doors, client):
    assert set(statuses(client, f"{DOOR}/state", 600)) == {200}
    assert statuses(client, f"{DOOR}/state", 1) == [429]
    assert client.post(f"{DOOR}/join").status_code == 303


def test_one_address_may_ask_for_three_lost_links_an_hour(doors, client, clock):
    answers = [client.post("/lost", data={"address": f"{number}@x.com"}) for number in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert "You can try again in 1 hour." in answers[-1].text
    assert len(doors.done) == 3
    clock.now += 3600
    assert client.post("/lost", data={"address": "4@x.com"}).status_code == 200


def test_no_token_is_kept_in_what_is_counted(client):
    limits = DoorLimits()
    limits.wait_for_page(GUEST, HERE)
    kept = [limit for limit in vars(limits).values() if GUEST in str(vars(limit))]
    assert kept == []

"""A token of a removed guest is answered like one that nobody made, at the same cost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.doors.visitors import knocks, token_of
from tests.edges.fake_doors import door_app, never_reached
from tests.edges.test_queries import watched
from tests.stories.fake import FakeStage

UNKNOWN = "E6MBNoN-vtEuBMReen9drQHukSw"
NONCE = re.compile(r"nonce[-=][\"\w-]+")

ASKED = [
    ("GET", ""),
    ("HEAD", ""),
    ("GET", "?lang=de"),
    ("GET", "/state"),
    ("GET", "/invite.ics"),
    ("POST", "/join"),
    ("POST", "/rsvp"),
    ("POST", "/again"),
]


def removed(core: FakeStage) -> str:
    """Return the token of a guest who was removed."""
    core.hears("erin", "meet alice@x.com and dora@z.net about the roof", space=None)
    link = core.told("alice@x.com")[-1].link
    core.hears("erin", "remove alice@x.com", space=None)
    return token_of(link)


def removed_later(core: FakeStage) -> str:
    """Return the token of a guest who was removed after they had come."""
    core.hears("erin", "meet alice@x.com and dora@z.net about the roof", space=None)
    link = core.told("alice@x.com")[-1].link
    knocks(core, link)
    core.hears("erin", "remove alice@x.com", space=None)
    return token_of(link)


def replaced(core: FakeStage) -> str:
    """Return a token in whose place another one was sent."""
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    link = core.told("alice@x.com")[-1].link
    core.hears("erin", "resend alice@x.com", space=None)
    return token_of(link)


def of_a_host(core: FakeStage) -> str:
    """Return the token of a host's page."""
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    return token_of(core.told("erin")[0].links[1])


CLOSED = [removed, removed_later, replaced, of_a_host]


@pytest.fixture
def client(core: FakeStage) -> FlaskClient:
    return door_app(core.doors, limits=never_reached()).test_client()


@pytest.mark.parametrize("closed", CLOSED)
@pytest.mark.parametrize(("method", "path"), ASKED)
def test_nobody_can_tell_a_closed_door_from_one_that_never_was(
    core: FakeStage, client: FlaskClient, closed: Callable[..., str], method: str, path: str
):
    token = closed(core)
    with statements(core) as cost:
        answers = [answered(client, method, f"/j/{each}{path}") for each in (token, UNKNOWN)]
    assert answers[0] == answers[1]
    assert answers[0][0] == 404
    assert cost[: len(cost) // 2] == cost[len(cost) // 2 :], "the database is asked the same"


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("GET", "/state"), ("POST", "/start")])
def test_nobody_can_tell_a_former_host_s_page_from_one_that_never_was(
    core: FakeStage, client: FlaskClient, method: str, path: str
):
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    token = token_of(core.told("erin")[0].links[1])
    core.makes_host("carl")
    core.hears("erin", "handover carl@example.com", space=None)
    with statements(core) as cost:
        answers = [answered(client, method, f"/h/{each}{path}") for each in (token, UNKNOWN)]
    assert answers[0] == answers[1]
    assert answers[0][0] == 404
    assert cost[: len(cost) // 2] == cost[len(cost) // 2 :], "the database is asked the same"


@contextmanager
def statements(core: FakeStage) -> Iterator[list[str]]:
    """Gather what the block asks the database, without what it is asked about."""
    cost: list[str] = []
    with watched(core.database) as sent:
        yield cost
    cost += [statement for statement, _ in sent]
    assert cost


def answered(client: FlaskClient, method: str, path: str) -> tuple[int, str, list[Any]]:
    """Return an answer, without the nonces that are new each time."""
    answer = client.open(path, method=method)
    headers = [(name, NONCE.sub("", value)) for name, value in answer.headers]
    return answer.status_code, NONCE.sub("", answer.text), headers

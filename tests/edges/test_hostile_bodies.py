"""Whatever is in a body, it is read, or each wrong field is named and nothing of it repeated."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.edges.web.api.api_problems import ApiProblem
from bot.edges.web.api.expert_bodies import NewExpertRequest
from bot.edges.web.api.meeting_bodies import LinkOrder, MeetingChange, NewGuests, NewMeeting
from bot.edges.web.api.operation_table import OPERATIONS
from bot.edges.web.api.request_reading import read_body
from tests.rows import for_each

CANARY = "canary-7f3a"
GUEST = {"email": "alice@x.com", "name": "Alice"}
RIGHT: Mapping[type[BaseModel], dict[str, Any]] = {
    NewMeeting: {
        "host": "erin@example.com",
        "guests": [GUEST, {"phone": "+491713920042"}],
        "topic": "the roof",
        "opens": "2030-01-31T15:00:00+01:00",
        "minutes": 30,
        "language": "de",
        "lobby": True,
        "devices": ["Room 1"],
        "vertical": "hc",
        "reference": "case 7",
        "guest_links": 1,
        "host_links": 1,
    },
    NewGuests: {"guests": [GUEST], "language": "de"},
    MeetingChange: {"topic": "x", "opens": "2030-01-31T15:00:00Z", "minutes": 30},
    LinkOrder: {"hosts": 1, "guests": 1},
    NewExpertRequest: {
        "requester": "erin@example.com",
        "group": "cardiology",
        "guests": [GUEST],
        "topic": "x",
        "reference": "y",
    },
}
REQUIRED = {NewMeeting: {"host"}, NewGuests: {"guests"}, NewExpertRequest: {"requester", "group"}}
HOSTILE = (
    *(
        "\0",
        "\r\nX: y",
        "\u202eabc",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "' OR 1=1 --",
        "a" * 255,
    ),
    *("@", "a@b", "a@x.com\nBcc: b@x.com", "mailto:a@x.com?bcc=b@x.com", "../passwd", " "),
    *(10**400, -1, 1e308, True, None, [], {}, [[]], {"": CANARY}, "0001-01-01T00:00:00Z"),
)
TEXT = st.text(max_size=20).map(lambda text: f"{CANARY}{text}")
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
KINDS = st.sampled_from([*RIGHT])


def read(kind: type[BaseModel], body: bytes) -> BaseModel | ApiProblem:
    """Return what is read, or the answer to a wrong body, which repeats nothing of it."""
    with Flask(__name__).test_request_context(method="POST", data=body):
        try:
            return read_body(kind)
        except ApiProblem as error:
            problem = error
    assert problem.status == 422
    assert CANARY not in json.dumps([problem.detail, *problem.errors])
    pointers = [each["pointer"] for each in problem.errors]
    assert [each for each in pointers if not re.fullmatch(r"#(/[a-z_]+|/\d+)*", each)] == []
    return problem


def wrong_fields(kind: type[BaseModel], body: Any) -> set[str]:
    problem = read(kind, json.dumps(body).encode())
    assert isinstance(problem, ApiProblem)
    return {each["pointer"] for each in problem.errors}


def test_all_bodies_are_here():
    assert set(RIGHT) == {each.body for each in OPERATIONS if each.body} & set(RIGHT)
    for kind, body in RIGHT.items():
        assert set(body) == set(kind.model_fields)
        assert isinstance(read(kind, json.dumps(body).encode()), kind)


@for_each(("kind", "name"), [(kind, name) for kind, names in REQUIRED.items() for name in names])
def test_a_missing_field_is_named(kind: type[BaseModel], name: str):
    body = {each: value for each, value in RIGHT[kind].items() if each != name}
    assert wrong_fields(kind, body) == {f"#/{name}"}


@for_each(
    ("kind", "name"),
    [(kind, name) for kind, body in RIGHT.items() for name in body],
)
def test_a_field_of_another_type_or_too_long_is_named(kind: type[BaseModel], name: str):
    for value in ({"a": 1}, 1.5, "x" * 5000, [CANARY] * 1001):
        pointers = wrong_fields(kind, RIGHT[kind] | {name: value})
        assert pointers
        assert all(each.startswith(f"#/{name}") for each in pointers)


@given(kind=KINDS, data=st.data())
def test_nothing_of_a_hostile_field_is_repeated(kind: type[BaseModel], data: st.DataObject):
    names = data.draw(st.lists(st.sampled_from([*RIGHT[kind]]), min_size=1, max_size=3))
    hostile = {name: data.draw(ANYTHING) for name in names}
    more = data.draw(st.dictionaries(TEXT, ANYTHING, max_size=2))
    read(kind, json.dumps(RIGHT[kind] | hostile | more).encode(errors="surrogatepass"))


@given(
    kind=KINDS, body=st.binary(max_size=200) | ANYTHING.map(lambda any_: json.dumps(any_).encode())
)
def test_what_is_no_body_is_told_so(kind: type[BaseModel], body: bytes):
    read(kind, body)


@pytest.mark.parametrize("depth", [100, 10_000])
def test_a_deep_body_is_told_so(depth: int):
    assert isinstance(read(NewMeeting, b"[" * depth), ApiProblem)
    assert isinstance(read(NewMeeting, b'{"guests":' * depth), ApiProblem)

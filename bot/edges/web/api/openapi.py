"""Describes `/v1` in OpenAPI 3.1: Pydantic makes the schemas from the types of the bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from bot.edges.web.api.meeting_answers import (
    LinksAnswer,
    MadeMeetingAnswer,
    MeetingAnswer,
    MeetingsAnswer,
)
from bot.edges.web.api.meeting_bodies import LinkOrder, MeetingChange, NewGuests, NewMeeting
from bot.edges.web.api.problem_details import PROBLEMS, ProblemAnswer

_REF = "#/components/schemas/{model}"
ALWAYS = (400, 401, 403, 404, 413, 429, 503)
"""What every request may be answered with."""


@dataclass(frozen=True)
class Operation:
    """What a method does at an address.

    Args:
        method: in lower case.
        path: below `/v1`.
        name: of the function that a generated client has for it.
        summary: what it does.
        body: what is sent, if anything.
        answer: what comes back; None for nothing.
        status: of a successful answer.
        problems: statuses beyond `ALWAYS`.
    """

    method: str
    path: str
    name: str
    summary: str
    answer: type[BaseModel] | None
    body: type[BaseModel] | None = None
    status: int = 200
    problems: tuple[int, ...] = ()


_ONE, _WORK = "/meetings/{number}", (409, 412, 422)
OPERATIONS = (
    Operation(
        "post",
        "/meetings",
        "createMeeting",
        "Make a meeting",
        MadeMeetingAnswer,
        NewMeeting,
        201,
        (409, 422, 502),
    ),
    Operation("get", "/meetings", "listMeetings", "List meetings, newest first", MeetingsAnswer),
    Operation("get", _ONE, "readMeeting", "Read a meeting", MeetingAnswer, problems=(304,)),
    Operation(
        "patch",
        _ONE,
        "changeMeeting",
        "Rename, move or extend a meeting",
        MeetingAnswer,
        MeetingChange,
        problems=_WORK,
    ),
    Operation("delete", _ONE, "cancelMeeting", "Cancel a meeting", None, None, 204, _WORK),
    Operation(
        "post",
        f"{_ONE}/guests",
        "inviteGuests",
        "Invite guests",
        MeetingAnswer,
        NewGuests,
        problems=_WORK,
    ),
    Operation(
        "delete",
        f"{_ONE}/guests/{{guest}}",
        "removeGuest",
        "Withdraw a guest's invitation",
        None,
        None,
        204,
        _WORK,
    ),
    Operation(
        "post",
        f"{_ONE}/links",
        "makeLinks",
        "Get fresh links",
        LinksAnswer,
        LinkOrder,
        problems=(409, 422, 502),
    ),
)


@cache
def describe_api() -> dict[str, Any]:
    """Return the description of `/v1`."""
    paths: dict[str, dict[str, Any]] = {}
    for each in OPERATIONS:
        paths.setdefault(each.path, {})[each.method] = _operation(each)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Instant Connect bot", "version": "1"},
        "servers": [{"url": "/v1"}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _schemas() -> dict[str, Any]:
    wanted: dict[tuple[type[BaseModel], JsonSchemaMode], None] = {}
    for each in OPERATIONS:
        wanted |= {(each.body, "validation"): None} if each.body else {}
        wanted |= {(each.answer, "serialization"): None} if each.answer else {}
    wanted[ProblemAnswer, "serialization"] = None
    _, whole = models_json_schema([*wanted], ref_template=_REF)
    found: dict[str, Any] = whole["$defs"]
    return found


def _operation(each: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.summary,
        "parameters": [*_parameters(each)],
        "responses": dict(_responses(each)),
    }
    if each.body:
        found["requestBody"] = {"required": True, "content": _content(each.body)}
    return found


def _parameters(each: Operation) -> Iterator[dict[str, Any]]:
    if "{number}" in each.path:
        yield _parameter("path", "number", {"type": "integer", "minimum": 1}, required=True)
    if "{guest}" in each.path:
        yield _parameter("path", "guest", {"type": "string"}, required=True)
    if each.method == "post":
        key = {"type": "string", "minLength": 1, "maxLength": 255}
        yield _parameter("header", "Idempotency-Key", key, required=True)
    if each.name == "listMeetings":
        yield _parameter("query", "limit", {"type": "integer", "minimum": 1, "maximum": 100})
        yield _parameter("query", "cursor", {"type": "string"})
    if 412 in each.problems:
        yield _parameter("header", "If-Match", {"type": "string"})


def _parameter(
    where: str, name: str, schema: dict[str, Any], *, required: bool = False
) -> dict[str, Any]:
    return {"in": where, "name": name, "required": required, "schema": schema}


def _responses(each: Operation) -> Iterator[tuple[str, dict[str, Any]]]:
    done: dict[str, Any] = {"description": "Done"}
    yield str(each.status), done | ({"content": _content(each.answer)} if each.answer else {})
    for status in sorted({*ALWAYS, *each.problems}):
        if status in PROBLEMS:
            body = _content(ProblemAnswer, "application/problem+json")
            yield str(status), {"description": PROBLEMS[status], "content": body}
        else:
            yield str(status), {"description": "It has not changed"}


def _content(model: type[BaseModel], kind: str = "application/json") -> dict[str, Any]:
    return {kind: {"schema": {"$ref": _REF.format(model=model.__name__)}}}

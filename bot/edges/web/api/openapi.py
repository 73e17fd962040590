"""Describes `/v1` in OpenAPI 3.1: Pydantic makes the schemas from the types of the bodies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from bot.edges.web.api.operation import Operation
from bot.edges.web.api.operation_table import OPERATIONS
from bot.edges.web.api.problem_details import PROBLEMS, ProblemAnswer
from bot.edges.web.api.request_reading import IDEMPOTENCY

_REF = "#/components/schemas/{model}"
BARE = {304: "It has not changed", 413: PROBLEMS[413]}
"""Answers without a body: the HTTP server refuses a long one before it is read."""

ALWAYS = (400, 401, 403, 404, 413, 429, 503)
"""What every request may be answered with."""


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
    for name, schema in _IN_PATH.items():
        if f"{{{name}}}" in each.path:
            yield {"in": "path", "name": name, "required": True, **schema}
    if each.method == "post":
        yield _IDEMPOTENCY
    if each.paged:
        yield from _PAGING
    if 412 in each.problems:
        yield _IF_MATCH
    if 304 in each.problems:
        yield _IF_NONE_MATCH


_IN_PATH = {
    "id": {
        "description": "The id of the meeting, or of the request.",
        "schema": {"type": "string", "pattern": "^[1-9][0-9]{0,8}$"},
    },
    "guest": {
        "description": "The guest's id in the meeting.",
        "schema": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    },
    "webhook": {
        "description": "The webhook's id.",
        "schema": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    },
}

_IDEMPOTENCY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": True,
    "description": "A text that you use once. A repeated request has the same one.",
    "schema": {"type": "string", "pattern": IDEMPOTENCY},
}

_PAGING = (
    {
        "in": "query",
        "name": "limit",
        "description": "How many to return.",
        "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
    },
    {
        "in": "query",
        "name": "cursor",
        "description": "The next_cursor of the page before.",
        "schema": {"type": "string", "pattern": "^[1-9][0-9]{0,8}$"},
    },
)

_IF_MATCH = {
    "in": "header",
    "name": "If-Match",
    "description": "The ETag that you read. If the meeting has changed since, the answer is 412.",
    "schema": {"type": "string"},
}

_IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "description": "The ETag that you read. If the meeting is still the same, the answer is 304.",
    "schema": {"type": "string"},
}


def _responses(each: Operation) -> Iterator[tuple[str, dict[str, Any]]]:
    done: dict[str, Any] = {"description": "Done", "headers": _headers(each)}
    yield str(each.status), done | ({"content": _content(each.answer)} if each.answer else {})
    for status in sorted({*ALWAYS, *each.problems}):
        if status in BARE:
            yield str(status), {"description": BARE[status]}
            continue
        body = _content(ProblemAnswer, "application/problem+json")
        told = {"description": PROBLEMS[status], "content": body}
        yield str(status), told | ({"headers": HEADERS[status]} if status in HEADERS else {})


def _headers(each: Operation) -> dict[str, Any]:
    headers = {
        "RateLimit-Policy": _header("How many requests the key may make in how many seconds."),
        "RateLimit": _header("How many are left, and in how many seconds there is one more."),
    }
    headers |= {"ETag": _header("Changes with the meeting.")} if each.tagged else {}
    return headers | ({"Location": _header("Where it can be read.")} if each.status == 201 else {})


def _header(description: str, kind: str = "string") -> dict[str, Any]:
    return {"description": description, "required": True, "schema": {"type": kind}}


_WAIT = _header("Seconds to wait before you try again.", "integer")
HEADERS = {
    401: {"WWW-Authenticate": _header("How to send the key.")},
    429: {"Retry-After": _WAIT},
    503: {"Retry-After": _WAIT},
}
"""The headers of problems."""


def _content(model: type[BaseModel], kind: str = "application/json") -> dict[str, Any]:
    return {kind: {"schema": {"$ref": _REF.format(model=model.__name__)}}}

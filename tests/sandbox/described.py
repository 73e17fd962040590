"""Checks answers against Cisco's OpenAPI description, where it is available."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from openapi_schema_validator import OAS30Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

DESCRIPTION = Path("../shared/reference/openapi/webex-messaging.json")
RECORDED = Path("../shared/reference/samples/rest")
IS_HERE = DESCRIPTION.exists()
NAME = "urn:webex"
PRESSED = ("POST", "/v1/attachment/actions", 200)
"""What Cisco's own SDKs expect, where the description says 202."""


@dataclass(frozen=True)
class Answered:
    method: str
    path: str
    status: int
    body: Any


def check(answers: list[Answered]) -> None:
    """Fail if an answer doesn't match the description."""
    for answer in answers if IS_HERE else ():
        operation = _operation(answer)
        if operation:
            _check_answer(answer, *operation)


def problems(answer: Answered) -> list[str]:
    """Return how an answer to a documented operation violates the description."""
    pointer, operation = _operation(answer) or ("", {})
    assert str(answer.status) in operation["responses"]
    if answer.status == 204:
        return [] if answer.body is None else ["there is a body"]
    where = f"{pointer}/responses/{answer.status}/content/application~1json/schema"
    found = OAS30Validator({"$ref": f"{NAME}#{where}"}, registry=_registry())
    return [f"{one.json_path}: {one.message}" for one in found.iter_errors(_without_cards(answer))]


def _without_cards(answer: Answered) -> Any:
    """Leave out `attachments`, whose real recordings don't match the description either."""
    if not isinstance(answer.body, dict) or "items" in answer.body:
        return answer.body
    return {name: value for name, value in answer.body.items() if name != "attachments"}


def fields(schema: str) -> set[str]:
    """Return the field names of a described object."""
    return set(_description()["components"]["schemas"][schema]["properties"])


def recorded(pattern: str) -> list[dict[str, Any]]:
    """Return an answer recorded from the real service."""
    return [json.loads(path.read_text()) for path in sorted(RECORDED.glob(pattern))]


def _check_answer(answer: Answered, _pointer: str, operation: dict[str, Any]) -> None:
    if (answer.method, answer.path, answer.status) == PRESSED:
        answer = replace(answer, status=202)
    described = operation["responses"]
    assert str(answer.status) in described, f"{answer} is not described"
    if answer.status < 300:
        assert problems(answer) == [], answer
    elif answer.body is not None:
        assert set(answer.body) == {"message", "errors", "trackingId"}, answer
        assert [set(one) for one in answer.body["errors"]] == [{"description"}]


def _operation(answer: Answered) -> tuple[str, dict[str, Any]] | None:
    path = answer.path.removeprefix("/v1")
    for pattern, template in _templates():
        if pattern.fullmatch(path) and answer.method.lower() in _description()["paths"][template]:
            escaped = template.replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
            method = answer.method.lower()
            return f"/paths/{escaped}/{method}", _description()["paths"][template][method]
    return None


@cache
def _description() -> dict[str, Any]:
    return json.loads(DESCRIPTION.read_text())


@cache
def _registry() -> Registry:
    resource = Resource(contents=_description(), specification=DRAFT4)
    return Registry().with_resource(NAME, resource)


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    """Sort paths without variables first, so that /people/me isn't a person's."""
    templates = sorted(_description()["paths"], key=lambda one: one.count("{"))
    return [(re.compile(re.sub(r"\{\w+\}", "[^/]+", one)), one) for one in templates]

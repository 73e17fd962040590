"""The description of the API is valid, and names what is there."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
import requests
from openapi_schema_validator import OAS31Validator

from bot.edges.web.api.openapi import describe_api
from tests.stories.real import Town

SCHEMAS = describe_api()["components"]["schemas"]


def answer_fits(name: str, body: Any) -> None:
    whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    OAS31Validator(whole).validate(body)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_valid(name: str):
    OAS31Validator.check_schema(SCHEMAS[name])


def test_each_reference_leads_to_a_schema():
    named = re.findall(r"#/components/schemas/(\w+)", str(describe_api()))
    assert set(named) == set(SCHEMAS)


def test_each_route_is_described(town: Town, portal: str):
    served = requests.get(f"{town.receiver}/v1/openapi", timeout=5)
    assert served.json() == describe_api()
    for path, methods in describe_api()["paths"].items():
        at = re.sub("{.*?}", "1", path)
        allowed = requests.options(f"{town.receiver}/v1{at}", timeout=5).headers["Allow"]
        there = {each.lower() for each in allowed.split(", ")} - {"head", "options"}
        assert there == set(methods), path


def test_answers_are_as_described(town: Town, portal: str):
    at = f"{town.receiver}/v1/meetings"
    who = {"Authorization": f"Bearer {portal}", "Idempotency-Key": "described"}
    body = {"host": "erin@example.com", "guest_links": 1}
    made = requests.post(at, json=body, headers=who, timeout=15).json()
    answer_fits("MadeMeetingAnswer", made)
    answer_fits("MeetingAnswer", requests.get(f"{at}/{made['id']}", headers=who, timeout=5).json())
    answer_fits("MeetingsAnswer", requests.get(at, headers=who, timeout=5).json())
    answer_fits("ProblemAnswer", requests.post(at, json={}, headers=who, timeout=5).json())
    with pytest.raises(jsonschema.ValidationError):
        answer_fits("MeetingAnswer", made)

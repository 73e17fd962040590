"""The description of the API is valid, and names what is there."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import jsonschema
import pytest
import requests
from openapi_schema_validator import OAS31Validator

from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.web.api.openapi import describe_api
from bot.edges.web.api.operation_table import OPERATIONS
from tests.api.conftest import YEAR
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


def test_each_operation_needs_the_scope_of_meetings(town: Town, keys: ApiKeyStore):
    key = keys.new("no-meetings", ["host-links"], YEAR)
    headers = {"Authorization": f"Bearer {key}"}
    for each in OPERATIONS:
        at = re.sub("{.*?}", "1", f"{town.receiver}/v1{each.path}")
        answer = requests.request(each.method, at, headers=headers, timeout=5)
        assert answer.status_code == 403, each.name


def test_people_read_it_on_a_page(town: Town, portal: str):
    page = requests.get(f"{town.receiver}/v1/docs", timeout=5)
    assert page.headers["Content-Type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    for each in (one for methods in describe_api()["paths"].values() for one in methods.values()):
        assert f'id="{each["operationId"]}"' in page.text
    for name, schema in SCHEMAS.items():
        assert f'id="{name}"' in page.text
        assert all(field["description"] in unescape(page.text) for field in fields_of(schema))
    targets = re.findall('href="#(.*?)"', page.text)
    assert {each for each in targets if f'id="{each}"' not in page.text} == set()
    assert "http" not in re.findall('(?:src|href)="(.*?)"', page.text)


def fields_of(schema: Any) -> Any:
    return schema["properties"].values()


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
def test_what_is_at_no_address_is_a_problem_as_well(town: Town, portal: str, method: str):
    answer = requests.request(method, f"{town.receiver}/v1/meeting", timeout=5)
    assert (answer.status_code, answer.json()["type"]) == (404, "/v1/problems#404")
    elsewhere = requests.request(method, f"{town.receiver}/v2/meeting", timeout=5)
    assert (elsewhere.status_code, elsewhere.content) == (404, b"")


def test_a_method_that_is_unknown_here_is_told_which_are_not(town: Town, portal: str):
    answer = requests.put(f"{town.receiver}/v1/meetings", timeout=5)
    assert (answer.status_code, answer.json()["type"]) == (405, "/v1/problems#405")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert requests.get(f"{town.receiver}/webex", timeout=5).headers["Allow"] == "OPTIONS, POST"


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

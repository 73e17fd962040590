"""Webex Connect's node and a broker's client work with the bot's address and a key."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import requests
from structlog.testing import capture_logs

from bot.core.domain.joseencrypt import AUDIENCE
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.sandbox.webex.faults import Html200, NotFoundYet, ServerError, Unauthorized
from tests.api.conftest import YEAR
from tests.rows import for_each
from tests.stories.real import RealStage, Town
from tests.stories.stage import DEVICES, Visit

BASIC, ADD, BROKER = "connect/generate-basic-link", "connect/add-guest", "api/v2/joseencrypt"
ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared" / "reference" / "samples" / "joseencrypt"
NODE = {
    "jwt": {"sub": "chat 4711"},
    "loginUrlForHost": "true",
    "aud": AUDIENCE,
    "numHost": "1",
    "numGuest": "1",
    "provideShortUrls": "true",
    "verticalType": "gen",
}
"""What the node of Cisco's guide sends: everything as text."""


@pytest.fixture
def stage(town: Town) -> RealStage:
    return RealStage(town)


def ask(town: Town, key: str | None, path: str, body: Any, **how: Any) -> requests.Response:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    data = body if isinstance(body, bytes) else json.dumps(body)
    headers["Content-Type"] = "application/json"
    return requests.post(f"{town.receiver}/{path}", data, headers=headers, timeout=10, **how)


def visits(stage: RealStage, answer: requests.Response) -> tuple[list[Visit], list[Visit]]:
    """Open the short links in an answer, as a flow puts them together."""
    assert answer.status_code == 200, answer.text
    told = answer.json()
    hosts, guests = (
        [stage.opens(told["baseUrl"] + each["short"]) for each in told[role]]
        for role in ("host", "guest")
    )
    return hosts, guests


def test_the_node_gets_a_host_and_a_guest_and_adds_another_guest(
    town: Town, portal: str, stage: RealStage
):
    first = ask(town, portal, BASIC, NODE)
    [host], [guest] = visits(stage, first)
    assert (host.role, guest.role) == ("host", "guest")
    assert guest.as_host() == host
    # The node maps these paths to its outputs.
    told = first.json()
    assert set(told) == {"baseUrl", "host", "guest"}
    assert set(told["host"][0]) == set(told["guest"][0]) == {"cipher", "short"}
    [_], [added] = visits(stage, ask(town, portal, ADD, NODE))
    assert added == guest


@for_each(
    "body",
    [
        {"jwt": {"sub": "flat or not"}},
        {"jwt.sub": "flat or not"},
        {"sub": "flat or not"},
        {"sub": "flat or not", "jwt": {"sub": "flat or not"}, "unknown": 1},
    ],
)
def test_fields_may_be_nested_or_flat_and_have_defaults(town: Town, portal: str, body: Any):
    stage = RealStage(town)
    [host], [guest] = visits(stage, ask(town, portal, BASIC, body))
    hosts, [added] = visits(stage, ask(town, portal, ADD, body))
    assert guest == added == guest
    assert guest.as_host() == host
    assert hosts == []


def test_a_guest_s_browser_shows_no_name_that_the_program_gave(town: Town, portal: str):
    answer = ask(town, portal, BASIC, NODE).json()
    page = requests.get(answer["baseUrl"] + answer["guest"][0]["short"], timeout=5).text
    assert "4711" not in page


@for_each(
    "sample", json.loads((SAMPLES / "requests.json").read_text()) if SAMPLES.exists() else [0]
)
def test_a_client_that_only_knows_the_broker_is_served(town: Town, portal: str, sample: Any):
    if not SAMPLES.exists():
        pytest.skip("the recorded requests aren't here")
    body = json.loads(json.dumps(sample["body"]).replace("<aud>", AUDIENCE))
    if "flow" in body["jwt"]:
        body["jwt"]["flow"]["data"] = [{"uri": each} for each in DEVICES.values()]
    answer = ask(town, portal, BROKER, body)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert len(told["host"]) == int(body.get("numHost", 1))
    assert len(told["guest"]) == int(body.get("numGuest", 1))
    assert all(each["cipher"] for each in told["host"] + told["guest"])
    assert ("baseUrl" in told) == (str(body.get("provideShortUrls", False)).lower() == "true")


def test_the_script_of_four_lines_prints_the_guest_s_url(town: Town, portal: str, stage: RealStage):
    payload = {"jwt": {"sub": "a visit"}, "aud": AUDIENCE, "provideShortUrls": True}
    headers = {"Authorization": f"Bearer {portal}"}
    told = requests.post(
        f"{town.receiver}/{BROKER}", json=payload, headers=headers, timeout=9
    ).json()
    assert stage.opens(told["baseUrl"] + told["guest"][0]["short"]).role == "guest"


def test_the_example_of_the_docs_prints_a_link(
    town: Town, portal: str, stage: RealStage, capsys: pytest.CaptureFixture[str]
):
    page = (ROOT / "bot" / "docs" / "api.md").read_text()
    [block] = [each for each in re.findall(r"(?s)```python\n(.*?)```", page) if BROKER in each]
    exec(block.replace("https://bot.example.com", town.receiver), {"key": portal})  # noqa: S102 - our docs
    printed = capsys.readouterr().out.splitlines()[-1]  # after the log
    assert stage.opens(printed).role == "guest"


def test_the_same_name_of_two_programs_is_two_meetings(
    town: Town, portal: str, keys: ApiKeyStore, stage: RealStage
):
    crm = keys.new("crm-of-two", ["meetings", "host-links"], YEAR)
    [mine], _ = visits(stage, ask(town, portal, BASIC, NODE))
    [theirs], _ = visits(stage, ask(town, crm, BASIC, NODE))
    assert mine.meeting != theirs.meeting


def test_host_links_need_their_scope(town: Town, keys: ApiKeyStore, stage: RealStage):
    guests_only = keys.new("guests-only", ["meetings"], YEAR)
    refused = ask(town, guests_only, BASIC, NODE)
    assert refused.status_code == 403
    assert "host-links" in refused.json()["message"]
    hosts, [guest] = visits(stage, ask(town, guests_only, BASIC, {**NODE, "numHost": 0}))
    assert (hosts, guest.role) == ([], "guest")
    hosts_only = keys.new("hosts-only", ["host-links"], YEAR)
    assert ask(town, hosts_only, BASIC, NODE).status_code == 403


def test_without_a_valid_key_nothing_is_made(town: Town, keys: ApiKeyStore, stage: RealStage):
    gone = keys.new("gone", ["meetings", "host-links"], YEAR)
    keys.revoke("gone")
    before = stage.calls_of("joseencrypt")
    for key in (None, "", gone, "sandbox-token-bot"):
        answer = ask(town, key, BASIC, NODE)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    by_password = requests.post(f"{town.receiver}/{BASIC}", auth=("a", gone), timeout=5)
    assert by_password.status_code == 401
    assert stage.calls_of("joseencrypt") == before


WRONG = [
    ([], "must be a JSON object"),
    (b"{", "not JSON"),
    (b"\xff", "not JSON"),
    (b"[" * 5000, "not JSON"),
    ({}, "sub"),
    ({"sub": ""}, "sub"),
    ({"sub": 7}, "sub"),
    ({"sub": "x" * 1001}, "sub"),
    ({"jwt": "x"}, "jwt must be an object"),
    ({"sub": "a", "jwt": {"sub": "b"}}, "given twice"),
    ({"sub": "a", "aud": "another"}, "aud"),
    ({"sub": "a", "numHost": 26}, "numHost"),
    ({"sub": "a", "numHost": -1}, "numHost"),
    ({"sub": "a", "numHost": True}, "numHost"),
    ({"sub": "a", "numHost": 1.5}, "numHost"),
    ({"sub": "a", "numGuest": None}, "numGuest"),
    ({"sub": "a", "numGuest": "٣"}, "numGuest"),
    ({"sub": "a", "numHost": 25}, "together"),
    ({"sub": "a", "numHost": 0, "numGuest": 0}, "together"),
    ({"sub": "a", "provideShortUrls": "yes"}, "provideShortUrls"),
    ({"sub": "a", "provideShortUrls": 1}, "provideShortUrls"),
    ({"sub": "a", "verticalType": "vet"}, "verticalType"),
    ({"sub": "a", "verticalType": ["gen"]}, "verticalType"),
    ({"sub": "a", "enc": {}}, "enc"),
    ({"sub": "a", "iterations": 10**9}, "iterations"),
    ({"sub": "a", "exp": 1671480433000}, "exp"),
    ({"sub": "a", "nbf": 2, "exp": 1}, "nbf"),
    ({"sub": "a", "flow": 5}, "flow"),
    ({"sub": "a", "flow": {"id": "sip-no-knock", "data": 5}}, "flow"),
    ({"sub": "a", "flow": {"id": "sip-no-knock", "data": [{"uri": ["x"]}]}}, "DEVICES"),
    ({"sub": "a", "flow": {"id": "sip-no-knock", "data": [{"uri": "any@x.com"}]}}, "DEVICES"),
]


@for_each(("body", "why"), WRONG)
def test_a_wrong_field_is_named_and_not_repeated(town: Town, portal: str, body: Any, why: str):
    answer = ask(town, portal, BASIC, body)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/json")
    [error] = answer.json()["errors"]
    assert why in error["description"] == answer.json()["message"]
    assert "any@x.com" not in answer.text


def test_a_name_of_any_characters_is_a_name(town: Town, portal: str):
    for name in ("日本 \U0001f600", "\ud800", "a\nb", "'; DROP TABLE api_keys; --"):
        assert ask(town, portal, BASIC, {"sub": name}).status_code == 200


def test_the_front_wants_the_broker_s_audience(town: Town, portal: str):
    assert ask(town, portal, BROKER, {"jwt": {"sub": "a"}}).status_code == 400


def test_a_huge_body_and_another_method_are_refused(town: Town, portal: str):
    with suppress(requests.ConnectionError):  # it may be closed before all of it was sent
        assert ask(town, portal, BASIC, b"x" * 10_000_000).status_code == 413
    assert requests.get(f"{town.receiver}/{BASIC}", timeout=5).status_code == 405


@for_each(
    ("fault", "status", "said"),
    [
        (ServerError(times=1, path="joseencrypt"), 503, "isn't responding"),
        (Html200(times=1, path="joseencrypt"), 502, "didn't make"),
        (Unauthorized(times=1, path="joseencrypt"), 502, "rejects the bot's token"),
        (NotFoundYet(times=1, path="joseencrypt"), 502, "isn't turned on"),
    ],
)
def test_an_outage_is_no_success(town: Town, portal: str, fault: Any, status: int, said: str):
    stage = RealStage(town)
    stage.faults = [fault]
    before = stage.calls_of("joseencrypt")
    answer = ask(town, portal, BASIC, NODE)
    stage.faults = []
    assert answer.status_code == status
    assert said in answer.json()["message"]
    assert ("Retry-After" in answer.headers) == (status == 503)
    assert stage.calls_of("joseencrypt") == before + 1


def test_a_key_may_be_used_so_often_and_is_told_how_often(town: Town, keys: ApiKeyStore):
    seldom = keys.new("seldom", ["meetings", "host-links"], YEAR, per_minute=2)
    others = keys.new("seldom-too", ["meetings", "host-links"], YEAR, per_minute=2)
    often = keys.new("often", ["meetings", "host-links"], YEAR)
    rest = [ask(town, seldom, BASIC, NODE).headers["RateLimit"] for _ in range(2)]
    assert [each.split(";")[1] for each in rest] == ["r=1", "r=0"]
    answer = ask(town, seldom, BASIC, NODE)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert ask(town, others, BASIC, NODE).headers["RateLimit"].split(";")[1] == "r=1"
    allowed = ask(town, often, BASIC, NODE)
    assert allowed.headers["RateLimit-Policy"] == '"key";q=120;w=60'


def test_neither_links_nor_keys_nor_names_are_logged(town: Town, portal: str):
    with capture_logs() as logs:
        told = ask(town, portal, BASIC, NODE).json()
        ask(town, portal, BASIC, {**NODE, "numHost": "x"})
        ask(town, "icb_wrong", BASIC, NODE)
    assert [each["key"] for each in logs if each["event"] == "api.links_made"] == ["portal"]
    written = str(logs)
    secrets = [portal, "icb_wrong", "4711", told["host"][0]["cipher"], told["guest"][0]["short"]]
    assert [each for each in secrets if each in written] == []

"""An EMR makes, reads and changes appointments, in R5 and in R4B."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import requests
from fhir.resources.appointment import Appointment
from fhir.resources.bundle import Bundle
from fhir.resources.capabilitystatement import CapabilityStatement
from fhir.resources.operationoutcome import OperationOutcome
from fhir.resources.R4B.appointment import Appointment as AppointmentR4B
from fhir.resources.R4B.capabilitystatement import CapabilityStatement as CapabilityStatementR4B
from fhir.resources.R4B.operationoutcome import OperationOutcome as OperationOutcomeR4B
from fhirclient.models.appointment import Appointment as AppointmentR4
from fhirclient.models.bundle import Bundle as BundleR4
from fhirclient.models.capabilitystatement import CapabilityStatement as CapabilityStatementR4
from fhirclient.models.operationoutcome import OperationOutcome as OperationOutcomeR4

from bot.core.domain.attendance import Attendance
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, State
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.web.fhir.appointment_answers import R4_VIRTUAL_SERVICE, status_of
from tests.api.conftest import YEAR
from tests.doors.visitors import token_of
from tests.engine.databases import wait_until
from tests.rows import for_each
from tests.stories.real import RealStage, Town

SYSTEM = "https://emr.example.com/appointments"
TOMORROW = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
APPOINTMENTS = {
    "5.0": Appointment.model_validate,
    "4.3": AppointmentR4B.model_validate,
    "4.0": AppointmentR4,
}
OUTCOMES = {
    "5.0": OperationOutcome.model_validate,
    "4.3": OperationOutcomeR4B.model_validate,
    "4.0": OperationOutcomeR4,
}
CAPABILITIES = {
    "5.0": CapabilityStatement.model_validate,
    "4.3": CapabilityStatementR4B.model_validate,
    "4.0": CapabilityStatementR4,
}
"""What raises if something isn't as a release of FHIR says. `fhir.resources` lacks R4."""


def person(id_: str, kind: str, *telecom: tuple[str, str], **more: Any) -> dict[str, Any]:
    ways = [{"system": system, "value": value} for system, value in telecom]
    return {"resourceType": kind, "id": id_, "telecom": ways, **more}


def appointment(value: str, *guests: str, **changed: Any) -> dict[str, Any]:
    """Return an appointment of Erin's with guests."""
    people = [person("erin", "Practitioner", ("email", "erin@example.com"))]
    people += [
        person(f"g{at}", "Patient", ("email", each), name=[{"text": each.partition("@")[0]}])
        for at, each in enumerate(guests)
    ]
    return {
        "resourceType": "Appointment",
        "identifier": [{"system": SYSTEM, "value": value}],
        "status": "booked",
        "description": "the roof",
        "start": TOMORROW.isoformat(),
        "end": (TOMORROW + timedelta(minutes=30)).isoformat(),
        "contained": people,
        "participant": [
            {"actor": {"reference": f"#{each['id']}"}, "status": "needs-action"} for each in people
        ],
        **changed,
    }


class Emr:
    """A program that speaks FHIR."""

    def __init__(self, town: Town, key: str, version: str = "") -> None:
        self._base, self._key, self.version = f"{town.receiver}/fhir", key, version

    def asks(self, method: str, path: str, body: Any = None, **headers: str) -> requests.Response:
        kind = "application/fhir+json" + (f"; fhirVersion={self.version}" if self.version else "")
        headers = {"Authorization": f"Bearer {self._key}", "Accept": kind, **headers}
        how = {"data": body} if isinstance(body, bytes) else {"json": body}
        url = path if path.startswith("http") else self._base + path
        return requests.request(method, url, headers=headers, timeout=15, **how)

    def puts(self, value: str, body: Any, **headers: str) -> requests.Response:
        return self.asks("PUT", f"/Appointment?identifier={SYSTEM}|{value}", body, **headers)


@pytest.fixture(params=APPOINTMENTS)
def emr(request: pytest.FixtureRequest, town: Town, portal: str) -> Emr:
    return Emr(town, portal, request.param)


@pytest.fixture
def stage(town: Town) -> RealStage:
    return RealStage(town)


@pytest.fixture
def value() -> str:
    """An identifier that nothing has."""
    return uuid.uuid4().hex


def guests_of(told: dict[str, Any]) -> set[str]:
    people = [each for each in told["contained"] if each["resourceType"] == "Patient"]
    return {each["telecom"][0]["value"] for each in people}


def test_an_appointment_is_made_changed_and_cancelled(emr: Emr, stage: RealStage, value: str):
    before = len(stage.told("alice@x.com"))
    made = emr.puts(value, appointment(value, "alice@x.com"))
    assert made.status_code == 201, made.text
    wait_until(lambda: len(stage.told("alice@x.com")) > before)
    wait_until(lambda: guests_of(emr.asks("GET", made.headers["Location"]).json()))
    read = emr.asks("GET", made.headers["Location"])
    assert f"fhirVersion={emr.version}" in read.headers["Content-Type"]
    told = read.json()
    APPOINTMENTS[emr.version](told)
    assert (told["status"], told["description"]) == ("booked", "the roof")
    assert told["identifier"] == [{"system": SYSTEM, "value": value}]
    assert datetime.fromisoformat(told["start"]) == TOMORROW
    later = TOMORROW + timedelta(hours=1)
    moved = appointment(
        value,
        "bob@x.com",
        description="the cellar",
        start=later.isoformat(),
        end=(later + timedelta(minutes=45)).isoformat(),
    )
    changed = emr.puts(value, moved)
    assert changed.status_code == 200, changed.text
    now = changed.json()
    assert (now["id"], now["description"], now["minutesDuration"]) == (told["id"], "the cellar", 45)
    assert guests_of(now) == {"bob@x.com"}
    off = emr.puts(value, {**moved, "status": "cancelled"})
    assert (off.status_code, off.json()["status"]) == (200, "cancelled")
    for again in (emr.puts(value, moved), emr.asks("PUT", f"/Appointment/{now['id']}", moved)):
        assert again.status_code == 409
        OUTCOMES[emr.version](again.json())
        [issue] = again.json()["issue"]
        assert issue["code"] == "conflict"
        assert issue["diagnostics"].startswith("This appointment was cancelled.")
    assert emr.asks("DELETE", made.headers["Location"]).status_code == 204


def test_a_time_in_any_zone_is_the_same_time(town: Town, portal: str, value: str):
    emr = Emr(town, portal)
    for hours in (5.5, -8, 0):
        there = TOMORROW.astimezone(timezone(timedelta(hours=hours)))
        end = (there + timedelta(minutes=30)).isoformat()
        told = emr.puts(value, appointment(value, start=there.isoformat(), end=end)).json()
        assert told["start"] == f"{TOMORROW:%Y-%m-%dT%H:%M:%SZ}"
        assert told["minutesDuration"] == 30
    noon = TOMORROW.astimezone(timezone(timedelta(hours=2))).replace(hour=12)
    moved = emr.puts(
        value, appointment(value, start=noon.isoformat(), end=None, minutesDuration=45)
    )
    assert datetime.fromisoformat(moved.json()["start"]) == noon
    assert moved.json()["minutesDuration"] == 45


def test_the_same_appointment_again_changes_nothing(emr: Emr, stage: RealStage, value: str):
    body = appointment(value, "alice@x.com")
    first = emr.puts(value, body)
    wait_until(lambda: guests_of(emr.asks("GET", first.headers["Location"]).json()))
    told = len(stage.told("alice@x.com"))
    again = emr.puts(value, body)
    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
    assert len(stage.told("alice@x.com")) == told


def test_twenty_at_once_are_one_appointment(town: Town, portal: str, value: str):
    emr, body = Emr(town, portal), appointment(value)
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: emr.puts(value, body), range(20)))
    assert {each.status_code for each in answers} <= {200, 201, 409}
    found = emr.asks("GET", f"/Appointment?identifier={SYSTEM}|{value}").json()
    Bundle.model_validate(found)
    assert found["total"] == 1
    BundleR4(
        Emr(town, portal, "4.0").asks("GET", f"/Appointment?identifier={SYSTEM}|{value}").json()
    )


def test_the_door_is_the_virtual_service(
    emr: Emr, stage: RealStage, town: Town, value: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(town.bot, "doors_at", "https://door.example")
    now = datetime.now(UTC)
    times = {"start": now.isoformat(), "end": (now + timedelta(minutes=30)).isoformat()}
    made = emr.puts(value, appointment(value, "alice@x.com", **times))
    where = made.headers["Location"]
    wait_until(lambda: guests_of(emr.asks("GET", where).json()))
    told = emr.asks("GET", where).json()
    APPOINTMENTS[emr.version](told)
    if emr.version == "5.0":
        door = told["virtualService"][0]["addressUrl"]
    else:
        [service] = told["extension"]
        assert service["url"] == R4_VIRTUAL_SERVICE
        door = service["extension"][1]["valueUrl"]
    own = told["participant"][1]["extension"][0]["valueUrl"]
    assert all(each.startswith("https://door.example/j/") for each in (door, own))
    wait_until(lambda: stage.told("alice@x.com"))
    assert own == stage.told("alice@x.com")[-1].link
    assert emr.asks("GET", where).json() == told
    assert told["status"] == "booked"
    stage.doors.press(token_of(own))
    assert emr.asks("GET", where).json()["status"] == "arrived"


NOW = datetime(2026, 11, 30, tzinfo=UTC)
OVER = Meeting("s", "h", "h@x.com", NOW - timedelta(hours=1), NOW)
SOON = Meeting("s", "h", "h@x.com", NOW, NOW + timedelta(hours=1))
CAME = (Attendance("alice@x.com", since=NOW),)
ABSENT = (Attendance("alice@x.com"),)


@for_each(
    ("meeting", "came", "status"),
    [
        (SOON, ABSENT, "booked"),
        (SOON, CAME, "arrived"),
        (OVER, CAME, "fulfilled"),
        (OVER, ABSENT, "noshow"),
        (OVER, (), "fulfilled"),
        (Meeting(**vars(SOON) | {"state": State.CANCELLED}), CAME, "cancelled"),
    ],
)
def test_the_status_says_how_far_it_is(meeting: Meeting, came: tuple[Attendance, ...], status: str):
    assert status_of(MeetingRecord(meeting), came, NOW) == status


@for_each(
    ("changed", "expression", "status"),
    [
        ({"resourceType": "Patient"}, "Appointment.resourceType", 400),
        ({"status": "maybe"}, "Appointment.status", 400),
        ({"start": "tomorrow"}, "Appointment.start", 400),
        ({"start": "2030-01-31T15:00:00"}, "Appointment.start", 400),
        ({"start": "2030-01-31"}, "Appointment.start", 400),
        ({"start": 1896098400}, "Appointment.start", 400),
        ({"end": "2030-01-31T15:00:00"}, "Appointment.end", 400),
        ({"start": "0001-01-01T00:00:00+14:00"}, "Appointment.start", 400),
        ({"start": "9999-12-31T23:50:00Z"}, "Appointment.start", 400),
        ({"participant": "me"}, "Appointment.participant", 400),
        ({"start": None}, "Appointment.start", 422),
        ({"end": TOMORROW.isoformat()}, "Appointment.end", 422),
        ({"description": "x" * 201}, "Appointment.description", 422),
        ({"description": "a\nb"}, "Appointment.description", 422),
        ({"participant": []}, "Appointment.participant", 422),
        (
            {"participant": [{"actor": {"reference": "Patient/1"}}]},
            "Appointment.participant[0].actor",
            422,
        ),
        ({"contained": [person("erin", "Practitioner")]}, "Appointment.participant[0].actor", 422),
        (
            {"contained": [{"id": "erin", "resourceType": "Practitioner", "telecom": 1}]},
            "Appointment.participant[0].actor",
            422,
        ),
        ({"modifierExtension": [{"url": "urn:not"}]}, "Appointment.modifierExtension", 422),
    ],
)
def test_a_wrong_appointment_is_explained_and_not_repeated(
    town: Town, portal: str, changed: dict[str, Any], expression: str, status: int
):
    for version, check in OUTCOMES.items():
        answer = Emr(town, portal, version).puts("wrong", appointment("wrong", **changed))
        assert answer.status_code == status, answer.text
        check(answer.json())
        assert expression in [
            place for each in answer.json()["issue"] for place in each["expression"]
        ], answer.text
        assert "tomorrow" not in answer.text


def test_what_is_missing_or_not_allowed_is_said(
    town: Town, portal: str, keys: ApiKeyStore, value: str
):
    emr = Emr(town, portal)
    for path in ("/Appointment?identifier=1", "/Appointment", "/Appointment?identifier=a b|c"):
        assert emr.asks("PUT", path, appointment("1")).status_code == 400
    assert emr.puts("other", appointment(value)).status_code == 400
    assert emr.puts(value, appointment(value, status="arrived")).status_code == 422
    assert emr.puts(value, b"{").status_code == 400
    assert Emr(town, portal, "3.0").asks("GET", "/Appointment/1").status_code == 406
    assert Emr(town, "icb_nobody").asks("GET", "/Appointment/1").status_code == 401
    hosts_only = Emr(town, keys.new(f"h{value[:12]}", ["host-links"], YEAR))
    assert hosts_only.puts(value, appointment(value)).status_code == 403
    for method, path in (
        ("GET", "/Appointment/1"),
        ("DELETE", "/Appointment/1"),
        ("GET", "/Appointment"),
    ):
        assert hosts_only.asks(method, path).status_code == 403
    assert emr.asks("GET", f"/Appointment/{10**30}").status_code == 404
    made = emr.puts(value, appointment(value))
    tag = made.headers["ETag"]
    assert emr.asks("GET", made.headers["Location"], **{"If-None-Match": tag}).status_code == 304
    renamed = appointment(value, description="another")
    assert emr.puts(value, renamed, **{"If-Match": tag}).status_code == 200
    assert emr.puts(value, appointment(value), **{"If-Match": tag}).status_code == 412
    another = appointment(value)
    another["contained"][0]["telecom"][0]["value"] = "bob@example.com"
    assert "handover" in emr.puts(value, another).text
    others = Emr(town, keys.new(f"o{value[:12]}", ["meetings"], YEAR))
    path = f"/Appointment/{made.json()['id']}"
    unknown = others.asks("GET", "/Appointment/99999999")
    for answer in (
        others.asks("GET", path),
        others.asks("PUT", path, appointment(value)),
        others.asks("DELETE", path),
    ):
        assert (answer.status_code, answer.json()) == (404, unknown.json())
    assert others.asks("GET", f"/Appointment?identifier={SYSTEM}|{value}").json()["total"] == 0


def test_what_is_not_there_is_an_outcome_too(town: Town, portal: str):
    emr = Emr(town, portal)
    for method, path in (("GET", "/Patient/1"), ("POST", "/Appointment"), ("PATCH", "/a/b")):
        answer = emr.asks(method, path)
        OperationOutcome.model_validate(answer.json())
        assert answer.status_code in (404, 405)


def test_a_refused_appointment_can_be_sent_again(town: Town, portal: str, value: str):
    emr, body = Emr(town, portal), appointment(value)
    body["contained"][0]["telecom"][0]["value"] = "mallory@elsewhere.example"
    assert emr.puts(value, body).status_code == 422
    assert emr.puts(value, body).status_code == 422
    assert emr.puts(value, appointment(value)).status_code == 201


def test_the_bot_says_what_it_can_do(town: Town, portal: str):
    for version, check in CAPABILITIES.items():
        told = Emr(town, portal, version).asks("GET", "/metadata").json()
        check(told)
        assert told["fhirVersion"].startswith(version)

"""Writes appointments, and why a request wasn't served.

https://hl7.org/fhir/R5/appointment.html
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Rsvp
from bot.core.domain.guests import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, State
from bot.core.domain.program_events import guest_id
from bot.edges.web.api.api_problems import ApiProblem
from bot.edges.web.fhir.fhir_versions import FhirVersion

Json = dict[str, Any]

R4_VIRTUAL_SERVICE = (
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService"
)
"""How R4 and R4B say what R5 has an element for: https://hl7.org/fhir/versions.html#extensions"""

OWN_LINK = "urn:instant-connect-bot:participant-link"
"""The extension of the bot's that has the address of a guest's own door."""

ISSUES = {
    400: "invalid",
    401: "login",
    403: "forbidden",
    404: "not-found",
    405: "not-supported",
    406: "not-supported",
    409: "conflict",
    412: "conflict",
    413: "too-long",
    422: "invalid",
    429: "throttled",
    502: "processing",
    503: "transient",
}
"""What kind of issue each status is: https://hl7.org/fhir/valueset-issue-type.html"""


@dataclass(frozen=True)
class ShownAppointment:
    """What an appointment shows.

    Args:
        record: its meeting.
        reference: the program's identifier of it, as ``system|value``; empty for none.
        came: who has a door or came to one.
        shared: the address that anybody may use; empty for none.
        own: the addresses of guests' own doors, by their ids.
    """

    record: MeetingRecord
    reference: str
    came: Sequence[Attendance] = ()
    shared: str = field(default="", repr=False)
    own: Mapping[str, str] = field(default_factory=dict, repr=False)


def appointment(shown: ShownAppointment, version: FhirVersion, now: datetime) -> Json:
    """Return an appointment.

    Args:
        shown: what it shows.
        version: the release to write it in.
        now: the time.
    """
    meeting, record = shown.record.meeting, shown.record
    system, _, value = shown.reference.partition("|")
    found: Json = {
        "resourceType": "Appointment",
        "id": str(meeting.number),
        "contained": [_host(meeting), *(_patient(meeting, each) for each in record.invited)],
        "identifier": [{"system": system, "value": value}] if value else None,
        "status": status_of(record, shown.came, now),
        "description": meeting.subject,
        "start": _instant(meeting.opens),
        "end": _instant(meeting.expires),
        "minutesDuration": meeting.minutes,
        "created": _instant(meeting.made) if meeting.made else None,
        "participant": [
            {"actor": {"reference": "#host"}, "status": "accepted"},
            *(_participant(shown, each) for each in record.invited),
        ],
    }
    if shown.shared:
        found |= _virtual_service(shown.shared, version)
    found = {name: each for name, each in found.items() if each is not None}
    return {**found, "meta": {"versionId": _version(found)}}


def status_of(record: MeetingRecord, came: Sequence[Attendance], now: datetime) -> str:
    """Return an appointment's status. Without doors, everybody invited counts as come."""
    if record.meeting.state is State.CANCELLED:
        return "cancelled"
    are_here = any(each.since for each in came)
    if not record.meeting.is_over(now):
        return "arrived" if are_here else "booked"
    return "noshow" if came and not are_here else "fulfilled"


def search_set(found: Sequence[Json], base: str) -> Json:
    """Return what a search found.

    Args:
        found: appointments.
        base: the address of the API.
    """
    entries = [
        {
            "fullUrl": f"{base}/Appointment/{each['id']}",
            "resource": each,
            "search": {"mode": "match"},
        }
        for each in found
    ]
    bundle: Json = {"resourceType": "Bundle", "type": "searchset", "total": len(entries)}
    return bundle | ({"entry": entries} if entries else {})


def operation_outcome(why: ApiProblem) -> Json:
    """Return why a request wasn't served."""
    code = ISSUES.get(why.status, "exception")
    issues = [
        {
            "severity": "error",
            "code": code,
            "diagnostics": each["detail"],
            "expression": [each["pointer"]],
        }
        for each in why.errors
    ]
    whole = [{"severity": "error", "code": code, "diagnostics": why.detail}]
    return {"resourceType": "OperationOutcome", "issue": issues or whole}


def capability_statement(version: FhirVersion, at: datetime) -> Json:
    """Return what the API can do.

    Args:
        version: the release that it is asked about.
        at: since when.
    """
    number = {FhirVersion.R5: "5.0.0", FhirVersion.R4B: "4.3.0", FhirVersion.R4: "4.0.1"}[version]
    resource = {
        "type": "Appointment",
        "interaction": [{"code": each} for each in ("read", "update", "delete", "search-type")],
        "versioning": "versioned-update",
        "updateCreate": False,
        "conditionalUpdate": True,
        "searchParam": [{"name": "identifier", "type": "token"}],
    }
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": f"{at:%Y-%m-%d}",
        "kind": "instance",
        "implementation": {"description": "Instant Connect bot"},
        "fhirVersion": number,
        "format": ["json"],
        "rest": [{"mode": "server", "resource": [resource]}],
    }


def _host(meeting: Meeting) -> Json:
    name = {"name": [{"text": meeting.host_name}]} if meeting.host_name else {}
    telecom = {"telecom": [{"system": "email", "value": meeting.host}]} if meeting.host else {}
    return {"resourceType": "Practitioner", "id": "host", **name, **telecom}


def _patient(meeting: Meeting, guest: Guest) -> Json:
    name = {"name": [{"text": guest.name}]} if guest.name else {}
    ways = (("email", guest.email), ("phone", guest.phone))
    telecom = [{"system": system, "value": value} for system, value in ways if value]
    contact = {"telecom": telecom} if telecom else {}
    return {"resourceType": "Patient", "id": guest_id(meeting, guest), **name, **contact}


def _participant(shown: ShownAppointment, guest: Guest) -> Json:
    known = guest_id(shown.record.meeting, guest)
    answer = next((each.rsvp for each in shown.came if each.known_as == guest.identity), None)
    status = "declined" if answer is Rsvp.CANNOT else "accepted" if answer else "needs-action"
    found: Json = {"actor": {"reference": f"#{known}"}, "status": status}
    if own := shown.own.get(known):
        found["extension"] = [{"url": OWN_LINK, "valueUrl": own}]
    return found


def _virtual_service(address: str, version: FhirVersion) -> Json:
    if version is FhirVersion.R5:
        return {
            "virtualService": [{"channelType": {"display": "Webex"}, "addressUrl": address}],
        }
    parts = [
        {"url": "channelType", "valueCoding": {"display": "Webex"}},
        {"url": "address", "valueUrl": address},
    ]
    return {"extension": [{"url": R4_VIRTUAL_SERVICE, "extension": parts}]}


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _version(found: Json) -> str:
    """Return what changes with an appointment; it is the same in each release."""
    same = {
        name: each for name, each in found.items() if name not in ("virtualService", "extension")
    }
    return hashlib.sha256(json.dumps(same, sort_keys=True).encode()).hexdigest()[:16]

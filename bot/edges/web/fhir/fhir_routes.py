"""Appointments over HTTPS: `/fhir/Appointment`.

https://hl7.org/fhir/R5/http.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import structlog
from flask import Blueprint, Response, request, url_for
from werkzeug.exceptions import HTTPException

from bot.core.domain.api_keys import ApiKey
from bot.core.domain.errors import DatabaseAway, Trouble
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem, problem_of
from bot.edges.web.api.key_gate import KeyGate
from bot.edges.web.api.paging import HIGHEST
from bot.edges.web.fhir.appointment_answers import (
    Json,
    ShownAppointment,
    appointment,
    capability_statement,
    operation_outcome,
    search_set,
)
from bot.edges.web.fhir.appointment_bodies import read_appointment
from bot.edges.web.fhir.fhir_appointments import FhirAppointments
from bot.edges.web.fhir.fhir_elements import FhirIdentifier
from bot.edges.web.fhir.fhir_versions import FhirVersion, version_of

log = structlog.get_logger()


@dataclass(frozen=True)
class FhirRoutes:
    """What the routes need.

    Args:
        gate: checks the keys.
        appointments: those of programs.
    """

    gate: KeyGate
    appointments: FhirAppointments

    def read(self, number: int) -> Response:
        """Return an appointment."""
        key, version = self.gate.admit_to_meetings(), version_of(request)
        answer = self._answer(key, self.appointments.read(key.name, number), version)
        answer.make_conditional(request)
        return answer

    def search(self) -> Response:
        """Return the appointments with an identifier."""
        key, version = self.gate.admit_to_meetings(), version_of(request)
        found = self.appointments.find(key.name, _identifier())
        now = self.appointments.meetings.now()
        bodies = [appointment(each, version, now) for each in found]
        return self._json(key, search_set(bodies, request.root_url + "fhir"), version)

    def put_by_identifier(self) -> Response:
        """Make the appointment with an identifier, or change it."""
        key, version = self.gate.admit_to_meetings(), version_of(request)
        identifier, body = _identifier(), read_appointment(request.get_data())
        if identifier not in map(str, body.identifier):
            raise ApiProblem(400, "Write the identifier of the address into the appointment, too.")
        found = self.appointments.find(key.name, identifier)
        if len(found) > 1:
            raise ApiProblem(
                412, "Several appointments have this identifier. Change one by its id."
            )
        if found:
            self._check_unchanged(found[0], version)
            made = self.appointments.update(key.name, found[0], body)
            return self._answer(key, made, version)
        if request.if_match:
            raise ApiProblem(412, "There is no appointment with this identifier any more.")
        made = self.appointments.create(key.name, identifier, body)
        log.info("api.appointment_made", key=key.name, meeting=made.record.meeting.number)
        answer = self._answer(key, made, version)
        answer.status_code = 201
        answer.headers["Location"] = url_for(
            ".read", number=made.record.meeting.number, _external=True
        )
        return answer

    def put(self, number: int) -> Response:
        """Change an appointment."""
        key, version = self.gate.admit_to_meetings(), version_of(request)
        body = read_appointment(request.get_data())
        found = self.appointments.read(key.name, number)
        self._check_unchanged(found, version)
        return self._answer(key, self.appointments.update(key.name, found, body), version)

    def delete(self, number: int) -> Response:
        """Cancel an appointment."""
        key = self.gate.admit_to_meetings()
        self.appointments.cancel(key.name, number)
        return Response(status=204, headers=self.gate.headers(key))

    def describe(self) -> Response:
        """Return what the API can do, which needs no key."""
        self.gate.check_exists()
        version = version_of(request)
        told = capability_statement(version, self.appointments.meetings.now())
        return _fhir(told, version)

    def _answer(self, key: ApiKey, shown: ShownAppointment, version: FhirVersion) -> Response:
        body = appointment(shown, version, self.appointments.meetings.now())
        answer = self._json(key, body, version)
        answer.set_etag(body["meta"]["versionId"], weak=True)
        return answer

    def _json(self, key: ApiKey, body: Json, version: FhirVersion) -> Response:
        return _fhir(body, version, headers=self.gate.headers(key))

    def _check_unchanged(self, shown: ShownAppointment, version: FhirVersion) -> None:
        body = appointment(shown, version, self.appointments.meetings.now())
        if request.if_match and not request.if_match.contains_weak(body["meta"]["versionId"]):
            raise ApiProblem(412, "The appointment has changed. Read it again.")


def create_fhir_routes(routes: FhirRoutes) -> Blueprint:
    """Return the routes."""
    page = Blueprint("fhir", __name__, url_prefix="/fhir")
    page.add_url_rule("/metadata", "metadata", routes.describe, methods=["GET"])
    one = f"/Appointment/<int(max={HIGHEST}):number>"
    page.add_url_rule(one, "read", routes.read, methods=["GET"])
    page.add_url_rule(one, "put", routes.put, methods=["PUT"])
    page.add_url_rule(one, "delete", routes.delete, methods=["DELETE"])
    page.add_url_rule("/Appointment", "search", routes.search, methods=["GET"])
    page.add_url_rule("/Appointment", "conditional", routes.put_by_identifier, methods=["PUT"])
    page.add_url_rule("/<path:_rest>", "elsewhere", _elsewhere, methods=METHODS)
    page.register_error_handler(ApiProblem, _explain)
    page.register_error_handler(Trouble, lambda why: _explain(problem_of(why)))
    page.register_error_handler(DatabaseAway, lambda _: _explain(_NO_DATABASE))
    page.register_error_handler(
        HTTPException, lambda why: _explain(ApiProblem(why.code or 500, f"{why.name}."))
    )
    return page


def _elsewhere(_rest: str) -> Response:
    """Answer a request for a resource that the bot doesn't have."""
    raise ApiProblem(404, NOTHING_HERE)


METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")

_NO_DATABASE = ApiProblem(503, "The database isn't responding. Try again.", {"Retry-After": "5"})


def _identifier() -> str:
    """Return the identifier in this request's query, as ``system|value``."""
    system, _, value = request.args.get("identifier", "").partition("|")
    try:
        return str(FhirIdentifier(system=system, value=value))
    except ValueError:
        raise ApiProblem(400, "Ask for identifier=SYSTEM|VALUE.") from None


def _explain(why: ApiProblem) -> Response:
    try:
        version = version_of(request)
    except ApiProblem:
        version = FhirVersion.R5
    answer = _fhir(operation_outcome(why), version, headers=why.headers)
    answer.status_code = why.status
    return answer


def _fhir(body: Json, version: FhirVersion, headers: Mapping[str, str] | None = None) -> Response:
    kind = f"application/fhir+json; fhirVersion={version}"
    return Response(json.dumps(body), headers=headers, content_type=kind)

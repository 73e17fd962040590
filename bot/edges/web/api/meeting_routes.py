"""The meetings of programs, over HTTPS: `/v1/meetings`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import structlog
from flask import Blueprint, Response, jsonify, request, url_for
from pydantic import BaseModel

from bot.core.domain.api_keys import HOST_LINKS, ApiKey
from bot.core.domain.links import Links
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.program_events import guest_id
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem
from bot.edges.web.api.key_gate import KeyGate
from bot.edges.web.api.meeting_answers import (
    MadeMeetingAnswer,
    MeetingAnswer,
    MeetingsAnswer,
    links_answer,
    meeting_answer,
)
from bot.edges.web.api.meeting_bodies import LinkOrder, MeetingChange, NewGuests, NewMeeting
from bot.edges.web.api.paging import HIGHEST, read_page
from bot.edges.web.api.problem_details import add_problem_handlers
from bot.edges.web.api.program_links import ProgramLinks
from bot.edges.web.api.program_meetings import ProgramMeetings
from bot.edges.web.api.recorded_requests import ProgramRequest
from bot.edges.web.api.request_reading import (
    WRONG_BODY,
    pointer_to,
    read_body,
    read_idempotency_key,
)

log = structlog.get_logger()


@dataclass(frozen=True)
class MeetingRoutes:
    """What the routes need.

    Args:
        gate: checks the keys.
        meetings: the meetings of programs.
        links: makes links for programs.
        devices: SIP addresses by device names.
    """

    gate: KeyGate
    meetings: ProgramMeetings
    links: ProgramLinks
    devices: Mapping[str, str] = field(default_factory=dict, repr=False)

    def create(self) -> Response:
        """Make a meeting."""
        key = self.gate.admit_to_meetings()
        body = read_body(NewMeeting)
        _check_links(key, body.host_links)
        self._check_devices(body.devices)
        record, name = self.meetings.make(key.name, read_idempotency_key(), body)
        links = self.links.make(record.meeting, body.host_links, body.guest_links, name)
        answer = self._answer(key, record, body.reference or "", 201, links)
        answer.headers["Location"] = url_for(".read", number=record.meeting.number)
        log.info("api.meeting_made", key=key.name, meeting=record.meeting.number)
        return answer

    def read(self, number: int) -> Response:
        """Return a meeting."""
        key = self.gate.admit_to_meetings()
        record, reference = self.meetings.read(key.name, number)
        self._check_unchanged(key, record, reference)
        answer = self._answer(key, record, reference)
        if request.if_none_match.contains(answer.get_etag()[0] or ""):
            answer.status_code, answer.data = 304, b""
        return answer

    def list(self) -> Response:
        """Return a page of meetings, newest first."""
        key = self.gate.admit_to_meetings()
        page = read_page()
        found = self.meetings.list(key.name, page.before, page.most + 1)
        data = [self._body(key, each) for each in found[: page.most]]
        following = page.following([each.meeting.number for each in found])
        answer = _json(MeetingsAnswer(data=data, next_cursor=following))
        answer.headers.update(self.gate.headers(key))
        return answer

    def change(self, number: int) -> Response:
        """Move, rename or extend a meeting."""
        key = self.gate.admit_to_meetings()
        body = read_body(MeetingChange)
        record, reference = self.meetings.read(key.name, number)
        self._check_unchanged(key, record, reference)
        self.meetings.check_open(record)
        if body.opens != record.meeting.opens:
            self.meetings.check_not_past(body.opens)
        try:
            commands = body.commands(record.meeting)
        except ValueError as error:
            raise ApiProblem(422, str(error)) from None
        for command in commands:
            self.meetings.change(key.name, record, command)
        record, _ = self.meetings.read(key.name, number)
        if not body.is_done(record.meeting):
            raise ApiProblem(422, "The bot didn't do all of it, and told the host why.")
        return self._answer(key, record, reference)

    def cancel(self, number: int) -> Response:
        """Cancel a meeting."""
        key = self.gate.admit_to_meetings()
        record, reference = self.meetings.read(key.name, number)
        self._check_unchanged(key, record, reference)
        self.meetings.cancel(key.name, record)
        return Response(status=204, headers=self.gate.headers(key))

    def invite(self, number: int) -> Response:
        """Invite guests."""
        key = self.gate.admit_to_meetings()
        body = read_body(NewGuests)
        once = read_idempotency_key()
        record, reference = self.meetings.read(key.name, number)
        self._check_unchanged(key, record, reference)
        self.meetings.check_open(record)
        record = self.meetings.invite(key.name, once, record, body)
        log.info("api.guests_invited", key=key.name, meeting=number, guests=len(body.guests))
        return self._answer(key, record, reference)

    def uninvite(self, number: int, guest: str) -> Response:
        """Withdraw a guest's invitation."""
        key = self.gate.admit_to_meetings()
        record, reference = self.meetings.read(key.name, number)
        found = (each for each in record.invited if guest_id(record.meeting, each) == guest)
        who = next(found, None)
        if who is None:
            raise ApiProblem(404, NOTHING_HERE)
        self._check_unchanged(key, record, reference)
        self.meetings.uninvite(key.name, record, who)
        return Response(status=204, headers=self.gate.headers(key))

    def make_links(self, number: int) -> Response:
        """Return fresh links."""
        key = self.gate.admit_to_meetings()
        body = read_body(LinkOrder)
        _check_links(key, body.hosts)
        once = read_idempotency_key()
        record, _ = self.meetings.read(key.name, number)
        self.meetings.check_open(record)
        _check_hosted(record, body, has_doors=self.links.has_doors)
        about = f"links {number} {body.model_dump_json()}"
        name = self.meetings.requests.once(ProgramRequest(key.name, once, about))
        links = self.links.make(record.meeting, body.hosts, body.guests, name)
        log.info("api.links_made", key=key.name, hosts=body.hosts, guests=body.guests)
        answer = _json(links_answer(links))
        answer.headers.update(self.gate.headers(key))
        return answer

    def _body(
        self, key: ApiKey, record: MeetingRecord, reference: str | None = None
    ) -> MeetingAnswer:
        if reference is None:
            reference = self.meetings.requests.asked.find(key.name, record.meeting.number)
        names = {uri: name for name, uri in self.devices.items()}
        return meeting_answer(record, reference or "", names, self.meetings.now())

    def _check_devices(self, named: Sequence[str]) -> None:
        known = {each.casefold() for each in self.devices}
        said = "There is no device with this name. Ask the bot's operator for its DEVICES."
        wrong = [
            {"pointer": pointer_to("devices", at), "detail": said}
            for at, name in enumerate(named)
            if name.casefold() not in known
        ]
        if wrong:
            raise ApiProblem(422, WRONG_BODY, errors=wrong)

    def _answer(
        self,
        key: ApiKey,
        record: MeetingRecord,
        reference: str,
        status: int = 200,
        links: Links | None = None,
    ) -> Response:
        body = self._body(key, record, reference)
        whole = body.model_dump()
        answer = _json(MadeMeetingAnswer(**whole, links=links_answer(links)) if links else body)
        answer.status_code = status
        answer.headers.update(self.gate.headers(key))
        answer.set_etag(_version(body))
        return answer

    def _check_unchanged(self, key: ApiKey, record: MeetingRecord, reference: str) -> None:
        if (
            request.if_match
            and _version(self._body(key, record, reference)) not in request.if_match
        ):
            raise ApiProblem(412, "The meeting has changed. Read it again.")


def create_meeting_routes(routes: MeetingRoutes) -> Blueprint:
    """Return the routes."""
    page = Blueprint("meetings_api", __name__, url_prefix="/v1")
    one = f"/meetings/<int(max={HIGHEST}):number>"
    page.add_url_rule("/meetings", "create", routes.create, methods=["POST"])
    page.add_url_rule("/meetings", "list", routes.list, methods=["GET"])
    page.add_url_rule(one, "read", routes.read, methods=["GET"])
    page.add_url_rule(one, "change", routes.change, methods=["PATCH"])
    page.add_url_rule(one, "cancel", routes.cancel, methods=["DELETE"])
    page.add_url_rule(f"{one}/links", "make_links", routes.make_links, methods=["POST"])
    guests = f"{one}/guests"
    page.add_url_rule(guests, "invite", routes.invite, methods=["POST"])
    page.add_url_rule(f"{guests}/<guest>", "uninvite", routes.uninvite, methods=["DELETE"])
    add_problem_handlers(page)
    return page


def _check_links(key: ApiKey, hosts: int) -> None:
    if hosts and HOST_LINKS not in key.scopes:
        raise ApiProblem(403, f"This key doesn't have the scope {HOST_LINKS}.")


def _check_hosted(record: MeetingRecord, order: LinkOrder, *, has_doors: bool) -> None:
    """Check that somebody has taken a request to experts, or that the links open doors."""
    if not record.lacks_host:
        return
    if order.hosts:
        said = "The host is whoever takes this request, so it has no host link yet."
        raise ApiProblem(409, said)
    if not has_doors:
        said = "Nobody has taken this request yet. Guests get links once somebody has. Try then."
        raise ApiProblem(409, said)


def _json(body: BaseModel) -> Response:
    return jsonify(body.model_dump(mode="json"))


def _version(body: MeetingAnswer) -> str:
    return hashlib.sha256(body.model_dump_json().encode()).hexdigest()[:16]

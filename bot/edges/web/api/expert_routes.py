"""The requests of programs to groups of experts, over HTTPS: `/v1/expert-requests`."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from flask import Blueprint, Response, jsonify, url_for

from bot.core.domain.api_keys import ApiKey
from bot.edges.web.api.expert_bodies import NewExpertRequest, expert_request_answer
from bot.edges.web.api.key_gate import KeyGate
from bot.edges.web.api.meeting_routes import HIGHEST
from bot.edges.web.api.problem_details import add_problem_handlers
from bot.edges.web.api.program_experts import ProgramExperts
from bot.edges.web.api.request_reading import read_body, read_idempotency_key

log = structlog.get_logger()


@dataclass(frozen=True)
class ExpertRoutes:
    """What the routes need.

    Args:
        gate: checks the keys.
        experts: asks groups of experts for programs.
    """

    gate: KeyGate
    experts: ProgramExperts

    def create(self) -> Response:
        """Ask a group."""
        key = self.gate.admit_to_meetings()
        body = read_body(NewExpertRequest)
        number = self.experts.ask(key.name, read_idempotency_key(), body)
        answer = self._answer(key, number)
        answer.status_code = 201
        answer.headers["Location"] = url_for(".read", number=number)
        log.info("api.expert_asked", key=key.name, meeting=number)
        return answer

    def read(self, number: int) -> Response:
        """Return a request."""
        return self._answer(self.gate.admit_to_meetings(), number)

    def _answer(self, key: ApiKey, number: int) -> Response:
        made, record, reference = self.experts.read(key.name, number)
        body = expert_request_answer(made, record, reference, self.experts.meetings.now())
        answer = jsonify(body.model_dump(mode="json"))
        answer.headers.update(self.gate.headers(key))
        return answer


def create_expert_routes(routes: ExpertRoutes) -> Blueprint:
    """Return the routes."""
    page = Blueprint("experts_api", __name__, url_prefix="/v1/expert-requests")
    page.add_url_rule("", "create", routes.create, methods=["POST"])
    page.add_url_rule(f"/<int(max={HIGHEST}):number>", "read", routes.read, methods=["GET"])
    add_problem_handlers(page)
    return page

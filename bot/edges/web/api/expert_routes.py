"""The requests of programs to groups of experts, over HTTPS: `/v1/expert-requests`."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from flask import Blueprint, Response, jsonify, url_for
from pydantic import BaseModel

from bot.core.domain.api_keys import ApiKey
from bot.edges.web.api.expert_bodies import (
    ExpertRequestAnswer,
    ExpertRequestsAnswer,
    NewExpertRequest,
    expert_request_answer,
)
from bot.edges.web.api.key_gate import KeyGate
from bot.edges.web.api.paging import HIGHEST, read_page
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
        answer = self._answer(key, self._body(key, number))
        answer.status_code = 201
        answer.headers["Location"] = url_for(".read", number=number)
        log.info("api.expert_asked", key=key.name, meeting=number)
        return answer

    def read(self, number: int) -> Response:
        """Return a request."""
        key = self.gate.admit_to_meetings()
        return self._answer(key, self._body(key, number))

    def list(self) -> Response:
        """Return a page of requests, newest first."""
        key, page = self.gate.admit_to_meetings(), read_page()
        found = self.experts.numbers(key.name, page.before, page.most + 1)
        data = [self._body(key, each) for each in found[: page.most]]
        following = page.following(found)
        return self._answer(key, ExpertRequestsAnswer(data=data, next_cursor=following))

    def _body(self, key: ApiKey, number: int) -> ExpertRequestAnswer:
        made, record, reference = self.experts.read(key.name, number)
        return expert_request_answer(made, record, reference, self.experts.meetings.now())

    def _answer(self, key: ApiKey, body: BaseModel) -> Response:
        answer = jsonify(body.model_dump(mode="json"))
        answer.headers.update(self.gate.headers(key))
        return answer


def create_expert_routes(routes: ExpertRoutes) -> Blueprint:
    """Return the routes."""
    page = Blueprint("experts_api", __name__, url_prefix="/v1/expert-requests")
    page.add_url_rule("", "create", routes.create, methods=["POST"])
    page.add_url_rule("", "list", routes.list, methods=["GET"])
    page.add_url_rule(f"/<int(max={HIGHEST}):number>", "read", routes.read, methods=["GET"])
    add_problem_handlers(page)
    return page

"""Answers Webex Connect's nodes, and programs that only know Instant Connect's broker.

Both get bare links: one `baseUrl` can't lead to two doors.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog
from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from bot.core.domain.api_keys import HOST_LINKS, ApiKey
from bot.core.domain.broker_requests import (
    BrokerRequest,
    InvalidRequest,
    broker_answer,
    read_broker_request,
)
from bot.core.domain.errors import DatabaseAway, Refused, Trouble
from bot.core.domain.joseencrypt import AUDIENCE
from bot.edges.sources.instant_connect import Broker
from bot.edges.web.api.api_problems import ApiProblem, problem_of
from bot.edges.web.api.key_gate import KeyGate

log = structlog.get_logger()

NODE = {
    "aud": AUDIENCE,
    "numHost": 1,
    "numGuest": 1,
    "provideShortUrls": True,
    "verticalType": "gen",
    "loginUrlForHost": True,
}
"""The fields that Cisco's guide has a node send, for one that leaves them out."""

ROUTES: Mapping[str, Mapping[str, Any] | None] = {
    "/connect/generate-basic-link": NODE,
    "/connect/add-guest": {**NODE, "numHost": 0},
    "/api/v2/joseencrypt": None,
}
"""The addresses, each with the fields that need not be sent."""


@dataclass(frozen=True)
class BrokerRoutes:
    """What the routes need.

    Args:
        gate: checks the keys.
        broker: mints the links.
        sub_of: returns the `sub` of a meeting, by the seed of the program and its name for it.
        devices: SIP addresses that a program may have dialled.
    """

    gate: KeyGate
    broker: Broker
    sub_of: Callable[[str, str], str]
    devices: Collection[str] = field(default=(), repr=False)

    def answer(self, usual: Mapping[str, Any] | None) -> Response:
        """Answer this request with links.

        Args:
            usual: the fields that need not be sent.
        """
        key = self.gate.admit_to_meetings()
        asked = read_broker_request(request.get_data(), self.devices, usual=usual)
        _check_scopes(key, asked)
        body = asked.body(self._sub_of(key, asked.sub))
        minted = self.broker.ask(body, partial(broker_answer, request=asked))
        log.info("api.links_made", key=key.name, hosts=asked.hosts, guests=asked.guests)
        answer = jsonify(minted)
        answer.headers.update(self.gate.headers(key))
        return answer

    def _sub_of(self, key: ApiKey, name: str) -> str:
        try:
            return self.sub_of(key.room_seed, name)
        except Refused:
            raise ApiProblem(503, NO_PAYLOAD_KEY) from None


NO_PAYLOAD_KEY = (
    "The bot lacks the encryption key that this program's first key was made with. Its operator"
    " has to put it back into PAYLOAD_KEYS."
)


def create_broker_routes(routes: BrokerRoutes) -> Blueprint:
    """Return the routes."""
    page = Blueprint("broker_api", __name__)
    for path, usual in ROUTES.items():
        page.add_url_rule(
            path, path.rpartition("/")[2], _answering(routes, usual), methods=["POST"]
        )
    page.register_error_handler(ApiProblem, _explain)
    page.register_error_handler(InvalidRequest, lambda why: _explain(ApiProblem(400, str(why))))
    page.register_error_handler(Trouble, lambda why: _explain(problem_of(why)))
    page.register_error_handler(DatabaseAway, lambda _: _explain(_NO_DATABASE))
    page.register_error_handler(HTTPException, _explain_other)
    return page


_NO_DATABASE = ApiProblem(503, "The bot can't read its keys. Try again.", {"Retry-After": "5"})


def _answering(routes: BrokerRoutes, usual: Mapping[str, Any] | None) -> Callable[[], Response]:
    return lambda: routes.answer(usual)


def _check_scopes(key: ApiKey, asked: BrokerRequest) -> None:
    if asked.hosts and HOST_LINKS not in key.scopes:
        said = f"This key doesn't have the scope {HOST_LINKS}. Ask for numHost 0."
        raise ApiProblem(403, said)


def _explain(why: ApiProblem) -> Response:
    """Answer in the form of the broker's own errors."""
    body = {"message": why.detail, "errors": [{"description": why.detail}]}
    answer = jsonify(body | ({"trackingId": why.tracking_id} if why.tracking_id else {}))
    answer.status_code = why.status
    answer.headers.update(why.headers)
    return answer


def _explain_other(why: HTTPException) -> Response:
    return _explain(ApiProblem(why.code or 500, f"{why.name}."))

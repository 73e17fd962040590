"""Where programs are told of events, over HTTPS: `/v1/webhooks`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import structlog
from flask import Blueprint, Response, jsonify, url_for
from pydantic import BaseModel

from bot.core.domain.api_keys import ApiKey
from bot.core.domain.program_events import EventEndpoint
from bot.edges.outbound_address import AddressRefused
from bot.edges.outbound_calls import OutboundCalls
from bot.edges.storage.encryption import UnreadableError
from bot.edges.storage.endpoint_store import EndpointGone, SecretJustChanged, TooManyEndpoints
from bot.edges.storage.event_store import EventStore
from bot.edges.web.api.api_problems import NOTHING_HERE, ApiProblem
from bot.edges.web.api.key_gate import KeyGate
from bot.edges.web.api.problem_details import add_problem_handlers, explain
from bot.edges.web.api.recorded_requests import ProgramRequest, RecordedRequests
from bot.edges.web.api.request_reading import WRONG_BODY, read_body, read_idempotency_key
from bot.edges.web.api.webhook_bodies import (
    EventsAnswer,
    MadeWebhookAnswer,
    NewWebhook,
    ReplayOrder,
    RotatedSecretAnswer,
    SentEventsAnswer,
    WebhookChange,
    WebhooksAnswer,
    event_answer,
    webhook_answer,
)

log = structlog.get_logger()

MOST_EVENTS = 100
"""Events in a list."""


@dataclass(frozen=True)
class WebhookRoutes:
    """What the routes need.

    Args:
        gate: checks the keys.
        requests: recognizes repeated requests.
        store: the endpoints and their events.
        calls: checks addresses.
        wake: has the engine look into the inbox now.
    """

    gate: KeyGate
    requests: RecordedRequests
    store: EventStore
    calls: OutboundCalls
    wake: Callable[[], None]

    def create(self) -> Response:
        """Add an endpoint."""
        key, body = self.gate.admit_to_meetings(), read_body(NewWebhook)
        once = read_idempotency_key()
        try:
            self.calls.check(body.url)
        except AddressRefused as refused:
            wrong = [{"pointer": "#/url", "detail": str(refused)}]
            raise ApiProblem(422, WRONG_BODY, errors=wrong) from None
        about = f"webhook {body.model_dump_json()}"
        name = self.requests.once(ProgramRequest(key.name, once, about))
        try:
            made, secret = self.store.endpoints.add(
                name[:16], key.name, body.url, body.types, body.contact or ""
            )
        except TooManyEndpoints as error:
            raise ApiProblem(422, str(error)) from None
        log.info("api.webhook_added", key=key.name, endpoint=made.id)
        shown = MadeWebhookAnswer(**webhook_answer(made).model_dump(), secret=secret)
        answer = self._answer(key, shown, 201)
        answer.headers["Location"] = url_for(".read", webhook=made.id)
        return answer

    def list(self) -> Response:
        """Return a program's endpoints."""
        key = self.gate.admit_to_meetings()
        found = [webhook_answer(each) for each in self.store.endpoints.all(key.name)]
        return self._answer(key, WebhooksAnswer(data=found))

    def read(self, webhook: str) -> Response:
        """Return an endpoint."""
        key = self.gate.admit_to_meetings()
        return self._answer(key, webhook_answer(self._found(key, webhook)))

    def change(self, webhook: str) -> Response:
        """Change an endpoint."""
        key, body = self.gate.admit_to_meetings(), read_body(WebhookChange)
        changed = self._found(key, webhook)
        if body.types is not None:
            changed = replace(changed, types=frozenset(body.types))
        if body.contact is not None:
            changed = replace(changed, contact=body.contact)
        if body.active is not None:
            stopped = None if body.active else changed.stopped or self.store.clock()
            changed = replace(changed, stopped=stopped)
        self.store.endpoints.change(changed)
        return self._answer(key, webhook_answer(changed))

    def delete(self, webhook: str) -> Response:
        """Remove an endpoint."""
        key = self.gate.admit_to_meetings()
        self.store.endpoints.delete(self._found(key, webhook))
        return Response(status=204, headers=self.gate.headers(key))

    def events(self, webhook: str) -> Response:
        """Return an endpoint's latest events."""
        key = self.gate.admit_to_meetings()
        found = self.store.deliveries(self._found(key, webhook), MOST_EVENTS)
        return self._answer(key, EventsAnswer(data=[event_answer(each) for each in found]))

    def test(self, webhook: str) -> Response:
        """Send a test."""
        key, once = self.gate.admit_to_meetings(), read_idempotency_key()
        endpoint = self._turned_on(key, webhook)
        name = self.requests.once(ProgramRequest(key.name, once, f"test {endpoint.id}"))
        return self._sent(key, [self.store.send_test(endpoint, name)])

    def rotate(self, webhook: str) -> Response:
        """Make a new secret."""
        key, once = self.gate.admit_to_meetings(), read_idempotency_key()
        endpoint = self._found(key, webhook)
        name = self.requests.once(ProgramRequest(key.name, once, f"rotate {endpoint.id}"))
        try:
            secret, until = self.store.endpoints.rotate_secret(endpoint, name)
        except SecretJustChanged as error:
            raise ApiProblem(409, str(error)) from None
        log.info("api.secret_rotated", key=key.name, endpoint=endpoint.id)
        shown = RotatedSecretAnswer(secret=secret, earlier_until=until.isoformat())
        return self._answer(key, shown)

    def replay(self, webhook: str) -> Response:
        """Send events again."""
        key, body = self.gate.admit_to_meetings(), read_body(ReplayOrder)
        once = read_idempotency_key()
        endpoint = self._turned_on(key, webhook)
        about = f"replay {endpoint.id} {body.model_dump_json()}"
        name = self.requests.once(ProgramRequest(key.name, once, about))
        sent = self.store.replay(endpoint, name, body.event or "", body.since)
        if body.event and not sent:
            raise ApiProblem(404, NOTHING_HERE)
        return self._sent(key, sent)

    def _found(self, key: ApiKey, webhook: str) -> EventEndpoint:
        found = (each for each in self.store.endpoints.all(key.name) if each.id == webhook)
        endpoint = next(found, None)
        if endpoint is None:
            raise ApiProblem(404, NOTHING_HERE)
        return endpoint

    def _turned_on(self, key: ApiKey, webhook: str) -> EventEndpoint:
        endpoint = self._found(key, webhook)
        if endpoint.stopped:
            raise ApiProblem(409, "This webhook is turned off. Make it active first.")
        return endpoint

    def _sent(self, key: ApiKey, events: Sequence[str]) -> Response:
        self.wake()
        return self._answer(key, SentEventsAnswer(events=[*events]), 202)

    def _answer(self, key: ApiKey, body: BaseModel, status: int = 200) -> Response:
        answer = jsonify(body.model_dump(mode="json"))
        answer.status_code = status
        answer.headers.update(self.gate.headers(key))
        return answer


def create_webhook_routes(routes: WebhookRoutes) -> Blueprint:
    """Return the routes."""
    page = Blueprint("webhooks_api", __name__, url_prefix="/v1/webhooks")
    one = "/<webhook>"
    page.add_url_rule("", "create", routes.create, methods=["POST"])
    page.add_url_rule("", "list", routes.list, methods=["GET"])
    page.add_url_rule(one, "read", routes.read, methods=["GET"])
    page.add_url_rule(one, "change", routes.change, methods=["PATCH"])
    page.add_url_rule(one, "delete", routes.delete, methods=["DELETE"])
    page.add_url_rule(f"{one}/events", "events", routes.events, methods=["GET"])
    page.add_url_rule(f"{one}/test", "test", routes.test, methods=["POST"])
    page.add_url_rule(f"{one}/rotate", "rotate", routes.rotate, methods=["POST"])
    page.add_url_rule(f"{one}/replay", "replay", routes.replay, methods=["POST"])
    add_problem_handlers(page)
    page.register_error_handler(UnreadableError, lambda _: explain(_NO_KEY))
    page.register_error_handler(EndpointGone, lambda _: explain(_GONE))
    return page


_GONE = ApiProblem(404, NOTHING_HERE)

_NO_KEY = ApiProblem(
    503,
    "The bot lacks the key that its webhooks are encrypted with. Its operator has to put it back"
    " into PAYLOAD_KEYS.",
    {"Retry-After": "60"},
)

"""Builds what other programs call over HTTPS."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask

from bot.core.domain.access import Access
from bot.core.domain.link_requests import LinkKind
from bot.edges.outbound_calls import OutboundCalls
from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.storage.api_meeting_store import ApiMeetings
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.ledger import Ledger
from bot.edges.web.api.api_pages import add_api_pages
from bot.edges.web.api.broker_routes import BrokerRoutes, create_broker_routes
from bot.edges.web.api.engine_wait import EngineWait
from bot.edges.web.api.expert_routes import ExpertRoutes, create_expert_routes
from bot.edges.web.api.key_gate import KeyGate
from bot.edges.web.api.meeting_routes import MeetingRoutes, create_meeting_routes
from bot.edges.web.api.program_experts import ProgramExperts
from bot.edges.web.api.program_links import ProgramLinks
from bot.edges.web.api.program_meetings import ProgramMeetings
from bot.edges.web.api.recorded_requests import RecordedRequests
from bot.edges.web.api.webhook_routes import WebhookRoutes, create_webhook_routes
from bot.edges.web.fhir.fhir_appointments import FhirAppointments
from bot.edges.web.fhir.fhir_routes import FhirRoutes, create_fhir_routes
from bot.process.app import Bot, events_of
from bot.process.services import broker_of

CONNECT_SECONDS, READ_SECONDS = 3.0, 6.0
"""Seconds to connect to the broker and to hear from it: a node of Webex Connect waits for ten."""


def api_keys_of(bot: Bot) -> ApiKeyStore:
    """Return the keys of other programs, by the bot's clock."""
    return ApiKeyStore(bot.receiving, clock=lambda: datetime.fromtimestamp(bot.clock(), UTC))


def add_api(bot: Bot, app: Flask, wake: Callable[[], None]) -> None:
    """Add the API to an application; without any key on record it isn't there.

    Args:
        bot: the bot.
        app: the application.
        wake: has an engine in this process look into the inbox now.
    """
    settings = bot.settings
    gate = KeyGate(api_keys_of(bot), settings.trusted_networks)
    broker = broker_of(settings, connect_timeout=CONNECT_SECONDS, read_timeout=READ_SECONDS)
    devices = settings.named_devices
    routes = BrokerRoutes(gate, broker, bot.secrets.sub_of_named, frozenset(devices.values()))
    app.register_blueprint(create_broker_routes(routes))
    add_api_pages(app, gate.check_exists)
    meetings, links = (
        ProgramMeetings(_requests_of(bot, wake), Ledger(bot.receiving)),
        _links_of(bot),
    )
    experts = ProgramExperts(meetings, Access.parse(settings.bot_allowed))
    app.register_blueprint(create_meeting_routes(MeetingRoutes(gate, meetings, links, devices)))
    app.register_blueprint(create_expert_routes(ExpertRoutes(gate, experts)))
    app.register_blueprint(create_fhir_routes(FhirRoutes(gate, FhirAppointments(meetings, links))))
    calls = OutboundCalls(settings.callable_networks)
    webhooks = WebhookRoutes(gate, meetings.requests, events_of(bot, bot.receiving), calls, wake)
    app.register_blueprint(create_webhook_routes(webhooks))


def _requests_of(bot: Bot, wake: Callable[[], None]) -> RecordedRequests:
    return RecordedRequests(
        ApiMeetings(bot.receiving),
        bot.inbox,
        EngineWait(wake, lambda key: bot.store.has_finished(key)),  # noqa: PLW0108 - loads the store only when it is asked
        bot.secrets.new_seed,
        lambda: datetime.fromtimestamp(bot.clock(), UTC),
    )


def _links_of(bot: Bot) -> ProgramLinks:
    settings = bot.settings
    source = broker_of(
        settings,
        bot.secrets.sub_of,
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
    )
    return ProgramLinks(
        source,
        DoorKeys(bot.receiving, bot.secrets),
        LinkKind(settings.open_early_minutes, settings.short_links, settings.encryption),
        lambda: bot.doors_at,
    )

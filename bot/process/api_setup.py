"""Builds what other programs call over HTTPS."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Flask

from bot.edges.storage.api_key_store import ApiKeyStore
from bot.edges.web.api.broker_routes import BrokerRoutes, create_broker_routes
from bot.edges.web.api.key_gate import KeyGate
from bot.process.app import Bot
from bot.process.services import broker_of

CONNECT_SECONDS, READ_SECONDS = 3.0, 6.0
"""Seconds to connect to the broker and to hear from it: a node of Webex Connect waits for ten."""


def api_keys_of(bot: Bot) -> ApiKeyStore:
    """Return the keys of other programs, by the bot's clock."""
    return ApiKeyStore(bot.receiving, clock=lambda: datetime.fromtimestamp(bot.clock(), UTC))


def add_api(bot: Bot, app: Flask) -> None:
    """Add the API to an application; without any key on record it isn't there."""
    settings = bot.settings
    gate = KeyGate(api_keys_of(bot), settings.trusted_networks)
    broker = broker_of(settings, connect_timeout=CONNECT_SECONDS, read_timeout=READ_SECONDS)
    devices = frozenset(settings.named_devices.values())
    routes = BrokerRoutes(gate, broker, bot.secrets.sub_of_named, devices)
    app.register_blueprint(create_broker_routes(routes))

"""Builds the clients of Webex, the broker, mail and text messages from the settings."""

from __future__ import annotations

from bot.edges.delivery.smtp import Mailer
from bot.edges.delivery.webex_connect import WebexConnect
from bot.edges.sources.instant_connect import Broker
from bot.edges.webex.api import Webex
from bot.edges.websocket.device_registration import DeviceRegistrations
from bot.settings import Settings


def webex_of(settings: Settings, **patience: int) -> Webex:
    """Return Webex as `settings` reach it.

    Args:
        settings: of the installation.
        patience: other time-outs than usual, by the names that `Webex` has for them.
    """
    token = settings.webex_access_token.get_secret_value()
    return Webex(token, settings.api_url, settings.concurrency, **patience)


def broker_of(settings: Settings, **patience: float) -> Broker:
    """Return Instant Connect's broker as `settings` reach it.

    Args:
        settings: of the installation.
        patience: other time-outs than usual, by the names that `Broker` has for them.
    """
    return Broker(
        settings.broker,
        settings.webex_access_token.get_secret_value(),
        api_version=settings.broker_api_version,
        link_base=settings.links,
        pool_size=settings.concurrency,
        **patience,
    )


def devices_of(settings: Settings, name: str) -> DeviceRegistrations:
    """Return where the bot registers for a WebSocket, as the device of that name."""
    token = settings.webex_access_token.get_secret_value()
    return DeviceRegistrations(settings.catalog, token, f"Instant Connect bot: {name}")


def mailer_of(settings: Settings) -> Mailer | None:
    """Return what sends mails; None where no email is set up."""
    server = settings.mail_server
    return Mailer(server, settings.mail_sender) if server else None


def texter_of(settings: Settings) -> WebexConnect | None:
    """Return what sends texts to phones; None where that is not set up."""
    url = settings.webex_connect_url
    if url is None:
        return None
    return WebexConnect(url.get_secret_value(), settings.webex_connect_key.get_secret_value())

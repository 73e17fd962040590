"""Builds the clients of Webex, the broker, mail and text messages from the settings."""

from __future__ import annotations

from collections.abc import Callable

from bot.edges.delivery.smtp import Mailer
from bot.edges.delivery.webex_connect import WebexConnect
from bot.edges.sources.instant_connect import Broker
from bot.edges.webex.api import Webex
from bot.edges.websocket.device_registration import DeviceRegistrations
from bot.settings import Settings


def webex_of(settings: Settings, **patience: int) -> Webex:
    """Return a client of Webex's API.

    Args:
        settings: the installation's.
        patience: timeouts to override, as arguments of `Webex`.
    """
    token = settings.webex_access_token.get_secret_value()
    return Webex(token, settings.api_url, settings.concurrency, **patience)


def broker_of(settings: Settings, sub_of: Callable[[str], str] = str, **patience: float) -> Broker:
    """Return a client of Instant Connect's broker.

    Args:
        settings: the installation's.
        sub_of: derives a meeting's `sub` from its seed.
        patience: timeouts to override, as arguments of `Broker`.
    """
    return Broker(
        settings.broker,
        settings.webex_access_token.get_secret_value(),
        api_version=settings.broker_api_version,
        link_base=settings.links,
        pool_size=settings.concurrency,
        sub_of=sub_of,
        **patience,
    )


def devices_of(settings: Settings, name: str) -> DeviceRegistrations:
    """Return the registry where the bot registers as a device, for a WebSocket.

    Args:
        settings: the installation's.
        name: the device's.
    """
    token = settings.webex_access_token.get_secret_value()
    return DeviceRegistrations(settings.catalog, token, f"Instant Connect bot: {name}")


def mailer_of(settings: Settings) -> Mailer | None:
    """Return the sender of email; None if it isn't set up."""
    server = settings.mail_server
    return Mailer(server, settings.mail_sender, settings.bounce_address) if server else None


def texter_of(settings: Settings) -> WebexConnect | None:
    """Return the sender of text messages; None if they aren't set up."""
    url = settings.webex_connect_url
    if url is None:
        return None
    return WebexConnect(url.get_secret_value(), settings.webex_connect_key.get_secret_value())

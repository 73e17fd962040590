"""Mints links and reads the audit, for the command line."""

from __future__ import annotations

from datetime import datetime

from bot.client import InstantConnect, MeetingLinks
from bot.edges.storage import audit as auditing
from bot.edges.storage.audit import AuditEntry
from bot.edges.webex.api import BotIdentity
from bot.process.services import webex_of
from bot.settings import Settings, with_token


def owner_of(token: str, cloud: str | None) -> BotIdentity:
    """Return the owner of a token.

    Args:
        token: a bot's token, or by mistake a person's.
        cloud: the Webex cloud; None for the one in the environment.

    Raises:
        Trouble: Webex doesn't say.
    """
    return webex_of(with_token(token, cloud), timeout=10).whoami()


def mint(settings: Settings, hosts: int, guests: int, minutes: int) -> MeetingLinks:
    """Return links into a new meeting.

    Raises:
        ValueError: too many links for one call, or for too long.
        Trouble: the broker refused, or isn't responding.
    """
    with client_of(settings) as connect:
        return connect.meeting(
            hosts=hosts,
            guests=guests,
            minutes=minutes,
            vertical=settings.vertical,
            login_for_host=settings.host_login,
            short=settings.short_links,
            encryption=settings.encryption,
        )


def client_of(settings: Settings) -> InstantConnect:
    """Return a client of Instant Connect."""
    return InstantConnect(
        settings.webex_access_token.get_secret_value(),
        broker_url=settings.broker,
        link_base=settings.links,
        api_version=settings.broker_api_version,
    )


def audit(settings: Settings, since: datetime | None) -> list[AuditEntry]:
    """Return the meetings since a moment, without names and addresses."""
    address, key = settings.database_url, settings.webhook_secret
    return auditing.read(address.get_secret_value(), key.get_secret_value(), since)

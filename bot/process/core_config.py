"""Configures the core from the settings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.core.conversations import dispatch
from bot.core.conversations.delivery_ways import BOTH, DIRECT, MAIL, Ways
from bot.core.conversations.request import Installation
from bot.core.domain.access import EVERYONE, Access
from bot.core.domain.limits import Limits
from bot.core.incoming.notices import Notice
from bot.core.steps.step import Conversation, Step
from bot.core.wording.languages import Languages
from bot.process import translations
from bot.settings import Settings


def installation_of(settings: Settings, bot_id: str, bot_email: str) -> Installation:
    """Return what the bot knows of itself and of its installation."""
    return Installation(
        bot_id=bot_id,
        bot_email=bot_email,
        access=Access.parse(settings.bot_allowed),
        admins=Access.parse(settings.bot_admins),
        languages=Languages(translations.spoken, settings.bot_language),
        defaults=settings.usual,
        most_guests=settings.most_guests,
        most_minutes=settings.most_minutes,
        limits=Limits(settings.meetings_per_person, settings.meetings_per_space),
        horizon_days=settings.horizon_days,
        open_early_minutes=settings.open_early_minutes,
        remind_minutes=settings.remind_minutes,
        ask_after_minutes=settings.ask_after_minutes,
        devices=settings.named_devices,
        site=settings.meetings_site,
        short_links=settings.short_links,
        encryption=settings.encryption,
        region=settings.phone_region,
        discreet=settings.discreet,
        organisation=settings.organisation,
        logo_url=settings.logo_url or "",
        ways=ways_of(settings),
    )


def ways_of(settings: Settings) -> Ways:
    """Return who is reached by which way; the bot's own people by direct message."""
    ours = settings.direct_to or settings.bot_allowed
    direct = Access.parse(ours).allowed - (set() if settings.direct_to else {EVERYONE})
    return Ways(
        mail=settings.smtp_url is not None,
        rules={
            **dict.fromkeys(direct, DIRECT),
            **dict.fromkeys(Access.parse(settings.mail_to).allowed, MAIL),
            **dict.fromkeys(Access.parse(settings.both_to).allowed, BOTH),
        },
    )


def converse(installation: Installation, recorded: dict[str, Any]) -> Conversation:
    """Return the conversation about what is recorded: a notice, or an errand that is due."""
    at = datetime.fromtimestamp(recorded["at"], UTC)
    if "errand" in recorded:
        kind, number = recorded["errand"]
        return dispatch.errand(kind, number, at, installation)
    late = recorded.get("written")
    written = None if late is None else datetime.fromtimestamp(late, UTC)
    return dispatch.conversation(_notice(recorded), installation, at, recorded["seed"], written)


def apologise(installation: Installation, recorded: dict[str, Any]) -> Step | None:
    """Return what to say where that conversation broke, if there is anybody to say it to."""
    return None if "errand" in recorded else dispatch.apology(_notice(recorded), installation)


def _notice(recorded: dict[str, Any]) -> Notice:
    return Notice(**recorded["notice"])

"""Configures the core from the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.core.conversations import dispatch
from bot.core.conversations.deciding import decide
from bot.core.conversations.decision import Deciding, Decision, Trigger
from bot.core.conversations.delivery_ways import BOTH, DIRECT, MAIL, Ways
from bot.core.conversations.installation import Installation
from bot.core.domain.access import EVERYONE, Access
from bot.core.domain.limits import Limits
from bot.core.steps.step import Conversation, Step
from bot.core.wording.languages import Languages
from bot.process import translations
from bot.settings import Settings


def installation_of(settings: Settings, bot_id: str, bot_email: str) -> Installation:
    """Return the installation, as the core knows it."""
    return Installation(
        bot_id=bot_id,
        bot_email=bot_email,
        access=Access.parse(settings.bot_allowed),
        admins=Access.parse(settings.bot_admins),
        languages=Languages(translations.spoken, settings.bot_language),
        defaults=settings.usual,
        most_guests=settings.most_guests,
        most_minutes=settings.most_minutes,
        limits=limits_of(settings),
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
        presence=settings.expert_presence,
        organisation=settings.organisation,
        logo_url=settings.logo_url or "",
        ways=ways_of(settings),
    )


def limits_of(settings: Settings) -> Limits:
    """Return the limits on how often things may be done."""
    return Limits(
        per_person=settings.meetings_per_person,
        per_space=settings.meetings_per_space,
        messages_per_guest=settings.messages_per_guest,
        texts_per_person=settings.texts_per_person,
        texts_per_day=settings.texts_per_day,
        links_per_guest=settings.links_per_guest,
    )


def ways_of(settings: Settings) -> Ways:
    """Return how guests are reached. By default, people in BOT_ALLOWED get direct messages."""
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


class InstalledCore:
    """The core with an installation's settings.

    Args:
        installation: the settings.
        doors_at: returns the public address where guests find doors now; empty for none.
    """

    def __init__(self, installation: Installation, doors_at: Callable[[], str] = str) -> None:
        self._installation, self._doors_at = installation, doors_at

    def decide(self, trigger: Trigger) -> Deciding:
        """Return the generator that reads what a conversation is about, and makes its decision."""
        now = replace(self._installation, doors_at=self._doors_at())
        return decide(trigger, now)

    def converse(self, decision: Decision) -> Conversation:
        """Return the conversation for a decision, even if the settings have changed since."""
        return dispatch.converse(decision)

    def apology(self, trigger: Trigger) -> Step | None:
        """Return the apology for a broken conversation, or None if nobody can be told."""
        return dispatch.apology(trigger, self._installation)

"""Builds the doors of an installation's meetings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask

from bot.core.domain.access import Access
from bot.core.domain.link_requests import LinkKind
from bot.core.wording.languages import Languages
from bot.edges.storage.desk_lookup import DeskLookup
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.door_lookup import DoorLookup
from bot.edges.storage.ledger import Ledger
from bot.edges.web.door.desk_doors import DeskDoors
from bot.edges.web.door.door_check import add_door_check
from bot.edges.web.door.door_pages import create_door_pages
from bot.edges.web.door.door_parts import DoorSettings
from bot.edges.web.door.door_site import Site
from bot.edges.web.door.meeting_doors import MeetingDoors
from bot.process import translations
from bot.process.app import Bot
from bot.process.services import broker_of


def doors_of(bot: Bot, wake: Callable[[], None]) -> MeetingDoors:
    """Return the doors of the installation's meetings.

    Args:
        bot: the bot.
        wake: has an engine in this process look into the inbox now.
    """
    settings = bot.settings
    return MeetingDoors(
        DoorLookup(bot.receiving),
        Ledger(bot.receiving),
        broker_of(settings, bot.secrets.sub_of),
        bot.inbox,
        DoorSettings(
            Languages(translations.spoken, settings.bot_language),
            LinkKind(settings.open_early_minutes, settings.short_links, settings.encryption),
            settings.door_link_minutes,
            settings.discreet,
            settings.time_zone,
            Access.parse(settings.bot_allowed),
            lambda: bot.doors_at or settings.public_url or "",
            settings.organisation,
        ),
        bot.secrets.new_seed,
        wake,
        lambda: datetime.fromtimestamp(bot.clock(), UTC),
    )


def desks_of(bot: Bot, wake: Callable[[], None]) -> DeskDoors:
    """Return the desks of the installation; the arguments are those of `doors_of`."""
    groups, access = Ledger(bot.receiving).expert_groups, Access.parse(bot.settings.bot_allowed)

    def now() -> datetime:
        return datetime.fromtimestamp(bot.clock(), UTC)

    return DeskDoors(
        DeskLookup(bot.receiving),
        DeskStore(bot.receiving, bot.secrets),
        DoorKeys(bot.receiving, bot.secrets),
        lambda: tuple(each.serving(access) for each in groups.read(now())),
        bot.inbox,
        bot.secrets.new_seed,
        wake,
        now,
        lambda: bot.doors_at or bot.settings.public_url or "",
    )


def add_door_pages(bot: Bot, app: Flask, wake: Callable[[], None]) -> None:
    """Add the doors' pages to an application.

    Args:
        bot: the bot.
        app: the application.
        wake: has an engine in this process look into the inbox now.
    """
    settings = bot.settings
    site = Site(
        lambda: bot.doors_at or settings.public_url,
        settings.links,
        translations.spoken,
        settings.bot_language,
        settings.organisation,
        settings.logo_url,
        settings.trusted_networks,
        bot.clock,
    )
    app.register_blueprint(create_door_pages(site, doors_of(bot, wake), desks=desks_of(bot, wake)))
    add_door_check(app, settings.webhook_secret.get_secret_value())

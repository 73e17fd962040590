"""Builds the WebSocket listener from the settings."""

from __future__ import annotations

import platform
from collections.abc import Callable

import structlog

from bot.core.incoming.activities import Activity
from bot.core.incoming.notices import Notice
from bot.edges.web.receiver import accept_if_relevant
from bot.edges.webex.api import Webex
from bot.edges.websocket.clusters import Clusters
from bot.edges.websocket.listener import Listener
from bot.process.services import devices_of
from bot.settings import Settings

log = structlog.get_logger()


def listener_of(
    settings: Settings,
    webex: Webex,
    take: Callable[[Notice], None],
    whoami: Callable[[], str | None],
    missed: Callable[[], None],
) -> Listener:
    """Return the listener for Webex's events.

    Args:
        settings: the installation's.
        webex: lists the bot's spaces.
        take: records a notice durably, once.
        whoami: returns the bot's person id, or None while it isn't known.
        missed: called when events may have been missed.
    """
    token = settings.webex_access_token.get_secret_value()
    devices = devices_of(settings, _this_machine(settings))
    clusters = Clusters(devices.cluster_at, webex.active_spaces)

    def hear(activity: Activity) -> None:
        notice = activity.notice(clusters.of(activity))
        if accept_if_relevant(notice, whoami(), take):
            log.info("notice.taken", conversation=notice.key)

    return Listener(devices, token, hear, missed)


def _this_machine(settings: Settings) -> str:
    """Return a device name; two bots of one name would disconnect each other."""
    return f"{platform.node()}:{settings.port}"

"""Builds the WebSocket listener from the settings."""

from __future__ import annotations

import platform
from collections.abc import Callable

import structlog

from bot.core.incoming.activities import Activity
from bot.core.incoming.notices import Notice
from bot.edges.web.receiver import hand_over
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
    """Return what listens as `settings` say.

    Args:
        settings: of the installation.
        webex: knows the bot's spaces.
        take: records a notice durably, once.
        whoami: returns the bot's person id, or None while it is not known.
        missed: told when something may have happened that was not heard.
    """
    token = settings.webex_access_token.get_secret_value()
    devices = devices_of(settings, _this_machine(settings))
    clusters = Clusters(devices.cluster_at, webex.active_spaces)

    def hear(activity: Activity) -> None:
        notice = activity.notice(clusters.of(activity))
        if hand_over(notice, whoami(), take):
            log.info("notice.taken", conversation=notice.key)

    return Listener(devices, token, hear, missed)


def _this_machine(settings: Settings) -> str:
    """Two of one name would take the WebSocket from each other."""
    return f"{platform.node()}:{settings.port}"

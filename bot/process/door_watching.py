"""Watches whether guests reach the doors of meetings."""

from __future__ import annotations

from functools import partial

from bot.edges.web.door.door_watch import DoorWatch, is_reached
from bot.process.app import Bot


def watch_doors(bot: Bot) -> list[DoorWatch]:
    """Return what finds out whether guests reach the doors, if there are any."""
    settings, url = bot.settings, bot.settings.public_url
    if settings.door == "off" or url is None:
        return []
    secret = settings.webhook_secret.get_secret_value()
    return [DoorWatch(lambda: is_reached(url, secret), partial(_set_doors, bot, url))]


def _set_doors(bot: Bot, url: str, is_open: bool) -> None:
    if is_open:
        bot.open_doors_at(url)
    else:
        bot.lose_doors()

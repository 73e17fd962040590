"""The web half: receives notices and records them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Flask

from bot.edges.durable.inbox import Inbox
from bot.edges.web.receiver import create_health_app, create_receiver
from bot.process.api_setup import add_api
from bot.process.app import Bot
from bot.process.observability import add_operator_endpoints
from bot.settings import SettingsError

if TYPE_CHECKING:
    from bot.edges.durable.engine import Engine
    from bot.edges.websocket.listener import Listener

READY_WITHIN = 10.0
"""Seconds that the start waits for the WebSocket. The listener keeps trying after that."""


@contextmanager
def receiving(bot: Bot) -> Iterator[str]:
    """Receive notices and record them; yield the address that the receiver listens on."""
    with receiving_for(bot, inbox_of(bot)) as address:
        yield address


@contextmanager
def receiving_for(bot: Bot, accept: Engine | Inbox) -> Iterator[str]:
    """Receive notices and pass them to `accept`; yield the address that the receiver listens on."""
    from bot.edges.web.http_server import served  # noqa: PLC0415 - gunicorn serves without it

    with (
        served(receiver_of(bot, accept), bot.settings.host, bot.settings.port) as address,
        ExitStack() as after,
    ):
        for each in listeners_of(bot, accept):
            each.start()
            after.callback(each.stop)
            each.listening.wait(READY_WITHIN)
        yield address


def inbox_of(bot: Bot) -> Inbox:
    """Return the inbox for the workers, and ask Webex in a thread who the bot is."""
    threading.Thread(target=_meet_webex_meanwhile, args=(bot,), daemon=True).start()
    return bot.inbox


def _meet_webex_meanwhile(bot: Bot) -> None:
    try:
        bot.meet_webex()
    except SettingsError:
        bot.token_health.refused()


def receiver_of(bot: Bot, accept: Engine | Inbox) -> Flask:
    """Return the application that receives notices and passes them to `accept`."""
    before = bot.settings.webhook_secret_before
    app = create_receiver(
        accept.accept,
        bot.settings.webhook_secret.get_secret_value(),
        bot.who,
        secret_before=before.get_secret_value() if before else None,
        require_sha2=bot.settings.require_sha2,
        accepted=lambda: bot.token_health.good,
        longest=timedelta(days=bot.settings.answered_days).total_seconds(),
    )
    if bot.settings.door != "off":
        from bot.process.door_setup import add_door_pages  # noqa: PLC0415 - loads much that only doors need

        add_door_pages(bot, app, accept.wake)
    add_api(bot, app, accept.wake)
    return add_operator_endpoints(bot, app, accept)


def listeners_of(bot: Bot, accept: Engine | Inbox) -> list[Listener]:
    """Return the listener, if notices arrive over a WebSocket."""
    if bot.settings.intake == "webhooks":
        return []
    from bot.process.websocket_intake import listener_of  # noqa: PLC0415 - only with INTAKE=websocket

    return [listener_of(bot.settings, bot.webex, accept.accept, bot.who, bot.missed)]


@contextmanager
def serving_health(bot: Bot, port: int, engine: Engine) -> Iterator[None]:
    """Serve a worker's health checks and metrics on a port of their own."""
    from bot.edges.web.http_server import served  # noqa: PLC0415 - only with WORKER_PORT

    app = add_operator_endpoints(bot, create_health_app(lambda: bot.token_health.good), engine)
    with served(app, bot.settings.host, port, chosen_by="HOST and WORKER_PORT"):
        yield

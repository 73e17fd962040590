"""Serves health checks, metrics and the admin page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask

from bot.edges.durable.inbox import Inbox
from bot.edges.web import health
from bot.edges.web.admin import Shown, tell_administrator
from bot.process.app import Bot
from bot.version import VERSION

if TYPE_CHECKING:
    from bot.edges.durable.engine import Engine


def tell(bot: Bot, app: Flask, at_work: Engine | Inbox) -> Flask:
    """Let `app` answer whoever asks how this process is.

    Args:
        bot: whose process.
        app: that answers.
        at_work: what notices are given to.
    """
    checks = {
        "database": lambda: health.takes_changes(bot.receiving),
        "token": lambda: bot.standing.good and bot.met(),
    }
    if not isinstance(at_work, Inbox):
        checks["engine"] = lambda: at_work.alive
        checks["keys"] = lambda: bot.encryption.readable
    token = bot.settings.metrics_token
    collectors = [
        health.BacklogCollector(bot.backlog),
        health.TokenCollector(lambda: bot.standing.good),
    ]
    health.tell_readiness(app, checks)
    health.tell_metrics(app, collectors, token.get_secret_value() if token else None)
    if bot.settings.admin_token:
        shown = Shown(
            bot.database, bot.backlog, lambda: bot.failures, bot.hooks, bot.examined, VERSION
        )
        tell_administrator(app, bot.settings.admin_token.get_secret_value(), shown)
    return app

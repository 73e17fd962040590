"""Serves health checks, metrics and the admin page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flask import Flask

from bot.core.domain.desk_figures import GroupFigures
from bot.edges.durable.inbox import Inbox
from bot.edges.storage.expert_figures import daily_figures, figures_since
from bot.edges.web import health
from bot.edges.web.admin import AdminPage, add_admin_page
from bot.process.api_setup import api_keys_of
from bot.process.app import Bot
from bot.version import VERSION

if TYPE_CHECKING:
    from bot.edges.durable.engine import Engine


def add_operator_endpoints(bot: Bot, app: Flask, at_work: Engine | Inbox) -> Flask:
    """Add /readyz, /metrics and /admin to an application, and return it.

    Args:
        bot: the bot that runs in this process.
        app: the application.
        at_work: the engine that handles notices, or the inbox that only records them.
    """
    checks = {
        "database": lambda: health.takes_changes(bot.receiving),
        "token": lambda: bot.token_health.good and bot.met(),
        "doors": lambda: not bot.doors_lost,
    }
    if not isinstance(at_work, Inbox):
        checks["engine"] = lambda: at_work.alive
        checks["keys"] = lambda: bot.encryption.readable
    token = bot.settings.metrics_token
    collectors = [
        health.BacklogCollector(bot.backlog),
        health.TokenCollector(lambda: bot.token_health.good),
        health.DeskCollector(lambda: _today(bot)),
    ]
    health.add_readiness_check(app, checks)
    health.add_metrics(app, collectors, token.get_secret_value() if token else None)
    if password := bot.settings.admin_token:
        networks = bot.settings.trusted_networks
        add_admin_page(app, password.get_secret_value(), _admin_page_of(bot), networks)
    return app


def _admin_page_of(bot: Bot) -> AdminPage:
    return AdminPage(
        bot.database,
        bot.backlog,
        lambda: bot.failures,
        bot.hooks,
        bot.examined,
        VERSION,
        api_keys_of(bot).all,
        lambda: daily_figures(bot.database, datetime.now(UTC)),
    )


def _today(bot: Bot) -> tuple[GroupFigures, ...]:
    now = datetime.now(UTC)
    return figures_since(bot.database, now.replace(hour=0, minute=0, second=0, microsecond=0), now)

"""What an operator sees of a process: whether it is ready, and what it counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from flask import Flask

from bot import doctor, installation, reporting
from bot.core.conversations.asked import House
from bot.core.diagnosis.findings import Finding
from bot.core.diagnosis.services import HookSeen
from bot.core.errors import Trouble
from bot.core.steps import Conversation
from bot.edges.durable.accounts import Accounts
from bot.edges.durable.backlog import BacklogCollector
from bot.edges.durable.failures import Failures
from bot.edges.durable.inbox import Inbox
from bot.edges.minds import Mind
from bot.edges.storage import examinations
from bot.edges.web import health
from bot.edges.web.admin import Shown, tell_administrator
from bot.edges.web.receiver import create_bare
from bot.edges.web.serving import served
from bot.edges.webex.standing import Standing
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.edges.durable.engine import Engine


@dataclass(frozen=True)
class Seen:
    """What can be seen of a process.

    Args:
        settings: of the installation.
        database: of the installation.
        standing: with Webex.
        met: whether it knows who the bot is.
        failures: of the installation.
        address: where Webex reaches it at the moment.
    """

    settings: Settings
    database: sa.Engine
    standing: Standing
    met: Callable[[], bool]
    failures: Failures
    address: Callable[[], str | None]

    def mind(self, house: House) -> Mind:
        """Return what is said about what is recorded, with an account of each conversation."""
        accounts = Accounts(self.failures.keep, reporting.traces_to(self.settings))

        def converse(recorded: dict[str, Any]) -> Conversation:
            return accounts.of(installation.converse(house, recorded), recorded)

        return Mind(converse, partial(installation.apologise, house), accounts.broken)

    def examined(self) -> tuple[Finding, ...]:
        """Return what the doctor says of this installation, and remember it."""
        found = tuple(doctor.examine(self._now()))
        with suppress(sa.exc.SQLAlchemyError):  # which it says itself
            examinations.keep(self.database, found)
        return found

    def hooks(self) -> list[HookSeen] | Trouble:
        """Return the token's webhooks, as Webex keeps them."""
        return doctor.hooks_seen(self._now())

    def _now(self) -> Settings:
        return self.settings.model_copy(update={"public_url": self.address()})

    def tell(self, app: Flask, at_work: Engine | Inbox) -> Flask:
        """Let `app` answer whoever asks how this process is."""
        checks = {
            "database": lambda: health.answers(self.database),
            "token": lambda: self.standing.good and self.met(),
        }
        if not isinstance(at_work, Inbox):
            checks["engine"] = lambda: at_work.alive
        token = self.settings.metrics_token
        collectors = [
            BacklogCollector(self.database),
            health.TokenCollector(lambda: self.standing.good),
        ]
        health.tell_readiness(app, checks)
        health.tell_metrics(app, collectors, token.get_secret_value() if token else None)
        if self.settings.admin_token:
            shown = Shown(self.database, self.failures, self.hooks, self.examined)
            tell_administrator(app, self.settings.admin_token.get_secret_value(), shown)
        return app

    @contextmanager
    def told_beside(self, engine: Engine) -> Iterator[None]:
        """Tell of a worker, which takes no notices, on a port of its own if it has one."""
        port = self.settings.worker_port
        if port is None:
            yield
            return
        app = self.tell(create_bare(lambda: self.standing.good), engine)
        with served(app, self.settings.host, port, chosen_by="HOST and WORKER_PORT"):
            yield

"""Assembles the bot; the only module that sees every room."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta

import structlog
from flask import Flask

from bot import installation, logs, seeing, starting
from bot.core.errors import TokenRefused, Trouble
from bot.core.notices import Notice
from bot.edges import audit as auditing
from bot.edges import database, webhooks, workflows
from bot.edges.audit import Entry
from bot.edges.clearing import Clearing, Keep, let_go_of_the_finished
from bot.edges.duties import Duties
from bot.edges.engine import Engine
from bot.edges.inbox import Inbox
from bot.edges.ledger import Ledger
from bot.edges.look_back import LookBack
from bot.edges.metrics import Timed
from bot.edges.payloads import Payloads
from bot.edges.performing import Performer
from bot.edges.receiver import create_receiver
from bot.edges.serving import served
from bot.edges.standing import Standing, Watched
from bot.edges.watch import Watch
from bot.edges.webex import Me
from bot.seeing import Seen
from bot.services import broker_of, mailer_of, texter_of, webex_of
from bot.settings import Settings, SettingsError

log = structlog.get_logger()

APP_LOAD_ERROR = 4
"""With this status gunicorn's worker stops the whole server; with another it is started again.

https://docs.gunicorn.org/en/stable/settings.html
"""


class Bot:
    """One process of an installation, receiving, working, or both.

    Args:
        settings: of the installation.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.webex = webex_of(settings)
        self._standing = Standing(self.webex.whoami)
        self._database = database.connect(settings.database_url.get_secret_value())
        database.prepare(self._database)
        self._payloads = Payloads(settings.keys)
        self._payloads.check(self._database)
        self._me: Me | None = None
        self.seen = Seen(settings, self._database, self._standing, lambda: self._me is not None)
        self.public_url = settings.public_url
        """Where Webex reaches this installation at the moment; a tunnel moves."""
        self._over = threading.Event()

    def meet_webex(self) -> Me:
        """Learn who the bot is, waiting until Webex can be reached.

        Raises:
            SettingsError: Webex does not accept the token.
        """
        pause = 1.0
        while self._me is None:
            try:
                self._me = self.webex.whoami()
            except TokenRefused as refused:
                raise SettingsError(starting.why(refused)) from None
            except Trouble:
                log.warning("webex.not_reached", again_after=pause)
                if self._over.wait(pause):
                    raise
                pause = min(2 * pause, 30.0)
        return self._me

    def engine(self, look: float) -> Engine:
        """Return the engine that serves what is recorded; Webex has to be known."""
        me = self.meet_webex()
        house = installation.house_of(self.settings, me.id, me.email)
        edges = (self.webex, broker_of(self.settings), Ledger(self._database))
        performer = Performer(
            *edges, mailer_of(self.settings), texter_of(self.settings), examine=self.seen.examined
        )
        return Engine(
            self._database,
            seeing.mind_of(house),
            Watched(Timed(performer), self._standing),
            concurrency=self.settings.concurrency,
            look=look,
            serving=self._standing.restored,
            payloads=self._payloads,
        )

    def clearing(self) -> Clearing:
        """Return what clears away what is over; the engine's tables have to be there."""
        let_go_of_the_finished(self._database)
        days = (self.settings.keep_days, self.settings.audit_days)
        return Clearing(self._database, Keep(*(timedelta(days=each) for each in days)))

    def receiver(self, accept: Engine | Inbox) -> Flask:
        """Return the application that takes notices and gives them to `accept`."""
        waiting = Inbox(self._database, self._payloads)

        def take(notice: Notice) -> None:
            (accept if self._standing.good else waiting).accept(notice)

        before = self.settings.webhook_secret_before
        app = create_receiver(
            take,
            self.settings.webhook_secret.get_secret_value(),
            lambda: self._me.id if self._me else None,
            secret_before=before.get_secret_value() if before else None,
            require_sha2=self.settings.require_sha2,
            accepted=lambda: self._standing.good,
        )
        return self.seen.tell(app, accept)

    def inbox(self) -> Inbox:
        """Return what records notices for the workers, and learn in passing who the bot is."""
        threading.Thread(target=self._meet_webex_meanwhile, daemon=True).start()
        return Inbox(self._database, self._payloads)

    def register(self, public_url: str, *, anew: bool = True) -> webhooks.Synced:
        """Have Webex send its notices to `public_url`."""
        secret = self.settings.webhook_secret.get_secret_value()
        return webhooks.sync(self.webex.webhooks, public_url, secret, anew=anew)

    def watch(self, engine: Engine) -> Watch:
        """Return what keeps the webhooks alive, and looks back for `engine`."""
        duties, minutes = Duties(self._database), self.settings.look_back_minutes
        ours = (self.webex.recent, engine, workflows.known, duties)
        look_back = LookBack(*ours, me=self.meet_webex().id, longest=60.0 * minutes)
        return Watch(duties, self._mend, look_back if minutes else None)

    def _mend(self) -> webhooks.Synced:
        """Mend the webhooks that tell this bot, wherever it is by now."""
        url = self.public_url
        return self.register(url, anew=False) if url else webhooks.Synced()

    def close(self) -> None:
        """Let the database go."""
        self._over.set()
        self._database.dispose()

    def _meet_webex_meanwhile(self) -> None:
        try:
            self.meet_webex()
        except SettingsError:
            self._standing.refused()


def create_web() -> Flask:
    """Return the receiver alone, for gunicorn: ``gunicorn 'bot.app:create_web()'``."""
    from bot.settings import read  # noqa: PLC0415 - only this entry reads the environment here

    try:
        settings = read()
        logs.begin(settings.log_level, settings.log_format)
        bot = Bot(settings)
    except starting.MENDABLE as error:
        sys.stderr.write(f"{starting.why(error)}\n")
        raise SystemExit(APP_LOAD_ERROR) from None
    return bot.receiver(bot.inbox())


@contextmanager
def working(bot: Bot, look: float = 0.05) -> Iterator[Engine]:
    """Serve what is recorded for as long as the block runs; then finish what is in hand."""
    engine = bot.engine(look)
    engine.start()
    besides = (bot.clearing(), bot.watch(engine))
    for each in besides:
        each.start()
    try:
        yield engine
    finally:
        for each in besides:
            each.stop()
        engine.stop()


@contextmanager
def running(bot: Bot) -> Iterator[str]:
    """Receive and serve in one process; yields the address that the receiver listens on."""
    with working(bot, look=1.0) as engine, _served(bot, engine) as address:
        yield address


@contextmanager
def serving(bot: Bot) -> Iterator[None]:
    """Serve what is recorded, and tell how that goes where the settings say."""
    with working(bot) as engine, bot.seen.told_beside(engine):
        yield


@contextmanager
def receiving(bot: Bot) -> Iterator[str]:
    """Receive and record; yields the address that the receiver listens on."""
    with _served(bot, bot.inbox()) as address:
        yield address


def _served(bot: Bot, accept: Engine | Inbox) -> AbstractContextManager[str]:
    return served(bot.receiver(accept), bot.settings.host, bot.settings.port)


def audit(settings: Settings, since: datetime | None) -> list[Entry]:
    """Return what happened from `since` on, for an administrator: nobody's name or address."""
    address, key = settings.database_url, settings.webhook_secret
    return auditing.read(address.get_secret_value(), key.get_secret_value(), since)

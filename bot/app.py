"""Assembles the bot; the only module that sees every room."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from flask import Flask

from bot import installation, starting
from bot.core.errors import TokenRefused, Trouble
from bot.core.notices import Notice
from bot.edges.durable.clearing import Clearing, Keep, let_go_of_the_finished
from bot.edges.durable.duties import Duties
from bot.edges.durable.failures import Failures
from bot.edges.durable.inbox import Inbox
from bot.edges.durable.payloads import Payloads
from bot.edges.metrics import Timed
from bot.edges.performing import Performer
from bot.edges.storage import database
from bot.edges.storage.ledger import Ledger
from bot.edges.web.receiver import create_receiver
from bot.edges.web.serving import served
from bot.edges.webex import webhooks
from bot.edges.webex.api import Me
from bot.edges.webex.look_back import LookBack, owe
from bot.edges.webex.standing import Standing, Watched
from bot.edges.webex.watch import Watch
from bot.seeing import Seen
from bot.services import broker_of, mailer_of, texter_of, webex_of
from bot.settings import Settings, SettingsError

if TYPE_CHECKING:
    from bot.edges.durable.engine import Engine
    from bot.edges.webex.websocket import Listener

log = structlog.get_logger()

READY_WITHIN = 10.0
"""Seconds for which a start waits until Webex is heard; it goes on trying after them."""


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
        failures = Failures(self._database, self._payloads)
        self.seen = Seen(settings, self._database, self._standing, self.met, failures, self.address)
        self.public_url = settings.public_url if settings.intake == "webhooks" else None
        """Where Webex reaches this installation at the moment; a tunnel moves."""
        self._over = threading.Event()

    def met(self) -> bool:
        """Return whether this process knows who the bot is."""
        return self._me is not None

    def address(self) -> str | None:
        """Return where Webex reaches this installation at the moment."""
        return self.public_url

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
        # The web half has none, and shall not bear 20 MB for it.
        from bot.edges.durable.engine import Engine  # noqa: PLC0415

        me = self.meet_webex()
        house = installation.house_of(self.settings, me.id, me.email)
        edges = (self.webex, broker_of(self.settings), Ledger(self._database))
        performer = Performer(
            *edges, mailer_of(self.settings), texter_of(self.settings), examine=self.seen.examined
        )
        return Engine(
            self._database,
            self.seen.mind(house),
            Watched(Timed(performer), self._standing),
            concurrency=self.settings.concurrency,
            look=look,
            serving=self._standing.restored,
            payloads=self._payloads,
        )

    def clearing(self) -> Clearing:
        """Return what clears away what is over; the engine's tables have to be there."""
        let_go_of_the_finished(self._database)
        given = self.settings
        days = (given.keep_days, given.audit_days, given.forget_days)
        return Clearing(self._database, Keep(*(timedelta(days=each) for each in days)))

    def taking(self, accept: Engine | Inbox) -> Callable[[Notice], None]:
        """Return what gives notices to `accept`, or to what waits for a better token."""
        waiting = Inbox(self._database, self._payloads)

        def take(notice: Notice) -> None:
            (accept if self._standing.good else waiting).accept(notice)

        return take

    def receiver(self, accept: Engine | Inbox) -> Flask:
        """Return the application that takes notices and gives them to `accept`."""
        before = self.settings.webhook_secret_before
        app = create_receiver(
            self.taking(accept),
            self.settings.webhook_secret.get_secret_value(),
            self._who,
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

    def listeners(self, accept: Engine | Inbox) -> list[Listener]:
        """Return what listens to Webex besides, where notices come over a WebSocket."""
        if self.settings.intake == "webhooks":
            return []
        from bot.hearing import listener_of  # noqa: PLC0415 - loads a library that others do without

        ours = (self.settings, self.webex, self.taking(accept), self._who, self.missed)
        return [listener_of(*ours)]

    def missed(self) -> None:
        """Have somebody look back soon: not everything may have been told."""
        owe(Duties(self._database))

    def watch(self, engine: Engine) -> Watch:
        """Return what keeps the webhooks alive, and looks back for `engine`."""
        from bot.edges.durable import workflows  # noqa: PLC0415 - the engine's, as above

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

    def _who(self) -> str | None:
        return self._me.id if self._me else None

    def _meet_webex_meanwhile(self) -> None:
        try:
            self.meet_webex()
        except SettingsError:
            self._standing.refused()


@contextmanager
def working(bot: Bot, look: float = 0.1) -> Iterator[Engine]:
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


@contextmanager
def _served(bot: Bot, accept: Engine | Inbox) -> Iterator[str]:
    with (
        served(bot.receiver(accept), bot.settings.host, bot.settings.port) as address,
        ExitStack() as after,
    ):
        for each in bot.listeners(accept):
            each.start()
            after.callback(each.stop)
            each.listening.wait(READY_WITHIN)
        yield address

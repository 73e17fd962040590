"""The bot: what the web half and the worker half share."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import sqlalchemy as sa
import structlog

from bot.core.diagnosis.findings import Finding
from bot.core.diagnosis.service_checks import HookSeen
from bot.core.domain.errors import TokenRefused, Trouble
from bot.edges.durable.inbox import Inbox
from bot.edges.storage import database, doctor_results
from bot.edges.storage.encryption import PayloadCipher, UnreadableError, keys_of
from bot.edges.storage.event_store import EventStore
from bot.edges.storage.meeting_secrets import MeetingSecrets
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.webex import webhook_sync
from bot.edges.webex.api import BotIdentity
from bot.edges.webex.look_back import request_look_back
from bot.edges.webex.token_health import TokenHealth
from bot.process import start_errors, translations
from bot.process.services import webex_of
from bot.settings import Settings, SettingsError

if TYPE_CHECKING:
    from bot.edges.durable.backlog import Backlog
    from bot.edges.durable.failures import Failures
    from bot.edges.durable.serializer import EncryptedJson
    from bot.edges.durable.workflow_store import WorkflowStore

log = structlog.get_logger()


def events_of(bot: Bot, connections: sa.Engine) -> EventStore:
    """Return where programs are told of events, by the bot's clock.

    Args:
        bot: the bot.
        connections: to its database.
    """
    clock = bot.clock
    return EventStore(
        connections,
        bot.encryption,
        bot.inbox.row_of,
        lambda: datetime.fromtimestamp(clock(), UTC),
    )


class Bot:
    """One process of an installation: the web half, the worker half, or both.

    Args:
        settings: the installation's.
        clock: returns the time that conversations go by, in seconds since 1970; the sandbox's can
            be moved.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.time) -> None:
        self.settings, self.clock = settings, clock
        self.webex = webex_of(settings)
        self.token_health = TokenHealth(self.webex.whoami)
        url = settings.database_url.get_secret_value()
        self.database = database.connect(url)
        database.prepare(self.database)
        keys = keys_of(settings.keys, url)
        self.encryption, self.secrets = PayloadCipher(keys), MeetingSecrets(keys)
        self.receiving = database.connect(url, database.RECEIVING)
        """Connections for the receiver, whose caller waits. The worker may use up the others."""
        self.inbox = Inbox(self.receiving, self.encryption, self.secrets.new_seed, clock)
        self.public_url = settings.public_url if settings.intake == "webhooks" else None
        """The address where Webex reaches the bot now; a tunnel's can change."""
        self.doors_at, self.doors_lost = "", False
        """The address where guests reach the doors of meetings; empty until that was tried."""
        self._me: BotIdentity | None = None
        self._over = threading.Event()

    def open_doors_at(self, url: str) -> None:
        """Give guests the addresses of doors from now on, at this public address."""
        self.doors_at, self.doors_lost = url, False

    def lose_doors(self) -> None:
        """Give guests links straight into meetings, since the doors can't be reached any more."""
        self.doors_at, self.doors_lost = "", True

    @cached_property
    def serializer(self) -> EncryptedJson:
        """Serializes what DBOS records."""
        from bot.edges.durable.serializer import EncryptedJson

        return EncryptedJson(self.encryption, translations.spoken)

    @cached_property
    def store(self) -> WorkflowStore:
        """The conversations in DBOS, which a receiver only loads when this is first used."""
        from bot.edges.durable.workflow_store import WorkflowStore

        return WorkflowStore(self.database, self.serializer, clock=self.clock)

    @property
    def failures(self) -> Failures:
        """The failed conversations."""
        from bot.edges.durable.failures import Failures

        return Failures(self.store, self.inbox)

    def backlog(self) -> Backlog:
        """Return the unfinished work."""
        from bot.edges.durable import backlog

        return backlog.read(self.database, self.store)

    def check_keys(self) -> None:
        """Check that all unfinished work can be decrypted.

        Raises:
            UnreadableError: some of it can't.
        """
        if self.inbox.unreadable() or self.store.unreadable():
            raise UnreadableError

    def met(self) -> bool:
        """Return whether this process knows the bot's person id."""
        return self._me is not None

    def who(self) -> str | None:
        """Return the bot's person id; None while it isn't known."""
        return self._me.id if self._me else None

    def meet_webex(self) -> BotIdentity:
        """Ask Webex who the bot is, and wait until it responds.

        Raises:
            SettingsError: Webex does not accept the token.
        """
        pause = 1.0
        while self._me is None:
            try:
                self._me = self.webex.whoami()
            except TokenRefused as refused:
                raise SettingsError(start_errors.why(refused)) from None
            except Trouble:
                log.warning("webex.not_reached", again_after=pause)
                if self._over.wait(pause):
                    raise
                pause = min(2 * pause, 30.0)
        return self._me

    def register(self, public_url: str, *, anew: bool = True) -> webhook_sync.Synced:
        """Register the webhooks for `public_url`."""
        secret = self.settings.webhook_secret.get_secret_value()
        return webhook_sync.sync(self.webex.webhooks, public_url, secret, anew=anew)

    def missed(self) -> None:
        """Ask for a look back soon, because notices may have been missed."""
        request_look_back(SingletonTasks(self.database))

    def examined(self) -> tuple[Finding, ...]:
        """Run the doctor, and store its findings."""
        from bot.process import doctor

        found = tuple(doctor.examine(self._as_it_is()))
        with suppress(sa.exc.SQLAlchemyError):  # the doctor reports that itself
            doctor_results.keep(self.database, found)
        return found

    def hooks(self) -> list[HookSeen] | Trouble:
        """Return the webhooks of the bot's token, as Webex has them."""
        from bot.process import doctor

        return doctor.hooks_seen(self._as_it_is())

    def _as_it_is(self) -> Settings:
        return self.settings.model_copy(update={"public_url": self.public_url})

    def close(self) -> None:
        """Close the database."""
        self._over.set()
        self.receiving.dispose()
        database.close(self.database)

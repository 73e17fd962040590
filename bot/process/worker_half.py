"""The worker half: answers the recorded notices."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.edges.conversation_log import ConversationLog
from bot.edges.delivery.event_calls import EventCalls
from bot.edges.durable.engine import Engine
from bot.edges.duty.calendar_refresh import CalendarRefresh
from bot.edges.metrics import MeasuringPerformer
from bot.edges.outbound_calls import OutboundCalls
from bot.edges.performer import Performer, Services
from bot.edges.sources.link_source import LinkSource
from bot.edges.storage import question_store
from bot.edges.storage.cleanup import Cleanup, Keep
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.inbox_watch import InboxWatch
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.web.door.door_watch import DoorWatch
from bot.edges.webex import webhook_sync
from bot.edges.webex.look_back import LookBack
from bot.edges.webex.token_health import TokenWatcher
from bot.edges.webex.webhook_watch import WebhookWatch
from bot.process import core_config, tracing
from bot.process.app import Bot, events_of
from bot.process.door_watching import watch_doors
from bot.process.duty_setup import refresh_of
from bot.process.services import broker_of, mailer_of, texter_of

TURN = 0.001
"""Seconds for which one thread may compute while another waits. With Python's five, a notice or a
link waits several times for conversations that are computing."""


@contextmanager
def working(bot: Bot, look: float = 0.1) -> Iterator[Engine]:
    """Handle recorded notices while the block runs, then finish the work in progress."""
    sys.setswitchinterval(TURN)
    engine = engine_of(bot, look)
    engine.start()
    besides: tuple[Cleanup | WebhookWatch | DoorWatch | CalendarRefresh, ...]
    besides = (_cleanup_of(bot), watch_of(bot, engine), *watch_doors(bot), refresh_of(bot))
    for each in besides:
        each.start()
    try:
        yield engine
    finally:
        for each in besides:
            each.stop()
        engine.stop()


@contextmanager
def serving(bot: Bot) -> Iterator[None]:
    """Handle recorded notices, and serve health checks if WORKER_PORT is set."""
    with working(bot) as engine, _serving_health(bot, engine):
        watch = InboxWatch(bot.receiving, engine.wake)
        watch.start()
        try:
            yield
        finally:
            watch.stop()


@contextmanager
def _serving_health(bot: Bot, engine: Engine) -> Iterator[None]:
    if bot.settings.worker_port is None:
        yield
        return
    from bot.process.web_half import serving_health  # noqa: PLC0415 - 10 MB, only with WORKER_PORT

    with serving_health(bot, bot.settings.worker_port, engine):
        yield


def engine_of(bot: Bot, look: float) -> Engine:
    """Return the engine that handles recorded notices; it waits for Webex.

    Args:
        bot: the bot.
        look: seconds between two checks for notices that other processes recorded.
    """
    bot.check_keys()
    me, settings = bot.meet_webex(), bot.settings
    source = broker_of(settings, bot.secrets.sub_of)
    installation = core_config.installation_of(settings, me.id, me.email)
    installation = replace(installation, source=source.capabilities)
    performer = MeasuringPerformer(Performer(_services_of(bot, source)))
    return Engine(
        bot.database,
        core_config.InstalledCore(installation, lambda: bot.doors_at),
        TokenWatcher(performer, bot.token_health),
        bot.inbox,
        bot.serializer,
        conversation_log=ConversationLog(tracing.traces_to(settings)),
        concurrency=settings.concurrency,
        look=look,
        serving=bot.token_health.restored,
    )


def _services_of(bot: Bot, source: LinkSource) -> Services:
    return Services(
        bot.webex,
        source,
        Ledger(bot.database),
        bot.store.schedule,
        mailer=mailer_of(bot.settings),
        texter=texter_of(bot.settings),
        doors=DoorKeys(bot.database, bot.secrets),
        desks=DeskStore(bot.database, bot.secrets),
        events=_event_calls_of(bot),
        examine=bot.examined,
        clock=bot.clock,
    )


def _event_calls_of(bot: Bot) -> EventCalls:
    store = events_of(bot, bot.database)
    store.endpoints.renew_encryption()
    return EventCalls(store, OutboundCalls(bot.settings.callable_networks))


def _cleanup_of(bot: Bot) -> Cleanup:
    given = bot.settings
    days = (given.answered_days, given.audit_days, given.forget_days)
    keep = Keep(*(timedelta(days=each) for each in days))
    return Cleanup(bot.database, bot.store.delete_finished, keep)


def watch_of(bot: Bot, engine: Engine) -> WebhookWatch:
    """Return what repairs webhooks and looks back for missed messages."""
    tasks, minutes = SingletonTasks(bot.database), bot.settings.look_back_minutes
    asked_about = partial(question_store.asked_about, bot.database)
    ours = (bot.webex.history, engine, bot.store.known, asked_about, tasks)
    look_back = LookBack(*ours, me=bot.meet_webex().id, longest=60.0 * minutes)

    def mend() -> webhook_sync.Synced:  # the public URL may have changed
        url = bot.public_url
        return bot.register(url, anew=False) if url else webhook_sync.Synced()

    return WebhookWatch(tasks, mend, look_back if minutes else None)

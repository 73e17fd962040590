"""The worker half: answers the recorded notices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from bot.edges.conversation_log import ConversationLog
from bot.edges.durable.cleanup import Cleanup, Keep
from bot.edges.durable.engine import Engine
from bot.edges.metrics import MeasuringPerformer
from bot.edges.performer import Performer
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.edges.webex import webhook_sync
from bot.edges.webex.look_back import LookBack
from bot.edges.webex.token_health import TokenWatcher
from bot.edges.webex.webhook_watch import WebhookWatch
from bot.process import core_config, tracing
from bot.process.app import Bot
from bot.process.services import broker_of, mailer_of, texter_of


@contextmanager
def working(bot: Bot, look: float = 0.1) -> Iterator[Engine]:
    """Serve what is recorded for as long as the block runs; then finish what is in hand."""
    engine = engine_of(bot, look)
    engine.start()
    besides = (_cleanup_of(bot), watch_of(bot, engine))
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
    """Serve what is recorded, and tell how that goes where the settings say."""
    with working(bot) as engine, _told_beside(bot, engine):
        yield


@contextmanager
def _told_beside(bot: Bot, engine: Engine) -> Iterator[None]:
    if bot.settings.worker_port is None:
        yield
        return
    from bot.process.web_half import told_beside  # noqa: PLC0415 - others do without 10 MB of a web server

    with told_beside(bot, bot.settings.worker_port, engine):
        yield


def engine_of(bot: Bot, look: float) -> Engine:
    """Return the engine that serves what is recorded; Webex has to be known.

    Args:
        bot: whose.
        look: seconds between two looks for notices that others took.
    """
    bot.check_keys()
    me, settings = bot.meet_webex(), bot.settings
    installation = core_config.installation_of(settings, me.id, me.email)
    edges = (bot.webex, broker_of(settings), Ledger(bot.database))
    ways = (mailer_of(settings), texter_of(settings))
    performer = Performer(*edges, *ways, schedule=bot.store.schedule, examine=bot.examined)
    return Engine(
        bot.database,
        core_config.InstalledCore(installation),
        TokenWatcher(MeasuringPerformer(performer), bot.standing),
        bot.inbox,
        bot.serializer,
        conversation_log=ConversationLog(tracing.traces_to(settings)),
        concurrency=settings.concurrency,
        look=look,
        serving=bot.standing.restored,
    )


def _cleanup_of(bot: Bot) -> Cleanup:
    given = bot.settings
    kept = min(given.keep_days, given.forget_days)  # people are in what a conversation goes by
    days = (kept, given.audit_days, given.forget_days)
    return Cleanup(bot.database, bot.store, Keep(*(timedelta(days=each) for each in days)))


def watch_of(bot: Bot, engine: Engine) -> WebhookWatch:
    """Return what keeps the webhooks alive, and looks back for `engine`."""
    tasks, minutes = SingletonTasks(bot.database), bot.settings.look_back_minutes
    ours = (bot.webex.history, engine, bot.store.known, tasks)
    look_back = LookBack(*ours, me=bot.meet_webex().id, longest=60.0 * minutes)

    def mend() -> webhook_sync.Synced:  # wherever the bot is by now
        url = bot.public_url
        return bot.register(url, anew=False) if url else webhook_sync.Synced()

    return WebhookWatch(tasks, mend, look_back if minutes else None)

"""Builds what keeps groups of experts as the file and their calendars say."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from bot.edges.duty.calendar_refresh import LARGEST, CalendarRefresh
from bot.edges.outbound_calls import OutboundCalls
from bot.edges.storage.calendar_store import CalendarStore
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.storage.singleton_tasks import SingletonTasks
from bot.process.app import Bot
from bot.settings.group_file import read_group_file


def refresh_of(bot: Bot) -> CalendarRefresh:
    """Return what reads the file of groups, and its calendars."""
    given = bot.settings
    file = Path(given.experts) if given.experts else None
    return CalendarRefresh(
        partial(read_group_file, file, given.time_zone) if file else None,
        GroupStore(bot.database),
        CalendarStore(bot.database),
        OutboundCalls(given.callable_networks, most=LARGEST),
        SingletonTasks(bot.database),
        clock=bot.clock,
    )

"""Counts the uses of quotas.

Several workers that count at the same moment can exceed a quota by a few uses.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.core.domain.limits import DAY, Quota
from bot.core.steps.quota_steps import UseQuotas
from bot.edges.storage.statements import insert
from bot.edges.storage.tables import quota_uses


def count(connection: sa.Connection, step: UseQuotas) -> tuple[str, ...]:
    """Count each use in all of its quotas, or in none; return why it wasn't counted, or ""."""
    old = quota_uses.c.at <= step.now - timedelta(seconds=DAY)
    connection.execute(quota_uses.delete().where(old))
    return tuple(
        _count_one(connection, quotas, f"{step.token} {place}", step.now)
        for place, quotas in enumerate(step.uses)
    )


def _count_one(
    connection: sa.Connection, quotas: tuple[Quota, ...], token: str, now: datetime
) -> str:
    for each in quotas:
        if not _has_room(connection, each, token, now):
            return each.trouble
    for each in quotas:
        insert(connection, quota_uses, {"key": each.key, "token": token, "at": now})
    return ""


def _has_room(connection: sa.Connection, quota: Quota, token: str, now: datetime) -> bool:
    recent = quota_uses.c.at > now - timedelta(seconds=quota.seconds)
    others = (quota_uses.c.key == quota.key, quota_uses.c.token != token, recent)
    counted = sa.select(sa.func.count()).select_from(quota_uses).where(*others)
    return (connection.scalar(counted) or 0) < quota.most

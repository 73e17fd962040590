"""What the engine knows of conversations by their names, and how work of the dead goes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from typing import NoReturn

import sqlalchemy as sa
import structlog

from bot.edges.durable.backlog import engines_table
from bot.edges.durable.checkpoints import OvertakenError
from bot.edges.durable.durability import DBOS
from bot.edges.durable.payloads import UNREADABLE, WHICH_KEY

log = structlog.get_logger()

_PUT_OFF = """
UPDATE {table} SET status = 'DELAYED', delay_until_epoch_ms = :later, owner_xid = NULL,
    started_at_epoch_ms = NULL, recovery_attempts = recovery_attempts - 1,
    queue_name = coalesce(queue_name, '_dbos_internal_queue')
WHERE workflow_uuid = :key AND status = 'PENDING' AND executor_id = :executor
"""
"""What the engine does itself where it takes something over, but later; and it counts as no
attempt, since what waits for a key may do so for days."""


def known(keys: Collection[str]) -> set[str]:
    """Return which of these names, at least one, conversations have, be they over or not."""
    found = DBOS.list_workflows(workflow_ids=[*keys], load_input=False, load_output=False)
    return {each.workflow_id for each in found}


async def ask_whose(key: str, executor: str) -> None:
    """Find out whether a conversation is still this process's.

    A process that was frozen may wake to a step that its successor has done.

    Raises:
        OvertakenError: it is not.
    """
    status = await DBOS.get_workflow_status_async(key)
    if status is None or (status.status, status.executor_id) != ("PENDING", executor):
        raise OvertakenError


async def leave_unread(database: sa.Engine, key: str, executor: str) -> NoReturn:
    """Leave a conversation to a process that has its key, and let the engine record no end of it.

    Args:
        database: of the engine.
        key: names the conversation.
        executor: this process's name.
    """
    log.error("conversation.unreadable", conversation=key, advice=WHICH_KEY)
    while not await asyncio.to_thread(_put_off, database, key, executor):
        await asyncio.sleep(1.0)
    raise asyncio.CancelledError


def _put_off(database: sa.Engine, key: str, executor: str) -> bool:
    """Have the engine put it into its queue later; return whether the database could be told."""
    given = {"key": key, "executor": executor, "later": int(1000 * (time.time() + UNREADABLE))}
    try:
        with database.begin() as connection:
            put_off = sa.text(_PUT_OFF.format(table=engines_table(connection)))
            connection.execute(put_off, given)
    except sa.exc.SQLAlchemyError:
        return False
    return True


def take_over(executor: str) -> None:
    """Put the work of a process that died back into the queue.

    The engine's own recovery, of which only the name is private: unlike resume_workflows it moves
    nothing that somebody else has taken over meanwhile, and it counts the attempts, so that a
    conversation that kills its process is given up in the end.
    """
    DBOS._recover_pending_workflows([executor])  # noqa: SLF001 - DBOS has no public way

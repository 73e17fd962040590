"""What the engine knows of conversations by their names, and how work of the dead goes on."""

from __future__ import annotations

from collections.abc import Collection

from bot.edges.durable.checkpoints import OvertakenError
from bot.edges.durable.durability import DBOS


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


def take_over(executor: str) -> None:
    """Put the work of a process that died back into the queue.

    The engine's own recovery, of which only the name is private: unlike resume_workflows it moves
    nothing that somebody else has taken over meanwhile, and it counts the attempts, so that a
    conversation that kills its process is given up in the end.
    """
    DBOS._recover_pending_workflows([executor])  # noqa: SLF001

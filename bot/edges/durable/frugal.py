"""How DBOS is set up, and where, on SQLite, it does more than this bot needs.

It has no settings for the latter, so private names of the pinned version are used here, and one in
`engine.py`; `tests/engine/test_frugal.py` fails where another version has none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import sqlalchemy as sa

from bot.edges.durable.durability import (
    DBOS,
    SCHEMA_PLACEHOLDER,
    DBOSConfig,
    SystemDatabase,
    _workflow_commands,
)
from bot.edges.storage.prepared import Prepared

Values = dict[str, Any]


APPLICATION = "instant-connect-bot"

THREADS = 32
"""Of the engine, for its trips to the database; it would start any number."""


def config(database: sa.Engine, executor: str, version: str) -> DBOSConfig:
    """Return how DBOS is set up.

    Args:
        database: where it keeps what it records.
        executor: this process's own name.
        version: of the conversations' order of steps.
    """
    return {
        "name": APPLICATION,
        "system_database_url": database.url.render_as_string(hide_password=False),
        "system_database_engine": database,
        "application_version": version,
        "executor_id": executor,
        "max_executor_threads": THREADS,
        "scheduler_polling_interval_sec": 3600.0,  # there are none
        "enable_otlp": False,
        "log_level": "CRITICAL",  # what matters is logged here, without what it was called with
    }


def look_less_often(dbos: DBOS, seconds: float) -> None:
    """Let DBOS look for its own work every `seconds`, not every second: call it before a start.

    Two of its threads look for queues of its own, for delays and for deadlines, of which the bot
    uses none but the one in which work is that was taken over.
    """
    _workflow_commands._BACKGROUND_JOBS_INTERVAL_SEC = seconds  # noqa: SLF001 - see above
    dbos._registry.get_internal_queue()._polling_interval_sec = seconds  # noqa: SLF001 - see above


def hear_nothing() -> None:
    """Let DBOS tell and hear of no messages between conversations: call it before a start.

    There are none. Its listener looks for some once a second, for which each end would have to
    wait; on PostgreSQL it keeps a connection, beside a thread that tells, a hundred times a second.
    """
    for thread in ("run_notification_listener", "run_notifier"):
        setattr(SystemDatabase, thread, lambda _: None)


def look_for_nothing(dbos: DBOS) -> None:
    """Let DBOS find no queues and no schedules that somebody made: call it after a start.

    Nobody makes any; it asks its database for the former once a second, whatever its settings say.
    """
    system = dbos._sys_db  # noqa: SLF001 - see above
    vars(system)["list_queues"] = vars(system)["list_schedules"] = lambda **_: []


def keep_statements(dbos: DBOS, lax: sa.Engine) -> None:
    """Let DBOS build and compile each of its statements once: call it after a start.

    It does so on PostgreSQL alone, by the same key; building them takes a millisecond and a half
    of each conversation, and to have SQLAlchemy look for the name of a schema in them as much
    as running them. An end that a power failure undoes is come to again, by what is recorded.

    Args:
        dbos: started.
        lax: connections whose commits need not be on the disk.
    """
    system = dbos._sys_db  # noqa: SLF001 - see above
    if not system._is_sqlite:  # noqa: SLF001 - see above
        return
    schema = {SCHEMA_PLACEHOLDER: system.schema}
    built: dict[tuple[str, ...], Prepared] = {}

    def execute(
        connection: sa.Connection,
        name: str,
        values: Values,
        build: Callable[[], Any],
        *,
        insert_columns: bool = True,
    ) -> Any:
        key = (name, *values)
        if key not in built:
            columns = list(values) if insert_columns else None
            built[key] = Prepared.of(build(), system.engine.dialect, columns, schema)
        return built[key].execute(connection, values)

    kept = {"_execute_prepared": execute, _END: partial(_end, system, lax, execute)}
    vars(system).update(kept)


_END = "_update_workflow_outcome_in_transaction"


def _end(
    system: SystemDatabase,
    lax: sa.Engine,
    execute: Callable[..., Any],
    workflow_id: str,
    status: str,
    *,
    output: str | None,
    error: str | None,
    owner_xid: str | None,
) -> bool:
    """Record a conversation's end as DBOS does, and return whether it was still ours.

    What came of it goes where DBOS kept it before it had a table of its own for that, and where it
    reads it still: so that an end is one statement.
    """
    owner = {} if owner_xid is None else {"owner": owner_xid}
    came = {"status_": status, "output_": output, "error_": error}
    mine: Values = {"id": workflow_id} | came | owner
    with lax.begin() as connection:
        ended = execute(connection, "end", mine, partial(_ending, system, *mine))
        return bool(ended.rowcount)


def _ending(system: SystemDatabase, *given: str) -> sa.Update:
    table, now = system.tables.workflow_status, system._now_ms_sql()  # noqa: SLF001 - see above
    over = {"deduplication_id": None, "owner_xid": None, "updated_at": now, "completed_at": now}
    came: Values = {each: sa.bindparam(f"{each}_") for each in ("status", "output", "error")}
    ending = sa.update(table).values(came | over)
    found = ending.where(table.c.workflow_uuid == sa.bindparam("id"), table.c.status == "PENDING")
    return found.where(table.c.owner_xid == sa.bindparam("owner")) if "owner" in given else found

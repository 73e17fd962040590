"""The private names of DBOS that the bot leans on are there, and mean what they meant."""

# ruff: noqa: SLF001 - these names are private, and that is what is tested
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from inspect import getsource as source_of
from inspect import signature
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from dbos import DBOS, _queue, _scheduler, _workflow_commands
from dbos._queue import Queue
from dbos._sys_db import SystemDatabase

from bot.edges.durable import frugal
from bot.edges.storage import database


class _System:
    """As much of the engine's database as is needed to count what it builds."""

    _is_sqlite = True


class _Engine:
    _sys_db = _System()


class _Connection:
    def execute(self, statement: str, values: dict[str, int]) -> tuple[str, dict[str, int]]:
        return statement, values


def test_the_engine_has_what_is_made_cheaper() -> None:
    assert _workflow_commands._BACKGROUND_JOBS_INTERVAL_SEC > 0
    assert "self._polling_interval_sec" in source_of(Queue.__init__)
    assert callable(DBOS._recover_pending_workflows)
    given = list(signature(SystemDatabase._execute_prepared).parameters)
    assert given == ["self", "conn", "name", "values", "build", "insert_columns"]
    for asked in (_queue.queue_thread, _scheduler.dynamic_scheduler_loop):
        assert re.search(
            r"_sys_db\.list_(queues|schedules)\(\s+application_name=", source_of(asked)
        )
    assert {"run_notification_listener", "run_notifier"} <= {*_threads_of(DBOS._launch)}
    assert "key = (name, tuple(values))" in source_of(SystemDatabase._execute_prepared)


def _threads_of(started: Callable[..., Any]) -> list[str]:
    return re.findall(r"target=self\._sys_db\.(\w+),", source_of(started))


def test_an_insertion_is_built_once_for_each_set_of_columns() -> None:
    built: list[str] = []

    def build() -> str:
        built.append("statement")
        return f"statement {len(built)}"

    engine = _Engine()
    frugal.keep_statements(engine)
    execute = engine._sys_db._execute_prepared
    answers = [execute(_Connection(), "insert", each, build) for each in ({"a": 1}, {"a": 2})]
    assert answers == [("statement 1", {"a": 1}), ("statement 1", {"a": 2})]
    execute(_Connection(), "insert", {"a": 1, "b": 2}, build)
    execute(_Connection(), "other", {"a": 1}, build)
    assert len(built) == 3


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SystemDatabase]:
    """Yield the engine's database, as it works on SQLite."""
    url = f"sqlite:///{tmp_path_factory.mktemp('engine') / 'bot.sqlite'}"
    given = {"engine": database.connect(url), "schema": None, "serializer": None}
    system = SystemDatabase.create(url, {}, **given, executor_id="me")
    system.run_migrations()
    yield system
    system.destroy()


def _heard(system: SystemDatabase, do: Callable[[], Any]) -> list[tuple[Any, ...]]:
    """Return what the database is told meanwhile: each statement with its values, and the end."""
    heard: list[tuple[Any, ...]] = []
    _begin(system)

    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        heard.append((statement, values))

    sa.event.listen(system.engine, "before_cursor_execute", hear)
    try:
        return [do(), *heard]
    finally:
        sa.event.remove(system.engine, "before_cursor_execute", hear)


def _begin(system: SystemDatabase) -> None:
    with system.engine.begin() as connection:
        connection.execute(sa.delete(system.tables.workflow_status))
        row = {"workflow_uuid": "one", "status": "PENDING", "owner_xid": "mine"}
        connection.execute(sa.insert(system.tables.workflow_status).values(**row, name="talk"))


@pytest.mark.parametrize("owner", [None, "mine", "another's"])
@pytest.mark.parametrize("came", [("SUCCESS", "well", None), ("ERROR", None, "badly")])
def test_an_end_is_recorded_by_the_statements_of_the_engine(
    system: SystemDatabase, owner: str | None, came: tuple[str, str | None, str | None]
) -> None:
    status, output, error = came
    told = {"output": output, "error": error, "owner_xid": owner}
    ends = [each._update_workflow_outcome_in_transaction for each in (system, _frugal(system))]
    theirs, ours = (_heard(system, partial(end, "one", status, **told)) for end in ends)
    assert ours == theirs
    assert theirs[0] == (owner != "another's")
    assert len(theirs) == 1 + (2 if theirs[0] else 1)


def _frugal(system: SystemDatabase) -> Any:
    kept = SimpleNamespace(**vars(system))
    kept.tables, kept.dialect = system.tables, system.dialect
    kept._now_ms_sql = system._now_ms_sql
    frugal.keep_statements(SimpleNamespace(_sys_db=kept))
    return kept

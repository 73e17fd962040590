"""The private names of DBOS that the bot leans on are there, and mean what they meant."""

# ruff: noqa: SLF001 - these names are private, and that is what is tested
from __future__ import annotations

import re
from inspect import getsource as source_of
from inspect import signature

from dbos import DBOS, _queue, _scheduler, _workflow_commands
from dbos._queue import Queue
from dbos._sys_db import SystemDatabase

from bot.edges.durable import frugal


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
    assert "key = (name, tuple(values))" in source_of(SystemDatabase._execute_prepared)


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

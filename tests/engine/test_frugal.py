"""The private names of DBOS that the bot leans on are there, and mean what they meant."""

# ruff: noqa: SLF001 - these names are private, and that is what is tested
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from inspect import getsource as source_of
from inspect import signature
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from dbos import DBOS, _queue, _scheduler, _workflow_commands
from dbos._queue import Queue
from dbos._sys_db import SystemDatabase

from bot.edges.durable import frugal
from bot.edges.storage import database
from tests.engine.databases import begun, wait_until
from tests.engine.test_engine import Mark, Service, engine, notice


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


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SystemDatabase]:
    """Yield the engine's database, as it works on SQLite."""
    url = f"sqlite:///{tmp_path_factory.mktemp('engine') / 'bot.sqlite'}"
    given = {"engine": database.connect(url), "schema": None, "serializer": None}
    system = SystemDatabase.create(url, {}, **given, executor_id="me")
    system.run_migrations()
    yield system
    system.destroy()


def _kept(system: SystemDatabase, execute: Callable[..., Any], **values: Any) -> dict[str, Any]:
    """Return the row that an insertion leaves."""
    table, built = system.tables.workflow_status, list[int]()

    def build() -> Any:
        built.append(1)
        return sa.insert(table).returning(table.c.name)

    with system.engine.begin() as connection:
        connection.execute(sa.delete(table))
        name = execute(connection, "insert", values, build).fetchone()._mapping["name"]
        row = dict(connection.execute(sa.select(table)).mappings().one())
    assert name == values["name"]
    return {key: value for key, value in row.items() if key not in ("created_at", "updated_at")} | {
        "built": len(built)
    }


def test_an_insertion_is_built_once_for_each_set_of_columns(system: SystemDatabase) -> None:
    ours = _frugal(system)._execute_prepared
    given: dict[str, Any] = {"workflow_uuid": "one", "status": "PENDING", "name": "talk"}
    more = given | {"attributes": None, "priority": 3, "queue_name": None, "is_debounced": False}
    for values, built in ((given, 1), (more, 1), (given | {"name": "other"}, 0)):
        theirs = _kept(system, system._execute_prepared, **values)
        assert _kept(system, ours, **values) == theirs | {"built": built}


def _begin(system: SystemDatabase) -> None:
    with system.engine.begin() as connection:
        connection.execute(sa.delete(system.tables.workflow_status))
        connection.execute(sa.delete(system.tables.workflow_output))
        row = {"workflow_uuid": "one", "status": "PENDING", "owner_xid": "mine"}
        connection.execute(sa.insert(system.tables.workflow_status).values(**row, name="talk"))


def _ended(system: SystemDatabase, end: Callable[..., bool], **told: Any) -> list[Any]:
    """Return what an end says, and what the engine reads of it afterwards."""
    _begin(system)
    answer = end("one", **told)
    with system.engine.connect() as connection:
        row = dict(connection.execute(sa.select(system.tables.workflow_status)).mappings().one())
    apart = {"output", "error"}  # they are read below
    told = {key: value for key, value in row.items() if key not in apart and key[-3:] != "_at"}
    return [answer, told, row["completed_at"] is None, system._read_workflow_result_row("one")]


@pytest.mark.parametrize("owner", [None, "mine", "another's"])
@pytest.mark.parametrize("came", [("SUCCESS", "well", None), ("ERROR", None, "badly")])
def test_an_end_is_read_as_the_engine_records_it(
    system: SystemDatabase, owner: str | None, came: tuple[str, str | None, str | None]
) -> None:
    told = dict(zip(("status", "output", "error"), came, strict=True)) | {"owner_xid": owner}
    ends = [each._update_workflow_outcome_in_transaction for each in (system, _frugal(system))]
    theirs, ours = (_ended(system, end, **told) for end in ends)
    assert ours == theirs
    assert theirs[0] == (owner != "another's")


def test_an_end_is_one_statement(system: SystemDatabase) -> None:
    heard: list[str] = []
    _begin(system)
    sa.event.listen(system.engine, "before_cursor_execute", lambda *told: heard.append(told[2]))
    end = _frugal(system)._update_workflow_outcome_in_transaction
    assert end("one", status="SUCCESS", output="well", error=None, owner_xid="mine")
    assert len(heard) == 1


def test_only_an_end_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    heard: list[list[str]] = []
    lax = database.connect(begun(tmp_path / "bot.sqlite"))
    sa.event.listen(lax, "before_cursor_execute", lambda *told: heard.append(told[2].split()[:2]))
    service = Service(quick=lambda: None)
    with engine(tmp_path, lambda _: (each for each in [Mark("quick")]), service, lax=lax) as one:
        one.accept(notice(1))
        wait_until(lambda: heard)
    lax.dispose()
    assert heard == [["UPDATE", "main.workflow_status"]]


def _frugal(system: SystemDatabase) -> Any:
    kept = SimpleNamespace(**vars(system))
    kept.tables, kept.dialect = system.tables, system.dialect
    kept._now_ms_sql = system._now_ms_sql
    frugal.keep_statements(SimpleNamespace(_sys_db=kept), system.engine)
    return kept

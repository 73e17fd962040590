"""A start migrates every older database, in one process at a time."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.edges.storage import database, door_tables, migrations
from bot.edges.storage.tables import courtesies, tables
from tests.edges.remembered import on_both

SCRIPTS = ScriptDirectory(migrations.__path__[0])
assert door_tables.doors.metadata is tables
REVISIONS = [each.revision for each in SCRIPTS.walk_revisions()]


def differences(connected: sa.Engine) -> list[object]:
    with connected.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, tables))


@on_both
def test_an_empty_database_becomes_what_the_tables_say(empty: sa.Engine) -> None:
    database.prepare(empty)
    assert differences(empty) == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_database_of_each_older_revision_becomes_the_same(
    empty: sa.Engine, revision: str
) -> None:
    with empty.begin() as connection:
        migrations.upgrade(connection, revision)
    database.prepare(empty)
    assert differences(empty) == []


def before_migrations(connected: sa.Engine) -> None:
    """Make what the bot made before it had migrations, with one courtesy noted."""
    made = sa.MetaData()
    sa.Table(
        "leases",
        made,
        sa.Column("executor", sa.String(80), primary_key=True),
        sa.Column("place", sa.String(255), nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("until", sa.Double, nullable=False),
    )
    noted = sa.Table(
        "courtesies",
        made,
        sa.Column("key", sa.String(512), primary_key=True),
        sa.Column("at", sa.Float, nullable=False),
    )
    with connected.begin() as connection:
        made.create_all(connection)
        connection.execute(noted.insert().values(key="stranger", at=1.0))


def test_a_database_from_before_the_migrations_is_taken_over_with_what_it_holds(
    empty: sa.Engine,
) -> None:
    before_migrations(empty)
    database.prepare(empty)
    assert differences(empty) == []
    with empty.connect() as connection:
        assert connection.execute(sa.select(courtesies.c.key)).scalars().all() == ["stranger"]


def with_a_step_of(connected: sa.Engine, seconds_ago: float) -> None:
    """Leave a recorded step of the last version with an engine of its own."""
    with connected.begin() as connection:
        migrations.upgrade(connection, "0010")
        checkpoints = sa.Table("checkpoints", sa.MetaData(), autoload_with=connection)
        step = {"conversation": "c", "step": 1, "kind": "Say", "answer": "{}"}
        connection.execute(checkpoints.insert().values(step | {"at": time.time() - seconds_ago}))


@on_both
def test_a_start_waits_for_unfinished_conversations_of_the_former_engine(empty: sa.Engine) -> None:
    with_a_step_of(empty, seconds_ago=60)
    with pytest.raises(migrations.StillInHandError, match="1 unfinished conversation"):
        database.prepare(empty)
    with empty.connect() as connection:
        assert migrations.state(connection) == "older"


@on_both
def test_conversations_that_the_former_engine_gave_up_block_no_start(empty: sa.Engine) -> None:
    with_a_step_of(empty, seconds_ago=2 * 3600)
    database.prepare(empty)
    assert differences(empty) == []


def test_the_newest_revision_is_known_without_alembic() -> None:
    assert migrations.newest() == SCRIPTS.get_current_head()


def test_a_second_start_changes_nothing(prepared: sa.Engine) -> None:
    database.prepare(prepared)
    assert differences(prepared) == []


def test_many_processes_may_start_at_once(url: str) -> None:
    def start() -> None:
        connected = database.connect(url)
        database.prepare(connected)
        connected.dispose()

    with ThreadPoolExecutor(8) as pool:
        for started in [pool.submit(start) for _ in range(8)]:
            started.result()
    connected = database.connect(url)
    assert differences(connected) == []
    connected.dispose()


def test_a_database_of_a_newer_bot_is_refused_in_words(prepared: sa.Engine) -> None:
    with prepared.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(migrations.NewerDatabaseError, match="newer version of the bot"):
        database.prepare(prepared)


def test_a_failed_migration_leaves_nothing_half_done(empty: sa.Engine) -> None:
    with empty.begin() as connection:
        connection.execute(sa.text("CREATE TABLE usual (owner VARCHAR)"))
    with pytest.raises(sa.exc.DBAPIError):
        database.prepare(empty)
    assert sa.inspect(empty).get_table_names() == ["usual"]

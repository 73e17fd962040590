"""A backup of a running bot is whole, and what is restored from it sends nothing a second time."""

from __future__ import annotations

import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner
from dbos import DBOS
from pydantic import SecretStr

from bot.command_line import bot
from bot.edges.durable.inbox import Inbox
from bot.edges.storage.backups import BackupError
from bot.process import backup_tasks
from bot.process.app import Bot
from bot.process.web_half import receiving_for
from bot.process.worker_half import watch_of, working
from bot.sandbox.page.post_office import open_post_office
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.faults import ServerError
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings
from tests import readme
from tests.engine.databases import begun, connected, wait_until
from tests.engine.scripted import PLAIN, notice


class Installation:
    """A bot with a sandbox around it, which can be stopped and started again.

    Args:
        folder: of the database.
        world: the sandbox's.
        address: of the sandbox.
        mail_port: of its mail server.
    """

    def __init__(self, folder: Path, world: World, address: str, mail_port: int) -> None:
        self.world, self.folder, self.file = world, folder, folder / "bot.sqlite"
        self.settings = Settings(
            _env_file=None,
            webex_access_token="sandbox-token-bot",
            webhook_secret="a-secret-of-the-webhooks",
            bot_allowed="example.com",
            webex_api_url=f"{address}/v1/",
            broker_url=address,
            link_base=address,
            smtp_url=f"smtp+plain://127.0.0.1:{mail_port}",
            mail_from="bot@example.com",
            database_url=begun(self.file),
            port=0,
        )

    def uses(self, database_url: str) -> None:
        """Use another database from the next start on."""
        given = {"database_url": SecretStr(database_url)}
        self.settings = self.settings.model_copy(update=given)

    @contextmanager
    def running(self) -> Iterator[Bot]:
        """Run it, and look back for missed messages at the start and at the end."""
        bot = Bot(self.settings, clock=lambda: self.world.clock().timestamp())
        with working(bot) as engine, receiving_for(bot, engine) as address:
            bot.register(address)
            watch_of(bot, engine).check()
            yield bot
            watch_of(bot, engine).check()  # its looks overlap
        bot.close()

    def wait_until_idle(self) -> None:
        """Wait until everything is finished, also what a process left that died."""
        wait_until(lambda: not DBOS.list_workflows(status=["PENDING", "ENQUEUED"]), 90)

    def say(self, text: str) -> None:
        """Have Erin say something in her direct space with the bot."""
        erin, bot = self.world.named("Erin Expert"), self.world.named("Connect Bot")
        self.world.say(erin, self.world.direct(erin, bot), text)

    def told(self, words: str) -> int:
        """Return how many messages of the bot have these words."""
        bot, messages = self.world.named("Connect Bot").id, list(self.world.messages.values())
        return sum(words in each.text for each in messages if each.author_id == bot)

    def mails(self, email: str) -> int:
        """Return how many mails an address got."""
        return len(self.world.mails_of(email))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Installation]:
    world = small_world()
    with open_town(world) as address, open_post_office(world) as mail_port:
        yield Installation(tmp_path, world, address, mail_port)


def test_nothing_is_sent_twice_after_a_restore_and_what_was_planned_is_there(
    house: Installation,
) -> None:
    backup = house.folder / "backup.sqlite"
    with house.running():
        house.say("meet early@x.com in 2 hours about the early one")
        wait_until(lambda: house.mails("early@x.com") == 1)
        house.world.faults = [ServerError(times=None, path="/smtp")]
        house.say("meet waits@x.com about the one in between")
        wait_until(lambda: house.told("the one in between") > 0)
        assert house.mails("waits@x.com") == 0
        backup_tasks.back_up(house.settings, backup)
        house.world.faults = []
        wait_until(lambda: house.mails("waits@x.com") == 1)
        house.say("meet late@x.com about the late one")
        wait_until(lambda: house.mails("late@x.com") == 1)
    done = backup_tasks.restore(house.settings, backup)
    assert done.cancelled >= 1
    assert done.replaced
    assert done.replaced.is_file()
    with house.running() as bot:
        house.say("status of the early one")
        wait_until(lambda: house.told("early@x.com") > 0)
        house.say("meet new@x.com")
        wait_until(lambda: house.mails("new@x.com") == 1)
        house.world.clock.advance(timedelta(hours=1, minutes=55))
        bot.store.advance()
        wait_until(lambda: house.mails("early@x.com") == 2)  # the reminder
        house.wait_until_idle()
    mailed = [house.mails(f"{who}@x.com") for who in ("early", "waits", "late")]
    assert mailed == [2, 1, 1]


def test_a_notice_that_waited_at_the_backup_is_not_served_after_a_restore(
    house: Installation,
) -> None:
    backup = house.folder / "backup.sqlite"
    with connected(begun(house.file)) as database:
        Inbox(database, PLAIN).accept(notice(1))
    backup_tasks.back_up(house.settings, backup)
    assert backup_tasks.restore(house.settings, backup).cancelled == 1
    with closing(sqlite3.connect(house.file)) as connection:
        assert connection.execute("SELECT count(*) FROM inbox").fetchall() == [(0,)]


def test_nothing_is_left_after_uninstalling_as_the_docs_say(
    house: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = (readme.DOCS / "backup-and-upgrade.md").read_text().partition("## Uninstall\n")[2]
    [words] = re.findall(r"`python -m bot ([a-z ]+)`", section)
    [files] = re.findall(r"`(bot\S+)`", section)
    with house.running():
        house.say("meet early@x.com")
        wait_until(lambda: house.mails("early@x.com") == 1)
    mine = house.world.named("Connect Bot").id
    assert [each for each in house.world.webhooks.values() if each.owner_id == mine]
    address = next(iter(house.world.webhooks.values())).target_url.removesuffix("/webex")
    monkeypatch.setenv("WEBEX_ACCESS_TOKEN", house.settings.webex_access_token.get_secret_value())
    monkeypatch.setenv("WEBHOOK_SECRET", "a-secret-of-the-webhooks")
    monkeypatch.setenv("BOT_ALLOWED", "example.com")
    monkeypatch.setenv("WEBEX_API_URL", house.settings.webex_api_url)
    monkeypatch.setenv("PUBLIC_URL", address)
    monkeypatch.chdir(house.folder)
    assert CliRunner().invoke(bot, words.split()).output.startswith("Webhooks: 3 removed")
    assert [each for each in house.world.webhooks.values() if each.owner_id == mine] == []
    for each in house.folder.glob(files):
        each.unlink()
    assert list(house.folder.iterdir()) == []
    structlog.reset_defaults()


def test_a_backup_is_one_file_for_its_owner_alone(house: Installation) -> None:
    backup = house.folder / "backup.sqlite"
    with house.running():
        house.say("meet early@x.com about the early one")
        wait_until(lambda: house.mails("early@x.com") == 1)
        backup_tasks.back_up(house.settings, backup)
        assert sorted(each.name for each in house.folder.glob("backup*")) == ["backup.sqlite"]
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT subject FROM meetings").fetchall() == [("the early one",)]


def test_the_commands_say_what_they_did_and_which_key_to_keep(
    house: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{house.file}")
    monkeypatch.chdir(house.folder)
    with house.running():
        said = CliRunner().invoke(bot, ["backup", "b.sqlite"])
        assert said.output == (
            "Saved to b.sqlite, which only you can read.\nIt doesn't contain the encryption key."
            f" Keep {house.file}.key too, in another place.\n"
        )
        refused = CliRunner().invoke(bot, ["restore", "b.sqlite"])
        assert (refused.exit_code, refused.stderr) == (
            1,
            f"Error: {house.file} is in use. Stop the bot first.\n",
        )
    nameless = CliRunner().invoke(bot, ["restore"])
    assert "Missing argument 'FILE'" in nameless.stderr
    restored = CliRunner().invoke(bot, ["restore", "b.sqlite"])
    assert restored.exit_code == 0
    assert "The database is restored from b.sqlite. The one that it replaces is now" in (
        restored.output
    )
    structlog.reset_defaults()


def test_a_database_in_use_is_not_replaced(house: Installation) -> None:
    backup = house.folder / "backup.sqlite"
    backup_tasks.back_up(house.settings, backup)
    before = house.file.read_bytes()
    with house.running():
        with pytest.raises(BackupError, match=r"is in use\. Stop the bot first"):
            backup_tasks.restore(house.settings, backup)
        house.say("meet early@x.com")
        wait_until(lambda: house.mails("early@x.com") == 1)
    assert len(house.file.read_bytes()) >= len(before)
    assert not list(house.folder.glob("*.restoring*"))


def test_a_file_that_is_not_a_backup_replaces_nothing(house: Installation) -> None:
    for content in (b"", b"not a database", b"SQLite format 3\0" + b"x" * 5000):
        wrong = house.folder / "wrong"
        wrong.write_bytes(content)
        with pytest.raises(BackupError, match="isn't a backup"):
            backup_tasks.restore(house.settings, wrong)
    with pytest.raises(BackupError, match="There is no backup"):
        backup_tasks.restore(house.settings, house.folder / "nowhere")
    backup_tasks.back_up(house.settings, house.folder / "good")


def test_a_backup_overwrites_no_file(house: Installation) -> None:
    there = house.folder / "there"
    there.write_text("something else")
    with pytest.raises(BackupError, match="exists"):
        backup_tasks.back_up(house.settings, there)
    assert there.read_text() == "something else"
    with pytest.raises(BackupError, match="exists"):
        backup_tasks.back_up(house.settings, house.file)


def test_a_restore_recreates_a_lost_database(house: Installation) -> None:
    backup = house.folder / "backup.sqlite"
    backup_tasks.back_up(house.settings, backup)
    house.file.unlink()
    assert backup_tasks.restore(house.settings, backup).replaced is None
    assert stat.S_IMODE(house.file.stat().st_mode) == 0o600


def test_postgresql_is_left_to_its_own_tools(house: Installation) -> None:
    house.uses("postgresql://bot:pw@127.0.0.1:1/bot")
    for command in (backup_tasks.back_up, backup_tasks.restore):
        with pytest.raises(BackupError, match="pg_dump"):
            command(house.settings, house.folder / "backup")

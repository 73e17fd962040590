"""The bot in processes of its own, which the tests kill, freeze and start again."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.bench.notices import deliver_at_once
from tests.bench.processes import Process
from tests.engine.town import Town

ADDRESS = r"http://127\.0\.0\.1:\d+"


class BotProcess(Process):
    """One process of the bot; `address` is where it takes notices, if it does."""

    address = ""

    def die(self) -> None:
        """Kill it so that it cannot do anything about it."""
        self.send(signal.SIGKILL)
        self.wait()

    def send(self, what: signal.Signals) -> None:
        """Send a signal to it."""
        self._process.send_signal(what)

    def leave(self) -> int:
        """Ask it to leave, wait until it has left, and return its exit status."""
        self.send(signal.SIGTERM)
        return self._process.wait(30)


class Installation:
    """Bots over one database, for one town.

    Args:
        town: that they live in.
        database: their URL of it.
        folder: for what they say.
    """

    def __init__(self, town: Town, database: str, folder: Path) -> None:
        self.town, self.database, self._folder = town, database, folder
        self._processes = ExitStack()

    def run(self, **settings: str) -> BotProcess:
        """Start web and worker in one process."""
        return self._receiving("run", f"(?<=listens on ){ADDRESS}", **settings)

    def web(self, **settings: str) -> BotProcess:
        """Start what records notices."""
        return self._receiving("web", f"(?<=listens at ){ADDRESS}", **settings)

    def worker(self, module: str = "bot", **settings: str) -> BotProcess:
        """Start what serves notices; `module` may be another version of the bot."""
        worker = self._start("worker", module, **settings)
        worker.said("worker is running")
        return worker

    def close(self) -> None:
        """Stop whatever still runs."""
        self._processes.close()

    def _receiving(self, command: str, says: str, **settings: str) -> BotProcess:
        bot = self._start(command, **settings)
        bot.address = bot.said(says)
        return bot

    def _start(self, command: str, module: str = "bot", **settings: str) -> BotProcess:
        given = self.town.settings(self.database, **settings)
        bot = BotProcess(["-m", module, command], self._folder, **given)
        self._processes.callback(_end, bot)
        return bot


def _end(bot: BotProcess) -> None:
    bot.send(signal.SIGKILL)
    bot.wait()


@contextmanager
def installed(town: Town, database: str, folder: Path) -> Iterator[Installation]:
    """Yield an installation, and stop its bots in the end."""
    installation = Installation(town, database, folder)
    try:
        yield installation
    finally:
        installation.close()


def deliver(address: str, *notices: dict[str, Any]) -> list[int]:
    """Send all `notices` at once and return the statuses of the answers."""
    return [each.status for each in asyncio.run(deliver_at_once(address, list(notices)))]

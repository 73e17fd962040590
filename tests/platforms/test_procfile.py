"""The Procfile's processes, run by honcho as a platform runs them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex import socket_devices
from bot.sandbox.webex.world import World, small_world
from tests.engine.conftest import databases, postgres_server
from tests.engine.databases import wait_until

__all__ = ["databases", "postgres_server"]  # fixtures

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
GUESTS = 6
PATIENCE = 60.0  # seconds


class Platform:
    """A platform with our Procfile on it.

    Args:
        world: the Webex that it reaches.
        address: of that.
        database: its URL.
        folder: where the processes run.
        intake: how notices come.
    """

    def __init__(
        self, world: World, address: str, database: str, folder: Path, intake: str
    ) -> None:
        self.world, self._folder = world, folder
        self.port = _free_port()
        self.log = folder / "log"
        given = (ROOT / "Procfile").read_text()
        # A platform's machines are behind its router; this one is not.
        (folder / "Procfile").write_text(given.replace("0.0.0.0", "127.0.0.1"))  # noqa: S104 - looks for it, to listen on loopback instead
        self._environment = {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "WEBEX_ACCESS_TOKEN": "sandbox-token-bot",
            "WEBHOOK_SECRET": "a-secret-of-the-webhooks",
            "BOT_ALLOWED": "example.com",
            "WEBEX_API_URL": f"{address}/v1/",
            "CATALOG_URL": f"{address}{socket_devices.CATALOG}",
            "INTAKE": intake,
            "BROKER_URL": address,
            "LINK_BASE": address,
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "DATABASE_URL": database,
        }

    def release(self) -> subprocess.CompletedProcess[str]:
        """Do what is to be done once at each release."""
        lines = (self._folder / "Procfile").read_text().splitlines()
        line = next(each for each in lines if each.startswith("release: "))
        return subprocess.run(
            ["sh", "-c", line.removeprefix("release: ")],
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    @contextmanager
    def started(self, workers: int) -> Iterator[subprocess.Popen[bytes]]:
        """Run one web half and so many workers for as long as the block runs."""
        concurrency, port = f"web=1,worker={workers}", str(self.port)
        words = ["start", "--no-colour", "-c", concurrency, "-p", port, "web", "worker"]
        with self.log.open("wb") as log:
            honcho = subprocess.Popen(
                [sys.executable, "-m", "honcho", *words],
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_until(lambda: self._ready(workers), PATIENCE)
            yield honcho
        finally:
            honcho.send_signal(signal.SIGTERM)
            honcho.wait(PATIENCE)

    def _ready(self, workers: int) -> bool:
        said = self.log.read_text()
        hears = self._environment["INTAKE"] == "webhooks" or "websocket.listening" in said
        if not hears or said.count("The worker is running") < workers:
            return False
        try:
            return requests.get(f"http://127.0.0.1:{self.port}/readyz", timeout=5).ok
        except requests.ConnectionError:
            return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.mark.parametrize(
    ("kind", "workers", "intake"),
    [("sqlite", 1, "webhooks"), ("postgresql", 2, "webhooks"), ("sqlite", 1, "websocket")],
)
def test_what_is_asked_is_served_by_the_processes_of_the_procfile(
    kind: str, workers: int, intake: str, databases: Callable, tmp_path: Path
) -> None:
    world = small_world()
    erin, bot = world.named("Erin Expert"), world.named("Connect Bot")
    with open_town(world) as address, databases(kind, tmp_path) as url:
        # Platforms write the address of a PostgreSQL so.
        theirs = url.replace("postgresql://", "postgres://")
        platform = Platform(world, address, theirs, tmp_path, intake)
        released = platform.release()
        assert released.returncode == 0, released.stderr
        targets = {each.target_url for each in world.webhooks.values()}
        ours = {f"http://127.0.0.1:{platform.port}/webex"}
        assert targets == (ours if intake == "webhooks" else set())
        with platform.started(workers):
            for number in range(GUESTS):
                ask = f"<@personId:{bot.id}|Connect> meet guest{number}@x.com"
                world.say(erin, world.titled("Support"), ask)
            world.wait_for(lambda: _reached(world) == GUESTS, PATIENCE)
    said = platform.log.read_text()
    assert "Traceback" not in said
    assert said.count("stopped (rc=0)") == 1 + workers, said


def _reached(world: World) -> int:
    """Return how many guests were told a link."""
    bot = world.named("Connect Bot").id
    guests = [each.email for each in list(world.people.values()) if each.email.startswith("guest")]
    told = [
        message
        for message in list(world.messages.values())
        if message.author_id == bot and ("/visit/" in message.text or "/j/" in message.text)
    ]
    spaces = {message.space_id for message in told}
    return sum(
        any(world.spaces[space].is_direct and guest in _members(world, space) for space in spaces)
        for guest in guests
    )


def _members(world: World, space: str) -> set[str]:
    return {each.email for each in world.members_of(world.spaces[space])}

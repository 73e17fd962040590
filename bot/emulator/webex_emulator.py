"""Runs the emulated Webex."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from wsgiref.types import WSGIApplication

from bot.emulator import har
from bot.emulator.state import create_state, state_of
from bot.emulator.world_file import read_world
from bot.sandbox import outages
from bot.sandbox.sandbox_server import open_town
from bot.sandbox.webex.model import Message, Space
from bot.sandbox.webex.traffic import Exchange
from bot.sandbox.webex.world import World
from bot.sandbox.wsgi_thread import Server


@dataclass(frozen=True)
class InitialState:
    """How an emulated Webex begins, and what a reset brings back.

    Args:
        file: its people, bots and rooms, in TOML; None for those of the sandbox.
        latency: seconds that each call takes longer.
        weather: the names of the outages that are on.
    """

    file: Path | None = None
    latency: float = 0.0
    weather: tuple[str, ...] = ()

    def world(self) -> World:
        """Return a new world.

        Raises:
            WorldFileError: the file can't be read, or says something that cannot be.
        """
        world = read_world(self.file)
        world.latency = self.latency
        for name in self.weather:
            outages.switch(world, name, on=True)
        return world


@dataclass(frozen=True)
class EmulatedWebex:
    """An emulated Webex that runs.

    Args:
        address: where it is served, without a trailing slash.
        world: its people, spaces and messages, to be read and changed directly.
    """

    address: str
    world: World
    beginning: InitialState = field(repr=False)

    @property
    def api(self) -> str:
        """The REST API's address, as SDKs take it."""
        return f"{self.address}/v1/"

    @property
    def state(self) -> dict[str, Any]:
        """All addresses, ids and tokens."""
        return state_of(self.world, self.address)

    def token(self, name: str) -> str:
        """Return the token of the person or bot with this name."""
        members = [*self.state["people"], *self.state["bots"]]
        return next(str(each["token"]) for each in members if each["name"] == name)

    def space(self, member: str, place: str) -> Space:
        """Return the space with this title, or the direct space with the person of this name."""
        titles = {each.title: each for each in self.world.spaces.values() if not each.is_direct}
        if place in titles:
            return titles[place]
        return self.world.direct(self.world.named(member), self.world.named(place))

    def say(self, author: str, place: str, markdown: str) -> Message:
        """Post a message, as a person types it.

        Args:
            author: their name.
            place: the title of a space, or the name of whom they write to directly.
            markdown: what they say; ``@Name`` mentions the member of this name.
        """
        space = self.space(author, place)
        for each in self.world.members_of(space):
            markdown = markdown.replace(f"@{each.name}", f"<@personId:{each.id}|{each.name}>")
        return self.world.say(self.world.named(author), space, markdown)

    def answer_to(self, message: Message, within: float = 10.0) -> Message:
        """Wait for the next message of anybody else in the same space.

        Raises:
            TimeoutError: none came `within` these seconds.
        """
        author, space = self.world.people[message.author_id], self.world.spaces[message.space_id]

        def answers() -> list[Message]:
            said = self.world.messages_in(space, author)
            later = said[said.index(message) + 1 :]
            return [each for each in later if each.author_id != author.id]

        return self.world.wait_for(answers, within)[0]

    @contextmanager
    def serving(self, app: WSGIApplication) -> Iterator[str]:
        """Serve a bot on loopback while the block runs; yield its address for webhooks."""
        with Server(app, threads=8) as server:
            yield f"{server.url}/"

    def reset(self) -> None:
        """Bring everything back to how it began."""
        self.world.become(self.beginning.world())


@contextmanager
def open_emulator(
    beginning: InitialState, port: int = 0, record: Path | None = None
) -> Iterator[EmulatedWebex]:
    """Run an emulated Webex while the block runs.

    Args:
        beginning: how it begins.
        port: its port; 0 for any free one.
        record: the file for an HTTP Archive of its traffic, written at the end.
    """
    world = beginning.world()
    state = create_state(world, beginning.world)
    with (
        open_town(world, port, state, examples=["hello"]) as address,
        _recording(world, address, record) if record else nullcontext(),
    ):
        yield EmulatedWebex(address, world, beginning)


@contextmanager
def _recording(world: World, address: str, path: Path) -> Iterator[None]:
    kept: list[Exchange] = []
    over = threading.Event()

    def follow() -> None:
        while not over.is_set():
            kept.extend(world.exchanges_after(kept[-1].number if kept else 0, 1.0))

    follower = threading.Thread(target=follow, name="recording")
    follower.start()
    try:
        yield
    finally:
        over.set()
        follower.join()
        kept.extend(world.exchanges_after(kept[-1].number if kept else 0, 0))
        har.write(path, address, kept)

"""The sandbox in its own process, with a record of what was asked and what was answered.

`python -m tests.bench.recorded_town` serves it; a benchmark talks to it through `Town`.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import requests
from flask import Blueprint, Flask, Response, jsonify, request

from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.webex.faults import Html200, RateLimited, Reset, ServerError
from bot.sandbox.webex.model import Change, Message, Person, Space
from bot.sandbox.webex.rest.answer_shapes import message_outline
from bot.sandbox.webex.webex_api import create_api
from bot.sandbox.webex.world import World, small_world
from bot.sandbox.wsgi_thread import Server
from tests.bench.processes import started

CHEAP = range(1000, 1001)
"""PBES2 iterations: what sealing a link costs is the broker's affair, and not measured."""

UPKEEP = ("/webhooks", "/rooms", "/messages/direct")
"""What the watch asks for: webhooks, and where somebody may have asked while it was away."""

IS_HERE = re.compile(r"\*\*(.+?) is here\*\* for ")

DOOR = re.compile(r"http\S+?/j/[\w-]+")

SPACES = 100
"""In which is asked, as by so many people: what one asks in one space has an order."""


class Clerk:
    """Asks for meetings in spaces, a batch at a time, and writes down what the bot did."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.bot = world.named("Connect Bot")
        self.spaces = [self._space(number) for number in range(SPACES)]
        self.guests: dict[str, list[float]] = {}
        self.hosts = 0
        world.watch(self._note)

    def ask(self, number: int) -> list[dict[str, Any]]:
        """Forget the last batch, have so many requests posted, and return their notices."""
        words = f"<@personId:{self.bot.id}|Connect> meet"
        with self.world.lock:
            spaces = islice(cycle(self.spaces), number)
            asked = [self.world.say(expert, space, words) for expert, space in spaces]
            self.guests, self.hosts = {each.id: [] for each in asked}, 0
            self.world.calls.clear()
            return [self._notice(each) for each in asked]

    def is_served(self) -> bool:
        """Say whether every request of the batch has both its links."""
        return self.hosts >= len(self.guests) and all(self.guests.values())

    def account(self) -> dict[str, Any]:
        """Return when each request got guest links, and how many host links and calls it took.

        What the bot asks now and then, whoever asked for what, is not counted.
        """
        with self.world.lock:
            calls = [each for each in self.world.calls if not each.path.endswith(UPKEEP)]
            return {"guests": self.guests, "hosts": self.hosts, "calls": len(calls)}

    def _space(self, number: int) -> tuple[Person, Space]:
        expert = self.world.add_person(f"Expert {number}", f"expert{number}@example.com")
        space = self.world.create_space(expert, f"Case {number}")
        self.world.join(space, self.bot, expert)
        return expert, space

    def _notice(self, message: Message) -> dict[str, Any]:
        return {
            "resource": "messages",
            "event": "created",
            "actorId": message.author_id,
            "data": message_outline(self.world, message),
        }

    def _note(self, change: Change) -> None:
        said = change.subject
        if not isinstance(said, Message) or said.author_id != self.bot.id:
            return
        if not any(path in said.markdown for path in ("/visit/", "/j/")):
            return
        if said.parent_id in self.guests:
            self.guests[said.parent_id].append(said.created.timestamp())
        elif self.world.spaces[said.space_id].is_direct:
            self.hosts += 1


def _create_desk(clerk: Clerk) -> Blueprint:
    desk = Blueprint("desk", __name__, url_prefix="/bench")

    @desk.post("/batch")
    def ask() -> Response:
        return jsonify(clerk.ask(request.json["number"]))

    @desk.get("/batch")
    def account() -> Response:
        # Not World.wait_for: to look again at each change would slow a burst down.
        for _ in range(int(request.args["patience"]) * 50):
            if clerk.is_served():
                break
            clerk.world.pause(0.02)
        return jsonify(clerk.account())

    _add_what_was_said(desk, clerk.world)

    @desk.put("/latency")
    def delay() -> tuple[str, int]:
        clerk.world.latency = request.json["seconds"]
        return "", 204

    @desk.put("/faults")
    def spoil() -> tuple[str, int]:
        # As much in each second: a mishap for each trip, and one for nobody in particular.
        clerk.world.faults = [
            RateLimited(1, method="GET", path="/messages/"),
            ServerError(503, method="POST", path="joseencrypt"),
            Reset(method="POST", path="/messages"),
            Html200(),
        ]
        return "", 204

    return desk


def _add_what_was_said(desk: Blueprint, world: World) -> None:
    @desk.get("/doors")
    def doors() -> Response:
        said = [each.markdown for each in world.messages.values()]
        return jsonify(DOOR.findall("\n".join(said)))

    @desk.get("/arrivals")
    def arrivals() -> Response:
        wanted = int(request.args["number"])
        world.wait_for(lambda: len(_arrivals(world)) >= wanted, 30)
        return jsonify(_arrivals(world))


def _arrivals(world: World) -> dict[str, float]:
    """Return when hosts were told who is here, by the guest's name."""
    told = {}
    for each in list(world.messages.values()):
        if found := IS_HERE.search(each.markdown):
            told[found[1]] = each.created.timestamp()
    return told


def serve() -> None:
    """Serve until killed; what it knows is worth nothing afterwards."""
    world = small_world()
    app = Flask("tests.bench.recorded_town")
    server = Server(app, on_stop=world.close)
    app.register_blueprint(create_api(world))
    app.register_blueprint(create_broker(world, server.url, iterations=CHEAP))
    app.register_blueprint(_create_desk(Clerk(world)))
    with server:
        print(server.url)
        threading.Event().wait()


@dataclass(frozen=True)
class Account:
    """What the bot did about a batch.

    Args:
        guests: for each request, in no order, when guest links were accepted, in seconds since
            the epoch.
        hosts: how many host links were accepted.
        calls: how many upstream calls it took.
    """

    guests: list[list[float]]
    hosts: int
    calls: int

    @property
    def served_once(self) -> int:
        """How many requests got exactly one guest link."""
        return sum(len(times) == 1 for times in self.guests)


class Town:
    """The clerk's desk, seen from another process.

    Args:
        url: of the town, without a slash at the end.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._session = requests.Session()

    def delay(self, seconds: float) -> None:
        """Add so many seconds to each upstream call."""
        self._session.put(f"{self.url}/bench/latency", json={"seconds": seconds})

    def ask(self, number: int) -> list[dict[str, Any]]:
        """Have so many requests posted, and return their notices."""
        asked = self._session.post(f"{self.url}/bench/batch", json={"number": number})
        return list(asked.json())

    def doors(self) -> list[str]:
        """Return the addresses of all guests' doors that the bot has sent."""
        return list(self._session.get(f"{self.url}/bench/doors").json())

    def arrivals(self, number: int) -> dict[str, float]:
        """Wait until hosts were told that so many guests are here; return when, by their names."""
        told = self._session.get(f"{self.url}/bench/arrivals", params={"number": number})
        told.raise_for_status()
        return dict(told.json())

    def account(self, patience: int = 60) -> Account:
        """Wait until all is served, so many seconds at most, and return what was done."""
        found = self._session.get(f"{self.url}/bench/batch", params={"patience": patience}).json()
        return Account(list(found["guests"].values()), found["hosts"], found["calls"])


@contextmanager
def open_town(folder: Path) -> Iterator[Town]:
    """Run a town in a process of its own for as long as the block runs."""
    with started(["-m", "tests.bench.recorded_town"], folder) as process:
        yield Town(process.said(r"http://127\.0\.0\.1:\d+"))


if __name__ == "__main__":
    serve()

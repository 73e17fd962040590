"""The sandbox as these tests need it: it tells no webhooks, and knows what was asked and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests
from flask import Flask

from bot.process.app import Bot
from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.webex.model import Change, Message, Space
from bot.sandbox.webex.rest.answer_shapes import message_outline
from bot.sandbox.webex.webex_api import create_api
from bot.sandbox.webex.world import World, small_world
from bot.sandbox.wsgi_thread import Server
from bot.settings import Settings
from tests.bench.notices import SECRET

CHEAP = range(1000, 1001)
"""PBES2 iterations: links are made and opened often here, and nobody attacks them."""

EVERYTHING = {"host": 1, "guest": 1, "receipt": 1}
"""What one order comes to, when it is served once."""


@dataclass(frozen=True)
class Order:
    """A request for a meeting with one guest, who is nobody else's guest."""

    number: int
    message: Message

    @property
    def guest(self) -> str:
        """Return the guest's address."""
        return guest_of(self.number)


def guest_of(number: int) -> str:
    """Return the address of the guest in the order of that number."""
    return f"guest{number}@x.com"


class Town:
    """The world with its address, and an account of what the bot did in it.

    Args:
        world: with Erin, who asks, and the bot.
        url: of the world.
    """

    def __init__(self, world: World, url: str) -> None:
        self.world, self.url = world, url
        self._bot, self._erin = world.named("Connect Bot"), world.named("Erin Expert")
        self.bot_person = self._bot
        self._orders: dict[str, int] = {}
        self._said: dict[str, tuple[int, str, str]] = {}  # message id: order, kind, text
        world.watch(self._note)

    def order(self, space: Space | None = None, more: str = "") -> Order:
        """Have Erin ask for a meeting, in a space of its own if not said: she waits for nobody.

        Args:
            space: where.
            more: what else she says.
        """
        with self.world.lock:
            number = len(self._orders)
            asked = f"meet {guest_of(number)} about order{number}{more}"
            words = f"<@personId:{self._bot.id}|Connect> {asked}"
            space = space or self.space(f"Case {number}")
            message = self.world.say(self._erin, space, words)
            self._orders[message.id] = number
            return Order(number, message)

    def space(self, title: str) -> Space:
        """Open a space with Erin and the bot in it."""
        space = self.world.create_space(self._erin, title)
        self.world.join(space, self._bot, self._erin)
        return space

    @property
    def host_id(self) -> str:
        """Return who asks."""
        return self._erin.id

    def notice(self, order: Order) -> dict[str, Any]:
        """Return what Webex tells the bot of `order`."""
        return {
            "resource": "messages",
            "event": "created",
            "actorId": order.message.author_id,
            "data": message_outline(self.world, order.message),
        }

    def told(self, order: Order) -> dict[str, int]:
        """Return how often the bot said what: to the host, to the guest, in the thread."""
        with self.world.lock:
            said = self._said.values()
            return dict(Counter(kind for number, kind, _ in said if number == order.number))

    def answers(self, order: Order) -> list[Message]:
        """Return what the bot said in the thread of an order."""
        with self.world.lock:
            said = list(self.world.messages.values())
            return [each for each in said if each.parent_id == order.message.id]

    def kind(self, message_id: str) -> str:
        """Return which part of its order a message of the bot is."""
        return self._said[message_id][1]

    def served(self, *orders: Order) -> bool:
        """Say whether everything that belongs to `orders` has been said at least once."""
        wanted = {(order.number, kind) for order in orders for kind in EVERYTHING}
        with self.world.lock:
            return wanted <= {(number, kind) for number, kind, _ in self._said.values()}

    def wait_until(self, happened: Callable[[], Any], seconds: float = 30.0) -> None:
        """Wait until something is so in this world."""
        self.world.wait_for(lambda: happened() or None, seconds)

    def called(self, path: str) -> int:
        """Return how many calls there were whose path ends so."""
        return sum(call.path.endswith(path) for call in list(self.world.calls))

    def meeting(self, order: Order, kind: str) -> str:
        """Return the name of the meeting that a link leads to, as the page shows it."""
        said = self._said.values()
        text = next(text for number, one, text in said if (number, one) == (order.number, kind))
        page = requests.get(re.findall(r"http\S+/visit/\w+", text)[0], timeout=10).text
        return re.findall(r"Meeting number</dt><dd>([^<]+)", page)[0]

    def settings(self, database: str, **more: str) -> dict[str, str]:
        """Return the settings of a bot that lives here."""
        return {
            "WEBEX_ACCESS_TOKEN": "sandbox-token-bot",
            "WEBHOOK_SECRET": SECRET,
            "BOT_ALLOWED": "example.com",
            "TIME_ZONE": "UTC",
            "MEETINGS_PER_PERSON": "0",
            "MEETINGS_PER_SPACE": "0",
            "MESSAGES_PER_GUEST": "0",
            "LINKS_PER_GUEST": "0",
            "TEXTS_PER_PERSON": "0",
            "TEXTS_PER_DAY": "0",
            "WEBEX_API_URL": f"{self.url}/v1/",
            "BROKER_URL": self.url,
            "LINK_BASE": self.url,
            "PUBLIC_URL": "http://127.0.0.1:9",  # nobody is there: the tests deliver the notices
            "DATABASE_URL": database,
            "PORT": "0",
            "LOOK_BACK_MINUTES": "0",  # what was not delivered is not to be found
            "LOG_LEVEL": "info",
            **more,
        }

    def bot(self, database: str, **more: str) -> Bot:
        """Return a bot that lives here, in this process."""
        given = self.settings(database, **more)
        return Bot(Settings(_env_file=None, **{name.lower(): each for name, each in given.items()}))

    def _note(self, change: Change) -> None:
        said = change.subject
        if isinstance(said, Message) and said.author_id == self._bot.id:
            if said.parent_id in self._orders:
                self._said[said.id] = (self._orders[said.parent_id], "receipt", said.text)
            elif number := re.search(r"order(\d+)", said.text):
                own = self.world.direct(self._erin, self._bot).id == said.space_id
                kind = "host" if own else "guest"
                self._said[said.id] = (int(number[1]), kind, said.markdown)


@contextmanager
def open_town() -> Iterator[Town]:
    """Serve a world on loopback for as long as the block runs."""
    world = small_world()
    app = Flask("tests.engine")
    server = Server(app, on_stop=world.close)
    app.register_blueprint(create_api(world))
    app.register_blueprint(create_broker(world, server.url, iterations=CHEAP))
    with server:
        yield Town(world, server.url)

"""The state of the small Webex: people, spaces, messages, faults.

world = small_world()
erin, bot = world.named("Erin Expert"), world.named("Connect Bot")
world.say(erin, world.titled("Support"), f"<@personId:{bot.id}|Connect> meet alice@x.com")
world.wait_for(lambda: world.messages_in(world.direct(erin, bot), erin))
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import replace

from bot.sandbox.webex.faults import Fault, Incoming, RefuseDirect
from bot.sandbox.webex.messages import Messages
from bot.sandbox.webex.model import (
    ADMIN,
    Call,
    Change,
    Delivery,
    Draft,
    Mail,
    Message,
    Person,
    PhoneText,
    Refusal,
    Space,
    Webhook,
)
from bot.sandbox.webex.movable_clock import Clock, utc_now
from bot.sandbox.webex.traffic import Exchange, Traffic

__all__ = ["Change", "Draft", "Message", "Person", "Refusal", "Space", "World", "small_world"]

KEPT_CALLS = 100_000
ALICES_PHONE = "+491713920042"
"""One of the numbers that Germany reserves for films; nobody has it.

https://www.bundesnetzagentur.de
"""


class World(Messages):
    """All state of the sandbox. Threads may share it.

    Args:
        clock: returns the time, timezone-aware.
    """

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__(clock)
        self.mails: list[Mail] = []
        self.webhooks: dict[str, Webhook] = {}
        self.phones: dict[str, str] = {}  # whose number it is
        self.texts: dict[str, PhoneText] = {}
        self.faults: list[Fault] = []
        self.latency = 0.0  # seconds added to each call
        self.traffic = Traffic()
        self.calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self.deliveries: deque[Delivery] = deque(maxlen=KEPT_CALLS)
        self.posters: dict[str, str] = {}  # the addresses of posters, by what stands on them

    def named(self, name: str) -> Person:
        """Return the one person with this name."""
        return next(person for person in self.people.values() if person.name == name)

    def titled(self, title: str) -> Space:
        """Return the one group space with this title."""
        return next(space for space in self.spaces.values() if space.title == title)

    def keep_webhook(self, webhook: Webhook) -> Webhook:
        """Add or update a webhook."""
        with self.lock:
            self.webhooks[webhook.id] = webhook
            self.notify()
            return webhook

    def delete_webhook(self, webhook: Webhook, _actor: Person) -> None:
        """Remove a webhook."""
        with self.lock:
            del self.webhooks[webhook.id]

    def text(self, text: PhoneText) -> None:
        """Deliver a text message, once per id."""
        with self.lock:
            if text.id not in self.texts:
                self.texts[text.id] = text
                self.announce("texts", "created", "", text)

    def remember_call(self, method: str, path: str, person: Person | None) -> None:
        """Record a call."""
        with self.lock:
            who = person.id if person else ""
            self.calls.append(Call(method, path, who, self.clock()))
            self.notify()

    def log_exchange(self, exchange: Exchange) -> None:
        """Keep a request and its answer for the developer tools."""
        with self.lock:
            self.traffic.add(exchange, self.clock())
            self.notify()

    def exchanges_after(self, number: int, timeout: float) -> list[Exchange]:
        """Return the exchanges after this one; wait up to `timeout` seconds for the first."""
        with suppress(TimeoutError):
            self.wait_for(lambda: self.traffic.latest > number or self.closed.is_set(), timeout)
        with self.lock:
            return self.traffic.after(number)

    def remember_delivery(self, delivery: Delivery) -> None:
        """Record a webhook's answer."""
        with self.lock:
            self.deliveries.append(delivery)
            self.notify()

    def fault_for(self, call: Incoming) -> Fault | None:
        """Return the fault that hits this call, and count it."""
        with self.lock:
            found = next((one for one in self.faults if one.hits(call)), None)
            return self._spend(found) if found else None

    def take_mail(self, to: str, data: bytes) -> Mail:
        """Deliver an email."""
        with self.lock:
            mail = Mail(f"mail{len(self.mails) + 1}", to.lower(), self.clock(), data)
            self.mails.append(mail)
            self.announce("mails", "created", "", mail)
            return mail

    def mails_of(self, email: str) -> list[Mail]:
        """Return the emails to an address, oldest first."""
        with self.lock:
            return [each for each in self.mails if each.to == email.lower()]

    def direct(self, person: Person, other: Person) -> Space:
        """Return the direct space of two people, unless a fault refuses it."""
        with self.lock:
            self._check_reachable(other)
            return super().direct(person, other)

    def _check_reachable(self, other: Person) -> None:
        for one in self.faults:
            if isinstance(one, RefuseDirect) and one.email.lower() == other.email:
                self._spend(one)
                raise Refusal(400, "Failed to get one on one conversation")

    def _spend(self, found: Fault) -> Fault:
        at = self.faults.index(found)
        if found.times is None:
            return found
        left = [replace(found, times=found.times - 1)] if found.times > 1 else []
        self.faults = [*self.faults[:at], *left, *self.faults[at + 1 :]]
        return found


def small_world(clock: Clock = utc_now) -> World:
    """Return the initial world: five people, one of them a bot, and two spaces."""
    world = World(clock)
    erin = world.add_person("Erin Expert", "erin@example.com", "sandbox-token-erin", roles=[ADMIN])
    carl = world.add_person("Carl Colleague", "carl@example.com", "sandbox-token-carl")
    alice = world.add_person("Alice Customer", "alice@x.com", "sandbox-token-alice")
    world.phones[ALICES_PHONE] = alice.id
    bob = world.add_person("Bob Builder", "bob@example.com", "sandbox-token-bob")
    bot = world.add_person("Connect Bot", "connect@webex.bot", "sandbox-token-bot", "bot")
    _open_space(world, "Support", [erin, carl, bob, bot])
    _open_space(world, "Front desk", [erin, bob])
    return world


def _open_space(world: World, title: str, people: list[Person]) -> Space:
    space = world.create_space(people[0], title)
    for person in people[1:]:
        world.join(space, person, people[0])
    return space

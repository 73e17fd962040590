"""Experts who race for requests, in the town of these tests."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import cycle, islice

import sqlalchemy as sa

from bot.edges.storage.database import connect
from bot.edges.storage.expert_tables import expert_requests
from bot.edges.storage.tables import hosts
from bot.sandbox.webex.model import Change, Message, Person, Space, Webhook
from bot.sandbox.webex.notices_out import notice_for
from tests.engine.town import Town, guest_of
from tests.engine.victims import answers

ADMIN = "erin@example.com"
TAKE = "Take it"
AT_ONCE = 60
"""Notices that are under way at a time; Webex sends no more at once, either."""


class ExpertTown:
    """Groups of experts, each with its space, and requests to them.

    Everybody presses *Take it* as soon as they see a card. A notice that isn't accepted is sent
    again, since people press again.

    Args:
        town: where.
        groups: how many.
        experts: how many, who are spread over the groups.
    """

    def __init__(self, town: Town, groups: int, experts: int) -> None:
        self.town, self.world = town, town.world
        self._bot = town.bot_person
        erin = self.world.named("Erin Expert")
        people = [
            self.world.add_person(f"Expert {number}", f"expert{number}@example.com")
            for number in range(experts)
        ]
        self.spaces = [
            self._space(erin, number, people[number::groups]) for number in range(groups)
        ]
        self._erin, self._lock = erin, threading.Lock()
        self._experts = {each.id for each in people}
        self._cards: list[Message] = []
        self._pending: list[dict[str, object]] = []
        self.presses = 0
        self.world.watch(self._note)

    def _space(self, erin: Person, number: int, people: Sequence[Person]) -> Space:
        space = self.world.create_space(erin, f"Group {number}")
        for each in (self._bot, *people):
            self.world.join(space, each, erin)
        return space

    def set_up(self, address: Callable[[], str]) -> None:
        """Have Erin set the groups up, and wait until they are."""
        for number, space in enumerate(self.spaces):
            self._say(space, f"group ward{number} is here after 30m")
        self.go_on(address, lambda: self._said("is set up") >= len(self.spaces))

    def ask(self, requests: int) -> None:
        """Have so many requests made at once."""
        for number, group in enumerate(islice(cycle(range(len(self.spaces))), requests)):
            self.ask_one(group, number)

    def ask_one(self, group: int, number: int) -> None:
        """Have one request made, in a space of its own."""
        space = self.town.space(f"Case {number}")
        self._say(space, f"expert ward{group} for {guest_of(number)} about order{number}")

    def deliver_all(self, address: str) -> None:
        """Deliver what has happened, once."""
        with self._lock:
            batch, self._pending = self._pending, []
        asyncio.run(answers(address, batch))

    def card_of(self, number: int) -> Message | None:
        """Return the card that asks who takes a request, if it stands."""
        shown = (each for each in self._messages() if TAKE in str(each.cards))
        return next((each for each in shown if f'order{number}"' in _quoted(each)), None)

    def host_link_of(self, number: int) -> Message | None:
        """Return the message with a request's host link, if it was sent."""
        mine = re.compile(rf"^You took .*order{number}\b")
        return next((each for each in self._messages() if mine.search(each.text)), None)

    def is_told(self, number: int) -> bool:
        """Say whether whoever made a request has read who took it."""
        mine = re.compile(rf"order{number}\b.*and is its host")
        return any(mine.search(each.text) for each in self._messages())

    def press(self, card: Message) -> None:
        """Have everybody who sees a card press *Take it*."""
        with self._lock:
            self._cards = [card]
        self._press()

    def go_on(
        self, address: Callable[[], str], done: Callable[[], bool], seconds: float = 300.0
    ) -> bool:
        """Deliver what happens, and press what is shown, until `done`; return whether it came."""
        until = self.world.clock().timestamp() + seconds
        while not done() and self.world.clock().timestamp() < until:
            self._press()
            with self._lock:
                batch, self._pending = self._pending[:AT_ONCE], self._pending[AT_ONCE:]
            if not batch:
                self.world.pause(0.05)
                continue
            accepted = asyncio.run(answers(address(), batch))
            with self._lock:
                lost = [each for each, good in zip(batch, accepted, strict=True) if not good]
                self._pending += lost
            if lost:
                self.world.pause(0.1)
        return done()

    def all_taken(self, requests: int) -> bool:
        """Say whether somebody has each request, and whoever asked has read who."""
        return len(self.takers()) >= requests and self._said("and is its host") >= requests

    def takers(self) -> dict[int, Counter[str]]:
        """Return how often each expert was sent the host link, by the order's number."""
        found: dict[int, Counter[str]] = {}
        for each in self._messages():
            number = re.search(r"^You took .*order(\d+)", each.text)
            if number:
                space = self.world.spaces[each.space_id]
                [reader] = {who.id for who in self.world.members_of(space)} & self._experts
                found.setdefault(int(number[1]), Counter())[reader] += 1
        return found

    def guests_with_link(self) -> Counter[str]:
        """Return how often each guest was sent a link."""
        guests = Counter[str]()
        for each in self._messages():
            space = self.world.spaces[each.space_id]
            names = {who.email for who in self.world.members_of(space)}
            guests.update(
                name for name in names if name.startswith("guest") and "/visit/" in each.text
            )
        return guests

    def _said(self, words: str) -> int:
        return len({each.text for each in self._messages() if words in each.text})

    def _messages(self) -> list[Message]:
        with self.world.lock:
            return [e for e in self.world.messages.values() if e.author_id == self._bot.id]

    def _say(self, space: Space, words: str) -> None:
        self.world.say(self._erin, space, f"<@personId:{self._bot.id}|Connect> {words}")

    def _press(self) -> None:
        with self._lock:
            cards, self._cards = self._cards, []
        for card in cards:
            [content] = [each["content"] for each in card.cards]
            [data] = [each["data"] for each in content["actions"] if each["title"] == TAKE]
            space = self.world.spaces[card.space_id]
            for who in self.world.members_of(space):
                if who.id in self._experts and card.id in self.world.messages:
                    self.world.submit(who, card, data)
                    self.presses += 1

    def _note(self, change: Change) -> None:
        said = change.subject
        if isinstance(said, Message) and change.event == "created":
            shown = said.author_id == self._bot.id and any(TAKE in str(e) for e in said.cards)
            with self._lock:
                self._cards += [said] * shown
        for resource in ("messages", "attachmentActions"):
            hook = Webhook("", self._bot.id, "", "", resource, "created", self.world.clock())
            notice = notice_for(self.world, hook, change)
            if notice and notice.body["actorId"] != self._bot.id:
                with self._lock:
                    self._pending.append(notice.body)


def _quoted(message: Message) -> str:
    return json.dumps([each["content"] for each in message.cards])


def hosts_of_requests(database: str) -> dict[int, tuple[str, list[str]]]:
    """Return who took each request, and who hosts it, by its meeting's number."""
    kept = connect(database)
    with kept.connect() as connection:
        taken = {
            row.number: row.claimed_by for row in connection.execute(sa.select(expert_requests))
        }
        with_link = hosts.c.without_link.is_not(True)
        rows = connection.execute(sa.select(hosts.c.number, hosts.c.person_id).where(with_link))
        found: dict[int, list[str]] = {number: [] for number in taken}
        for number, person_id in rows:
            if number in found:
                found[number].append(person_id)
    kept.dispose()
    return {number: (taken[number] or "", found[number]) for number in taken}

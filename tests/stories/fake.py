"""A stage without network, disk or waiting: the core's conversations act on the world itself.

The clock is turned by hand, and the same stories run on the real bot, so that this stays true.
"""

from __future__ import annotations

import json
import secrets
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from bot.core import conversations, retries
from bot.core.access import Access
from bot.core.asked import House
from bot.core.errors import NotActivated, Passing, Trouble, Unintelligible
from bot.core.joseencrypt import LinkRequest, links_from
from bot.core.meetings import Links
from bot.core.notices import KNOWN, Notice
from bot.core.steps import (
    Conversation,
    Membership,
    Message,
    Place,
    Posted,
    ReadMembership,
    ReadMessage,
    Say,
    Space,
    Step,
    TellHost,
    Together,
)
from bot.edges.instant_connect import NOT_ACTIVATED
from bot.edges.performing import Performer
from bot.edges.upstream import trouble_of
from bot.sandbox import model, visits
from bot.sandbox.link_orders import read_order
from bot.sandbox.model import Change, Draft, Refusal, Webhook
from bot.sandbox.notices_out import notice_for
from bot.sandbox.weather import Incoming, Misfortune
from bot.sandbox.webhooks_out import signatures
from bot.sandbox.world import World, small_world
from tests.stories.stage import ALLOWED, MOST_GUESTS, SECRET, Stage, Visit

VISITS = "https://visits.invalid/visit/"


class HandClock:
    """Stands still until somebody turns it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class FakeService:
    """What both of Cisco's services have in common: calls are remembered, and meet the weather."""

    def __init__(self, world: World, bot: model.Person) -> None:
        self.world = world
        self.bot = bot

    def call(self, method: str, path: str, body: Any, do: Callable[[], Any]) -> Any:
        """Do something as if by a call over HTTP."""
        self.world.remember_call(method, path, self.bot)
        befalls = self.world.misfortune_of(Incoming(method, path, json.dumps(body)))
        if befalls and not befalls.late:
            raise self._suffered(befalls)
        try:
            answer = do()
        except Refusal as refusal:
            raise self.trouble(refusal.status) from None
        if befalls:
            raise self._suffered(befalls)
        return answer

    def trouble(self, status: int, retry_after: object = None) -> Trouble:
        """Return what the real edge makes of such an answer."""
        response = requests.Response()
        response.status_code = status
        response.headers["trackingid"] = "SANDBOX_fake"
        if retry_after is not None:
            response.headers["Retry-After"] = str(retry_after)
        return trouble_of(response)

    def _suffered(self, befalls: Misfortune) -> Trouble:
        answer = befalls.answer()
        if answer is None:
            return Passing()
        if answer.status == 200:
            return Unintelligible("SANDBOX_fake")
        return self.trouble(answer.status, answer.retry_after)


class FakeWebex(FakeService):
    """Speaks in the world's spaces."""

    def read_message(self, step: ReadMessage) -> Message:
        """Return a message that the bot may see."""
        path = f"/v1/messages/{step.message_id}"
        found = self.call("GET", path, {}, lambda: self.world.message(step.message_id, self.bot))
        return Message(
            id=found.id,
            room_id=found.space_id,
            direct=self.world.spaces[found.space_id].is_direct,
            person_id=found.author_id,
            email=self.world.person(found.author_id).email,
            text=found.text,
            html=found.html or None,
            parent_id=found.parent_id or None,
        )

    def read_membership(self, step: ReadMembership) -> Membership:
        """Return a membership."""

        def find() -> model.Membership:
            if step.membership_id not in self.world.memberships:
                raise Refusal(404, "There is no such membership.")
            return self.world.memberships[step.membership_id]

        found = self.call("GET", f"/v1/memberships/{step.membership_id}", {}, find)
        direct = self.world.spaces[found.space_id].is_direct
        return Membership(found.id, found.space_id, found.person_id, direct)

    def say(self, place: Place, step: Say) -> Posted:
        """Post in a place."""
        return self._post(place, step.text.markdown)

    def tell_host(self, step: TellHost) -> Posted:
        """Post in the host's direct space."""
        to_host = {"toPersonId": step.host_id}
        return step.text.deliver(lambda words: self._send(to_host, words, self._by_id))

    def _post(self, place: Place, words: str) -> Posted:
        if isinstance(place, Space):
            sent = {"roomId": place.room_id, "parentId": place.thread or ""}
            return self._send(sent, words, self._space)
        if place.person_id:
            return self._send({"toPersonId": place.person_id}, words, self._by_id)
        return self._send({"toPersonEmail": place.email}, words, self._by_email)

    def _send(
        self, sent: dict[str, Any], words: str, place: Callable[[dict[str, Any]], model.Space]
    ) -> Posted:
        draft = Draft(markdown=words, parent_id=sent.get("parentId", ""))

        def post() -> model.Message:
            return self.world.post(self.bot, place(sent), draft)

        return Posted(self.call("POST", "/v1/messages", sent | {"markdown": words}, post).id)

    def _space(self, sent: dict[str, Any]) -> model.Space:
        return self.world.space(sent["roomId"], self.bot)

    def _by_id(self, sent: dict[str, Any]) -> model.Space:
        return self.world.direct(self.bot, self.world.person(sent["toPersonId"]))

    def _by_email(self, sent: dict[str, Any]) -> model.Space:
        return self.world.direct(self.bot, self.world.person_or_invited(sent["toPersonEmail"]))


class FakeBroker(FakeService):
    """Gives out links that are only names, by the real broker's limits."""

    def __init__(self, world: World, bot: model.Person) -> None:
        super().__init__(world, bot)
        self.visits: dict[str, Visit] = {}

    def mint(self, request: LinkRequest) -> Links:
        """Return links."""
        body = request.body()
        return self.call("POST", "/api/v2/joseencrypt", body, lambda: self._minted(request))

    def trouble(self, status: int, retry_after: object = None) -> Trouble:
        """Return what the real edge makes of such an answer."""
        if status in NOT_ACTIVATED:
            return NotActivated("SANDBOX_fake")
        return super().trouble(status, retry_after)

    def _minted(self, request: LinkRequest) -> Links:
        body = json.dumps(request.body()).encode()
        order = read_order(body, int(self.world.clock().timestamp()))
        meeting = visits.Meeting.of(order.sub).name
        answer = {
            "host": [self._link("host", meeting) for _ in range(order.hosts)],
            "guest": [self._link("guest", meeting) for _ in range(order.guests)],
            "baseUrl": VISITS,
        }
        return links_from(answer, request)

    def _link(self, role: str, meeting: str) -> dict[str, str]:
        code = secrets.token_hex(4)
        self.visits[VISITS + code] = Visit(role, meeting)
        return {"short": code}


class FakeLedger:
    """Remembers until it is forgotten itself."""

    def __init__(self) -> None:
        self._keys: set[str] = set()

    def first_time(self, key: str) -> bool:
        """Note a key."""
        known = key in self._keys
        self._keys.add(key)
        return not known


class FakeStage(Stage):
    """A stage whose bot is the core alone."""

    def __init__(self) -> None:
        self.clock = HandClock()
        world = small_world(self.clock)
        me = world.named("Connect Bot")
        self.broker = FakeBroker(world, me)
        self._performer = Performer(FakeWebex(world, me), self.broker, FakeLedger())
        self._house = House(me.id, me.email, Access.of(ALLOWED), most_guests=MOST_GUESTS)
        self._deliveries: deque[bytes] = deque()
        self._known: set[str] = set()
        for resource, event in KNOWN:
            name = f"{resource}:{event}"
            target = "http://127.0.0.1:9/webex"
            world.keep_webhook(Webhook(name, me.id, name, target, resource, event, self.clock()))
        world.watch(self._notice)
        super().__init__(world)

    def settle(self, kind: str = "", subject_id: str = "") -> None:  # noqa: ARG002 - does all
        """Converse until nothing is left to do."""
        while self._deliveries:
            body = self._deliveries.popleft()
            headers = {"Content-Type": "application/json", **signatures(SECRET, body)}
            self._take(Notice.from_http(headers.items(), body, SECRET))

    def deliver(self, body: bytes) -> None:
        """Hand a notice to the bot."""
        self._deliveries.append(body)
        self.settle()

    def opens(self, link: str) -> Visit:
        """Open a link."""
        return self.broker.visits[link]

    def _notice(self, change: Change) -> None:
        for webhook in self.world.webhooks.values():
            notice = notice_for(self.world, webhook, change)
            if notice:
                self._deliveries.append(json.dumps(notice.body).encode())

    def _take(self, notice: Notice) -> None:
        if notice.key in self._known or not notice.concerns(self.me.id):
            return
        self._known.add(notice.key)
        seed = secrets.token_urlsafe(24)
        talk = conversations.conversation(notice, self._house, self.clock(), seed)
        try:
            self._drive(talk)
        except (RuntimeError, Trouble):
            sorry = conversations.apology(notice)
            if sorry:
                self._do(sorry)

    def _drive(self, talk: Conversation) -> None:
        answer, trouble = None, None
        while True:
            try:
                step = talk.throw(trouble) if trouble else talk.send(answer)
            except StopIteration:
                return
            answer, trouble = self._do(step)

    def _do(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, Together):
            done = [self._do(each) for each in step.steps]
            return tuple(trouble or answer for answer, trouble in done), None
        began, attempts = self.clock.now, 0
        while True:
            attempts += 1
            try:
                return self._performer.perform(step), None
            except Trouble as trouble:
                waited = (self.clock.now - began).total_seconds()
                again = retries.decide(step, trouble, attempts, waited)
                if again is None:
                    return None, trouble
            self.clock.turn(again)

"""A stage without network, disk or waiting: the core's conversations act on the world itself.

The clock is turned by hand, and the same stories run on the real bot, so that this stays true.
"""

from __future__ import annotations

import json
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests
import sqlalchemy as sa

from bot.core import conversations, retries
from bot.core.access import Access
from bot.core.asked import House
from bot.core.commands import Guest
from bot.core.errors import NotActivated, NotFound, Passing, Trouble, Unintelligible
from bot.core.joseencrypt import LinkRequest, links_from
from bot.core.links import Links
from bot.core.notices import KNOWN, Notice
from bot.core.pictures import ShowQr
from bot.core.presses import Pressed
from bot.core.remembering import Errand, Later
from bot.core.steps import (
    Conversation,
    Edit,
    MayModerate,
    Membership,
    Message,
    Place,
    Posted,
    ReadClock,
    ReadMembership,
    ReadMessage,
    ReadPerson,
    Say,
    Space,
    Step,
    TellHost,
    Together,
    Withdraw,
)
from bot.core.texting import SendText
from bot.core.texts import Card
from bot.core.tongues import Tongues
from bot.edges import database, qr
from bot.edges.instant_connect import NOT_ACTIVATED
from bot.edges.ledger import Ledger
from bot.edges.performing import Performer
from bot.edges.tables import tables
from bot.edges.upstream import trouble_of
from bot.languages import spoken
from bot.sandbox import model, phones, visits
from bot.sandbox.link_orders import read_order
from bot.sandbox.model import Change, Draft, PhoneText, Refusal, Webhook
from bot.sandbox.notices_out import notice_for
from bot.sandbox.weather import Incoming, Misfortune
from bot.sandbox.webhooks_out import signatures
from bot.sandbox.world import World, small_world
from tests.stories.stage import ALLOWED, DEVICES, MOST_GUESTS, REGION, SECRET, SITE, Stage, Visit

VISITS = "https://visits.invalid/visit/"
LONGEST_CIPHER = 900


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
        if not isinstance(step, ShowQr):
            return self._post(place, step.text.markdown, step.card)
        drawn = qr.png(step.link.markdown)
        picture = self.world.add_content("guest-link.png", "image/png", drawn)
        sent = {"toPersonId": place.person_id}
        return self._send(sent, step.text.markdown, None, self._by_id, (picture.id,))

    def tell_host(self, step: TellHost) -> Posted:
        """Post in the host's direct space."""
        to_host = {"toPersonId": step.host_id}
        return step.text.deliver(lambda words, card: self._send(to_host, words, card, self._by_id))

    def edit(self, step: Edit) -> None:
        """Put another text in a message's place."""
        draft = Draft(markdown=step.text.markdown)
        self._change("PUT", step.message_id, lambda found: self.world.edit(found, self.bot, draft))

    def withdraw(self, step: Withdraw) -> None:
        """Delete a message."""
        with suppress(NotFound):
            self._change(
                "DELETE", step.message_id, lambda found: self.world.delete(found, self.bot)
            )

    def read_press(self, action_id: str) -> Pressed:
        """Return what was pressed."""
        path = f"/v1/attachment/actions/{action_id}"
        found = self.call("GET", path, {}, lambda: self.world.action(action_id, self.bot))
        inputs = json.loads(json.dumps(found.inputs))
        return Pressed(found.id, found.message_id, found.space_id, found.person_id, inputs)

    def read_person(self, step: ReadPerson) -> Guest:
        """Return who somebody is."""

        def find() -> model.Person:
            if step.person_id:
                return self.world.person(step.person_id)
            found = self.world.person_by_email(step.email)
            if found is None or not found.has_account:
                raise Refusal(404, "There is nobody with that address.")
            return found

        found = self.call("GET", "/v1/people", {}, find)
        return Guest(found.id, found.email, found.name)

    def may_moderate(self, step: MayModerate) -> bool:
        """Return whether somebody decides for a space."""

        def look() -> bool:
            space = self.world.space(step.room_id, self.bot)
            person = self.world.person(step.person_id)
            return not space.locked or self.world.is_moderator(space, person)

        return bool(self.call("GET", "/v1/memberships", {}, look))

    def _change(
        self, method: str, message_id: str, change: Callable[[model.Message], object]
    ) -> None:
        path = f"/v1/messages/{message_id}"
        self.call(method, path, {}, lambda: change(self.world.message(message_id, self.bot)))

    def _post(self, place: Place, words: str, card: Card | None) -> Posted:
        if isinstance(place, Space):
            sent = {"roomId": place.room_id, "parentId": place.thread or ""}
            return self._send(sent, words, card, self._space)
        if place.person_id:
            return self._send({"toPersonId": place.person_id}, words, card, self._by_id)
        return self._send({"toPersonEmail": place.email}, words, card, self._by_email)

    def _send(
        self,
        sent: dict[str, Any],
        words: str,
        card: Card | None,
        place: Callable[[dict[str, Any]], model.Space],
        files: tuple[str, ...] = (),
    ) -> Posted:
        cards = (card.attachment(),) if card else ()
        parent_id = sent.get("parentId", "")
        draft = Draft(markdown=words, parent_id=parent_id, files=files, cards=cards)

        def post() -> model.Message:
            return self.world.post(self.bot, place(sent), draft)

        made = self.call("POST", "/v1/messages", sent | {"markdown": words}, post)
        return Posted(made.id, room_id=made.space_id)

    def _space(self, sent: dict[str, Any]) -> model.Space:
        return self.world.space(sent["roomId"], self.bot)

    def _by_id(self, sent: dict[str, Any]) -> model.Space:
        return self.world.direct(self.bot, self.world.person(sent["toPersonId"]))

    def _by_email(self, sent: dict[str, Any]) -> model.Space:
        return self.world.direct(self.bot, self.world.person_or_invited(sent["toPersonEmail"]))


class FakeConnect(FakeService):
    """Sends texts as the flow of Webex Connect does."""

    def send(self, step: SendText) -> Posted:
        """Send a text."""
        body = step.message.body()

        def send() -> None:
            words, now = body["text"], self.world.clock()
            self.world.text(PhoneText(body["id"], body["number"], words, now))

        self.call("POST", phones.PATH, body, send)
        return Posted(step.message.id)


class FakeBroker(FakeService):
    """Gives out links that are only names, by the real broker's limits."""

    def __init__(self, world: World, bot: model.Person) -> None:
        super().__init__(world, bot)
        self.asked: list[LinkRequest] = []
        self._links: dict[str, tuple[str, LinkRequest]] = {}

    def mint(self, request: LinkRequest) -> Links:
        """Return links."""
        body = request.body()
        return self.call("POST", "/api/v2/joseencrypt", body, lambda: self._minted(request))

    def visit(self, link: str) -> Visit:
        """Return what whoever opens a link finds."""
        role, asked = self._links[link.partition("data=")[2] or link.rpartition("/")[2]]
        now, opens, expires = self.world.clock(), asked.not_before, asked.expires
        state = "early" if opens and now < opens else "expired" if expires <= now else "open"
        return Visit(role, visits.Meeting.of(asked.sub).name, state)

    def trouble(self, status: int, retry_after: object = None) -> Trouble:
        """Return what the real edge makes of such an answer."""
        if status in NOT_ACTIVATED:
            return NotActivated("SANDBOX_fake")
        return super().trouble(status, retry_after)

    def _minted(self, request: LinkRequest) -> Links:
        body = json.dumps(request.body()).encode()
        order = read_order(body, int(self.world.clock().timestamp()))
        self.asked.append(request)
        answer = {
            "host": [self._link("host", request) for _ in range(order.hosts)],
            "guest": [self._link("guest", request) for _ in range(order.guests)],
            "baseUrl": VISITS,
        }
        return links_from(answer, request)

    def _link(self, role: str, request: LinkRequest) -> dict[str, str]:
        code = secrets.token_hex(4 if request.short else LONGEST_CIPHER // 2)
        self._links[code] = (role, request)
        return {"short" if request.short else "cipher": code}


class FakeInbox:
    """Keeps errands until the clock is turned."""

    def __init__(self) -> None:
        self.errands: dict[str, Errand] = {}
        self._done: set[str] = set()

    def keep(self, step: Later) -> None:
        """Keep an errand, once."""
        if step.errand.key not in self._done:
            self.errands.setdefault(step.errand.key, step.errand)

    def take(self, now: datetime) -> Errand | None:
        """Return the next errand that is due."""
        due = [each for each in self.errands.values() if each.due <= now]
        if not due:
            return None
        first = min(due, key=lambda each: each.due)
        self._done.add(first.key)
        return self.errands.pop(first.key)


@cache
def prepared() -> bytes:
    """Return an empty ledger: to make one takes as long as a story."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bot.sqlite"
        made = database.connect(f"sqlite:///{file}")
        database.prepare(made)
        made.dispose()
        return file.read_bytes()


class Crash(BaseException):  # nothing in a conversation may survive it
    """The process dies between two steps."""


def _mark(step: Step) -> tuple[str, object]:
    """Return what has to be the same about a recorded step when it is replayed."""
    if isinstance(step, SendText):
        return type(step).__name__, step.message.id
    places = {Say: "places", ShowQr: "places", TellHost: "host_id"}.get(type(step))
    return type(step).__name__, getattr(step, places) if places else step


class FakeStage(Stage):
    """A stage whose bot is the core alone."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock()
        world = small_world(self.clock)
        me = world.named("Connect Bot")
        self.broker = FakeBroker(world, me)
        (folder / "bot.sqlite").write_bytes(prepared())
        self._database = database.connect(f"sqlite:///{folder}/bot.sqlite")
        self._inbox = FakeInbox()
        self._edges = (FakeWebex(world, me), self.broker, Ledger(self._database), self._inbox)
        self._performer = Performer(*self._edges, FakeConnect(world, me).send)
        self.house = House(
            me.id,
            me.email,
            Access.of(ALLOWED),
            Tongues(spoken),
            most_guests=MOST_GUESTS,
            devices=DEVICES,
            site=SITE,
            region=REGION,
        )
        self.crashes: Callable[[int], bool] = lambda _: False
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
        return self.broker.visit(link)

    def settings(self, **changed: Any) -> None:
        """Run the bot with other settings from now on."""
        self.house = replace(self.house, **changed)

    def has_no_texts(self) -> None:
        """Run the bot without Webex Connect from now on."""
        self._performer = Performer(*self._edges)

    def passes(self, **time: float) -> None:
        """Let time pass, and what has its time come."""
        until = self.clock.now + timedelta(**time)
        while errand := self._inbox.take(until):
            self.clock.now = max(self.clock.now, errand.due)
            self._drive(
                lambda errand=errand: conversations.errand(
                    errand.kind, errand.number, errand.due, self.house
                )
            )
        self.clock.now = until

    def restarts_after(self, **time: float) -> None:
        """Let time pass while the bot is not there, then start it."""
        self.clock.turn(timedelta(**time).total_seconds())
        self.passes()

    def kept(self) -> str:
        """Return all that the ledger holds."""
        with self._database.connect() as connection:
            rows = [connection.execute(sa.select(each)).all() for each in tables.sorted_tables]
        return str(rows)

    def close(self) -> None:
        """Let the database go."""
        self._database.dispose()

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
        at = self.clock()
        try:
            self._drive(lambda: conversations.conversation(notice, self.house, at, seed))
        except (RuntimeError, Trouble):
            sorry = conversations.apology(notice, self.house)
            if sorry:
                self._do(sorry)

    def _drive(self, converse: Callable[[], Conversation]) -> None:
        """Converse, and after a crash once more from the beginning, as the engine does."""
        self._tape = []
        crashed: set[int] = set()
        while True:
            self._played, self._position = 0, count()
            with suppress(Crash):
                self._play(converse(), crashed)
                assert self._played == len(self._tape), "A replay left out what was done."
                return

    def _play(self, talk: Conversation, crashed: set[int]) -> None:
        self._crashed = crashed
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
        answer = self._recorded(step) if step.recorded else self._attempt(step)
        position = next(self._position)
        if self.crashes(position) and position not in self._crashed:
            self._crashed.add(position)
            raise Crash
        return answer

    def _recorded(self, step: Step) -> tuple[Any, Trouble | None]:
        """Perform a step, or answer it from the tape; as in the engine, by its place in order."""
        at, self._played = self._played, self._played + 1
        if at == len(self._tape):
            self._tape.append((_mark(step), self._attempt(step)))
        mark, answer = self._tape[at]
        assert mark == _mark(step), "A replay takes another path."
        return answer

    def _attempt(self, step: Step) -> tuple[Any, Trouble | None]:
        if isinstance(step, ReadClock):
            return self.clock.now.timestamp(), None
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

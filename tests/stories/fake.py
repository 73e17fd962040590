"""A stage without network, disk or waiting: conversations act on the sandbox's world.

The clock is set by hand. The same stories run on the real bot, which keeps this stage honest.
"""

from __future__ import annotations

import json
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.conversations.requests.installation import Installation
from bot.core.domain.access import Access
from bot.core.domain.errors import Trouble
from bot.core.incoming.api_requests import ApiCommand, ApiRequest
from bot.core.incoming.notices import REGISTERED, Notice
from bot.core.incoming.received import Received
from bot.core.wording.languages import Languages
from bot.edges.delivery.event_calls import EventCalls
from bot.edges.durable.inbox import Inbox, opened
from bot.edges.outbound_calls import OutboundCalls
from bot.edges.performer import Performer, Services
from bot.edges.storage.desk_lookup import DeskLookup
from bot.edges.storage.desk_store import DeskStore
from bot.edges.storage.door_keys import DoorKeys
from bot.edges.storage.door_lookup import DoorLookup
from bot.edges.storage.encryption import PayloadCipher
from bot.edges.storage.event_store import EventStore
from bot.edges.storage.ledger import Ledger
from bot.edges.storage.meeting_secrets import MeetingSecrets, random_seed
from bot.edges.storage.tables import inbox, open_questions, tables
from bot.edges.web.door.desk_doors import DeskDoors
from bot.edges.web.door.door_parts import DoorSettings
from bot.edges.web.door.meeting_doors import MeetingDoors
from bot.process.core_config import InstalledCore
from bot.process.translations import spoken
from bot.sandbox.webex.model import Change, Message, Webhook
from bot.sandbox.webex.movable_clock import Clock
from bot.sandbox.webex.notices_out import notice_for
from bot.sandbox.webex.webhooks_out import signatures
from bot.sandbox.webex.world import World, small_world
from tests.stories import fake_database
from tests.stories.fake_broker import FakeBroker
from tests.stories.fake_connect import FakeConnect
from tests.stories.fake_engine import FakeEngine, FakeSchedule, HandClock
from tests.stories.fake_mail import FakeMailer
from tests.stories.fake_webex import FakeWebex
from tests.stories.stage import ALLOWED, DEVICES, MOST_GUESTS, REGION, SECRET, SITE, Stage, Visit


class FakeStage(Stage):
    """A stage with the core alone.

    Args:
        make: creates the world, given a clock.
    """

    def __init__(self, make: Callable[[Clock], World] = small_world) -> None:
        self.clock = HandClock()
        world = make(self.clock)
        me = world.named("Connect Bot")
        self.broker = FakeBroker(world, me)
        self.database = fake_database.take()
        self.schedule = FakeSchedule()
        self.inbox = Inbox(self.database, PayloadCipher())
        self.events = EventStore(self.database, PayloadCipher(), self.inbox.row_of, self.clock)
        self.door_link_minutes: int | None = None
        self._edges = (FakeWebex(world, me), self.broker, Ledger(self.database))
        self._mailer = FakeMailer(world, me)
        self._texter = FakeConnect(world, me)
        self.performer = self._performer(self._texter)
        self.engine = FakeEngine(self.performer, self.clock)
        self.installation = Installation(
            me.id,
            me.email,
            Access.parse(ALLOWED),
            Languages(spoken),
            most_guests=MOST_GUESTS,
            devices=DEVICES,
            site=SITE,
            region=REGION,
        )
        self._deliveries: deque[bytes] = deque()
        self._known: set[str] = set()
        for resource, event in REGISTERED:
            name = f"{resource}:{event}"
            target = "http://127.0.0.1:9/webex"
            world.keep_webhook(Webhook(name, me.id, name, target, resource, event, self.clock()))
        world.watch(self._notice)
        super().__init__(world)

    def settle(self, kind: str = "", subject_id: str = "") -> None:  # noqa: ARG002 - does all
        """Run conversations until nothing is left to do."""
        while self._deliveries:
            body = self._deliveries.popleft()
            headers = {"Content-Type": "application/json", **signatures(SECRET, body)}
            self._take(Notice.from_http(headers.items(), body, SECRET))

    def finish(self, key: str = "") -> None:
        """Do nothing: the core is done when it was told."""

    def edits(self, message: Message, words: str) -> None:
        """Have somebody edit their message, a second later."""
        self.clock.turn(1)
        super().edits(message, words)

    def deliver(self, body: bytes) -> None:
        """Hand a notice to the bot."""
        self._deliveries.append(body)
        self.settle()

    def opens(self, link: str) -> Visit:
        """Open a link."""
        return self.broker.visit(link)

    def settings(self, **changed: Any) -> None:
        """Change the bot's settings."""
        self.installation = replace(self.installation, **changed)

    def has_no_texts(self) -> None:
        """Turn off Webex Connect."""
        self.performer = self._performer(None)
        self.engine = FakeEngine(self.performer, self.clock)

    def passes(self, **time: float) -> None:
        """Let time pass, and run what is due."""
        until = self.clock.now + timedelta(**time)
        while errand := self.schedule.take(until):
            self.clock.now = max(self.clock.now, errand.due)
            self.engine.drive(errand, self._core)
        self.clock.now = until

    def restarts_after(self, **time: float) -> None:
        """Let time pass while the bot is down, then start it."""
        self.clock.turn(timedelta(**time).total_seconds())
        self.passes()

    def kept(self, *, even_questions: bool = True) -> str:
        """Return everything in the ledger, or all but what somebody was asked last."""
        out = () if even_questions else (open_questions,)
        held = [each for each in tables.sorted_tables if each not in out]
        with self.database.connect() as connection:
            rows = [connection.execute(sa.select(each)).all() for each in held]
        return str(rows)

    @property
    def doors(self) -> MeetingDoors:
        """The doors of meetings."""
        given = self.installation
        usual = given.defaults.zone or ""
        settings = DoorSettings(
            given.languages,
            given.link_kind,
            self.door_link_minutes,
            given.discreet,
            usual,
            given.access,
            lambda: given.doors_at,
            given.organisation,
        )
        return MeetingDoors(
            DoorLookup(self.database),
            Ledger(self.database),
            self.broker,
            self.inbox,
            settings,
            random_seed,
            lambda: None,
            self.clock,
        )

    @property
    def desks(self) -> DeskDoors:
        """The desks with posters."""
        groups = Ledger(self.database).expert_groups
        secrets = MeetingSecrets()
        return DeskDoors(
            DeskLookup(self.database),
            DeskStore(self.database, secrets),
            DoorKeys(self.database, secrets),
            lambda: groups.read(self.clock()),
            self.inbox,
            random_seed,
            lambda: None,
            self.clock,
            lambda: self.installation.doors_at,
        )

    def settle_doors(self, *, late: bool = False) -> None:
        """Tell hosts what happened at doors; also what they are told later, with `late`."""
        while True:
            with self.database.begin() as connection:
                rows = connection.execute(sa.select(inbox).order_by(inbox.c.at)).all()
                due = [each for each in rows if late or each.at <= time.time()]
                keys = [each.key for each in due]
                connection.execute(inbox.delete().where(inbox.c.key.in_(keys)))
            if not due:
                return
            for each in due:
                if each.key not in self._known:
                    self._known.add(each.key)
                    self.engine.drive(opened(PayloadCipher(), each.entry), self._core)

    def program_asks(self, program: str, command: ApiCommand, host: str) -> None:
        """Have a program ask for something on a host's behalf."""
        name, seed = secrets.token_hex(16), secrets.token_hex(20)
        asked = ApiRequest(program, name, command, host, self.clock(), seed)
        self.engine.drive(asked, self._core)

    def close(self) -> None:
        """Return the database to the pool."""
        fake_database.give_back(self.database)

    def _notice(self, change: Change) -> None:
        for webhook in self.world.webhooks.values():
            notice = notice_for(self.world, webhook, change)
            if notice:
                self._deliveries.append(json.dumps(notice.body).encode())

    def _take(self, notice: Notice) -> None:
        if notice.key in self._known or not notice.concerns(self.me.id):
            return
        self._known.add(notice.key)
        received = Received(notice, self.clock(), secrets.token_hex(20))
        try:
            self.engine.drive(received, self._core)
        except (RuntimeError, Trouble):
            sorry = self._core().apology(received)
            if sorry:
                self.engine.do(sorry)

    def _core(self) -> InstalledCore:
        return InstalledCore(self.installation, lambda: self.installation.doors_at)

    def _performer(self, texter: FakeConnect | None) -> Performer:
        services = Services(
            *self._edges,
            self.schedule.add,
            mailer=self._mailer,
            texter=texter,
            doors=DoorKeys(self.database, MeetingSecrets()),
            desks=DeskStore(self.database, MeetingSecrets()),
            events=EventCalls(self.events, OutboundCalls()),
            clock=lambda: self.clock().timestamp(),
        )
        return Performer(services)

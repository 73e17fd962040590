"""A stage where everything is real: receiver, engine, SDK and sandbox, over HTTP on loopback."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa
from dbos import DBOS

from bot.core.domain.errors import Trouble
from bot.core.steps import retries
from bot.core.steps.step import Step
from bot.edges.storage.tables import inbox, meetings
from bot.edges.web.door.meeting_doors import MeetingDoors
from bot.process.app import Bot
from bot.process.door_setup import doors_of
from bot.process.web_half import receiving_for
from bot.process.worker_half import working
from bot.sandbox import sandbox_server
from bot.sandbox.instant_connect.broker import create_broker
from bot.sandbox.page import phone_pages
from bot.sandbox.page.post_office import open_post_office
from bot.sandbox.webex import socket_devices
from bot.sandbox.webex.notices_out import notice_for
from bot.sandbox.webex.webhooks_out import signatures
from bot.sandbox.webex.world import World, small_world
from bot.settings import Settings
from tests.engine.databases import begun, wait_until
from tests.stories.stage import ALLOWED, DEVICES, MOST_GUESTS, REGION, SECRET, SITE, Stage, Visit

TOKEN = "sandbox-token-bot"
FEW = range(1000, 1001)  # few iterations, so that deriving keys is cheap
PACE = 50.0
"""How much shorter the pauses are after which the bot tries again."""

_ROLE = re.compile(r"(?i)(?:class=\"badge\">|This link is for</dt><dd>(?:the|a) )(host|guest)")
_MEETING = re.compile(r"<dt>Meeting number</dt><dd>([^<]+)<")
_STATES = {200: "open", 403: "early", 410: "expired"}


@dataclass(frozen=True)
class Town:
    """The real bot and its surroundings.

    Args:
        world: the sandbox's world.
        database: the database file.
        receiver: the address that receives notices.
        bot: the bot.
        doors: the doors of meetings.
        wake: has the engine look into the inbox now.
    """

    world: World
    database: Path
    receiver: str
    bot: Bot
    doors: MeetingDoors
    wake: Callable[[], None]


@contextmanager
def lived_in(folder: Path, world: World | None = None, **more: str) -> Iterator[Town]:
    """Run a sandbox and the real bot in it, with `more` settings."""
    world, database = world or small_world(), folder / "bot.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(retries, "retry_delay", _hurried(retries.retry_delay))
        patch.setattr(sandbox_server, "create_broker", partial(create_broker, iterations=FEW))
        yield from _run(world, database, more)


@contextmanager
def lived_in_with_mail(folder: Path, **more: str) -> Iterator[Town]:
    """Run them with a mail server for the bot."""
    world = small_world()
    with open_post_office(world) as port:
        smtp_url, sender = f"smtp+plain://127.0.0.1:{port}", "Example Clinic <no-reply@example.com>"
        with lived_in(folder, world, smtp_url=smtp_url, mail_from=sender, **more) as town:
            yield town


def _run(world: World, database: Path, more: dict[str, str]) -> Iterator[Town]:
    with sandbox_server.open_town(world) as address:
        bot = Bot(_settings(address, database, **more))
        with working(bot, look=1.0) as engine, receiving_for(bot, engine) as receiver:
            if bot.settings.intake == "webhooks":
                bot.register(receiver)
            yield Town(world, database, receiver, bot, doors_of(bot, engine.wake), engine.wake)
        bot.close()


def _settings(address: str, database: Path, **more: str) -> Settings:
    return Settings(
        _env_file=None,
        webex_access_token=TOKEN,
        webhook_secret=SECRET,
        bot_allowed=ALLOWED,
        webex_api_url=f"{address}/v1/",
        catalog_url=f"{address}{socket_devices.CATALOG}",
        broker_url=address,
        link_base=address,
        database_url=more.pop("database_url", "") or begun(database),
        most_guests=MOST_GUESTS,
        meetings_per_person=0,
        time_zone="UTC",
        meetings_per_space=0,
        messages_per_guest=0,
        links_per_guest=0,
        texts_per_person=0,
        texts_per_day=0,
        devices="; ".join(f"{name}={uri}" for name, uri in DEVICES.items()),
        meetings_site=SITE,
        phone_region=REGION,
        webex_connect_url=f"{address}{phone_pages.PATH}",
        webex_connect_key=phone_pages.KEY,
        port=0,
        # Looking back would make calls that stories count.
        **{"look_back_minutes": 0, **more},
    )


def _hurried(decide):
    """Shorten pauses. Only these count as waiting, so that a slow machine makes nobody give up."""

    def decide_in_a_hurry(step: Step, trouble: Trouble, attempts: int, _: float) -> float | None:
        pauses: list[float] = []
        for attempt in range(1, attempts + 1):
            pause = decide(step, trouble, attempt, sum(pauses))
            if pause is None:
                return None
            pauses.append(pause)
        return pauses[-1] / PACE

    return decide_in_a_hurry


class RealStage(Stage):
    """A stage in a town shared with other stories; its spaces and messages are its own."""

    def __init__(self, home: Town) -> None:
        self._receiver, self._database = home.receiver, home.bot.receiving
        self.doors = home.doors
        self._waits = True
        super().__init__(home.world)

    def end_earlier_meetings(self) -> None:
        """Put the meetings of other stories into the past, so that nobody means them here."""
        ended = datetime.now(UTC) - timedelta(days=3)
        with self._database.begin() as connection:
            connection.execute(meetings.update().values(opens=ended, expires=ended, made=ended))

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """Don't wait for the bot within the block."""
        self._waits = False
        yield
        self._waits = True

    def settle(self, kind: str, subject_id: str) -> None:
        """Wait until Webex has delivered everything and the engine is done."""
        if not self._waits or not self._is_to_be_told(kind, subject_id):
            return
        self.world.wait_for(lambda: self._delivered(kind, subject_id), 20)
        self.finish(f"{kind}:{subject_id}")

    def finish(self, key: str) -> None:
        """Wait until the engine is done with a notice."""
        wait_until(lambda: not self._waits_in_inbox(key))
        if DBOS.get_workflow_status(key):
            DBOS.wait_first([DBOS.retrieve_workflow(key)], polling_interval_sec=0.01)

    def settle_doors(self) -> None:
        """Wait until hosts were told what happened at doors."""
        wait_until(lambda: not self._waits_in_inbox("door:%"))
        unfinished = ["PENDING", "ENQUEUED"]
        wait_until(lambda: not DBOS.list_workflows(workflow_id_prefix="door:", status=unfinished))

    def deliver(self, body: bytes) -> None:
        """Post a notice to the receiver, as Webex does."""
        headers = {"Content-Type": "application/json", **signatures(SECRET, body)}
        answer = requests.post(f"{self._receiver}/webex", body, headers=headers, timeout=5)
        assert answer.status_code == 204

    def opens(self, link: str) -> Visit:
        """Open a link as a browser does."""
        answer = self.page(link)
        role, meeting = _ROLE.search(answer.text), _MEETING.search(answer.text)
        assert role, "The link leads nowhere."
        assert meeting
        return Visit(role[1].lower(), meeting[1], _STATES[answer.status_code])

    def page(self, link: str) -> requests.Response:
        """Return the page behind a link."""
        return requests.get(link, timeout=5)

    def _is_to_be_told(self, kind: str, subject_id: str) -> bool:
        change = self.change(kind, subject_id)
        webhooks = list(self.world.webhooks.values())
        return any(notice_for(self.world, webhook, change) for webhook in webhooks)

    def _waits_in_inbox(self, key: str) -> bool:
        due = sa.select(inbox.c.key).where(inbox.c.key.like(key), inbox.c.at <= time.time())
        with self._database.connect() as connection:
            return connection.execute(due).first() is not None

    def _delivered(self, kind: str, subject_id: str) -> bool:
        return any(
            (each.kind, each.subject_id, each.status) == (kind, subject_id, 204)
            for each in reversed(self.world.deliveries)
        )

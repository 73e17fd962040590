"""A world for each sentence: the same people, the same minute, and the meetings that there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

import sqlalchemy as sa

from bot.core.domain.access import Access
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.guests import Guest
from bot.core.domain.meetings import Preferences
from bot.core.steps.expert_steps import SaveGroup
from bot.edges.storage.door_tables import attendances
from bot.edges.storage.expert_group_store import GroupStore
from bot.edges.storage.tables import deliveries, hosts, meetings, usual
from bot.sandbox.webex.model import Draft, Message, Person
from bot.sandbox.webex.movable_clock import Clock
from bot.sandbox.webex.world import World
from tests.stories.fake import FakeStage
from tests.stories.stage import SITE, Note

NOW = datetime(2026, 3, 10, 12, 20, tzinfo=UTC)
DEVICES = {
    name: f"{name.replace(' ', '').lower()}@example.rooms.webex.com"
    for name in ("Room 12", "Lobby", "Ward 3", "Board room")
}
USUAL_MINUTES = 61
"""What nobody would ask for, so that it shows whether a length was understood."""

USUAL = Preferences(minutes=USUAL_MINUTES, vertical="gen", zone="Europe/Berlin", login=True)
MADE = {
    "none": (),
    "one": ("meet alice@x.com for 60m admit first about the invoice",),
    "guest": ("meet alice@x.com for 60m admit first about the invoice",),
    "two": (
        "meet alice@x.com and bob@x.com for 60m admit first about the invoice",
        "meet carol@x.com tomorrow 10:00 for 60m about lab results",
    ),
}
SINCE = timedelta(minutes=15)
DOORS_AT = "https://door.example"
GROUP = "cardiology"


@dataclass(frozen=True)
class Snapshot:
    """What there is at one moment: rows of the ledger's tables, by their keys."""

    meetings: dict[int, Any]
    hosts: dict[tuple[int, str], Any]
    deliveries: dict[int, Any]
    usual: dict[str, Any]
    attendances: dict[tuple[int, str], Any]


def people(clock: Clock) -> World:
    """Return a world with everybody of whom the sentences speak."""
    world = World(clock)
    world.add_person("Erin Expert", "erin@example.com")
    world.add_person("Alice Smith", "alice@x.com")
    world.add_person("Bob Brown", "bob@x.com")
    world.add_person("Carol Clinician", "carol@example.com")
    world.add_person("Connect Bot", "connect@webex.bot", kind="bot")
    first, *others = [each for each in world.people.values() if each.name != "Alice Smith"]
    space = world.create_space(first, "Support")
    for each in others:
        world.join(space, each, first)
    return world


class HearingStage(FakeStage):
    """A bot in the world that a sentence is said in.

    Args:
        sentence: a line of the file.
    """

    def __init__(self, sentence: dict[str, Any]) -> None:
        super().__init__(people)
        self._sentence = sentence
        self.clock.now = NOW
        self.settings(
            access=Access.parse("example.com,x.com"),
            devices=DEVICES,
            region=sentence["region"],
            site=SITE,
            defaults=USUAL,
            doors_at=DOORS_AT,
        )
        self._set_up_experts()
        self.speaker = self.person("erin@example.com")
        self._root = ""
        self._make(MADE[sentence["state"]])
        if sentence["state"] == "guest":
            self.settings(access=Access.parse("example.com"))
            self.speaker = self.person("alice@x.com")
        self._old.update(self.world.messages)
        self.engine.kinds.clear()
        self.before = self.look()

    @property
    def heard(self) -> str:
        """As which command the bot took what it heard last; empty for none."""
        return self.engine.kinds[-1] if self.engine.kinds else ""

    def say(self) -> None:
        """Say the sentence."""
        message = self._says(self._sentence["say"])
        self.settle("messages:created", message.id)

    def press(self, note: Note, inputs: dict[str, Any]) -> None:
        """Press a button of a card, as the speaker."""
        action = self.world.submit(self.speaker, self.world.messages[note.id], inputs)
        self.settle("attachmentActions:created", action.id)

    def look(self) -> Snapshot:
        """Return what there is now, but for which meeting was spoken of."""
        with self.database.connect() as connection:

            def rows(table: sa.Table, *key: str) -> dict[Any, Any]:
                columns = [each for each in table.columns if each is not hosts.c.mentioned]
                found = [row._asdict() for row in connection.execute(sa.select(*columns))]
                return {
                    row[key[0]] if len(key) == 1 else tuple(row[k] for k in key): row
                    for row in found
                }

            return Snapshot(
                rows(meetings, "number"),
                rows(hosts, "number", "person_id"),
                rows(deliveries, "id"),
                rows(usual, "owner"),
                rows(attendances, "number", "known_as"),
            )

    def answers(self) -> list[Note]:
        """Return what the bot said since, wherever it was."""
        return self.said()

    def others_were_told(self) -> bool:
        """Return whether somebody else was written to."""
        spaces = [each for each in self.world.spaces_of(self.me) if each.is_direct]
        own = self.world.direct_between(self.speaker, self.me)
        return any(self._notes([each]) for each in spaces if not own or each.id != own.id)

    def _make(self, sentences: tuple[str, ...]) -> None:
        """Have the meetings made that there are, a quarter of an hour ago."""
        self.clock.now = NOW - SINCE
        for number, each in enumerate(sentences):
            message = self._says(each, thread="")
            self.settle("messages:created", message.id)
            if number == 0:
                self._root = message.id
            self.clock.now += timedelta(minutes=1)
        self.clock.now = NOW
        if self._sentence["state"] == "one":
            self._have_alice_wait()

    def _have_alice_wait(self) -> None:
        """Have Alice come to the door of the first meeting."""
        door = self.told("alice@x.com")[0].link
        self.doors.press(door.rpartition("/")[2], "", None)
        self.settle_doors()

    def _set_up_experts(self) -> None:
        """Make a group of experts, which the speaker leads: Carol is on duty."""
        carol, erin = (self._guest(each) for each in ("carol@example.com", "erin@example.com"))
        group = ExpertGroup(GROUP, (Tier(people=(carol,)),), leads=(erin,))
        GroupStore(self.database).save(SaveGroup(group))

    def _guest(self, address: str) -> Guest:
        who = self.person(address)
        return Guest(who.id, who.email, name=who.name)

    def _says(self, words: str, thread: str | None = None) -> Message:
        where = self._sentence["where"]
        if where == "direct":
            place, draft = self.world.direct(self.speaker, self.me), Draft(text=words)
            return self.world.post(self.speaker, place, draft)
        root = self._root if where == "thread" else ""
        root = root if thread is None else thread
        place, marked = self.spaces["Support"], self._marked(words)
        return self.world.say(self.speaker, place, f"{_mention(self.me)} {marked}", root)

    def _marked(self, words: str) -> str:
        """Return what is typed as markdown, in which it looks the same, with its mentions."""
        marked = escape(words, quote=False)
        for name in ("Bob Brown", "Carol Clinician"):
            person = self.world.named(name)
            marked = marked.replace(f"@{name.split()[0]}", _mention(person))
        return marked.replace("@all", "<@all>")


def _mention(person: Person) -> str:
    return f"<@personId:{person.id}|{person.name}>"

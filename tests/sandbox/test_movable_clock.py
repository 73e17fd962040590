"""The sandbox's clock is moved forward: what is due later happens now, on the real bot."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
import requests

from bot.core.steps.ledger_steps import ScheduledTask
from bot.edges.durable.serializer import EncryptedJson
from bot.edges.durable.workflow_store import WorkflowStore
from bot.edges.storage.encryption import PayloadCipher
from bot.process.demo import open_sandbox
from bot.sandbox.webex.movable_clock import MovableClock
from bot.sandbox.webex.world import World, small_world
from tests.engine.databases import begun, connected
from tests.rows import for_each

LINK = re.compile(r"http://127\.0\.0\.1:\d+/j/\S+")


@pytest.fixture
def world() -> Iterator[World]:
    """A world with the real bot in it."""
    with open_sandbox(one := small_world()):
        yield one


def told(world: World, name: str, words: str) -> str:
    """Wait until the bot told somebody these words in private; return the message."""
    bot, person = world.named("Connect Bot"), world.named(name)
    space = world.direct(person, bot)

    def found() -> str:
        said = (each.text for each in world.messages_in(space, person))
        return next((each for each in said if words in each), "")

    return world.wait_for(found, 60)


def test_opening_reminder_and_end_are_seen_at_once(world: World):
    erin, bot = world.named("Erin Expert"), world.named("Connect Bot")
    world.say(erin, world.direct(erin, bot), "meet bob@example.com in 2 hours for 30m")
    link = LINK.findall(told(world, "Bob Builder", "invites you"))[0]
    assert 'id="join"' not in requests.get(link, timeout=10).text
    world.clock.advance(timedelta(minutes=111))
    told(world, "Bob Builder", "starts")
    page = requests.get(link, timeout=10).text
    assert 'id="join"' in page
    shown = int(re.findall(r'"now": (\d+)', page)[0]) / 1000
    assert world.clock().timestamp() == pytest.approx(shown, abs=60), "its countdown goes by it"
    world.clock.advance(timedelta(minutes=32))
    told(world, "Erin Expert", "#1 ends in a few minutes")
    world.clock.advance(timedelta(minutes=20))
    told(world, "Erin Expert", "The links for #1 have expired")
    assert "is over" in requests.get(link, timeout=10).text


def test_two_moves_at_once_are_made_one_after_the_other():
    clock, events = MovableClock(), []
    second = Thread(target=clock.advance, args=[timedelta(hours=2)])

    def note() -> None:
        events.append(f"begin {clock.ahead}")
        if clock.ahead == timedelta(hours=1):
            second.start()
            second.join(0.1)  # ends only after this one
        events.append(f"end {clock.ahead}")

    clock.on_advance.append(note)
    clock.advance(timedelta(hours=1))
    second.join()
    assert events == ["begin 1:00:00", "end 1:00:00", "begin 3:00:00", "end 3:00:00"]


@for_each("is_read", ["before the move", "in the middle of it"])
def test_a_task_that_is_recorded_while_the_clock_moves_is_due_by_it(is_read: str, tmp_path: Path):
    clock, meanwhile = MovableClock(), list[Callable[[], None]]()

    def reading() -> float:
        now = clock().timestamp()
        while meanwhile:
            meanwhile.pop()()
        return now

    with connected(begun(tmp_path / f"{is_read}.sqlite")) as database:
        store = WorkflowStore(database, EncryptedJson(PayloadCipher(())), clock=reading)
        task = ScheduledTask("tidy", 1, clock() + timedelta(hours=3))
        if is_read == "before the move":
            clock.on_advance = [store.advance]
            meanwhile.append(lambda: clock.advance(timedelta(hours=2)))
            store.schedule([task])
        else:
            clock.on_advance = [lambda: store.schedule([task]), store.advance]
            clock.advance(timedelta(hours=2))
        [found] = store.find()
    assert found.delay_until_epoch_ms / 1000 == pytest.approx(time.time() + 3600, abs=60)

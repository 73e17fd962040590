"""Two commands by one person in one space are answered in the order in which they were written."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from bot.core.domain.errors import Passing
from bot.core.incoming.notices import Notice
from bot.core.steps.step import Conversation, Posted
from bot.core.steps.webex_steps import Say, Space
from bot.core.wording.texts import Text
from bot.edges.durable import ordering
from tests.engine.databases import wait_until
from tests.engine.scripted import Call, Mark, Service, engine


def said(name: str, written: float, room: str = "room", person: str = "erin") -> Notice:
    return Notice("messages", "created", name, person, person, room, written)


def reading_and_saying(name: str) -> Conversation:
    yield Call(f"read {name}")
    yield Mark(f"say {name}")


def answering_and_going_on(name: str) -> Conversation:
    yield Mark(f"do {name}")
    yield Say(Text(name), (Space("room"),))
    yield Say(Text(f"more of {name}"), (Space("room"),))
    yield Mark(f"late {name}")


class Speech(Service):
    """Takes its time over what waits at a door, and is quick with everything else."""

    def __init__(self, *doors: str) -> None:
        super().__init__()
        self.doors = {name: threading.Event() for name in doors}
        self.refused: set[str] = set()

    def perform(self, step: Any) -> Any:
        if isinstance(step, Say):
            return self.say(step.text.markdown)
        with self._lock:
            self.made.append(step.what)
        if step.what in self.doors:
            assert self.doors[step.what].wait(20)
        return None

    def say(self, words: str) -> Posted:
        """Write down what was answered."""
        with self._lock:
            self.made.append(f"{'refuse' if words in self.refused else 'say'} {words}")
        if words in self.refused:
            raise Passing(retry_after=3000.0)
        return Posted(words)

    @property
    def said(self) -> list[str]:
        return [each.removeprefix("say ") for each in self.made if each.startswith("say")]


def test_a_later_request_waits_for_the_current_one(tmp_path: Path):
    speech = Speech("read first")
    with engine(tmp_path, reading_and_saying, speech) as one:
        one.accept(said("first", 1.0))
        wait_until(lambda: "read first" in speech.made)
        one.accept(said("second", 2.0))
        one.accept(said("third", 3.0))
        one.accept(said("elsewhere", 4.0, room="another room"))
        one.accept(said("somebody", 5.0, person="carl"))
        wait_until(lambda: len(speech.said) == 2)  # the others are not held up
        assert "read second" not in speech.made
        speech.doors["read first"].set()
        wait_until(lambda: len(speech.said) == 5)
    assert {*speech.said[:2]} == {"elsewhere", "somebody"}
    assert speech.said[2:] == ["first", "second", "third"]


def test_an_earlier_request_goes_first_even_if_its_notice_comes_later(tmp_path: Path):
    speech = Speech("read second")
    with engine(tmp_path, reading_and_saying, speech) as one:
        one.accept(said("second", 2.0))
        wait_until(lambda: "read second" in speech.made)
        speech.doors["read first"] = threading.Event()
        one.accept(said("first", 1.0))
        wait_until(lambda: "read first" in speech.made)
        speech.doors["read second"].set()
        speech.doors["read first"].set()
        wait_until(lambda: len(speech.said) == 2)
    assert speech.said == ["first", "second"]


def test_a_waiting_request_takes_up_no_slot(tmp_path: Path):
    speech = Speech("read first")
    with engine(tmp_path, reading_and_saying, speech, concurrency=2) as one:
        for number, name in enumerate(["first", "second", "third", "fourth"]):
            one.accept(said(name, 1.0 + number))
        one.accept(said("elsewhere", 9.0, room="another room"))
        wait_until(lambda: speech.said == ["elsewhere"])
        speech.doors["read first"].set()
        wait_until(lambda: len(speech.said) == 5)
    assert speech.said[1:] == ["first", "second", "third", "fourth"]


def test_no_request_waits_forever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ordering, "LONGEST", 0.1)
    speech = Speech("read first")
    with engine(tmp_path, reading_and_saying, speech) as one:
        one.accept(said("first", 1.0))
        wait_until(lambda: "read first" in speech.made)
        one.accept(said("second", 2.0))
        wait_until(lambda: speech.said == ["second"])
        speech.doors["read first"].set()
        wait_until(lambda: len(speech.said) == 2)


def test_nobody_waits_for_late_messages_after_the_answer(tmp_path: Path):
    speech = Speech("late first")
    with engine(tmp_path, answering_and_going_on, speech) as one:
        one.accept(said("first", 1.0))
        wait_until(lambda: "late first" in speech.made)
        one.accept(said("second", 2.0))
        wait_until(lambda: "late second" in speech.made)
        speech.doors["late first"].set()
    assert speech.said == ["first", "more of first", "second", "more of second"]


def test_later_requests_do_not_wait_for_a_delayed_message(tmp_path: Path):
    speech = Speech()
    speech.refused = {"first"}
    with engine(tmp_path, answering_and_going_on, speech) as one:
        one.accept(said("first", 1.0))
        wait_until(lambda: "refuse first" in speech.made)
        one.accept(said("second", 2.0))
        wait_until(lambda: len(speech.said) == 2)
    assert speech.said == ["second", "more of second"]


def test_a_program_that_asks_by_the_dozen_is_served_side_by_side(tmp_path: Path):
    speech = Speech("read first")
    with engine(tmp_path, reading_and_saying, speech) as one:
        one.accept(said("first", 1.0))
        wait_until(lambda: "read first" in speech.made)
        for number in range(1, ordering.MOST):
            one.accept(said(f"{number}", 1.0 + number))
        assert speech.said == []
        one.accept(said("one too many", 99.0))
        wait_until(lambda: len(speech.said) == ordering.MOST)
        speech.doors["read first"].set()
        wait_until(lambda: len(speech.said) == ordering.MOST + 1)
    assert speech.said[-1] == "first"

"""What a bot on a public framework has to do, whatever brings it the messages."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.emulator.webex_emulator import EmulatedWebex
from bot.sandbox.webex.model import Message

DRIVERS = Path(__file__).parent / "drivers"
TRIES = 30  # until it is up: what is said before is lost

Check = Callable[[EmulatedWebex], None]


def answered(webex: EmulatedWebex, place: str, words: str) -> Message:
    """Say something as Erin, and return the bot's answer."""
    return webex.answer_to(webex.say("Erin Expert", place, words))


def answers_directly(webex: EmulatedWebex) -> None:
    """A command in a direct chat."""
    assert answered(webex, "Connect Bot", "shout hello").text == "HELLO"


def answers_a_mention(webex: EmulatedWebex) -> None:
    """A command in a space."""
    assert "HELLO" in answered(webex, "Support", "@Connect Bot shout hello").text


def answers_again(webex: EmulatedWebex) -> None:
    """The next command in the same place."""
    assert answered(webex, "Connect Bot", "shout bye").text == "BYE"


def offers_help(webex: EmulatedWebex) -> None:
    """The list of commands, for what isn't one."""
    answer = answered(webex, "Connect Bot", "what can you do")
    assert "shout" in json.dumps(answer.cards) + answer.text


def lists_its_commands(webex: EmulatedWebex) -> None:
    """The help."""
    assert "shout" in answered(webex, "Connect Bot", "help").text


def answers_in_the_thread(webex: EmulatedWebex) -> None:
    """An answer beneath the command."""
    asked = webex.say("Erin Expert", "Connect Bot", "shout hello")
    assert webex.answer_to(asked).parent_id == asked.id


def takes_a_press(webex: EmulatedWebex) -> None:
    """A form, and what is filled in."""
    form, erin = answered(webex, "Connect Bot", "form"), webex.world.named("Erin Expert")
    webex.world.submit(erin, form, {"callback_keyword": "filled", "name": "Ada"})
    said = webex.world.messages
    webex.world.wait_for(lambda: any("filled in Ada" in each.text for each in said.values()), 10)


_COMMANDS: tuple[Check, ...] = (answers_directly, answers_a_mention, answers_again)
EVERY_BOT: tuple[Check, ...] = (*_COMMANDS, offers_help)
WITH_COMMANDS: tuple[Check, ...] = (*_COMMANDS, lists_its_commands)
WITH_THREADS_AND_CARDS: tuple[Check, ...] = (*EVERY_BOT, answers_in_the_thread, takes_a_press)


@contextmanager
def process(command: list[str], driver: str, webex: EmulatedWebex) -> Iterator[None]:
    """Run a bot while the block runs, from when it says that it is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    state = {"SANDBOX_STATE": json.dumps(webex.state), "BOT_PORT": str(port)}
    with subprocess.Popen(
        [*command, str(DRIVERS / driver)],
        env={**os.environ, **state},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        try:
            for line in running.stdout or ():
                if line.startswith("ready"):
                    break
            _wait_until_it_answers(webex)
            yield
        finally:
            running.terminate()


def _wait_until_it_answers(webex: EmulatedWebex) -> None:
    for _ in range(TRIES):
        with suppress(TimeoutError):
            webex.answer_to(webex.say("Bob Builder", "Connect Bot", "shout"), within=1.0)
            return

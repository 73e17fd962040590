"""The pytest fixture, with a stranger's bot."""

from __future__ import annotations

import pytest

from bot.emulator.webex_emulator import EmulatedWebex

pytest_plugins = ["bot.emulator.pytest_plugin"]


def test_a_test_sees_nothing_of_the_one_before(webex_sandbox: EmulatedWebex) -> None:
    assert not webex_sandbox.world.messages
    webex_sandbox.say("Erin Expert", "Support", "hello")


@pytest.mark.parametrize("again", [1, 2])
def test_nothing_is_left_of_another_test(webex_sandbox: EmulatedWebex, again: int) -> None:
    assert not webex_sandbox.world.messages
    webex_sandbox.say("Erin Expert", "Bob Builder", f"hello {again}")


def test_an_answer_that_does_not_come_is_a_timeout(webex_sandbox: EmulatedWebex) -> None:
    asked = webex_sandbox.say("Erin Expert", "Connect Bot", "hello")
    with pytest.raises(TimeoutError):
        webex_sandbox.answer_to(asked, within=0.01)

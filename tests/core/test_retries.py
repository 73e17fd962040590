"""When the bot retries, and when it gives up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from bot.core.domain.errors import (
    DatabaseAway,
    NotActivated,
    NotFound,
    Passing,
    Refused,
    TokenRefused,
    Trouble,
    Unintelligible,
)
from bot.core.domain.joseencrypt import LinkRequest
from bot.core.steps.people_steps import ReadNames
from bot.core.steps.retries import INTERRUPTED, NOT_FOUND_PATIENCE, retry_delay, retry_delay_again
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import DirectChat, MintLinks, ReadMembership, ReadMessage, Say
from bot.core.wording.texts import Text
from tests.rows import for_each

READ = ReadMessage("m")
MINT = MintLinks(LinkRequest("sub"))
SAY = Say(Text("Hello"), (DirectChat("p"),))


Delay = Callable[[Step, Trouble, int, float], float | None]


def waits(step: Step, trouble: Trouble, delay: Delay = retry_delay) -> list[float]:
    """Return the pauses between attempts that all fail at once."""
    pauses: list[float] = []
    while (pause := delay(step, trouble, len(pauses) + 1, sum(pauses))) is not None:
        pauses.append(pause)
        assert len(pauses) < 1000
    return pauses


@for_each("step", [READ, MINT, SAY])
def test_passing_trouble_is_waited_out_for_as_long_as_the_step_has_patience(step: Step):
    pauses = waits(step, Passing())
    assert pauses == sorted(pauses)
    assert step.patience / 3 <= sum(pauses) <= step.patience


def test_a_message_is_worth_more_patience_than_a_read():
    assert sum(waits(SAY, Passing())) > 60 * sum(waits(READ, Passing()))


@for_each("asked", [0.0, 7.0, 29.0])
def test_a_retry_waits_as_long_as_the_service_asks(asked: float):
    assert retry_delay(READ, Passing(retry_after=asked), 1, 0.0) == asked


def test_a_longer_pause_than_there_is_patience_for_is_not_begun():
    assert retry_delay(READ, Passing(retry_after=31.0), 1, 0.0) is None
    assert retry_delay(SAY, Passing(retry_after=3600.0), 1, 0.0) == 3600.0
    assert retry_delay(SAY, Passing(retry_after=3600.0), 2, 3600.0) is None


@for_each("step", [READ, MINT, SAY, ReadNames(("erin",))])
@for_each("delay", [retry_delay, retry_delay_again])
def test_a_missing_database_is_waited_for_without_limit(delay: Delay, step: Step):
    assert delay(step, DatabaseAway(), 1, 0.0) == 0.2
    assert delay(step, DatabaseAway(), 10_000, 1e6) == 5.0


def test_an_unintelligible_answer_is_retried_twice():
    assert len(waits(MINT, Unintelligible())) == 2


@for_each("step", [READ, ReadMembership("m")])
def test_an_announced_object_may_be_missing_for_a_moment(step: Step):
    assert 0 < sum(waits(step, NotFound())) <= NOT_FOUND_PATIENCE


@for_each("step", [SAY, MINT])
def test_an_unannounced_object_that_is_missing_is_not_retried(step: Step):
    assert waits(step, NotFound()) == []


def test_an_announced_object_waits_for_a_new_token():
    assert waits(READ, TokenRefused()) == [60.0] * 60


@for_each(
    ("step", "trouble"),
    [
        *product([READ, MINT, SAY], [Refused, NotActivated]),
        *product([MINT, SAY], [TokenRefused]),
    ],
)
def test_a_no_is_a_no(step: Step, trouble: type[Trouble]):
    assert waits(step, trouble()) == []


@for_each("trouble", [Passing(), Unintelligible(), TokenRefused()])
def test_a_replay_waits_an_hour_for_what_an_earlier_run_had(trouble: Trouble):
    assert INTERRUPTED - 60 < sum(waits(MINT, trouble, retry_delay_again)) <= INTERRUPTED


@for_each("trouble", [Passing(), Unintelligible(), TokenRefused()])
def test_a_replay_tries_once_what_is_only_worth_one_try(trouble: Trouble):
    once = waits(ReadNames(("erin",)), trouble)
    assert waits(ReadNames(("erin",)), trouble, retry_delay_again) == once
    assert sum(once) < 5


def test_a_no_is_a_no_in_a_replay_too():
    assert waits(MINT, Refused(), retry_delay_again) == []

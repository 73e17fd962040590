"""Each conversation is counted and logged once, by its outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bot.core.steps.command_seen import CommandSeen
from bot.edges.durable.accounts import Accounts
from structlog.testing import capture_logs

from bot.core.domain.errors import NotActivated, Passing, Refused, Trouble
from bot.core.incoming.notices import Notice
from bot.core.steps.last_word import LastWord
from bot.core.steps.webex_steps import Conversation, ReadMessage, Say, Space
from bot.core.wording.texts import Text

RECORDED = {"notice": Notice("messages", "created", "m").record(), "at": 1.0, "seed": "s"}
ERRAND = {"errand": ["tidy", 7], "at": 1760000000.0}
SORRY = Text("sorry")
HERE = (Space("here"),)


def meet(*, admitted: bool = True) -> Conversation:
    yield ReadMessage("m")
    yield CommandSeen("Meet", admitted)
    try:
        yield Say(SORRY, HERE)
    except NotActivated:
        yield LastWord(SORRY, HERE)
    except Refused:
        yield Say(SORRY, HERE)


def nothing() -> Conversation:
    yield ReadMessage("m")


def account_of(
    conversation: Conversation, trouble: Trouble | None = None, recorded: dict[str, Any] = RECORDED
) -> list[dict[str, Any]]:
    """Drive it to its end, with a trouble where it says something, and return what was logged."""
    accounts = Accounts()
    with capture_logs() as logs:
        watched = accounts.of(conversation, recorded)
        try:
            step = next(watched)
            while True:
                throw = trouble if type(step) is Say else None
                trouble = None if throw else trouble
                step = watched.throw(throw) if throw else watched.send(None)
        except StopIteration:
            pass
        except Trouble as error:
            accounts.broken(recorded, error)
    return logs


@pytest.mark.parametrize(
    ("conversation", "trouble", "outcome"),
    [
        (meet, None, "answered"),
        (lambda: meet(admitted=False), None, "refused"),
        (meet, NotActivated("TRACK_1"), "failed"),
        (meet, Refused(), "answered"),
        (meet, Passing(), "given_up"),
    ],
)
def test_each_conversation_is_accounted_for_by_what_became_of_it(
    conversation: Callable[[], Conversation], trouble: Trouble | None, outcome: str
) -> None:
    [account] = account_of(conversation(), trouble)
    assert (account["kind"], account["outcome"]) == ("Meet", outcome)
    assert account["conversation"] == "messages:created:m"
    assert account.get("tracking_id") == (trouble.tracking_id if trouble else None)


def test_what_asked_for_nothing_is_not_accounted_for() -> None:
    assert account_of(nothing()) == []


def test_an_errand_is_known_by_its_kind() -> None:
    [account] = account_of(nothing(), recorded=ERRAND)
    assert (account["kind"], account["conversation"]) == ("Tidy", "errand:tidy:7:1760000000")


def test_a_conversation_that_is_dropped_is_somebody_elses() -> None:
    accounts = Accounts()
    with capture_logs() as logs:
        dropped = accounts.of(meet(), RECORDED)
        next(dropped)
        dropped.close()
    assert logs == []


def test_a_bug_at_an_edge_is_accounted_for_by_what_was_asked() -> None:
    accounts = Accounts()
    with capture_logs() as logs:
        going_on = accounts.of(meet(), RECORDED)
        next(going_on)
        going_on.send(None)
        accounts.broken(RECORDED, KeyError("alice@x.com"))
    [account] = logs
    assert (account["kind"], account["outcome"], account["trouble"]) == (
        "Meet",
        "broken",
        "KeyError",
    )
    assert "alice" not in str(account)

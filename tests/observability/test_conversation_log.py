"""Each conversation is counted and logged once, by its outcome."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.core.conversations.requests.decision import Answer, Decision, RunScheduledTask
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.requester import Requester
from bot.core.domain.commands import Meet
from bot.core.domain.errors import NotActivated, Passing, Refused, Trouble
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, Preferences
from bot.core.incoming.notices import Notice
from bot.core.incoming.received import Received
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import ScheduledTask
from bot.core.steps.preference_steps import StoredPreferences
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say, Space
from bot.core.wording.texts import Text
from bot.edges.conversation_log import ConversationLog
from tests.engine.scripted import INSTALLATION

NOW = datetime(2030, 1, 1, tzinfo=UTC)
RECEIVED = Received(Notice("messages", "created", "m"), NOW, "s")
ERRAND = ScheduledTask("tidy", 7, datetime.fromtimestamp(1760000000, UTC))
REQUEST = Request(Requester("p", "a@b.c", "room", False), INSTALLATION, Preferences(), NOW, "s")
MEET = Answer(Meet(), REQUEST, admitted=True)
SORRY = Text("sorry")
HERE = (Space("here"),)


def meet() -> Conversation:
    try:
        yield Say(SORRY, HERE)
    except NotActivated:
        yield LastWord(SORRY, HERE)
    except Refused:
        yield Say(SORRY, HERE)


def logged(
    decision: Decision | None,
    trouble: Exception | None = None,
    trigger: Received | ScheduledTask = RECEIVED,
) -> list[dict[str, Any]]:
    """Drive it to its end, with a trouble where it says something; return what was logged."""
    log, thrown = ConversationLog(), isinstance(trouble, Trouble)
    with capture_logs() as logs:
        account = log.open(trigger)
        if decision:
            account.decided(decision)
        watched = log.watched(meet(), account)
        try:
            next(watched)
            step = watched.throw(trouble) if thrown else watched.send(None)
            while step:
                step = watched.send(None)
        except StopIteration:
            pass
        except Trouble as error:
            account.failed("given_up", error)
        if trouble and not thrown:
            account.failed("broken", trouble)
        log.close(account)
    return logs


@pytest.mark.parametrize(
    ("decision", "trouble", "outcome"),
    [
        (MEET, None, "answered"),
        (Answer(Meet(), REQUEST, admitted=False), None, "refused"),
        (MEET, NotActivated("TRACK_1"), "failed"),
        (MEET, Refused(), "answered"),
        (MEET, Passing(), "given_up"),
    ],
)
def test_each_conversation_is_logged_with_its_outcome(
    decision: Decision, trouble: Trouble | None, outcome: str
) -> None:
    [account] = logged(decision, trouble)
    assert (account["kind"], account["outcome"]) == ("Meet", outcome)
    assert account["conversation"] == "messages:created:m"
    assert account.get("tracking_id") == (trouble.tracking_id if trouble else None)


def test_a_message_without_a_request_is_not_logged() -> None:
    assert logged(None) == []


def test_an_errand_is_known_by_its_kind() -> None:
    record = MeetingRecord(Meeting("sub", "p", "a@b.c", NOW, NOW))
    due = RunScheduledTask(ERRAND, record, NOW, StoredPreferences(), INSTALLATION)
    [account] = logged(due, trigger=ERRAND)
    assert (account["kind"], account["conversation"]) == ("Tidy", "errand:tidy:7:1760000000")


def test_a_bug_is_logged_with_its_command_and_without_its_message() -> None:
    [account] = logged(MEET, KeyError("alice@x.com"))
    told = (account["kind"], account["outcome"], account["trouble"])
    assert told == ("Meet", "broken", "KeyError")
    assert "alice" not in str(account)

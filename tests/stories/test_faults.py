"""When services fail, people are told what happened and what to do next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.domain.errors import Passing
from bot.edges.http_calls import raising_trouble
from bot.sandbox.webex.faults import (
    Fault,
    Html200,
    NotFoundYet,
    RateLimited,
    RefuseDirect,
    ServerError,
    Truncated,
    Unauthorized,
)
from tests.fault_table import ROWS, Forbidden, Row, reason
from tests.stories.fake import FakeStage
from tests.stories.real import RealStage
from tests.stories.stage import Stage

BROKER = "joseencrypt"
LONG = 7200  # seconds that nobody waits for


def never_a_shrug(text: str) -> None:
    assert not any(word in text for word in ("Traceback", "Error", "Exception", "None", "HTTP"))


def only_answer(bot: Stage) -> str:
    """Return the one thing that was said, after a look at where."""
    [note] = bot.posted_in("Support")
    assert bot.said() == [note]
    assert note.links == []
    never_a_shrug(note.text)
    return note.text


TRIPS = [("GET", "/messages/"), ("POST", BROKER), ("POST", "/messages")]
PLAYED = [row for row in ROWS if isinstance(row.fault, Fault)]
PASSING = [row.fault for row in PLAYED if row.kind is Passing and row.fault != RateLimited(3600)]


@pytest.mark.parametrize("trouble", [*PASSING, RateLimited("9" * 400)], ids=repr)
def test_trouble_that_passes_is_waited_out(bot: Stage, trouble: Fault):
    bot.faults = [replace(trouble, method=method, path=path) for method, path in TRIPS]
    bot.hears("erin", "meet alice@x.com")
    assert bot.faults == []
    assert len(bot.told("erin")) >= 1
    assert len(bot.told("alice@x.com")) >= 1
    assert "1 guest invited" in bot.posted_in("Support")[0].text


@pytest.mark.parametrize("row", PLAYED, ids=lambda row: row.what)
def test_a_permanent_failure_of_the_broker_is_explained(core: FakeStage, row: Row):
    core.faults = [replace(row.fault, path=BROKER, times=None)]
    core.hears("erin", "meet alice@x.com")
    assert reason(row.kind) in only_answer(core)
    assert "Nobody was invited." in only_answer(core)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row not in PLAYED], ids=lambda row: row.what
)
def test_what_requests_raises_is_trouble(row: Row):
    with pytest.raises(row.kind), raising_trouble():
        raise row.fault


@pytest.mark.whole
def test_a_message_that_is_not_there_yet_is_read_again(bot: Stage):
    bot.faults = [NotFoundYet(method="GET", path="/messages/")]
    bot.hears("erin", "meet alice@x.com")
    assert len(bot.told("alice@x.com")) == 1


@pytest.mark.whole
def test_a_long_outage_of_the_broker_is_reported_in_the_thread(bot: Stage):
    bot.faults = [ServerError(503, path=BROKER, times=None)]
    asked = bot.hears("erin", "meet alice@x.com")
    answer = only_answer(bot)
    assert bot.posted_in("Support")[0].thread == asked.id
    assert "isn’t responding" in answer
    assert "try again in a few minutes" in answer
    assert "tracking ID is SANDBOX_" in answer


@pytest.mark.parametrize("after", [LONG, "Wed, 01 Jan 2098 00:00:00 GMT"])
def test_a_broker_that_asks_for_too_long_a_pause_is_not_waited_for(bot: Stage, after: int | str):
    bot.faults = [RateLimited(after, path=BROKER)]
    bot.hears("erin", "meet alice@x.com")
    assert "isn’t responding" in only_answer(bot)
    assert bot.calls_of(BROKER) == 1


@pytest.mark.parametrize("answer", [Forbidden, NotFoundYet])
def test_an_organization_without_instant_connect_is_told_where_to_switch_it_on(bot: Stage, answer):
    bot.faults = [answer(path=BROKER, times=None)]
    bot.hears("erin", "meet alice@x.com")
    told = only_answer(bot)
    assert "isn’t turned on for our organization" in told
    assert "https://instant.webex.com/integrate/" in told
    assert "tracking ID is SANDBOX_" in told


@pytest.mark.whole
def test_a_refused_token_is_the_administrators_problem(bot: Stage):
    bot.faults = [Unauthorized(path=BROKER, times=None)]
    bot.hears("erin", "meet alice@x.com")
    told = only_answer(bot)
    assert "no longer accepts my token" in told
    assert "ask my administrator to renew it" in told
    assert "tracking ID is SANDBOX_" in told


def test_an_unreadable_message_is_reported_with_the_tracking_id(bot: Stage):
    bot.faults = [Forbidden(method="GET", path="/messages/")]
    bot.hears("erin", "meet alice@x.com")
    told = only_answer(bot)
    assert "didn’t let me read it" in told
    assert "send it again" in told
    assert "tracking ID is SANDBOX_" in told


def test_a_broker_that_talks_nonsense_is_named_with_its_tracking_id(bot: Stage):
    bot.faults = [Html200(path=BROKER, times=None)]
    bot.hears("erin", "meet alice@x.com")
    told = only_answer(bot)
    assert "I couldn’t read" in told
    assert "tracking ID is SANDBOX_" in told


@pytest.mark.whole
def test_an_incomplete_answer_of_the_broker_is_retried(bot: Stage):
    bot.faults = [Truncated(path=BROKER)]
    bot.hears("erin", "meet alice@x.com")
    assert len(bot.told("alice@x.com")) == 1


def test_in_private_the_apology_stays_in_private(bot: Stage):
    bot.faults = [Html200(path=BROKER, times=None)]
    bot.hears("erin", "meet alice@x.com", space=None)
    assert "I couldn’t read" in bot.told("erin")[0].text
    assert bot.said() == bot.told("erin")


def test_webex_away_for_too_long_is_owned_up_to(bot: Stage):
    bot.faults = [RateLimited(LONG, method="GET", path="/messages/")]
    bot.hears("erin", "meet alice@x.com")
    assert "Please send it again" in only_answer(bot)


def test_a_message_that_was_deleted_before_it_was_read_is_let_go(bot: Stage):
    bot.faults = [NotFoundYet(method="GET", path="/messages/", times=None)]
    bot.hears("erin", "meet alice@x.com")
    assert bot.said() == []
    bot.faults = []
    bot.hears("erin", "meet alice@x.com")
    assert len(bot.told("alice@x.com")) == 1


@pytest.mark.whole
def test_a_guest_whom_webex_refuses_does_not_block_others(bot: Stage):
    bot.faults = [RefuseDirect(email="alice@x.com", times=None)]
    bot.hears("erin", "meet alice@x.com @Bob")
    assert bot.told("alice@x.com") == []
    assert len(bot.told("bob")) == 1
    host, passed_on = sorted(bot.told("erin"), key=lambda note: "couldn’t reach" in note.text)
    assert bot.opens(host.link).role == "host"
    assert bot.opens(passed_on.link).role == "guest"
    assert "I couldn’t reach alice@x.com" in passed_on.text
    assert "Erin Expert invites you to a video meeting" in passed_on.text
    [receipt] = bot.posted_in("Support")
    assert "1 of 2 guests invited" in receipt.text
    assert "alice@x.com: not reached" in receipt.text
    assert "Bob Builder: invited by direct message" in receipt.text
    never_a_shrug(passed_on.text + receipt.text)


def test_a_guest_who_is_refused_in_private_is_accounted_for_in_private(bot: Stage):
    bot.faults = [RefuseDirect(email="alice@x.com", times=None)]
    bot.hears("erin", "meet alice@x.com", space=None)
    texts = " ".join(note.text for note in bot.told("erin"))
    assert len(bot.told("erin")) == 2
    assert "forward this to them" in texts
    assert "not reached" in texts


def test_an_unreachable_host_is_told_where_they_asked(bot: Stage):
    bot.faults = [RefuseDirect(email="erin@example.com", times=None)]
    bot.hears("erin", "meet alice@x.com")
    assert bot.told("erin") == []
    texts = [note.text for note in bot.posted_in("Support")]
    assert any("couldn’t send you the host link privately" in text for text in texts)
    assert not any("has the host link" in text for text in texts)
    assert all(not note.links for note in bot.posted_in("Support"))


def test_a_receipt_claims_nothing_if_nobody_was_reached(bot: Stage):
    bot.faults = [
        RefuseDirect(email="erin@example.com", times=None),
        RefuseDirect(email="alice@x.com", times=None),
    ]
    bot.hears("erin", "meet alice@x.com here")
    said = "\n".join(note.text for note in bot.posted_in("Support"))
    assert "0 of 1 guests invited" in said
    assert "Say resend all to try again" in said
    assert "message to forward" not in said
    assert "got the host link" not in said


def test_an_answer_refused_by_a_thread_is_posted_outside_it(bot: Stage):
    root = bot.overhears("carl", "A question.")
    bot.faults = [Forbidden(method="POST", path="/messages", naming=root.id, times=None)]
    bot.hears("erin", "meet", thread=root.id)
    [note] = bot.posted_in("Support")
    assert note.thread == ""
    assert bot.opens(note.link).role == "guest"


def test_an_answer_refused_by_a_space_goes_to_the_requester(bot: Stage):
    bot.space("News", "erin", "bob", locked=True, announcement_only=True)
    bot.hears("erin", "meet", space="News")
    assert bot.posted_in("News") == []
    assert {bot.opens(note.link).role for note in bot.told("erin")} == {"host", "guest"}


@pytest.mark.whole
def test_a_bug_is_apologized_for_and_stops_nobody_else(bot: Stage, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the bug")

    with monkeypatch.context() as patch:
        patch.setattr("bot.core.replies.help_text", broken)
        bot.hears("erin", "help")
    assert "something went wrong on my side" in only_answer(bot)
    bot.hears("erin", "meet alice@x.com")
    assert len(bot.told("alice@x.com")) == 1


def test_a_delayed_space_blocks_nobody(real: RealStage):
    slow = real.space("Slow", "erin", "carl")
    real.faults = [RateLimited(50, method="POST", path="/messages", naming=slow.id)]
    with real.unwatched():
        asked = real.hears("erin", "help", space="Slow")
    real.hears("carl", "help")
    assert len(real.posted_in("Support")) == 1
    assert real.posted_in("Slow") == []
    real.settle("messages:created", asked.id)
    assert len(real.posted_in("Slow")) == 1


def test_a_delayed_guest_does_not_block_others(bot: Stage):
    slow = bot.person("bob").id
    bot.faults = [RateLimited(30, method="POST", path="/messages", naming=slow)]
    bot.hears("erin", "meet @Bob alice@x.com")
    assert len(bot.told("bob")) == len(bot.told("alice@x.com")) == 1
    created = {
        who: bot.world.messages[bot.told(who)[0].id].created for who in ("bob", "alice@x.com")
    }
    assert created["alice@x.com"] <= created["bob"]
    assert "2 guests invited" in bot.posted_in("Support")[0].text


def test_a_guest_given_up_after_an_hour_is_reported(core: FakeStage):
    slow = core.person("bob").id
    core.faults = [ServerError(503, method="POST", path="/messages", naming=slow, times=None)]
    core.hears("erin", "meet @Bob alice@x.com")
    assert len(core.told("alice@x.com")) == 1
    [passed_on] = [note for note in core.told("erin") if "couldn’t reach" in note.text]
    assert "didn’t accept the message in time" in passed_on.text
    assert core.opens(passed_on.link).role == "guest"
    assert "1 of 2 guests invited" in core.posted_in("Support")[0].text


def test_commands_during_a_refused_token_are_served_with_a_new_one(bot: Stage):
    bot.faults = [Unauthorized(method="GET", path="/messages/", times=2)]
    bot.hears("erin", "meet alice@x.com")
    assert len(bot.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (ServerError(503, times=None), "didn’t respond in time"),
        (Unauthorized(times=None), "no longer accepts my token"),
        (Forbidden(times=None), "refused part"),
        (Html200(times=None), "I couldn’t read"),
    ],
    ids=repr,
)
def test_a_half_done_command_is_owned_up_to(core: FakeStage, fault: Fault, why: str):
    core.hears("erin", "meet alice@x.com")
    before = core.posted_in("Support")
    core.faults = [replace(fault, method="GET", path="/people")]
    core.hears("erin", "cohost carl@example.com")
    [told] = core.posted_in("Support")[len(before) :]
    assert "I couldn’t finish: " in told.text
    assert why in told.text
    assert "tracking ID is SANDBOX_" in told.text
    never_a_shrug(told.text)

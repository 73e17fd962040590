"""Meetings that are cancelled or changed while emails are still on their way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.ledger_steps import CancelMeeting, RecordNewLinks
from bot.sandbox.page.post_office import PATH
from bot.sandbox.webex.faults import NotFoundYet, RefuseDirect, Reset
from tests.stories.fake import FakeStage
from tests.stories.real import RealStage, Town
from tests.stories.stage import Stage

LATER = "meet alice@x.com tomorrow 15:00 for 45m about the roof"
AWAY = [Reset(path=PATH, times=None)]


def late(bot: RealStage) -> None:
    """Plan a meeting while the mail server is away, and go on before it is back."""
    bot.faults = AWAY
    with bot.unwatched():
        bot.hears("erin", LATER)
    bot.world.wait_for(lambda: said_in_support(bot, "not reached yet"), 30)


def comes_too_late(bot: RealStage) -> None:
    """Have the mail server back once the first mail is given up, which else may be on its way."""
    bot.world.wait_for(lambda: said_in_support(bot, "was cancelled or changed before"), 30)
    bot.faults = []


def said_in_support(bot: Stage, words: str) -> bool:
    return any(words in note.text for note in bot.posted_in("Support"))


def test_a_guest_whose_mail_is_not_out_yet_hears_nothing_of_a_cancelled_meeting(town: Town):
    bot = RealStage(town)
    late(bot)
    bot.hears("erin", "cancel")
    comes_too_late(bot)
    assert bot.mailed("alice@x.com") == []
    assert bot.told("alice@x.com") == []
    assert said_in_support(bot, "removed my messages with its links")
    assert not any("yourself" in note.text for note in bot.told("erin"))


def test_a_mail_that_is_late_gives_way_to_that_of_the_extended_meeting(town: Town):
    bot = RealStage(town)
    late(bot)
    with bot.unwatched():
        bot.hears("erin", f"extend 30m #{bot.posted_in('Support')[-1].number}")
    bot.world.wait_for(lambda: said_in_support(bot, "Links were sent"), 30)
    comes_too_late(bot)
    bot.world.wait_for(lambda: said_in_support(bot, "sent by email"), 30)
    [mail] = bot.mailed("alice@x.com")
    assert mail.subject.startswith("Invitation to a video meeting about “the roof”: ")
    assert "1 hour 15 minutes" in mail.text
    bot.hears("erin", "status", space=None)
    assert "alice@x.com: email sent" in bot.told("erin")[-1].text


def while_mailing(core: FakeStage, monkeypatch: pytest.MonkeyPatch, step: Any) -> None:
    """Have something happen between the server's word for a mail and the bot's note of it."""
    take = core.world.take_mail

    def take_and_act(*args: Any) -> Any:
        monkeypatch.setattr(core.world, "take_mail", take)
        taken = take(*args)
        core.performer.perform(step)
        return taken

    monkeypatch.setattr(core.world, "take_mail", take_and_act)


@pytest.mark.parametrize("faults", [[], [Reset(path=PATH, times=9)]], ids=["soon", "late"])
def test_a_mail_sent_during_a_cancellation_is_cancelled_too(
    core: FakeStage, monkeypatch: pytest.MonkeyPatch, faults: list[Any]
):
    core.faults = faults
    while_mailing(core, monkeypatch, CancelMeeting(1, core.clock.now))
    core.hears("erin", LATER)
    invitation, cancellation = core.mailed("alice@x.com")
    assert [invitation.method, cancellation.method] == ["REQUEST", "CANCEL"]
    assert cancellation.message["In-Reply-To"] == invitation.message["Message-ID"]
    assert said_in_support(core, "told 1 guest.")


@pytest.mark.parametrize("said", ["add dora@z.net", "extend 30m", "resend all"])
def test_so_is_all_that_goes_out_to_a_meeting_that_somebody_cancels(
    core: FakeStage, monkeypatch: pytest.MonkeyPatch, said: str
):
    core.hears("erin", LATER)
    while_mailing(core, monkeypatch, CancelMeeting(1, core.clock.now))
    core.hears("erin", said)
    last = [*core.mailed("alice@x.com"), *core.mailed("dora@z.net")][-1]
    assert last.method == "CANCEL"
    assert sum(bool(note.links) for note in core.told("erin")) <= 1  # that of the first command


def test_so_are_texts_to_forward(core: FakeStage):
    def cancel(change: Any) -> None:
        if change.kind == "messages:created" and "Texts to forward" in change.subject.text:
            core.performer.perform(CancelMeeting(1, core.clock.now))

    core.hears("erin", LATER)
    core.world.watch(cancel)
    core.hears("erin", "text for alice@x.com")
    assert not any("Texts to forward" in note.text for note in core.told("erin"))


def test_a_late_mail_is_not_sent_for_a_meeting_that_ends_at_another_time(core: FakeStage):
    def prolong(change: Any) -> None:
        if change.kind == "messages:created" and "not reached yet" in change.subject.text:
            ends = core.performer.perform(ReadMeeting(1)).meeting.expires
            core.performer.perform(RecordNewLinks(1, ends + timedelta(hours=1)))

    core.world.watch(prolong)
    core.faults = [Reset(path=PATH, times=9)]
    core.hears("erin", LATER)
    assert core.mailed("alice@x.com") == []
    assert not any("forward this" in note.text for note in core.told("erin"))


def test_a_reminder_is_given_up_before_it_is_of_no_use(core: FakeStage):
    core.hears("erin", LATER)
    core.faults = [Reset(path=PATH, times=30)]
    core.passes(hours=29, minutes=55)
    core.passes(hours=1)
    assert len(core.mailed("alice@x.com")) == 1


def test_the_host_is_told_which_guests_a_cancellation_did_not_reach(bot: Stage):
    bot.hears("erin", LATER)
    bot.faults = [NotFoundYet(path=PATH, times=None)]
    bot.hears("erin", "cancel")
    [told] = [note.text for note in bot.told("erin") if "Please tell them" in note.text]
    assert "is cancelled: alice@x.com" in told


def test_the_host_is_told_to_tell_guests_whom_they_invited_themselves(bot: Stage):
    bot.faults = [
        RefuseDirect(email="emil@there.org", times=None),
        NotFoundYet(path=PATH, times=None),
    ]
    bot.hears("erin", "meet emil@there.org @Bob")
    bot.hears("erin", "cancel")
    assert said_in_support(bot, "told 1 guest.")
    [told] = [note.text for note in bot.told("erin") if "Please tell them" in note.text]
    assert "is cancelled: emil@there.org" in told


def test_the_mail_names_who_cancelled_as_the_chat_does(core: FakeStage):
    core.hears("erin", "meet alice@x.com and bob@example.com tomorrow 3pm about the lease")
    core.hears("erin", "cohost carl@example.com")
    core.hears("carl", "cancel the lease", space=None)
    said = "Carl Colleague cancelled the video meeting about “the lease”."
    assert said in core.mailed("alice@x.com")[-1].text
    assert said in core.told("bob")[-1].text

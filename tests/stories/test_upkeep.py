"""A meeting's life: extended, cancelled, reminded of, cleaned up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.steps.ledger_steps import ScheduledTask
from bot.process.core_config import InstalledCore
from bot.sandbox.webex.faults import Html200, RefuseDirect, ServerError
from tests.stories.fake import FakeStage
from tests.stories.real import RealStage, Town
from tests.stories.stage import Stage, links_in
from tests.stories.test_more_links import meetings_of, started

PHONE = "+491713920042"


@pytest.mark.whole
def test_extending_gives_everybody_a_new_link_in_the_place_of_the_old(bot: Stage):
    old = started(bot, "meet alice@x.com here")
    bot.hears("erin", "extend 30m")
    assert old.id not in {note.id for note in bot.told("erin")}
    for notes in (bot.told("erin"), bot.told("alice@x.com"), bot.posted_in("Support")):
        assert len(links_in(notes)) == 1
    replaced, invitation = bot.told("alice@x.com")
    assert "Your link is in a newer message" in replaced.text
    assert "1 hour 30 minutes" in invitation.text
    assert len(meetings_of(bot, "erin", "alice@x.com")) == 1


def test_extending_renews_links_that_the_host_passes_on(core: FakeStage):
    core.hears("erin", "meet 3 guests 2 hosts", space=None)
    core.hears("erin", "extend 15m", space=None)
    roles = sorted(core.opens(link).role for link in links_in(core.told("erin")))
    assert roles == ["guest"] * 3 + ["host"] * 2
    first, last = core.broker.asked
    assert last.expires - first.expires == timedelta(minutes=15)


@pytest.mark.whole
def test_the_button_extends_once_for_each_card(bot: Stage):
    note = started(bot)
    bot.presses("erin", "Extend 30 min", note)
    bot.presses("erin", "Extend 30 min")
    assert "2 hours" in bot.told("alice@x.com")[-1].text
    assert len(links_in(bot.told("alice@x.com"))) == 1


def test_longer_than_links_may_work_is_refused_and_changes_nothing(core: FakeStage):
    started(core)
    core.hears("erin", "extend 24h")
    assert "at most 24 hours" in core.posted_in("Support")[-1].text
    assert len(core.told("alice@x.com")) == 1
    core.hears("erin", "extend 23h")
    assert len(core.told("alice@x.com")) == 2


def test_a_meeting_is_not_extended_without_links(core: FakeStage):
    started(core)
    core.faults = [Html200(path="joseencrypt", times=None)]
    core.hears("erin", "extend 30m")
    core.faults = []
    core.hears("erin", "extend 30m")
    assert "1 hour 30 minutes" in core.told("alice@x.com")[-1].text


@pytest.mark.whole
def test_cancelling_withdraws_links_and_tells_the_guests(bot: Stage):
    old = started(bot, "meet alice@x.com here about the roof")
    bot.hears("erin", f"cancel #{old.number}")
    assert old.id not in {note.id for note in bot.told("erin")}
    said = [*bot.told("erin"), *bot.told("alice@x.com"), *bot.posted_in("Support")]
    assert links_in(said) == []
    withdrawn, told = bot.told("alice@x.com")
    assert withdrawn.text == "This meeting was cancelled."
    assert "Erin Expert cancelled the video meeting about “the roof”" in told.text
    receipt = bot.posted_in("Support")[-1].text
    assert "told 1 guest" in receipt
    assert "already opened or copied can’t be taken back" in receipt


def test_the_cancel_button_asks_before_guests_are_told(core: FakeStage):
    note = started(core, "meet alice@x.com bob@x.com dora@z.net")
    for _ in range(2):
        core.presses("erin", "Cancel meeting", note)
        asked = core.told("erin")[-1]
        assert "Cancel #1? Press the button" in asked.text
        assert asked.card["body"][0]["text"] == "Cancel and tell 3 guests?"
    assert len(core.told("alice@x.com")) == 1
    core.presses("erin", "Yes, cancel it")
    assert "cancelled the video meeting" in core.told("alice@x.com")[-1].text
    assert "told 3 guests" in core.told("erin")[-1].text


def test_yes_answers_whether_to_cancel(core: FakeStage):
    note = started(core, "meet alice@x.com")
    core.presses("erin", "Cancel meeting", note)
    core.hears("erin", "yes", space=None)
    assert "cancelled the video meeting" in core.told("alice@x.com")[-1].text


def test_a_press_on_cancel_without_guests_cancels(core: FakeStage):
    note = started(core, "meet")
    core.presses("erin", "Cancel meeting", note)
    assert "is cancelled" in core.told("erin")[-1].text


def test_a_cancelled_meeting_gives_no_more_links(bot: Stage):
    guest = bot.stranger()
    number = started(bot, f"meet {guest}").number
    bot.presses("erin", "Cancel meeting")
    bot.presses("erin", "Yes, cancel it")
    before = bot.calls_of("joseencrypt")
    for said in ("resend all of", "add dora@z.net to", "extend 30m", "cancel"):
        bot.hears("erin", f"{said} #{number}", space=None)
        assert f"an open meeting #{number}" in bot.told("erin")[-1].text
    bot.hears(guest, "my link", space=None)
    assert "any meeting you’re invited to" in bot.told(guest)[-1].text
    assert bot.calls_of("joseencrypt") == before


@pytest.mark.parametrize(
    ("started_by", "told"),
    [
        ("meet", ["You had 1 link to share. I can’t know who has it, so please tell them"]),
        ("meet 3 guests 2 hosts", ["You had 4 links to share"]),
        ("meet alice@x.com 2 guests", ["told 1 guest.", "You had 2 links to share"]),
        ("meet alice@x.com", ["told 1 guest."]),
    ],
)
def test_the_host_is_told_that_holders_of_spare_links_could_not_be_told(
    core: FakeStage, started_by: str, told: list[str]
):
    core.hears("erin", started_by, space=None)
    core.hears("erin", "extend 15m", space=None)
    core.hears("erin", "cancel", space=None)
    receipt = core.told("erin")[-1].text
    assert receipt.startswith("#1 is cancelled. I removed my messages with its links")
    assert [each for each in told if each not in receipt] == []
    for said in ("told", "to share"):
        assert (said in receipt) == any(said in each for each in told)


def test_a_host_is_not_sent_to_themselves_for_links_to_hand_on_that_expired(core: FakeStage):
    core.hears("erin", "meet alice@x.com 2 guests", space=None)
    core.passes(minutes=61)
    assert not any("ask Erin Expert" in note.text for note in core.told("erin"))
    assert sum("for #1 have expired" in note.text for note in core.told("erin")) == 2
    assert "ask Erin Expert to start a new meeting" in core.told("alice@x.com")[-1].text


def test_a_link_in_a_space_is_removed_and_counts_as_no_guest(core: FakeStage):
    core.hears("erin", "meet here")
    core.hears("erin", "cancel")
    receipt = core.posted_in("Support")[-1].text
    assert "I removed my messages with its links." in receipt
    assert "to share" not in receipt


def test_the_other_hosts_are_told_of_a_cancellation(core: FakeStage):
    started(core)
    core.makes_host("carl")
    core.hears("erin", "cohost @Carl")
    core.hears("carl", "cancel #1", space=None)
    assert "Carl Colleague cancelled" in core.told("erin")[-1].text
    assert links_in(core.told("carl")) == links_in(core.told("erin")) == []


def test_everybody_is_reminded_once_before_a_later_meeting(core: FakeStage):
    core.hears("erin", "meet alice@x.com here tomorrow 15:00")
    before = len(core.told("alice@x.com"))
    core.passes(hours=29, minutes=49)
    assert len(core.told("alice@x.com")) == before
    core.passes(minutes=2)
    roles = []
    for notes in (core.told("erin"), core.told("alice@x.com"), core.posted_in("Support")):
        assert "starts soon" in notes[-1].text
        roles.append(core.opens(notes[-1].link).role)
    assert roles == ["host", "guest", "guest"]
    core.passes(minutes=9)
    assert len(core.told("alice@x.com")) == before + 1


def test_in_a_space_the_link_of_the_reminder_replaces_the_earlier_one(core: FakeStage):
    core.hears("erin", "meet here tomorrow 15:00")
    core.passes(hours=29, minutes=55)
    assert len([link for note in core.posted_in("Support") for link in note.links]) == 1
    core.hears("erin", "extend 30m")
    assert len([link for note in core.posted_in("Support") for link in note.links]) == 1


def test_a_reminder_is_sent_without_a_link_if_none_can_be_minted(core: FakeStage):
    core.hears("erin", f"meet alice@x.com {PHONE} tomorrow 15:00")
    core.faults = [ServerError(503, path="joseencrypt", times=None)]
    core.passes(hours=29, minutes=55)
    assert "Your link is in this chat" in core.told("alice@x.com")[-1].text
    assert "Your host link is in this chat" in core.told("erin")[-1].text
    assert core.texted(PHONE)[-1].endswith("Your link is in an earlier text message.")


def test_a_cancelled_meetings_reminders_show_no_link(core: FakeStage):
    core.hears("erin", "meet alice@x.com here tomorrow 15:00")
    core.passes(hours=29, minutes=55)
    core.hears("erin", "cancel")
    assert links_in(core.said()) == []


def test_hosts_get_a_button_to_extend_before_the_end(core: FakeStage):
    core.hears("erin", "meet alice@x.com", space=None)
    core.passes(minutes=51)
    offer = core.told("erin")[-1]
    assert "ends in a few minutes" in offer.text
    core.presses("erin", "Extend 30 min", offer)
    assert "now lasts until" in core.told("erin")[-1].text
    core.passes(minutes=28)
    before = len(core.told("erin"))
    core.passes(minutes=2)  # ten minutes before the new end
    assert "ends in a few minutes" in core.told("erin")[before].text


@pytest.mark.parametrize("said", ["meet alice@x.com for 15m", "meet", "meet alice@x.com for 24h"])
def test_hosts_get_no_extension_offer_without_need(core: FakeStage, said: str):
    core.hears("erin", said)
    if said == "meet":
        core.hears("erin", "cancel")
    core.passes(days=2)
    assert not any("ends in a few minutes" in note.text for note in core.told("erin"))


def test_no_extension_is_offered_where_no_link_was_sent(core: FakeStage):
    no_broker = [ServerError(503, path="joseencrypt", times=None)]
    core.engine.crashes = lambda _: "the roof" in core.kept()  # the meeting is saved
    core.engine.restarts = lambda: setattr(core, "faults", no_broker)
    core.hears("erin", "meet for 20h about the roof", space=None)
    assert "interrupted before you had all of your links" in core.told("erin")[0].text
    core.passes(hours=20)
    assert not any("ends in a few minutes" in note.text for note in core.told("erin"))


def test_a_reminder_says_the_time_in_the_hosts_zone(core: FakeStage):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", "meet alice@x.com tomorrow 15:00", space=None)
    core.passes(hours=29)
    assert "15:00 (Europe/Berlin, UTC+01:00)" in core.told("alice@x.com")[-1].text


def test_a_reminder_that_comes_after_the_meeting_is_not_given(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00")
    core.restarts_after(days=3)
    assert not any("Soon" in note.text for note in core.said())


def test_a_reminder_that_comes_late_says_that_the_meeting_has_begun(core: FakeStage):
    core.hears("erin", "meet alice@x.com here tomorrow 15:00 about the roof")
    core.restarts_after(hours=30, minutes=7)
    for notes in (core.told("erin"), core.told("alice@x.com"), core.posted_in("Support")):
        assert notes[-1].text.startswith(
            "The video meeting about “the roof” started 7 minutes ago."
        )
        assert "works until Tuesday 3 March 2026, 16:00 (UTC)" in notes[-1].text
    assert not any("Soon" in note.text for note in core.said())


def test_after_the_end_no_message_shows_a_link_that_no_longer_works(core: FakeStage):
    old = started(core, "meet alice@x.com here")
    core.passes(minutes=59)
    assert len(links_in(core.said())) == 3
    core.passes(minutes=2)
    assert links_in(core.said()) == []
    assert "ask Erin Expert to start a new meeting" in core.told("alice@x.com")[0].text
    assert old.id not in {note.id for note in core.told("erin")}
    assert "have expired" in core.told("erin")[-1].text


def test_texts_to_forward_expire_too(core: FakeStage):
    core.faults = [RefuseDirect(email="alice@x.com", times=None)]
    core.hears("erin", "meet alice@x.com", space=None)
    assert len(links_in(core.told("erin"))) == 2
    core.passes(minutes=61)
    assert links_in(core.told("erin")) == []


def test_an_extension_voids_the_old_tasks(core: FakeStage):
    started(core)
    core.hears("erin", "extend 30m")
    core.passes(minutes=70)
    assert len(links_in(core.told("alice@x.com"))) == 1
    core.passes(minutes=25)
    assert links_in(core.said()) == []


def test_after_a_cancellation_nobody_is_reminded(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00")
    core.hears("erin", "cancel")
    before = core.said()
    core.passes(days=3)
    assert core.said() == before


def test_an_errand_that_an_earlier_version_left_does_nothing(core: FakeStage):
    started(core)
    before, later = core.said(), datetime.now(UTC) + timedelta(days=8)
    core.engine.drive(ScheduledTask("forget", 1, later), lambda: InstalledCore(core.installation))
    assert core.said() == before


def test_the_whole_bot_keeps_its_errands(town: Town):
    bot = RealStage(town)
    soon = datetime.now(UTC) + timedelta(minutes=10, seconds=2)
    bot.hears("erin", f"meet alice@x.com at {soon:%Y-%m-%dT%H:%M:%S}Z", space=None)
    assert not any("Soon" in note.text for note in bot.told("alice@x.com"))
    bot.world.wait_for(lambda: "starts soon" in bot.told("alice@x.com")[-1].text, 20)


def test_cancel_said_twice_leaves_the_meeting_before_alone(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the chimney")
    bot.hears("erin", "meet bob@example.com about the cellar")
    for _ in range(2):
        bot.hears("erin", "cancel")
    said = bot.posted_in("Support")[-1].text
    assert "already cancelled, handed over or over" in said
    assert not any("cancelled" in note.text for note in bot.told("alice@x.com"))
    bot.hears("erin", "cancel the chimney")
    assert "cancelled" in bot.told("alice@x.com")[-1].text


def test_cancel_after_a_cancellation_means_the_next_meeting_asked_for(core: FakeStage):
    for number, about in enumerate(("the roof", "the cellar"), 1):
        core.passes(seconds=1)
        core.hears("erin", f"meet alice@x.com about {about}", space=None)
        core.hears("erin", "cancel", space=None)
        assert f"“{about}” (#{number}) is cancelled" in core.told("erin")[-1].text


def two_planned(core: FakeStage) -> None:
    """Have Erin plan two meetings, of which none was made just now."""
    core.hears("erin", "meet alice@x.com tomorrow 10:00 about the roof", space=None)
    core.hears("erin", "meet bob@example.com tomorrow 15:00 about the cellar", space=None)
    core.passes(minutes=6)


@pytest.mark.parametrize(
    "said",
    [
        "cancel",
        "move to 16:00",
        "tell all: I am ill",
        "add dora@z.net",
        "rename it to the garden",
        "handover carl@example.com",
        "extend 30m",
        "resend all",
        "again next monday 10:00",
    ],
)
def test_a_command_that_may_mean_several_meetings_asks_which(core: FakeStage, said: str):
    two_planned(core)
    core.hears("erin", said, space=None)
    note = core.told("erin")[-1]
    assert "Which meeting do you mean?" in note.text
    assert [len(core.told(who)) for who in ("alice@x.com", "bob", "dora@z.net")] == [1, 1, 0]


def test_a_second_cancel_offers_the_other_meetings_and_cancels_none(core: FakeStage):
    two_planned(core)
    core.hears("erin", "cancel #1", space=None)
    before = len(core.told("bob"))
    core.hears("erin", "cancel", space=None)
    core.hears("erin", "yes", space=None)
    assert len(core.told("bob")) == before
    core.presses("erin", "#2 the cellar")
    assert "cancelled" in core.told("bob")[-1].text


@pytest.mark.parametrize(
    "said", ["remove alice@x.com", "resend alice@x.com", "tell alice@x.com: we start late"]
)
def test_a_guest_tells_which_meeting_is_meant(core: FakeStage, said: str):
    two_planned(core)
    core.hears("erin", said, space=None)
    assert "#1" in core.told("erin")[-1].text
    assert len(core.told("alice@x.com")) == 2
    assert len(core.told("bob")) == 1


def test_what_is_cancelled_is_not_cancelled_again(core: FakeStage):
    two_planned(core)
    core.hears("erin", "cancel #1", space=None)
    core.hears("erin", "wrong person, sorry", space=None)
    asked = core.told("erin")[-1].text
    assert "again #1" in asked
    assert "cancel #1" not in asked
    assert "from #1" not in asked


def test_who_names_no_meeting_means_what_they_just_made_else_what_runs(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the runner for 30m", space=None)
    core.passes(minutes=6)
    for when, about in (("in 2 days", "the later"), ("in 5 hours", "the next")):
        core.hears("erin", f"meet bob@example.com {when} about {about}", space=None)
    core.hears("erin", "add dora@z.net", space=None)
    question = core.told("erin")[-1].text
    assert "Which meeting" in question
    assert "“the next”" in question
    assert "“the runner”" in question
    core.passes(minutes=6)
    core.hears("erin", "add dora@z.net", space=None)
    assert "“the runner”" in core.told("erin")[-1].text
    core.passes(minutes=30)
    core.hears("erin", "status", space=None)
    assert "“the next”" in core.told("erin")[-1].text


def test_extend_means_the_running_meeting_even_after_planning_another(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the visit", space=None)
    core.passes(minutes=20)
    core.hears("erin", "meet alice@x.com about the follow-up in 7 days", space=None)
    core.hears("erin", "extend 15m", space=None)
    assert "“the visit”" in core.told("erin")[-1].text


def test_in_a_space_commands_mean_only_its_meetings(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the merger", space=None)
    before = len(core.told("alice@x.com"))
    for said in ("add @Bob", "extend", "cancel", "status", "text for alice"):
        core.hears("erin", said)
    assert len(core.told("alice@x.com")) == before
    assert not any("merger" in note.text for note in core.posted_in("Support"))


def test_a_private_meeting_is_answered_in_private_when_named_by_number(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the merger", space=None)
    core.hears("erin", "extend 15m #1")
    assert "merger" in core.told("erin")[-1].text
    core.hears("erin", "add @Bob to #1")
    question = core.told("erin")[-1]
    assert "doesn’t belong to the space" in question.text
    assert core.told("bob") == []
    core.presses("erin", "Add", question)
    assert len(core.told("bob")) == 1
    core.hears("erin", "cancel #1")
    assert not any("merger" in note.text for note in core.posted_in("Support"))


def test_in_a_thread_commands_mean_its_meeting(core: FakeStage):
    first = core.hears("erin", "meet alice@x.com about the roof")
    core.hears("erin", "meet bob@example.com about the cellar")
    core.hears("erin", "cancel", thread=first.id)
    assert any("cancelled" in note.text for note in core.told("alice@x.com"))
    assert not any("cancelled" in note.text for note in core.told("bob@example.com"))


def test_somebody_without_meetings_is_told_so(core: FakeStage):
    core.hears("erin", "meet alice@x.com")
    core.hears("carl", "cancel")
    assert "nothing of yours to cancel in this space" in core.posted_in("Support")[-1].text
    core.hears("carl", "cancel", space=None)
    said = "you haven’t made a meeting, or it’s already cancelled"
    assert said in core.told("carl")[-1].text


def test_cancel_after_a_handover_cancels_no_other_meeting(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet alice@x.com tomorrow 15:00 about the roof", space=None)
    core.hears("erin", "meet bob@example.com about the cellar", space=None)
    core.hears("erin", "handover carl@example.com", space=None)
    core.hears("erin", "cancel", space=None)
    assert "Which meeting do you mean" in core.told("erin")[-1].text
    assert not any("cancelled" in note.text for note in core.told("alice@x.com"))

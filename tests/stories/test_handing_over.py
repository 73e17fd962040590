"""Whoever hands a meeting over is no longer its host, but a link they copied goes on working."""

from __future__ import annotations

import pytest

from bot.core.conversations.requests.delivery_ways import Ways
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage, links_in
from tests.stories.test_more_links import meetings_of, started


def handed_over(bot: Stage, said: str = "meet alice@x.com here about the invoice") -> int:
    """Have Erin hand a meeting over to Carl; return its number."""
    number = started(bot, said).number
    bot.makes_host("carl")
    bot.hears("erin", f"handover @Carl of #{number}")
    return number


@pytest.mark.whole
def test_the_former_host_gets_no_other_host_link(bot: Stage):
    number = handed_over(bot)
    bot.hears("carl", f"extend 30m #{number}", space=None)
    bot.hears("carl", f"resend all of #{number}", space=None)
    for said in ("resend me of", "add dora@z.net to", "cancel", "handover bob@example.com of"):
        bot.hears("erin", f"{said} #{number}", space=None)
        told = bot.told("erin")[-1].text
        assert f"You handed over “the invoice” (#{number}), so I did nothing" in told
        assert "Please ask Carl Colleague" in told
    assert links_in(bot.told("erin")) == []
    assert len(links_in(bot.told("carl"))) == 2
    assert len(meetings_of(bot, "carl", "alice@x.com")) == 1


def test_the_receipt_says_what_a_former_host_still_can_and_that_is_so(bot: Stage):
    number = handed_over(bot)
    receipt = bot.told("erin")[-1].text
    assert "I removed my message with your host link. If you opened or copied it" in receipt
    assert f"no longer a host, but you can still say status #{number}" in receipt
    for who in ("erin", "carl"):
        bot.hears(who, f"status #{number}", space=None)
        status = bot.told(who)[-1].text
        assert "Erin Expert (former host): has a host link that works until" in status
        assert "Carl Colleague (host): has the host link" in status


def test_a_former_hosts_link_expires_when_it_would_have_anyway(
    core: FakeStage,
):
    handed_over(core)
    core.hears("carl", "extend 30m #1", space=None)
    core.hears("carl", "status #1", space=None)
    status = core.told("carl")[-1].text
    assert "(former host): has a host link that works until Monday 2 March 2026, 10:00" in status
    assert "The links expire on Monday 2 March 2026, 10:30" in status
    core.passes(minutes=61)
    assert links_in(core.told("erin")) == []
    assert "Your host link for “the invoice” (#1), which you handed over, has expired" in (
        core.told("erin")[-1].text
    )
    assert len(links_in(core.told("carl"))) == len(links_in(core.posted_in("Support"))) == 1
    before = len(core.told("erin"))
    core.passes(minutes=30)
    assert links_in(core.said()) == []
    assert len(core.told("erin")) == before
    core.hears("carl", "status #1", space=None)
    assert "had a host link that worked until" in core.told("carl")[-1].text


def test_a_former_host_learns_of_a_cancellation_and_their_message_is_removed(core: FakeStage):
    handed_over(core)
    core.hears("carl", "cancel #1", space=None)
    assert "Carl Colleague cancelled" in core.told("erin")[-1].text
    assert links_in(core.said()) == []


@pytest.mark.whole
def test_a_former_host_has_no_buttons_that_work(bot: Stage):
    number = started(bot, "meet alice@x.com about the invoice").number
    bot.makes_host("carl")
    bot.hears("erin", f"status #{number}", space=None)
    old = bot.told("erin")[-1]
    bot.hears("erin", f"handover @Carl of #{number}")
    assert not any("Start" in str(note.cards) for note in bot.told("erin"))
    guests = len(bot.told("alice@x.com"))
    bot.presses("erin", "Send", old, **{"tell.text": "hello"})
    assert "Please ask Carl Colleague" in bot.told("erin")[-1].text
    bot.hears("erin", f"status #{number}", space=None)
    assert bot.told("erin")[-1].cards == ()
    assert len(bot.told("alice@x.com")) == guests


def test_a_former_host_gets_no_reminder_and_no_list_entry(core: FakeStage):
    handed_over(core, "meet alice@x.com tomorrow 15:00")
    core.hears("erin", "meetings", space=None)
    assert "You have no meetings" in core.told("erin")[-1].text
    core.passes(hours=29, minutes=55)
    assert not any("Soon" in note.text for note in core.told("erin"))
    assert "starts soon" in core.told("carl")[-1].text
    core.hears("carl", "status #1", space=None)
    assert "former host" in core.told("carl")[-1].text


def test_handing_back_makes_the_first_host_the_host_again(core: FakeStage):
    handed_over(core)
    core.makes_host("erin")
    core.hears("carl", "handover erin@example.com of #1", space=None)
    core.hears("erin", "extend 15m #1", space=None)
    assert len(links_in(core.told("erin"))) == 1
    core.hears("erin", "status #1", space=None)
    assert "Erin Expert (host): has the host link" in core.told("erin")[-1].text
    assert "Carl Colleague (former host): has a host link" in core.told("erin")[-1].text
    core.hears("carl", "cancel #1", space=None)
    assert "Please ask Erin Expert" in core.told("carl")[-1].text


def test_a_cohost_who_hands_over_to_a_host_leaves_the_others_as_they_were(core: FakeStage):
    started(core)
    core.makes_host("carl")
    core.hears("erin", "cohost @Carl")
    core.hears("carl", "handover erin@example.com of #1", space=None)
    core.hears("carl", "add dora@z.net", space=None)
    assert "You handed over “the invoice” (#1)" in core.told("carl")[-1].text
    core.hears("erin", "add dora@z.net to #1")
    assert core.told("dora@z.net")[0].links


def test_a_meeting_that_is_over_is_not_handed_over(core: FakeStage):
    started(core)
    core.passes(minutes=61)
    core.hears("erin", "handover @Carl of #1")
    assert "(#1) is over, so I did nothing" in core.posted_in("Support")[-1].text
    assert core.told("carl") == []


def test_host_links_to_hand_on_are_renewed_for_the_new_host(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet alice@x.com 3 hosts")
    core.hears("erin", "handover @Carl")
    core.hears("carl", "extend 15m #1", space=None)
    assert [core.opens(link).role for link in links_in(core.told("carl"))] == ["host"] * 3
    assert links_in(core.told("erin")) == []


def test_guests_read_the_current_hosts_name(core: FakeStage):
    handed_over(core, "meet alice@x.com here about the invoice")
    core.hears("carl", "extend 15m #1", space=None)
    core.hears("alice@x.com", "my link", space=None)
    assert "Carl Colleague is the host." in core.posted_in("Support")[-1].text
    assert "Carl Colleague invites you" in core.told("alice@x.com")[-1].text
    core.passes(minutes=76)
    assert "ask Carl Colleague to start a new meeting" in core.told("alice@x.com")[-1].text


def test_calendar_entries_keep_their_organizer(core: FakeStage):
    core.settings(ways=Ways(mail=True))
    core.makes_host("carl")
    core.hears("erin", "meet dora@z.net tomorrow 15:00")
    core.hears("erin", "handover @Carl")
    core.hears("carl", "cancel #1", space=None)
    _, off = core.mailed("dora@z.net")
    assert "Carl Colleague cancelled" in off.text
    assert "erin@example.com" in off.calendar
    assert "carl@example.com" not in off.calendar.replace("Carl Colleague cancelled", "")


def test_reminders_name_the_current_host(core: FakeStage):
    core.hears("carl", "defaults in Europe/Berlin language de", space=None)
    handed_over(core, "meet alice@x.com tomorrow 15:00")
    core.passes(hours=29, minutes=55)
    assert "16:00 Uhr (Europe/Berlin" in core.told("carl")[-1].text


@pytest.mark.parametrize(
    "said",
    [
        *("@Carl is the host now", "@Carl is the host", "@Carl ist jetzt der Host"),
        *("@Carl est l'hôte", "@Carl es el anfitrión", "@Carl should host", "@Carl can host it"),
    ],
)
def test_who_is_said_to_be_host_is_asked_about(core: FakeStage, said: str):
    """It doesn't say whether the one who speaks stays a host."""
    core.hears("erin", "meet alice@x.com about the roof")
    core.hears("erin", said)
    kinds = [each["title"].split()[0] for each in core.posted_in("Support")[-1].card["actions"]]
    assert set(kinds) >= {"Hand", "Make"}
    assert len(core.broker.asked) == 1


def test_who_is_to_be_host_too_takes_the_meeting_from_nobody(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof")
    core.hears("erin", "make carl host too")
    [button] = core.posted_in("Support")[-1].card["actions"]
    assert button["title"] == "Make Carl Colleague a host of “the roof” too"


def test_a_host_is_not_invited_as_a_guest(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", "meet alice@x.com about the roof", space=None)
    core.hears("erin", "cohost carl@example.com", space=None)
    heard = len(core.told("carl"))
    core.hears("erin", "add carl@example.com to #1", space=None)
    assert len(core.told("carl")) == heard
    assert "doesn’t need a guest link" in core.told("erin")[-1].text


def test_a_former_host_may_be_invited_as_a_guest(core: FakeStage):
    core.makes_host("carl")
    core.hears("carl", "meet alice@x.com about the roof", space=None)
    core.makes_host("erin")
    core.hears("carl", "handover erin@example.com", space=None)
    core.hears("erin", "add carl@example.com to #1", space=None)
    assert "1 guest invited" in core.told("erin")[-1].text

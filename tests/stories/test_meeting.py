"""The main story: somebody asks for a meeting, and the links arrive."""

from __future__ import annotations

import pytest

from tests.stories.stage import Stage


@pytest.mark.whole
def test_in_a_space_with_nobody_named_the_space_gets_one_guest_link(bot: Stage):
    asked = bot.hears("erin", "meet")
    [to_host] = bot.told("erin")
    [to_all] = bot.posted_in("Support")
    host, guest = bot.opens(to_host.link), bot.opens(to_all.link)
    assert (host.role, guest.role) == ("host", "guest")
    assert host.meeting == guest.meeting
    assert to_all.thread == asked.id


def test_a_request_in_a_thread_is_answered_in_that_thread(bot: Stage):
    root = bot.overhears("carl", "A question.")
    bot.hears("erin", "meet", thread=root.id)
    assert [note.thread for note in bot.posted_in("Support")] == [root.id]


@pytest.mark.whole
def test_in_a_space_each_person_named_gets_a_link_of_their_own(bot: Stage):
    asked = bot.hears("erin", "meet alice@x.com @Bob about the invoice")
    [to_host] = bot.told("erin")
    [to_alice] = bot.told("alice@x.com")
    [to_bob] = bot.told("bob")
    assert len({to_host.link, to_alice.link, to_bob.link}) == 3
    visits = [bot.opens(note.link) for note in (to_host, to_alice, to_bob)]
    assert [visit.role for visit in visits] == ["host", "guest", "guest"]
    assert len({visit.meeting for visit in visits}) == 1
    assert all("the invoice" in note.text for note in (to_host, to_alice, to_bob))
    assert asked.id in {note.thread for note in bot.posted_in("Support")}


@pytest.mark.whole
def test_the_receipt_says_for_each_person_what_happened_and_holds_no_link(bot: Stage):
    bot.hears("erin", "meet alice@x.com @Bob")
    [receipt] = bot.posted_in("Support")
    assert receipt.links == []
    assert "2 guests invited" in receipt.text
    assert "alice@x.com: invited by direct message" in receipt.text
    assert "Bob Builder: invited by direct message" in receipt.text


@pytest.mark.whole
def test_with_here_the_space_gets_a_guest_link_as_well(bot: Stage):
    bot.hears("erin", "meet alice@x.com here")
    [to_alice] = bot.told("alice@x.com")
    notes = bot.posted_in("Support")
    [link] = [link for note in notes for link in note.links]
    assert len(notes) == 2  # the link, and the receipt
    assert bot.opens(link).role == "guest"
    assert link != to_alice.link


@pytest.mark.whole
def test_in_private_with_nobody_named_the_guest_link_is_a_message_ready_to_forward(bot: Stage):
    bot.hears("erin", "meet about the invoice", space=None)
    notes = bot.told("erin")
    roles = {bot.opens(note.link).role: note for note in notes}
    assert set(roles) == {"host", "guest"}
    assert len(notes) == 2
    assert "Erin Expert invites you to a video meeting" in roles["guest"].text
    assert len(bot.said()) == 2


@pytest.mark.whole
def test_a_meeting_in_private_invites_each_person_and_keeps_the_receipt_private(bot: Stage):
    bot.hears("erin", "meet alice@x.com bob@example.com", space=None)
    [to_alice], [to_bob] = bot.told("alice@x.com"), bot.told("bob")
    assert {bot.opens(note.link).role for note in (to_alice, to_bob)} == {"guest"}
    host_note, receipt = sorted(bot.told("erin"), key=lambda note: not note.links)
    assert bot.opens(host_note.link).role == "host"
    assert "alice@x.com: invited" in receipt.text
    assert "bob@example.com: invited" in receipt.text
    assert bot.posted_in("Support") == []


@pytest.mark.whole
def test_somebody_without_webex_is_invited_by_address(bot: Stage):
    bot.hears("erin", "meet nobody.yet@y.org")
    [note] = bot.told("nobody.yet@y.org")
    assert bot.opens(note.link).role == "guest"


def test_two_requests_are_two_meetings(bot: Stage):
    bot.hears("erin", "meet")
    bot.hears("erin", "meet")
    first, second = (bot.opens(note.link) for note in bot.told("erin"))
    assert first.meeting != second.meeting


def test_everybody_allowed_may_be_the_host(bot: Stage):
    bot.hears("carl", "meet alice@x.com")
    [note] = bot.told("carl")
    assert bot.opens(note.link).role == "host"
    assert bot.told("erin") == []


def test_the_requester_needs_no_guest_link(bot: Stage):
    bot.hears("erin", "meet @Erin alice@x.com ERIN@EXAMPLE.COM")
    [note] = bot.told("erin")
    assert bot.opens(note.link).role == "host"
    assert bot.told("alice@x.com")
    assert "doesn’t need a guest link" in bot.posted_in("Support")[0].text


def test_naming_only_oneself_gives_both_links_in_private(bot: Stage):
    bot.hears("erin", "meet @Erin")
    assert {bot.opens(note.link).role for note in bot.told("erin")} == {"host", "guest"}
    [receipt] = bot.posted_in("Support")
    assert receipt.links == []
    assert "Erin Expert has 1 guest link to share." in receipt.text
    assert "invited" not in receipt.text


def test_the_bot_itself_is_not_invited(bot: Stage):
    bot.hears("erin", "meet connect@webex.bot alice@x.com")
    assert bot.told("alice@x.com")
    [receipt] = bot.posted_in("Support")
    assert "connect@webex.bot: a bot, not invited" in receipt.text


def test_the_same_guest_named_twice_and_in_capitals_gets_one_link(bot: Stage):
    bot.hears("erin", "meet alice@x.com, ALICE@X.COM and <mailto:alice@x.com>")
    assert len(bot.told("alice@x.com")) == 1


@pytest.mark.whole
def test_a_command_is_five_calls(bot: Stage):
    bot.hears("erin", "meet")
    assert bot.calls_of("") == 5  # read, mint and the host's name at once, and two messages


@pytest.mark.whole
def test_a_notice_that_comes_again_is_not_served_again(bot: Stage):
    asked = bot.hears("erin", "meet alice@x.com")
    before = bot.said()
    bot.hears_again_of(asked)
    assert bot.said() == before

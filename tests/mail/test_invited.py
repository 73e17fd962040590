"""Guests who aren't in Webex get their link, and the host sees how."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.conversations.delivery_ways import Ways
from bot.core.domain.commands import Guest, Meet
from bot.sandbox.page.post_office import PATH
from bot.sandbox.webex.faults import Fault, NotFoundYet, RefuseDirect, Reset, ServerError
from tests.rows import for_each
from tests.stories.fake import FakeStage
from tests.stories.stage import Letter, Stage


def only_mail(bot: Stage, email: str) -> Letter:
    [mail] = bot.mailed(email)
    return mail


def receipt(bot: Stage) -> str:
    return bot.posted_in("Support")[-1].text


@pytest.mark.whole
def test_a_guest_from_elsewhere_gets_the_link_by_mail_and_the_receipt_says_so(bot: Stage):
    bot.hears("erin", "meet alice@x.com about the invoice")
    mail = only_mail(bot, "alice@x.com")
    assert bot.told("alice@x.com") == []
    assert bot.opens(mail.link).role == "guest"
    assert mail.link in mail.html
    assert mail.subject == "Invitation to a video meeting about “the invoice”"
    assert "Erin Expert invites you to a video meeting about “the invoice”" in mail.text
    assert "alice@x.com: email sent" in receipt(bot)
    assert "1 guest invited" in receipt(bot)


def test_it_says_how_to_join_in_three_steps_and_who_gets_the_answer(bot: Stage):
    bot.hears("erin", "meet alice@x.com")
    mail = only_mail(bot, "alice@x.com")
    for text in (mail.text, mail.html):
        assert "How to join" in text
        assert "You don’t need an account" in text
        assert "Replies to this email go to Erin Expert" in text
    assert mail.text.count("\n3. ") == 1
    assert "\n4. " not in mail.text
    assert mail.message["Reply-To"] == "erin@example.com"
    assert mail.message["From"] == "Example Clinic <no-reply@example.com>"


def test_domains_that_only_look_alike_are_two_guests(core: FakeStage):
    core.hears("erin", "meet alice@straße.de and alice@strasse.de", space=None)
    on_the_wire = ("alice@xn--strae-oqa.de", "alice@strasse.de")
    assert len({only_mail(core, each).link for each in on_the_wire}) == 2
    core.hears("erin", "resend alice@straße.de", space=None)
    assert [len(core.mailed(each)) for each in on_the_wire] == [2, 1]


def test_colleagues_get_a_direct_message_alone(bot: Stage):
    bot.hears("erin", "meet bob@example.com @Carl alice@x.com")
    assert len(bot.told("bob")) == len(bot.told("carl")) == 1
    assert bot.mailed("bob@example.com") == bot.mailed("carl@example.com") == []
    assert "bob@example.com: invited by direct message" in receipt(bot)
    assert len(bot.mailed("alice@x.com")) == 1


@pytest.mark.whole
def test_who_gets_both_has_one_link_in_both(bot: Stage):
    bot.hears("erin", "meet dora@both.org")
    [note] = bot.told("dora@both.org")
    assert only_mail(bot, "dora@both.org").link == note.link
    assert "dora@both.org: invited by direct message; email sent" in receipt(bot)


@pytest.mark.whole
def test_a_refused_direct_message_becomes_a_mail(bot: Stage):
    bot.faults = [RefuseDirect(email="emil@there.org", times=None)]
    bot.hears("erin", "meet emil@there.org")
    mail = only_mail(bot, "emil@there.org")
    assert bot.opens(mail.link).role == "guest"
    assert (
        "emil@there.org: email sent; not by direct message: Webex doesn’t let me message"
        in receipt(bot)
    )
    assert not any("forward this" in note.text for note in bot.told("erin"))


def test_so_does_that_of_somebody_who_was_mentioned_and_whose_address_webex_knows(bot: Stage):
    bot.faults = [RefuseDirect(email="bob@example.com", times=None)]
    bot.hears("erin", "meet @Bob")
    assert bot.opens(only_mail(bot, "bob@example.com").link).role == "guest"


def test_the_receipt_says_that_email_is_not_set_up(core: FakeStage):
    core.settings(ways=Ways())
    core.faults = [RefuseDirect(email="emil@there.org", times=None)]
    core.hears("erin", "meet emil@there.org")
    why = "Webex doesn’t let me message them; email isn’t set up"
    assert f"emil@there.org: not reached ({why}); the host has the message" in receipt(core)
    assert any(f"couldn’t reach emil@there.org: {why}." in note.text for note in core.told("erin"))


@pytest.mark.parametrize("first", [True, False], ids=["found, then not", "not found, then found"])
def test_a_replay_keeps_its_path_if_an_address_is_gone(core: FakeStage, first: bool):
    refusal = RefuseDirect(email="bob@example.com", times=None)
    faults = [[refusal], [refusal, ServerError(503, path="/v1/people", times=None)]]
    core.faults = faults[not first]

    def changes(_: int) -> bool:
        told = bool(core.posted_in("Support"))
        core.faults = faults[first] if told else core.faults
        return told

    core.engine.crashes = changes
    core.hears("erin", "meet @Bob")
    assert len(core.mailed("bob@example.com")) == first
    assert ("Webex doesn’t show me their email address" in receipt(core)) is not first


@pytest.mark.parametrize("fault", [Reset(), ServerError(503)], ids=["cut", "later"])
def test_a_mail_server_that_stumbles_is_asked_again_and_the_guest_gets_one_mail(
    bot: Stage, fault: Fault
):
    bot.faults = [replace(fault, path=PATH, times=2)]
    bot.hears("erin", "meet alice@x.com")
    assert bot.faults == []
    assert len(bot.mailed("alice@x.com")) == 1
    assert "alice@x.com: email sent" in receipt(bot)


def test_a_mail_server_that_is_down_for_a_minute_blocks_nobody(bot: Stage):
    bot.faults = [
        RefuseDirect(email="emil@there.org", times=None),
        Reset(path=PATH, times=9),
    ]
    bot.hears("erin", "meet emil@there.org bob@example.com")
    assert len(bot.told("bob")) == 1
    assert len(bot.mailed("emil@there.org")) == 1
    [said] = bot.posted_in("Support")  # once, and put right in its place
    assert "emil@there.org: email sent" in said.text
    assert "2 guests invited" in said.text
    edited = bot.world.messages[said.id]
    assert edited.edits == 1


def test_a_late_mail_is_sent_though_a_programs_host_cannot_be_reached(core: FakeStage):
    core.faults = [
        RefuseDirect(email="erin@example.com", times=None),
        Reset(path=PATH, times=9),
    ]
    core.program_asks("portal", Meet((Guest(email="alice@x.com"),)), "erin@example.com")
    assert core.opens(only_mail(core, "alice@x.com").link).role == "guest"
    assert core.told("erin") == []


def test_until_then_the_receipt_says_that_it_is_still_being_tried(core: FakeStage):
    seen: list[str] = []
    core.world.watch(
        lambda change: change.kind == "messages:created" and seen.append(change.subject.text)
    )
    core.faults = [Reset(path=PATH, times=9)]
    core.hears("erin", "meet alice@x.com")
    [before] = [text for text in seen if "alice@x.com: not reached yet" in text]
    assert "the mail server isn’t responding, and I’ll keep trying" in before
    assert "0 of 1 guests invited" in before
    began = core.world.messages[core.posted_in("Support")[0].id].created
    assert core.world.mails[-1].received > began


def test_a_refused_address_is_reported_with_a_text_to_forward(bot: Stage):
    bot.faults = [NotFoundYet(path=PATH, naming="alice@x.com", times=None)]
    bot.hears("erin", "meet alice@x.com dora@z.net")
    assert bot.mailed("alice@x.com") == []
    assert len(bot.mailed("dora@z.net")) == 1
    [passed_on] = [note for note in bot.told("erin") if "couldn’t reach" in note.text]
    assert "the mail server doesn’t accept email for this address" in passed_on.text
    assert bot.opens(passed_on.link).role == "guest"
    assert "alice@x.com: not reached (the mail server doesn’t accept email" in receipt(bot)
    assert "the host has the message to forward" in receipt(bot)


# The whole bot tries for more than a minute; the core alone has a clock that is turned by hand.
def test_a_server_that_stays_away_is_owned_up_to_in_the_end(bot: Stage):
    bot.faults = [Reset(path=PATH, times=None)]
    bot.hears("erin", "meet alice@x.com")
    assert "alice@x.com: not reached (the mail server didn’t accept the email" in receipt(bot)
    assert any("Please forward this" in note.text for note in bot.told("erin"))


@for_each(
    ("said", "discreet"),
    [("meet alice@x.com dora@z.net", False), ("meet alice@x.com about MRN 4711083", True)],
)
def test_in_a_direct_chat_the_receipt_then_comes_with_the_text_to_forward(
    core: FakeStage, said: str, discreet: bool
):
    core.settings(discreet=discreet)
    core.faults = [Reset(path=PATH, naming="alice@x.com", times=None)]
    before, posted = len(core.told("erin")), len(core.posted_in("Support"))
    core.hears("erin", said, space="Support" if discreet else None)
    ready, receipt = core.told("erin")[before:]
    assert "Your meeting is ready" in ready.text
    assert "alice@x.com: not reached (" in receipt.text
    assert "not reached yet" not in receipt.text
    assert "Please forward this" in receipt.text
    assert core.opens(receipt.link).role == "guest"
    assert ("please leave it out" in receipt.text) is discreet
    core.hears("erin", "cancel", space="Support" if discreet else None)
    assert "Please forward this" not in core.told("erin")[before + 1].text
    counted = [each.text for each in core.posted_in("Support")[posted:]]
    assert ["0 of 1 guests" in each for each in counted] == [True] * discreet


def test_a_crash_after_any_step_leaves_one_receipt_with_the_text_to_forward(core: FakeStage):
    core.faults = [Reset(path=PATH, naming="alice@x.com", times=None)]
    core.engine.crashes = lambda _: True
    core.hears("erin", "meet alice@x.com", space=None)
    texts = [each.text for each in core.told("erin")]
    assert ["Please forward this" in each for each in texts] == [False, True]
    assert "not reached yet" not in "".join(texts)


def test_the_host_forwards_once_to_a_guest_whom_no_way_reached(bot: Stage):
    bot.faults = [
        RefuseDirect(email="dora@both.org", times=None),
        NotFoundYet(path=PATH, times=None),
    ]
    bot.hears("erin", "meet dora@both.org")
    assert sum("couldn’t reach" in note.text for note in bot.told("erin")) == 1
    assert "dora@both.org: not reached (Webex doesn’t let me message them; the mail" in receipt(bot)


def test_the_status_tells_the_way(bot: Stage):
    bot.hears("erin", "meet alice@x.com dora@both.org")
    bot.hears("erin", "status", space=None)
    told = bot.told("erin")[-1].text
    assert "alice@x.com: email sent" in told
    assert "dora@both.org: invited by direct message; email sent" in told


def test_a_mail_can_be_sent_again(bot: Stage):
    bot.hears("erin", "meet alice@x.com")
    bot.hears("erin", "resend alice@x.com")
    first, second = bot.mailed("alice@x.com")
    assert first.message["Message-ID"] != second.message["Message-ID"]
    assert bot.opens(first.link).meeting == bot.opens(second.link).meeting
    assert "alice@x.com: sent by email" in receipt(bot)


def test_in_discreet_mode_a_mail_does_not_say_what_it_is_about(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", "meet alice@x.com about Mrs Miller's knee tomorrow 15:00")
    mail = only_mail(core, "alice@x.com")
    assert mail.subject == "Invitation to a video meeting: Tuesday 3 March 2026, 15:00 (UTC)"
    assert "knee" not in str(mail.message) + mail.text + mail.html + mail.calendar


def test_a_mail_that_is_sent_again_says_until_when_its_link_works(core: FakeStage):
    core.hears("erin", "meet alice@x.com")
    core.passes(minutes=40)
    core.hears("erin", "resend alice@x.com")
    first, again = core.mailed("alice@x.com")
    assert "Now. The link works for 1 hour" in first.text
    assert "The link works until Monday 2 March 2026, 10:00 (UTC)." in again.text

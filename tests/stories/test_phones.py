"""Guests known only by a phone number, reached through Webex Connect."""

from __future__ import annotations

import re

import pytest

from bot.sandbox.page.phone_pages import PATH
from bot.sandbox.webex.faults import NotFoundYet, ServerError
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage
from tests.stories.test_more_links import meetings_of, started

ALICE = "+491713920042"
BOB = "+4915228817386"
LINK = re.compile(r"https?://\S+")


def link_in(text: str) -> str:
    [link] = LINK.findall(text)
    return link


@pytest.mark.whole
def test_a_guest_with_a_number_gets_the_link_as_a_text(bot: Stage):
    bot.hears("erin", "meet 0171 392 00 42 about the invoice")
    [text] = bot.texted(ALICE)
    assert 'Erin Expert invites you to a video meeting about "the invoice"' in text
    [note] = bot.told("erin")
    assert bot.opens(link_in(text)).role == "guest"
    assert bot.opens(link_in(text)).meeting == bot.opens(note.link).meeting
    assert f"{ALICE}: text message sent" in bot.posted_in("Support")[-1].text


def test_numbers_and_addresses_mix(bot: Stage):
    bot.hears("erin", f"meet alice@x.com, {ALICE} and 0152 28817386")
    links = [bot.told("alice@x.com")[0].link, *map(link_in, bot.texted(ALICE) + bot.texted(BOB))]
    assert len(set(links)) == 3
    assert len({bot.opens(each).meeting for each in links}) == 1
    assert "3 guests invited" in bot.posted_in("Support")[-1].text


def test_a_refused_text_message_is_reported_with_a_text_to_forward(bot: Stage):
    bot.faults = [NotFoundYet(path=PATH, naming=ALICE, times=None)]
    bot.hears("erin", f"meet {ALICE} {BOB}")
    passed_on = next(note for note in bot.told("erin") if "couldn’t reach" in note.text)
    assert "Webex Connect doesn’t accept the text message" in passed_on.text
    assert bot.opens(passed_on.link).role == "guest"
    assert len(bot.texted(BOB)) == 1
    receipt = bot.posted_in("Support")[-1].text
    assert f"{ALICE}: not reached" in receipt
    assert f"{BOB}: text message sent" in receipt


def test_an_outage_of_webex_connect_blocks_nobody(core: FakeStage):
    core.faults = [ServerError(503, path=PATH, naming=ALICE, times=6)]
    core.hears("erin", f"meet {ALICE} bob@example.com")
    assert len(core.texted(ALICE)) == 1
    assert core.told("bob")
    assert f"{ALICE}: text message sent" in core.posted_in("Support")[-1].text
    assert len(core.posted_in("Support")) == 1  # the receipt was put right in its place


def test_the_host_gets_the_text_if_text_messages_are_not_set_up(core: FakeStage):
    core.has_no_texts()
    core.hears("erin", f"meet {ALICE}")
    passed_on = next(note for note in core.told("erin") if "couldn’t reach" in note.text)
    assert "text messages aren’t set up" in passed_on.text
    assert "invites you to a video meeting. Join: http" in passed_on.text
    assert core.opens(passed_on.link).role == "guest"
    assert "the host has the message to forward" in core.posted_in("Support")[-1].text


def test_a_crash_after_any_step_sends_no_second_text(core: FakeStage):
    core.engine.crashes = lambda _: True
    core.hears("erin", f"meet {ALICE}")
    assert len(core.texted(ALICE)) == 1


def test_somebody_added_and_somebody_who_lost_the_text_get_one_to_the_same_meeting(bot: Stage):
    started(bot)
    bot.hears("erin", f"add {ALICE}")
    bot.hears("erin", f"resend {ALICE}")
    links = [link_in(each) for each in bot.texted(ALICE)]
    assert len(set(links)) == 2
    assert {bot.opens(each).meeting for each in links} == meetings_of(bot, "erin")
    assert f"{ALICE}: sent by text message" in bot.posted_in("Support")[-1].text


def test_a_phone_gets_reminder_extension_and_cancellation(core: FakeStage):
    core.hears("erin", f"meet {ALICE} tomorrow 15:00 about the invoice")
    assert "Tuesday 3 March 2026, 15:00 (UTC)" in core.texted(ALICE)[0]
    core.passes(days=1, hours=5, minutes=50)
    assert "Starting soon: your video meeting with Erin Expert" in core.texted(ALICE)[1]
    assert core.opens(link_in(core.texted(ALICE)[1])).role == "guest"
    core.hears("erin", "extend 30m", space=None)
    assert link_in(core.texted(ALICE)[2]) != link_in(core.texted(ALICE)[0])
    assert core.texted(ALICE)[2].startswith(
        'Erin Expert changed the video meeting about "the invoice". It now lasts until Tuesday 3'
        " March 2026, 16:30 (UTC). Join: "
    )
    core.hears("erin", "cancel", space=None)
    assert core.texted(ALICE)[3] == (
        'Erin Expert cancelled the video meeting about "the invoice", Tuesday 3 March 2026, 15:00'
        " (UTC)."
    )
    assert len(core.texted(ALICE)) == 4


def test_a_late_reminder_by_text_says_that_the_meeting_has_begun(core: FakeStage):
    core.hears("erin", f"meet {ALICE} tomorrow 15:00")
    core.restarts_after(hours=30, minutes=7)
    assert "with Erin Expert started 7 minutes ago." in core.texted(ALICE)[-1]


def test_a_phone_number_cannot_be_a_host(core: FakeStage):
    started(core)
    core.hears("erin", f"cohost {ALICE}")
    assert "Mention your colleague" in core.posted_in("Support")[-1].text
    assert core.texted(ALICE) == []


def test_a_long_link_goes_to_a_phone_too(core: FakeStage):
    core.settings(short_links=False)
    core.hears("erin", f"meet {ALICE}")
    assert core.opens(link_in(core.texted(ALICE)[0])).role == "guest"


def test_no_phone_makes_a_link_of_a_subject(core: FakeStage):
    core.hears("erin", f"meet {ALICE} about pay.example.com and the roof")
    [text] = core.texted(ALICE)
    assert '"pay . example . com and the roof"' in text
    core.hears("erin", f'meet {BOB} about "Dr. No and 3.5 kg"')
    assert '"Dr. No and 3.5 kg"' in core.texted(BOB)[0]

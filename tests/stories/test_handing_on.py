"""What the host gets to hand on: a QR code, texts to forward, links to copy."""

from __future__ import annotations

import io
import re

import pytest
import zxingcpp
from PIL import Image

from bot.core.wording import sms_length
from bot.sandbox.webex.faults import ServerError
from tests.stories.fake import FakeStage
from tests.stories.real import RealStage
from tests.stories.stage import Note, Stage
from tests.stories.test_more_links import meetings_of, started

ALICE = "+491713920042"


def scanned(bot: Stage, note: Note) -> str:
    [picture] = bot.pictures_in(note)
    image = Image.open(io.BytesIO(picture))
    # Of any other kind it sees stripes in some pictures.
    [found] = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return found.text


@pytest.mark.whole
def test_a_qr_code_goes_to_the_requester_and_reads_as_a_guests_link(bot: Stage):
    bot.hears("erin", "meet qr about the invoice")
    [note] = [each for each in bot.told("erin") if bot.pictures_in(each)]
    assert scanned(bot, note) == note.link
    assert bot.opens(note.link).role == "guest"
    assert "Scan to join:" in note.text
    assert len(meetings_of(bot, "erin")) == 1
    assert all(not each.links for each in bot.posted_in("Support"))


def test_a_qr_code_is_one_more_link(bot: Stage):
    bot.hears("erin", "meet alice@x.com with a qr code", space=None)
    [note] = [each for each in bot.told("erin") if bot.pictures_in(each)]
    assert scanned(bot, note) != bot.told("alice@x.com")[0].link


def test_a_long_link_can_be_scanned_too(core: FakeStage):
    core.settings(short_links=False)
    core.hears("erin", "meet qr", space=None)
    [note] = [each for each in core.told("erin") if core.pictures_in(each)]
    assert scanned(core, note) == note.link


def test_a_qr_code_is_gone_when_the_meeting_is_cancelled(bot: Stage):
    bot.hears("erin", "meet qr", space=None)
    bot.hears("erin", "cancel", space=None)
    assert not [each for each in bot.told("erin") if bot.pictures_in(each)]


def test_a_crash_after_any_step_shows_one_qr_code(core: FakeStage):
    core.engine.crashes = lambda _: True
    core.hears("erin", "meet qr", space=None)
    assert len([each for each in core.told("erin") if core.pictures_in(each)]) == 1


@pytest.mark.whole
def test_spare_links_come_in_one_message_ready_to_copy(bot: Stage):
    bot.hears("erin", "meet 3 guests", space=None)
    [note] = [each for each in bot.told("erin") if len(each.links) > 1]
    assert len(set(note.links)) == 3
    assert {bot.opens(link).role for link in note.links} == {"guest"}


def test_no_long_link_is_broken_by_markdown(core: FakeStage):
    core.settings(short_links=False)
    core.hears("erin", "meet 24 guests", space=None)
    links = [link for note in core.told("erin") for link in note.links]
    assert {core.opens(link).role for link in links} == {"host", "guest"}
    assert len(set(links)) == 25


@pytest.mark.whole
def test_the_host_is_given_a_short_and_a_long_text_for_a_guest(bot: Stage):
    started(bot)
    bot.hears("erin", "text for alice")
    note = bot.told("erin")[-1]
    assert "Texts to forward to alice@x.com" in note.text
    short, long = note.links
    assert short == long
    assert short != bot.told("alice@x.com")[0].link
    assert len(meetings_of(bot, "erin", "alice@x.com")) == 1
    assert 'invites you to a video meeting about "the invoice". Join: ' in note.text
    assert "Join. If you’re the first one there" in note.text
    assert bot.posted_in("Support")[-1].links == []


def test_the_long_text_of_a_meeting_that_has_begun_says_until_when(core: FakeStage):
    started(core)
    core.hears("erin", "text for alice", space=None)
    assert "works for 1 hour" in core.told("erin")[-1].text
    core.passes(minutes=20)
    core.hears("erin", "text for alice", space=None)
    assert "works until Monday 2 March 2026, 10:00 (UTC)" in core.told("erin")[-1].text
    assert "works for" not in core.told("erin")[-1].text


def test_the_short_text_says_how_many_sms_it_is(core: FakeStage):
    started(core)
    core.hears("erin", "text for alice", space=None)
    note = core.told("erin")[-1]
    [words, whole] = re.search(
        r"(\d+) characters, (\d+) with the link \(1 SMS\)", note.text
    ).groups()
    [said] = re.findall(r"Erin Expert invites [^:]*? Join: https?://\S+", note.text)
    assert sms_length.length(said) == int(whole)
    assert int(whole) - int(words) == len(note.links[0])


def test_a_long_subject_is_cut_rather_than_making_two_sms(core: FakeStage):
    started(core, f"meet alice@x.com about {'a long story ' * 9}")
    core.hears("erin", "text for alice", space=None)
    short, _, long = core.told("erin")[-1].text.partition("Longer")
    assert 'about "a long story a long story a long story a..."' in short
    assert "(1 SMS)" in short
    assert "a long story" in long


def test_text_for_all_is_one_for_each_guest(bot: Stage):
    started(bot, f"meet alice@x.com @Bob {ALICE}")
    bot.hears("erin", "text for all", space=None)
    assert bot.told("erin")[-1].text.count("Texts to forward") == 3
    assert len(set(meetings_of(bot, "erin"))) == 1


def test_a_text_for_a_guest_is_no_link_to_share(core: FakeStage):
    started(core)
    core.hears("erin", "text for alice", space=None)
    core.hears("erin", "status", space=None)
    assert "links to share" not in core.told("erin")[-1].text
    before = len(core.told("erin"))
    core.hears("erin", "extend 30m", space=None)
    assert not any("Guest links for" in each.text for each in core.told("erin")[before:])
    core.hears("erin", "cancel", space=None)
    assert "to share" not in core.told("erin")[-1].text


def test_a_guest_is_found_by_name_by_number_and_by_the_meeting(core: FakeStage):
    first = started(core, f"meet Alice Smith <{ALICE}> and @Bob about the roof").number
    started(core, "meet carl@z.net")
    for said in (f"text for smith of #{first}", f"text for 0171 3920042 of #{first}"):
        core.hears("erin", said, space=None)
        assert (
            f"Texts to forward to Alice Smith ({ALICE}) for #{first}" in core.told("erin")[-1].text
        )
    core.hears("erin", "text for bob of the roof", space=None)
    assert "Texts to forward to Bob Builder" in core.told("erin")[-1].text


def test_somebody_who_is_not_a_guest_gets_no_text(core: FakeStage):
    started(core)
    for said in ("text for zoe", "text for bob@example.com", "text for alice and zoe"):
        core.hears("erin", said, space=None)
        assert "#1 has no guest called" in core.told("erin")[-1].text


def test_a_meeting_without_guests_has_a_text_for_anybody(core: FakeStage):
    started(core, "meet")
    core.hears("erin", "text for all", space=None)
    assert "Texts to forward for #1" in core.told("erin")[-1].text


def test_texts_to_forward_are_removed_when_the_meeting_is_cancelled(core: FakeStage):
    started(core)
    core.hears("erin", "text for alice", space=None)
    core.hears("erin", "cancel", space=None)
    assert not any("Texts to forward" in note.text for note in core.told("erin"))


@pytest.mark.parametrize("said", ["meet", "meet 3 guests", "meet alice@x.com qr", "meet 2 hosts"])
def test_links_to_share_come_after_the_hosts_own_link(real: RealStage, said: str):
    erin = real.person("erin")
    real.faults = [ServerError(503, path="/messages", method="POST", naming=erin.id)]
    real.hears("erin", said, space=None)
    assert real.told("erin")[0].text.startswith("Your meeting is ready")

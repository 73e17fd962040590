"""A meeting is moved to another time: its links, its guests, its reminders, its old links."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.conversations.requests.delivery_ways import MAIL, Ways
from bot.core.domain.meetings import Preferences
from bot.sandbox.webex.faults import Html200
from tests.stories.fake import FakeStage
from tests.stories.stage import Stage, links_in

PHONE = "+491713920042"
LATER = "meet alice@x.com tomorrow 15:00 for 45m about the roof"
TOMORROW = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)


@pytest.mark.whole
def test_everybody_gets_a_new_link_for_the_new_time_of_the_same_meeting(bot: Stage):
    bot.hears("erin", "meet alice@x.com here tomorrow 15:00 for 45m about the roof")
    [old] = links_in(bot.told("alice@x.com"))
    number = bot.told("erin")[0].number
    bot.hears("erin", f"move #{number} to 16:00")
    for notes in (bot.told("erin"), bot.told("alice@x.com"), bot.posted_in("Support")):
        assert len(links_in(notes)) == 1
    replaced, moved = bot.told("alice@x.com")
    assert "The meeting was moved. Your link is in a newer message" in replaced.text
    assert "Erin Expert moved the video meeting about “the roof”." in moved.text
    assert ", 16:00 (UTC), and the links work for 45 minutes" in moved.text
    assert bot.opens(moved.link).meeting == bot.opens(old).meeting
    assert f"New time for “the roof” (#{number})" in bot.told("erin")[-1].text


@pytest.mark.whole
def test_the_receipt_says_until_when_the_old_links_work(bot: Stage):
    bot.hears("erin", LATER, space=None)
    bot.hears("erin", f"push #{bot.told('erin')[0].number} back 15 min", space=None)
    receipt = bot.told("erin")[-1].text
    assert ", 15:15 (UTC), for 45 minutes" in receipt
    assert "can’t be taken back. They work until" in receipt
    assert "15:45 (UTC)" in receipt


def test_the_old_links_are_remembered_when_it_is_moved_to_an_earlier_time(core: FakeStage):
    core.hears("erin", LATER, space=None)
    core.hears("erin", "move it 2 hours earlier", space=None)
    core.hears("erin", "move it 15 min later", space=None)
    assert "They work until Tuesday 3 March 2026, 15:45" in core.told("erin")[-1].text
    core.hears("erin", "cancel", space=None)
    assert "They work until Tuesday 3 March 2026, 15:45" in core.told("erin")[-1].text


def test_the_broker_is_asked_for_the_new_time(core: FakeStage):
    core.hears("erin", LATER)
    core.hears("erin", "reschedule #1 to 5 march 10:00 for 30m")
    first, last = core.broker.asked
    assert last.sub == first.sub
    assert last.not_before == datetime(2026, 3, 5, 9, 50, tzinfo=UTC)
    assert last.expires == datetime(2026, 3, 5, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize("said", ["verschiebe auf 16 Uhr", "décale à 16h", "mueve a las 16:00"])
def test_it_is_moved_in_every_language(core: FakeStage, said: str):
    core.hears("erin", LATER)
    core.hears("erin", said)
    assert core.broker.asked[-1].expires == TOMORROW + timedelta(hours=1, minutes=45)


def test_links_to_hand_on_are_renewed_and_spoken_of(core: FakeStage):
    core.hears("erin", "meet 3 guests 2 hosts tomorrow 15:00", space=None)
    core.hears("erin", "move it to 16:00", space=None)
    roles = sorted(core.opens(link).role for link in links_in(core.told("erin")))
    assert roles == ["guest"] * 3 + ["host"] * 2
    assert "You had 4 links to share" in core.told("erin")[-1].text


def test_a_guest_by_phone_is_told_the_new_time(core: FakeStage):
    core.hears("erin", f"meet {PHONE} tomorrow 15:00 about the roof")
    core.hears("erin", "move it to 16:00")
    told = core.texted(PHONE)[-1]
    assert 'moved the video meeting about "the roof" to: Tuesday 3 March 2026, 16:00' in told


def test_a_calendar_finds_the_same_meeting_at_another_time(core: FakeStage):
    core.settings(ways=Ways(mail=True, rules={"*": MAIL}))
    core.hears("erin", "meet dora@z.net tomorrow 15:00 about the roof")
    for said in ("extend 8h", "move it 2 hours earlier", "move it 1 hour later", "cancel"):
        core.hears("erin", said)
    mails = core.mailed("dora@z.net")
    assert "Erin Expert moved the video meeting about “the roof”." in mails[2].text
    events = [mail.event for mail in mails]
    assert len({str(each["UID"]) for each in events}) == 1
    numbers = [each["SEQUENCE"] for each in events]
    assert numbers == sorted(set(numbers))
    begins = [each.decoded("DTSTART").hour for each in events]
    assert begins == [15, 15, 13, 14, 14]


def reminded(core: FakeStage) -> list[str]:
    return [each.text for each in core.told("alice@x.com") if "starts soon" in each.text]


def test_people_are_reminded_of_the_new_time_alone(core: FakeStage):
    core.hears("erin", LATER)
    core.hears("erin", "move it 15 min later")
    core.passes(hours=29, minutes=55)
    assert reminded(core) == []
    core.passes(minutes=15)
    [reminder] = reminded(core)
    assert "15:15" in reminder


def test_a_meeting_that_is_moved_to_an_earlier_time_is_over_once(core: FakeStage):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 for 1h")
    core.hears("erin", "move it 2 hours earlier")
    core.passes(hours=29)
    core.passes(hours=3)
    assert sum("have expired" in each.text for each in core.told("erin")) == 1


def test_a_running_meeting_is_not_ended_at_its_old_time(core: FakeStage):
    core.hears("erin", "meet alice@x.com for 1h")
    core.hears("erin", "move it 3 hours later")
    core.passes(minutes=61)
    assert not any("expired" in each.text for each in core.said())
    assert len(links_in(core.told("alice@x.com"))) == 1


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("move it to 8:00 today", "is in the past"),
        ("move it 40 hours earlier", "has already passed"),
        ("move it to 15:00", "is already on"),
        ("move it to 16:00 for 25h", "at most 24 hours"),
        ("move it to 1 december 10:00", "at most 90 days ahead"),
        ("move #99 to 16:00", "#99"),
        ("move the garden to 16:00", "garden"),
        ("move the Friday call to 15:30", "may name two times"),
        ("move it", "move to tomorrow 3pm"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_done(core: FakeStage, said: str, answered: str):
    core.hears("erin", LATER)
    core.hears("erin", said)
    assert answered in core.posted_in("Support")[-1].text
    assert len(core.broker.asked) == 1
    assert len(core.told("alice@x.com")) == 1


def test_only_a_host_moves_a_meeting(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", LATER)
    for where in ("Support", None):
        core.hears("carl", "move #1 to 16:00", space=where)
    assert len(core.broker.asked) == 1
    core.hears("erin", "handover @Carl")
    core.hears("erin", "move #1 to 16:00")
    assert "move" not in str(core.told("alice@x.com"))


def test_where_there_are_no_links_it_stays_where_it_was(core: FakeStage):
    core.hears("erin", LATER)
    core.faults = [Html200(path="joseencrypt", times=None)]
    core.hears("erin", "move it to 16:00")
    core.faults = []
    core.hears("erin", "move it 15 min later")
    assert "15:15 (UTC)" in core.told("alice@x.com")[-1].text


def test_a_cancelled_or_ended_meeting_is_not_moved(core: FakeStage):
    core.hears("erin", LATER)
    core.hears("erin", "cancel")
    core.hears("erin", "move #1 to 16:00")
    core.hears("erin", "meet alice@x.com for 15m")
    core.passes(minutes=16)
    core.hears("erin", "move #2 2 hours later")
    assert len(core.broker.asked) == 2


def test_discreetly_only_the_host_reads_what_was_moved(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", LATER)
    core.hears("erin", "move it to 16:00")
    assert "the roof" in core.told("erin")[-1].text
    others = [*core.told("alice@x.com"), *core.posted_in("Support")]
    assert not any("roof" in note.text for note in others)


def test_a_private_meeting_is_moved_in_private(core: FakeStage):
    core.hears("erin", LATER, space=None)
    before = len(core.posted_in("Support"))
    core.hears("erin", "move #1 to 16:00")
    assert "is now on" in core.told("erin")[-1].text
    assert len(core.posted_in("Support")) == before


def test_of_somebody_without_a_time_zone_it_is_asked(core: FakeStage):
    core.settings(defaults=Preferences(minutes=60, vertical="gen", login=True))
    core.hears("erin", "meet alice@x.com in 3 hours", space=None)
    core.hears("erin", "move it to 16:00", space=None)
    assert "16:00 in which time zone?" in core.told("erin")[-1].text
    assert len(core.broker.asked) == 1


def test_of_one_that_runs_and_one_just_made_it_is_asked_which_to_move(core: FakeStage):
    core.hears("erin", "meet alice@x.com about the roof for 2h", space=None)
    core.passes(minutes=30)
    core.hears("erin", "meet alice@x.com about the garden tomorrow 15:00", space=None)
    core.hears("erin", "push it back 15 min", space=None)
    assert len(core.broker.asked) == 2
    core.presses("erin", core.told("erin")[-1].card["actions"][0]["title"])
    assert len(core.broker.asked) == 3


@pytest.mark.parametrize("said", ["move the roof forward 30 min", "push it forward by 30 min"])
def test_forward_may_be_either_way(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 10am about the roof", space=None)
    core.passes(minutes=20)
    core.hears("erin", said, space=None)
    offered = core.told("erin")[-1].offered
    assert offered == ["move #1 30m earlier", "move #1 30m later"]
    assert len(core.told("alice@x.com")) == 1


@pytest.mark.parametrize(
    "said",
    [
        *("zieh #1 10 minuten vor", "zieh #1 um 10 minuten vor", "#1 10 minuten vorziehen"),
        *("hol #1 um 10 minuten vor", "bring #1 forward by 10 minutes"),
    ],
)
def test_bringing_forward_never_shortens(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com tomorrow 15:00 for 1 hour about the cellar", space=None)
    core.hears("erin", said, space=None)
    assert ", 14:50 (UTC), for 1 hour" in core.told("erin")[-1].text
    assert core.broker.asked[-1].expires == TOMORROW + timedelta(minutes=50)

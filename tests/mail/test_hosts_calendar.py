"""A later meeting is in its hosts' calendars, and no host link is in any email."""

from __future__ import annotations

import icalendar
import pytest

from bot.core.conversations.delivery_ways import Ways
from bot.sandbox.page.post_office import PATH
from bot.sandbox.webex.faults import Reset
from tests.mail.rfc5545 import flaws
from tests.stories.fake import FakeStage
from tests.stories.stage import Letter, Stage

MEET = "meet alice@x.com tomorrow 15:00 for 45m about the roof"


def calendar(mail: Letter) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(mail.calendar)


@pytest.mark.whole
def test_the_host_gets_an_entry_without_any_link(bot: Stage):
    bot.hears("erin", MEET)
    [mail] = bot.mailed("erin@example.com")
    assert mail.subject.startswith("For your calendar: video meeting about “the roof”: ")
    assert mail.links == []
    [event] = calendar(mail).walk("VEVENT")
    assert str(calendar(mail)["METHOD"]) == "PUBLISH"
    assert "ATTENDEE" not in event
    assert "in your direct chat with me in Webex" in event["DESCRIPTION"]
    assert flaws(mail.message) == []


def test_it_is_the_event_that_the_guests_have(core: FakeStage):
    core.hears("erin", MEET)
    [hosts], [guests] = core.mailed("erin@example.com"), core.mailed("alice@x.com")
    [mine], [theirs] = (calendar(each).walk("VEVENT") for each in (hosts, guests))
    for name in ("UID", "SEQUENCE", "ORGANIZER"):
        assert mine[name] == theirs[name]
    assert mine.decoded("DTSTART") == theirs.decoded("DTSTART")


def test_it_follows_the_meeting(core: FakeStage):
    core.hears("erin", MEET)
    core.hears("erin", "extend 30m")
    core.hears("erin", "move to tomorrow 16:00")
    core.hears("erin", "cancel")
    mails = core.mailed("erin@example.com")
    assert [str(calendar(each)["METHOD"]) for each in mails] == ["PUBLISH"] * 3 + ["CANCEL"]
    [numbers] = [[each.walk("VEVENT")[0]["SEQUENCE"] for each in map(calendar, mails)]]
    assert numbers == sorted(set(numbers))
    assert [flaws(each.message) for each in mails] == [[]] * 4


def test_a_colleague_gets_it_too(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", MEET)
    core.hears("erin", "cohost @Carl")
    assert len(core.mailed("carl@example.com")) == 1
    core.hears("erin", "cancel")
    assert len(core.mailed("carl@example.com")) == 2


@pytest.mark.parametrize("said", ["meet alice@x.com", "cancel"])
def test_a_meeting_that_starts_now_is_in_no_hosts_calendar(core: FakeStage, said: str):
    core.hears("erin", "meet alice@x.com")
    core.hears("erin", said)
    assert core.mailed("erin@example.com") == []


def test_without_email_the_host_gets_no_calendar_entry(core: FakeStage):
    core.settings(ways=Ways())
    core.hears("erin", MEET)
    assert core.mailed("erin@example.com") == []


def test_a_failed_calendar_entry_is_not_reported(core: FakeStage):
    core.faults = [Reset(path=PATH, times=None)]
    core.hears("erin", "meet @Bob tomorrow 15:00")
    assert "1 guest invited" in core.posted_in("Support")[-1].text
    assert len(core.told("erin")) == 1


def test_in_discreet_mode_it_does_not_say_what_it_is_about(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", MEET)
    [mail] = core.mailed("erin@example.com")
    assert "roof" not in mail.subject + mail.text + mail.html + mail.calendar

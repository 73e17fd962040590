"""Hosts put a later meeting into their calendar from their page; no entry has a link."""

from __future__ import annotations

import icalendar
import pytest
import vobject

from bot.core.conversations.requests.delivery_ways import Ways
from tests.doors.visitors import token_of
from tests.mail.rfc5545 import calendar_flaws
from tests.stories.fake import FakeStage
from tests.stories.stage import Note, Stage

MEET = "meet alice@x.com tomorrow 15:00 for 45m about the roof"
NAME = "/meeting.ics"


def address_of(note: Note) -> str:
    """Return the address of the calendar entry in a host's message."""
    [found] = [each for each in note.text.split() if each.endswith(NAME)]
    return found


def entry(bot: Stage, note: Note) -> icalendar.Calendar:
    """Return the entry, which keeps to the rules and has no link."""
    found = bot.doors.host_calendar(token_of(address_of(note).removesuffix(NAME)))
    assert found
    assert calendar_flaws(found) == []
    assert b"http" not in found
    return icalendar.Calendar.from_ical(found)


def event(calendar: icalendar.Calendar) -> icalendar.Event:
    [found] = calendar.walk("VEVENT")
    return found


@pytest.mark.whole
def test_the_host_s_message_leads_to_an_entry_without_any_link(bot: Stage):
    bot.hears("erin", MEET)
    found = entry(bot, bot.told("erin")[-1])
    assert str(found["METHOD"]) == "PUBLISH"
    assert "ATTENDEE" not in event(found)
    assert "in your direct chat with me in Webex" in event(found)["DESCRIPTION"]
    assert vobject.readOne(found.to_ical().decode()).vevent.summary.value.endswith("the roof”")


def test_the_card_which_webex_shows_instead_leads_there_too(core: FakeStage):
    core.hears("erin", MEET)
    note = core.told("erin")[-1]
    assert f"[Add to calendar]({address_of(note)})" in str(note.card)


def test_it_is_the_event_that_the_guests_have(core: FakeStage):
    core.settings(ways=Ways(mail=True))
    core.hears("erin", MEET)
    mine = event(entry(core, core.told("erin")[-1]))
    [letter] = core.mailed("alice@x.com")
    theirs = event(icalendar.Calendar.from_ical(letter.calendar))
    for name in ("UID", "SEQUENCE", "ORGANIZER"):
        assert mine[name] == theirs[name]
    assert mine.decoded("DTSTART") == theirs.decoded("DTSTART")


def test_it_follows_the_meeting(core: FakeStage):
    core.hears("erin", MEET)
    note = core.told("erin")[-1]
    found = [entry(core, note)]
    for said in ("extend 30m", "move to tomorrow 16:00", "cancel"):
        core.hears("erin", said)
        found.append(entry(core, note))
    assert [str(each["METHOD"]) for each in found] == ["PUBLISH"] * 3 + ["CANCEL"]
    numbers = [event(each)["SEQUENCE"] for each in found]
    assert numbers == sorted(set(numbers))


def test_nobody_is_sent_an_email_for_it(core: FakeStage):
    core.settings(ways=Ways(mail=True))
    core.hears("erin", MEET)
    core.hears("erin", "move to tomorrow 16:00")
    core.hears("erin", "cancel")
    assert core.mailed("erin@example.com") == []


def test_a_colleague_has_it_and_a_former_host_does_not(core: FakeStage):
    core.makes_host("carl")
    core.hears("erin", MEET)
    mine = core.told("erin")[-1]
    core.hears("erin", "handover @Carl")
    entry(core, core.told("carl")[-1])
    assert core.doors.host_calendar(token_of(address_of(mine).removesuffix(NAME))) is None


def test_a_meeting_that_starts_now_is_not_for_calendars(core: FakeStage):
    core.hears("erin", "meet alice@x.com")
    [page] = [each for each in core.told("erin")[-1].links if "/h/" in each]
    assert "calendar" not in core.told("erin")[-1].text
    assert core.doors.host_calendar(token_of(page)) is None


def test_in_discreet_mode_it_does_not_say_what_it_is_about(core: FakeStage):
    core.settings(discreet=True)
    core.hears("erin", MEET)
    [note] = [each for each in core.told("erin") if NAME in each.text]
    assert "roof" not in str(entry(core, note).to_ical())

"""A later meeting is in the guest's calendar, and stays correct there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject

from tests.stories.fake import FakeStage
from tests.stories.stage import Stage

MEET = "meet alice@x.com tomorrow 15:00 for 45m about the roof"


@pytest.mark.whole
def test_a_later_meeting_comes_with_an_invitation(bot: Stage):
    bot.hears("erin", MEET)
    [mail] = bot.mailed("alice@x.com")
    found = mail.event
    assert mail.method == "REQUEST"
    assert found["SUMMARY"] == "Video meeting about “the roof”"
    assert found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(minutes=45)
    assert found.decoded("DTSTART").hour == 15
    assert found["ORGANIZER"] == "mailto:erin@example.com"
    assert found["ATTENDEE"] == "mailto:alice@x.com"
    assert mail.link in found["DESCRIPTION"]
    for words in (mail.text, str(found["DESCRIPTION"])):
        assert "for 45 minutes. You can join 10 minutes early." in words
    [reminder] = found.walk("VALARM")
    assert reminder.decoded("TRIGGER") == timedelta(minutes=-10)


def test_a_meeting_that_begins_now_has_none(bot: Stage):
    bot.hears("erin", "meet alice@x.com")
    [mail] = bot.mailed("alice@x.com")
    assert mail.calendar == ""


def test_another_library_reads_the_same(bot: Stage):
    bot.hears("erin", MEET)
    [mail] = bot.mailed("alice@x.com")
    read = vobject.readOne(mail.calendar)
    mine = mail.event
    assert read.method.value == "REQUEST"
    assert read.vevent.uid.value == str(mine["UID"])
    assert read.vevent.dtstart.value.astimezone(UTC) == mine.decoded("DTSTART").astimezone(UTC)
    assert read.vevent.summary.value == str(mine["SUMMARY"])
    assert read.vevent.valarm.trigger.value == timedelta(minutes=-10)


def test_times_are_in_utc_for_calendars_and_in_the_hosts_zone_for_people(core: FakeStage):
    core.hears("erin", "defaults in Europe/Berlin", space=None)
    core.hears("erin", MEET, space=None)
    [mail] = core.mailed("alice@x.com")
    assert "VTIMEZONE" not in mail.calendar
    assert "DTSTART:20260303T140000Z\r\n" in mail.calendar
    read = vobject.readOne(mail.calendar)
    there = datetime(2026, 3, 3, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    assert read.vevent.dtstart.value == there.astimezone(UTC)
    assert "Europe/Berlin, UTC+01:00" in mail.text


def test_a_guest_elsewhere_reads_their_own_time_as_well(core: FakeStage):
    core.hears("erin", "meet jan@clinic.pl tomorrow 15:00", space=None)
    [mail] = core.mailed("jan@clinic.pl")
    assert "15:00 (UTC)" in mail.text
    assert "16:00 (Europe/Warsaw, UTC+01:00)" in mail.text


def test_a_guest_reads_in_the_language_that_the_address_hints_at(core: FakeStage):
    core.hears("erin", "meet kenji@clinic.jp tomorrow 15:00", space=None)
    [mail] = core.mailed("kenji@clinic.jp")
    assert 'lang="ja"' in mail.html
    assert "ビデオ会議" in mail.subject
    assert "日時：2026年3月3日" in mail.text
    assert "15:00（UTC）" in mail.text
    assert "Asia/Tokyo, UTC+09:00" in mail.text


def test_an_extension_is_an_update_of_the_same_event(bot: Stage):
    bot.hears("erin", MEET)
    bot.hears("erin", f"extend 30m #{bot.posted_in('Support')[-1].number}")
    first, second = bot.mailed("alice@x.com")
    assert second.subject.startswith("Changed: video meeting about “the roof”: ")
    assert "Erin Expert changed the video meeting about “the roof”" in second.text
    assert second.method == "REQUEST"
    assert second.event["UID"] == first.event["UID"]
    assert second.event["SEQUENCE"] > first.event["SEQUENCE"]
    assert second.event.decoded("DTEND") == first.event.decoded("DTEND") + timedelta(minutes=30)
    assert second.link in second.event["DESCRIPTION"]
    assert second.link != first.link


@pytest.mark.whole
def test_a_cancellation_takes_the_event_back(bot: Stage):
    bot.hears("erin", MEET)
    number = bot.posted_in("Support")[-1].number
    bot.hears("erin", f"extend 30m #{number}")
    bot.hears("erin", f"cancel #{number}")
    _, before, last = bot.mailed("alice@x.com")
    assert last.method == "CANCEL"
    assert last.event["STATUS"] == "CANCELLED"
    assert last.event["UID"] == before.event["UID"]
    assert last.event["SEQUENCE"] > before.event["SEQUENCE"]
    assert last.subject.startswith("Cancelled: video meeting about “the roof”: ")
    assert "Erin Expert cancelled the video meeting about “the roof”" in last.text
    assert last.message["In-Reply-To"] == before.message["Message-ID"]
    assert bot.told("alice@x.com") == []


def test_a_reminder_belongs_to_the_mail_with_the_link(core: FakeStage):
    core.hears("erin", MEET)
    core.passes(hours=29, minutes=55)
    invitation, reminder = core.mailed("alice@x.com")
    about = "Starting soon: video meeting about “the roof”"
    assert reminder.subject == f"{about}: Tuesday 3 March 2026, 15:00 (UTC)"
    assert reminder.message["In-Reply-To"] == invitation.message["Message-ID"]
    assert core.opens(reminder.link).role == "guest"
    assert reminder.link in reminder.html
    assert core.told("alice@x.com") == []


def test_a_reminder_by_mail_that_comes_late_says_that_the_meeting_has_begun(core: FakeStage):
    core.hears("erin", MEET)
    core.restarts_after(hours=30, minutes=7)
    reminder = core.mailed("alice@x.com")[-1]
    assert reminder.subject == "Started 7 minutes ago: video meeting about “the roof”"


@pytest.mark.parametrize("last", ["extend 30m", "cancel", "resend all"])
def test_a_crash_after_every_step_changes_nothing_about_the_mails(core: FakeStage, last: str):
    core.crashes = lambda _: True
    core.hears("erin", MEET)
    assert len(core.mailed("alice@x.com")) == 1
    core.hears("erin", last)
    assert len(core.mailed("alice@x.com")) == 2

"""What calendars are sent, by the published rules and by what their makers say they read."""

from __future__ import annotations

import pytest
import vobject

from tests.mail.rfc5545 import calendar_flaws, flaws
from tests.stories.fake import FakeStage
from tests.stories.stage import Letter

SUBJECT = "the roof; a, b\\c “d” pay.example.com " + "é" * 60
MEET = f'meet alice@x.com tomorrow 15:00 for 45m about "{SUBJECT}"'


@pytest.fixture
def mails(core: FakeStage) -> list[Letter]:
    """An invitation, its update, and the cancellation."""
    core.settings(organisation="Example Clinic")
    core.hears("erin", MEET)
    core.hears("erin", "extend 30m")
    core.hears("erin", "cancel")
    return core.mailed("alice@x.com")


def test_every_invitation_keeps_to_the_published_rules(mails: list[Letter]):
    assert [flaws(mail.message) for mail in mails] == [[], [], []]


def test_the_rules_are_noticed_when_broken(mails: list[Letter]):
    whole = mails[0].calendar
    assert calendar_flaws(whole.encode()) == []
    for broken in (
        whole.replace("T150000Z", "T150000"),
        whole.replace("UID:", "X-UID:"),
        whole.replace("\r\n", "\n"),
        whole.replace("\r\n ", ""),
        whole.replace("METHOD:REQUEST", "METHOD:CANCEL"),
        whole.replace("ATTENDEE", "X-ATTENDEE"),
    ):
        assert calendar_flaws(broken.encode()), broken


def test_the_link_is_where_calendars_look_for_it(mails: list[Letter]):
    invitation, update, cancellation = mails
    for mail in (invitation, update):
        found = mail.event
        assert found["LOCATION"] == found["URL"] == mail.link
        assert found["CONFERENCE"] == mail.link
        read = vobject.readOne(mail.calendar).vevent
        assert read.location.value == read.url.value == mail.link
    assert "LOCATION" not in cancellation.event


def test_the_organizer_has_a_name(mails: list[Letter]):
    found = mails[0].event["ORGANIZER"]
    assert found == "mailto:erin@example.com"
    assert found.params["CN"] == "Erin Expert (Example Clinic)"


def test_a_guest_is_busy_during_a_meeting_and_free_once_it_is_cancelled(mails: list[Letter]):
    busy = [str(mail.event["TRANSP"]) for mail in mails]
    assert busy == ["OPAQUE", "OPAQUE", "TRANSPARENT"]


def test_two_libraries_read_the_same_words(mails: list[Letter]):
    for mail in mails:
        read, mine = vobject.readOne(mail.calendar).vevent, mail.event
        assert read.summary.value == str(mine["SUMMARY"])
        assert read.description.value == str(mine["DESCRIPTION"])
        assert read.dtstart.value == mine.decoded("DTSTART")
        assert read.dtend.value == mine.decoded("DTEND")


def test_a_subject_does_not_become_a_link(mails: list[Letter]):
    for mail in mails:
        found = mail.event
        for words in (mail.subject, mail.text, mail.html, found["SUMMARY"], found["DESCRIPTION"]):
            assert "pay" in words
            assert "pay.example" not in words

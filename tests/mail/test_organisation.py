"""The organization's name and logo, in what guests and hosts get by email."""

from __future__ import annotations

import pytest

from bot.core.wording import sms_length
from tests.stories.fake import FakeStage
from tests.stories.stage import Letter

PHONE = "+491713920042"
LOGO = "https://example.com/logo.png?a=1&b=2"
IN_HTML = (
    '<img src="https://example.com/logo.png?a=1&amp;b=2" alt="Example &amp; Clinic" height="40">'
)


@pytest.fixture
def mails(core: FakeStage) -> list[Letter]:
    """Every kind of email that guests and hosts get."""
    core.settings(organisation="Example & Clinic", logo_url=LOGO)
    core.hears("erin", "meet dora@z.net fred@z.net tomorrow 15:00 for 45m about the roof")
    core.hears("erin", "move to tomorrow 16:00")
    core.hears("erin", "tell all: bring the plan")
    core.hears("erin", "remove fred@z.net")
    core.passes(hours=30, minutes=55)
    core.hears("erin", "extend 30m")
    core.hears("erin", "cancel")
    addresses = ("dora@z.net", "fred@z.net", "erin@example.com")
    return [mail for each in addresses for mail in core.mailed(each)]


def test_every_email_shows_the_logo(mails: list[Letter]):
    subjects = {mail.subject.split(":")[0].split(" ")[0] for mail in mails}
    kinds = {"Invitation", "Changed", "Message", "Starting", "Cancelled"}
    assert kinds <= subjects, subjects
    assert [mail.subject for mail in mails if IN_HTML not in mail.html] == []


def test_guests_read_the_organization_behind_the_hosts_name(mails: list[Letter]):
    unnamed = [mail.subject for mail in mails if "(Example & Clinic)" not in mail.text]
    assert unnamed == []


def test_without_a_logo_nothing_is_loaded(core: FakeStage):
    core.hears("erin", "meet dora@z.net")
    assert "<img" not in core.mailed("dora@z.net")[0].html


def test_text_messages_name_the_organization_where_it_costs_nothing(core: FakeStage):
    core.settings(organisation="Example Clinic")
    core.hears("erin", f"meet {PHONE} tomorrow 15:00 about the roof")
    for said in ("extend 30m", "move to tomorrow 16:00", "cancel"):
        core.hears("erin", said)
    texts = core.texted(PHONE)
    assert [sms_length.messages(text) for text in texts] == [1] * 4
    assert ["Example Clinic" in text for text in texts] == [True, False, True, True]


def test_a_text_message_is_one_sms_with_its_link(core: FakeStage):
    core.settings(organisation="Example Clinic")
    core.hears("erin", f"meet {PHONE} about the roof of the house in the long street at the lake")
    [text] = core.texted(PHONE)
    assert sms_length.messages(text) == 1
    assert "the roof of the house" in text


def test_no_email_shows_marks_of_markdown(mails: list[Letter]):
    assert [mail.text for mail in mails if set("`*") & set(mail.text + mail.subject)] == []

"""What people write can't end a header, change a page, or add a link."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.headerregistry import Address
from email.policy import default

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import replies
from bot.core.domain.commands import Guest
from bot.core.domain.errors import Refused
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.parsing.text.addresses import address
from bot.core.steps.mail_steps import Mail, Occasion
from bot.core.wording.times import Times
from bot.edges.delivery.mime import build_message
from bot.process.translations import spoken

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SENDER = Address("Example", "no-reply", "example.com")
LINK = "https://guest.example/visit/x?a=1&b=2"
HEADERS = [
    *("From", "To", "Reply-To", "Subject", "Date", "Message-ID"),
    *("MIME-Version", "Content-Type"),
]
HOSTILE = [
    "roof\r\nBcc: eve@evil.example",
    "roof\nBcc: eve@evil.example\n\nHello",
    "roof\u2028Bcc: eve@evil.example\x85X: y",
    "=?utf-8?q?a=0D=0ABcc:_eve@evil.example?=",
    "</title><script>alert(1)</script><img src=x onerror=alert(1)>",
    "END:VEVENT\r\nEND:VCALENDAR",
    'a;b,c\\n:d"e\x00\x07\ue000',
    "é" * 300,
]


def mail_about(subject: str, email: str = "alice@x.com") -> Mail:
    opens, ends = NOON, NOON + timedelta(hours=1)
    meeting = Meeting(
        "sub", "erin", "erin@example.com", opens, ends, subject, planned=True, number=12
    )
    occasion = Occasion("name", Times(UTC))
    guest = Guest(email=email, name="A\r\nBcc: eve@evil.example")
    return replies.invitation_mail(spoken("en"), meeting, guest, GuestLink(LINK), occasion)


def check(subject: str) -> None:
    mail = mail_about(subject)
    read = message_from_bytes(bytes(build_message(mail, SENDER)), policy=default)
    assert [name for name, _ in read.items()] == HEADERS
    assert str(read["To"]) == "alice@x.com"
    assert read["Subject"] == mail.subject.replace("=?", "= ?")
    assert mail.html.count("<a ") == 1
    assert "<script" not in mail.html
    assert "<img" not in mail.html
    assert mail.text.count(LINK) == 1
    calendar = read.get_body(("plain",))
    assert calendar
    [ics] = [part for part in read.walk() if part.get_content_subtype() == "calendar"]
    [event] = icalendar.Calendar.from_ical(ics.get_content()).walk("VEVENT")
    assert event["SUMMARY"] == mail.invitation.summary


@pytest.mark.parametrize("subject", HOSTILE)
def test_a_hostile_subject_stays_a_subject(subject: str):
    check(subject)


@given(st.text(max_size=250))
def test_so_does_any_other(subject: str):
    check(subject)


@pytest.mark.parametrize(
    "text", [None, "Dächer", "屋根\n" * 3, "ä" * 2000], ids=["whole", "short", "lines", "long"]
)
def test_mails_are_seven_bit_whatever_they_say(text: str | None):
    mail = mail_about("屋根 und Dächer")
    if text:
        mail = replace(mail, text=text, html=f"<p>{text}</p>")
    sent = bytes(build_message(mail, SENDER))
    assert b"text/calendar" in sent
    assert sent.isascii()
    assert b"8bit" not in sent
    assert max(map(len, sent.split(b"\r\n"))) <= 78


def test_an_address_in_another_script_goes_by_its_ascii_domain():
    message = build_message(mail_about("roof", "alice@bücher.example"), SENDER)
    assert str(message["To"]) == "alice@xn--bcher-kva.example"


def test_an_address_that_hides_a_header_is_refused():
    hidden = "=?utf-8?q?a=0D=0ABcc=3Aeve=40evil.example?=@x.com"
    assert address(hidden) == hidden  # it is one, by its letters
    with pytest.raises(Refused):
        build_message(mail_about("roof", hidden), SENDER)


def test_a_mail_prints_nothing_of_the_guest_or_the_link():
    printed = repr(mail_about("the roof"))
    assert not any(each in printed for each in ("alice", "guest.example", "roof", "erin@"))

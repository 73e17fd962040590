"""What a guest reads in a mail, and in a calendar.

Whatever a person wrote goes in by `one_line`, so that it is neither a header nor a page of its
own; a link goes in by `filled_in`, which takes no host's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.core.commands import Guest
from bot.core.homes import home_of
from bot.core.links import GuestLink
from bot.core.mails import Invitation, Mail, Occasion, calendar_uid
from bot.core.meetings import Meeting
from bot.core.replies.mail_page import Page, as_html, as_text
from bot.core.texts import filled_in, filled_in_html, one_line
from bot.core.times import clock, duration, moment

STEPS = (
    "Open the link on a phone, a tablet or a computer. You need no account.",
    "Type your name, and allow camera and microphone when you are asked.",
    "Join. If you are the first one there, wait a moment for the host.",
)


def invitation_mail(meeting: Meeting, guest: Guest, link: GuestLink, occasion: Occasion) -> Mail:
    """Return the mail with a guest's link, for a later meeting with an invitation."""
    page = _invitation_page(meeting, guest, occasion)
    what = "Changed: video meeting" if occasion.again else "Invitation to a video meeting"
    text = filled_in(as_text(page), link)
    return Mail(
        id=occasion.id,
        to=guest.email,
        reply_to=meeting.host,
        subject=what + _about(meeting, occasion),
        text=text,
        html=filled_in_html(as_html(page), link, link),
        about=occasion.about,
        invitation=_invitation(meeting, guest, occasion, text),
    )


def cancellation_mail(meeting: Meeting, guest: Guest, occasion: Occasion) -> Mail:
    """Return the mail that a meeting is off."""
    when = f" on {moment(meeting.opens, occasion.zone)}" if meeting.planned else ""
    said = f"{one_line(meeting.host)} cancelled the video meeting{_about(meeting, occasion)}{when}."
    page = Page(said, small=("You need not do anything.",))
    told = _invitation(meeting, guest, occasion, said)
    return Mail(
        id=occasion.id,
        to=guest.email,
        reply_to=meeting.host,
        subject=f"Cancelled: video meeting{_about(meeting, occasion)}",
        text=as_text(page),
        html=as_html(page),
        about=occasion.about,
        invitation=replace(told, cancelled=True, sequence=told.sequence + 1) if told else None,
    )


def reminder_mail(meeting: Meeting, guest: Guest, occasion: Occasion) -> Mail:
    """Return the word before a later meeting, which belongs to the mail that has the link."""
    where = (
        "Your link is in the mail that invited you. If you do not find it, answer this mail:"
        f" {one_line(meeting.host)} can send you another."
    )
    said = f"Soon: the video meeting{_about(meeting, occasion)}."
    page = Page(said, facts=_facts(meeting, guest, occasion), small=(where,))
    return Mail(
        id=occasion.id,
        to=guest.email,
        reply_to=meeting.host,
        subject=f"Soon: video meeting{_about(meeting, occasion)}",
        text=as_text(page),
        html=as_html(page),
        about=occasion.about,
    )


def _invitation_page(meeting: Meeting, guest: Guest, occasion: Occasion) -> Page:
    said = f"{one_line(meeting.host)} invites you to a video meeting{_about(meeting, occasion)}."
    if occasion.again:
        said = f"The video meeting{_about(meeting, occasion)} has changed."
    instead = ("This link takes the place of the one in an earlier mail.",) * occasion.again
    return Page(
        said,
        facts=_facts(meeting, guest, occasion),
        button="Join the meeting",
        how="How to join",
        steps=STEPS,
        small=(
            *instead,
            "The link is for you alone; please do not pass it on.",
            f"If you answer this mail, {one_line(meeting.host)} gets your answer.",
        ),
    )


def _facts(meeting: Meeting, guest: Guest, occasion: Occasion) -> tuple[tuple[str, str], ...]:
    host = ("Host", one_line(meeting.host))
    if not meeting.planned:
        until = clock(meeting.expires, occasion.zone)
        how_long = duration(meeting.minutes)
        return (("When", f"Now. The link works for {how_long}, until {until}."), host)
    when = ("When", f"{moment(meeting.opens, occasion.zone)}, for {duration(meeting.minutes)}")
    there = _there(meeting.opens, guest, occasion)
    return (when, ("Where you are", there), host) if there else (when, host)


def _there(when: datetime, guest: Guest, occasion: Occasion) -> str | None:
    """Return when it is where the guest seems to be, if clocks there differ from the host's."""
    home = home_of(guest.email)
    if home is None or _offset(when, home) == _offset(when, occasion.zone):
        return None
    return moment(when, home)


def _offset(when: datetime, zone: tzinfo) -> timedelta | None:
    return when.astimezone(zone).utcoffset()


def _invitation(meeting: Meeting, guest: Guest, occasion: Occasion, text: str) -> Invitation | None:
    """Return what a calendar is told; a meeting that begins now needs none."""
    if not meeting.planned:
        return None
    return Invitation(
        uid=calendar_uid(meeting),
        # A calendar follows the highest sequence. A meeting is only ever extended, then perhaps
        # cancelled: its length grows with each telling, and nothing has to be counted and kept.
        sequence=meeting.minutes,
        begins=meeting.opens,
        ends=meeting.expires,
        zone=occasion.zone,
        summary=f"Video meeting{_about(meeting, occasion)}",
        description=text,
        host=meeting.host,
        guest=guest.email,
        remind=occasion.remind,
    )


def _about(meeting: Meeting, occasion: Occasion) -> str:
    """Return the subject as a part of a sentence, unless there is none or it is not to be said."""
    if occasion.discreet or not meeting.subject:
        return ""
    return f" about “{one_line(meeting.subject)}”"

"""Emails to guests, with their calendar invitations.

What a person wrote goes through `unlinked`, so that it adds no header, markup or link. Links
go in through `filled_in`, which refuses host links.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.pages.calendar_entries import calendar_invitation
from bot.core.replies.guest_texts import steps_to_join, validity
from bot.core.replies.mail_html import Logo, Page, as_html, as_text
from bot.core.steps.mail_steps import Mail, Occasion
from bot.core.wording.country_time_zones import guess_time_zone
from bot.core.wording.inert_text import unlinked
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, filled_in, filled_in_html
from bot.core.wording.times import Times, moment


def invitation_mail(
    t: Language, meeting: Meeting, guest: Guest, link: GuestLink, occasion: Occasion
) -> Mail:
    """Return the email with a guest's link, with a calendar invitation for a later meeting."""
    subject = _subject(meeting)
    if occasion.again:
        title = (
            t("Changed: video meeting about “{subject}”", subject=subject)
            if subject
            else t("Changed: video meeting")
        )
    else:
        title = (
            t("Invitation to a video meeting about “{subject}”", subject=subject)
            if subject
            else t("Invitation to a video meeting")
        )
    page = _invitation_page(t, meeting, guest, occasion)
    mail = mail_of(meeting, guest, occasion, dated(t, title, meeting, occasion), page)
    mail = _with_link(mail, link)
    invitation = calendar_invitation(t, meeting, guest, occasion, mail.text)
    if invitation:
        invitation = replace(invitation, link=filled_in(LINK, link))
    return replace(mail, invitation=invitation)


def _with_link(mail: Mail, link: GuestLink) -> Mail:
    html = filled_in_html(mail.html, link, link)
    return replace(mail, text=filled_in(mail.text, link), html=html)


def cancellation_mail(
    t: Language, meeting: Meeting, guest: Guest, occasion: Occasion, by: str = ""
) -> Mail:
    """Return the email that a meeting is cancelled, by its host or by another one."""
    host, subject = unlinked(meeting.in_full(by or meeting.host_called)), _subject(meeting)
    said, title = t("{host} cancelled the video meeting.", host=host), t("Cancelled: video meeting")
    if subject:
        said = t(
            "{host} cancelled the video meeting about “{subject}”.", host=host, subject=subject
        )
        title = t("Cancelled: video meeting about “{subject}”", subject=subject)
    when = t("It was planned for {opens}.", opens=moment(t, meeting.opens, occasion.times.zone))
    small = (*[when] * meeting.planned, t("You don’t need to do anything."))
    invitation = calendar_invitation(t, meeting, guest, occasion, said)
    off = (
        replace(invitation, cancelled=True, sequence=invitation.sequence + 1)
        if invitation
        else None
    )
    page = Page(t, said, small=small, logo=logo_of(meeting, occasion))
    title = dated(t, title, meeting, occasion)
    return replace(mail_of(meeting, guest, occasion, title, page), invitation=off)


def reminder_mail(
    t: Language, meeting: Meeting, guest: Guest, link: GuestLink | None, occasion: Occasion
) -> Mail:
    """Return the reminder of a later meeting, in the thread of the email that has the link."""
    title = _reminder_title(t, _subject(meeting), occasion.times.ago)
    lost = t(
        "Your link is in your invitation email. If you can’t find it, reply to this email and"
        " {host} can send you a new one.",
        host=unlinked(meeting.host_in_full),
    )
    facts = _facts(t, meeting, guest, occasion)
    small, button = ((), t("Join the meeting")) if link else ((lost,), None)
    logo = logo_of(meeting, occasion)
    page = Page(t, title, facts=facts, button=button, small=small, logo=logo)
    mail = mail_of(meeting, guest, occasion, dated(t, title, meeting, occasion), page)
    mail = replace(mail, automatic=True)
    return _with_link(mail, link) if link else mail


def _reminder_title(t: Language, subject: str, ago: int) -> str:
    if ago:
        return (
            t(
                "Started {ago} ago: video meeting about “{subject}”",
                ago=t.length(ago),
                subject=subject,
            )
            if subject
            else t("Started {ago} ago: video meeting", ago=t.length(ago))
        )
    if subject:
        return t("Starting soon: video meeting about “{subject}”", subject=subject)
    return t("Starting soon: video meeting")


def dated(t: Language, title: str, meeting: Meeting, occasion: Occasion) -> str:
    """Return the title of an email with the time of a later meeting that has not begun."""
    if not meeting.planned or occasion.times.ago:
        return title
    opens = moment(t, meeting.opens, occasion.times.zone)
    return t("{title}: {opens}", title=title, opens=opens)


def logo_of(meeting: Meeting, occasion: Occasion) -> Logo | None:
    """Return the organization's logo, if there is one."""
    return Logo(occasion.logo_url, meeting.organisation) if occasion.logo_url else None


def mail_of(meeting: Meeting, guest: Guest, occasion: Occasion, title: str, page: Page) -> Mail:
    """Return an email to a guest that says what a page says."""
    return Mail(
        id=occasion.id,
        to=guest.email,
        reply_to=meeting.host,
        subject=title,
        text=as_text(page),
        html=as_html(page),
        about=occasion.about,
    )


def _invitation_page(t: Language, meeting: Meeting, guest: Guest, occasion: Occasion) -> Page:
    instead = (t("This email replaces the earlier one."),) * occasion.again
    return Page(
        t,
        _headline(t, meeting, occasion),
        facts=_facts(t, meeting, guest, occasion),
        button=t("Join the meeting"),
        how=t("How to join"),
        steps=steps_to_join(t),
        small=(
            *instead,
            t("This link is just for you. Please don’t share it."),
            t("Replies to this email go to {host}.", host=unlinked(meeting.host_called)),
        ),
        logo=logo_of(meeting, occasion),
    )


def _headline(t: Language, meeting: Meeting, occasion: Occasion) -> str:
    host, subject = unlinked(meeting.host_in_full), _subject(meeting)
    if occasion.moved:
        return (
            t("{host} moved the video meeting about “{subject}”.", host=host, subject=subject)
            if subject
            else t("{host} moved the video meeting.", host=host)
        )
    if occasion.again:
        return (
            t("{host} changed the video meeting about “{subject}”.", host=host, subject=subject)
            if subject
            else t("{host} changed the video meeting.", host=host)
        )
    if not subject:
        return t("{host} invites you to a video meeting.", host=host)
    return t("{host} invites you to a video meeting about “{subject}”.", host=host, subject=subject)


def _facts(
    t: Language, meeting: Meeting, guest: Guest, occasion: Occasion
) -> tuple[tuple[str, str], ...]:
    host = (t("Host"), unlinked(meeting.host_in_full))
    if occasion.times.ago:
        return ((t("When"), validity(t, meeting, occasion.times)), host)
    if not meeting.planned:
        length, until = t.length(meeting.minutes), moment(t, meeting.expires, occasion.times.zone)
        now = t("Now. The link works for {length}, until {until}.", length=length, until=until)
        return ((t("When"), now), host)
    home = _home(meeting.opens, guest, occasion)
    there = [(t("Your time"), moment(t, meeting.opens, home))] if home else []
    return (when(t, meeting, occasion), *there, host)


def when(t: Language, meeting: Meeting, occasion: Occasion) -> tuple[str, str]:
    """Return the fact when a later meeting begins and for how long its links work."""
    return (t("When"), _times(t, meeting, occasion.times))


def _times(t: Language, meeting: Meeting, times: Times) -> str:
    values = {"opens": moment(t, meeting.opens, times.zone), "length": t.length(meeting.minutes)}
    if not times.early:
        return t("{opens}, for {length}", **values)
    early = t.length(times.early)
    return t("{opens}, for {length}. You can join {early} early.", early=early, **values)


def _home(when: datetime, guest: Guest, occasion: Occasion) -> tzinfo | None:
    """Return the guest's time zone, as their address suggests, if it differs from the host's."""
    home = guess_time_zone(guest.email)
    same = home is None or _offset(when, home) == _offset(when, occasion.times.zone)
    return None if same else home


def _offset(when: datetime, zone: tzinfo) -> timedelta | None:
    return when.astimezone(zone).utcoffset()


def _subject(meeting: Meeting) -> str:
    return unlinked(meeting.subject or "")

"""Emails to hosts: a later meeting for their calendar, and never a host link."""

from __future__ import annotations

from dataclasses import replace

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.replies.mail_html import Page, as_html, as_text
from bot.core.replies.mail_texts import calendar_invitation, dated, logo_of, when
from bot.core.steps.mail_steps import Mail, Occasion
from bot.core.wording.languages import Language
from bot.core.wording.texts import unlinked


def calendar_entry_mail(t: Language, meeting: Meeting, who: Guest, occasion: Occasion) -> Mail:
    """Return the email that puts a meeting into a host's calendar, or changes it there."""
    subject = unlinked(meeting.subject or "")
    title = (
        t("For your calendar: video meeting about “{subject}”", subject=subject)
        if subject
        else t("For your calendar: video meeting")
    )
    how = t(
        "Your host link is in your direct chat with me in Webex. For a new one, say there:"
        " resend me of #{number}",
        number=meeting.number,
    )
    facts = (when(t, meeting, occasion),)
    page = Page(t, title, facts=facts, small=(how,), logo=logo_of(meeting, occasion))
    return _mail(t, meeting, who, occasion, page)


def calendar_removal_mail(t: Language, meeting: Meeting, who: Guest, occasion: Occasion) -> Mail:
    """Return the email that takes a cancelled meeting out of a host's calendar."""
    subject = unlinked(meeting.subject or "")
    title = (
        t("Off your calendar: video meeting about “{subject}”", subject=subject)
        if subject
        else t("Off your calendar: video meeting")
    )
    page = Page(t, title, logo=logo_of(meeting, occasion))
    mail = _mail(t, meeting, who, occasion, page)
    if mail.invitation is None:
        return mail
    invitation = mail.invitation
    return replace(
        mail, invitation=replace(invitation, cancelled=True, sequence=invitation.sequence + 1)
    )


def _mail(t: Language, meeting: Meeting, who: Guest, occasion: Occasion, page: Page) -> Mail:
    text = as_text(page)
    entry = calendar_invitation(t, meeting, who, occasion, text)
    return Mail(
        id=occasion.id,
        to=who.email,
        reply_to=meeting.host,
        subject=dated(t, page.headline, meeting, occasion),
        text=text,
        html=as_html(page),
        # Without an attendee: the host needs no invitation to their own meeting.
        invitation=replace(entry, guest="") if entry else None,
    )

"""What guests read when their invitation is withdrawn."""

from __future__ import annotations

from dataclasses import replace

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.pages.calendar_entries import calendar_invitation
from bot.core.replies.mail_html import Page
from bot.core.replies.mail_texts import dated, logo_of, mail_of
from bot.core.steps.mail_steps import Mail, Occasion
from bot.core.steps.sms_steps import PhoneMessage
from bot.core.wording import sms_length
from bot.core.wording.inert_text import inert, unlinked
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def no_longer_invited(t: Language, meeting: Meeting, by: str) -> Text:
    """Tell a guest that they are no longer invited."""
    said = _said(t, inert(_in_full(meeting, by)), inert(meeting.subject or ""))
    return Text(f"{said} {t('You don’t need to do anything.')}")


def invitation_withdrawn(t: Language) -> Text:
    """Return what replaces the link of a guest who is no longer invited."""
    return Text(t("This invitation was withdrawn."))


def removal_mail(t: Language, meeting: Meeting, guest: Guest, by: str, occasion: Occasion) -> Mail:
    """Return the email that a guest is no longer invited, with a calendar's cancellation.

    The cancellation has the invitation's sequence number, so that calendars take the next
    invitation, if the guest is invited again, for the newer one.
    """
    host, subject = unlinked(_in_full(meeting, by)), unlinked(meeting.subject or "")
    said = _said(t, host, subject)
    invitation = calendar_invitation(t, meeting, guest, occasion, said)
    small = (t("You don’t need to do anything."),)
    page = Page(t, said, small=small, logo=logo_of(meeting, occasion))
    title = t("Invitation withdrawn: video meeting")
    if subject:
        title = t("Invitation withdrawn: video meeting about “{subject}”", subject=subject)
    mail = mail_of(meeting, guest, occasion, dated(t, title, meeting, occasion), page)
    off = replace(invitation, cancelled=True) if invitation else None
    return replace(mail, invitation=off)


def removal_text(t: Language, meeting: Meeting, by: str, empty: PhoneMessage) -> PhoneMessage:
    """Return `empty` with the news that a guest is no longer invited."""
    host = unlinked(_in_full(meeting, by), " ")
    said = _said(t, host, unlinked(meeting.subject or "", " ")[:40])
    return replace(empty, text=sms_length.in_gsm(said), language=t.code)


def _in_full(meeting: Meeting, by: str) -> str:
    """Return the name of a host with that of their organisation."""
    return replace(meeting, host_name=by).host_in_full


def _said(t: Language, host: str, subject: str) -> str:
    if not subject:
        return t("{host} has withdrawn your invitation to the video meeting.", host=host)
    return t(
        "{host} has withdrawn your invitation to the video meeting about “{subject}”.",
        host=host,
        subject=subject,
    )

"""What guests are told by a host: a message, in whatever way they were invited."""

from __future__ import annotations

from dataclasses import replace

from bot.core.domain.commands import Guest
from bot.core.domain.limits import LONGEST_TOLD
from bot.core.domain.meetings import Meeting
from bot.core.replies.mail_html import Page
from bot.core.replies.mail_texts import logo_of, mail_of
from bot.core.steps.mail_steps import Mail, Occasion
from bot.core.steps.sms_steps import PhoneMessage
from bot.core.wording import sms_length
from bot.core.wording.inert_text import inert, unlinked
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines


def message_for_guests(t: Language, meeting: Meeting, words: str) -> Text:
    """Return a host's words for a chat; links, mentions and addresses in them do nothing."""
    who = _heading(t, inert(meeting.host_in_full), inert(meeting.subject or ""))
    return Text(lines(f"**{who}**", f"“{inert(words, LONGEST_TOLD, addresses=False)}”"))


def message_mail(
    t: Language, meeting: Meeting, guest: Guest, words: str, occasion: Occasion
) -> Mail:
    """Return a host's words as an email, in the thread of the invitation."""
    title = _heading(t, unlinked(meeting.host_in_full), unlinked(meeting.subject or ""))
    said = unlinked(words, limit=LONGEST_TOLD, addresses=False)
    host = unlinked(meeting.host_called)
    page = Page(
        t,
        title,
        facts=((host, said),),
        small=(t("Replies to this email go to {host}.", host=host),),
        logo=logo_of(meeting, occasion),
    )
    return mail_of(meeting, guest, occasion, title, page)


def message_text(t: Language, meeting: Meeting, words: str, empty: PhoneMessage) -> PhoneMessage:
    """Return `empty` with a host's words."""
    who = _heading(t, unlinked(meeting.host_in_full, " "), "")
    said = unlinked(words, " ", LONGEST_TOLD, addresses=False)
    whole = t("{name}: {value}", name=who, value=said)
    return replace(empty, text=sms_length.in_gsm(whole), language=t.code)


def _heading(t: Language, host: str, subject: str) -> str:
    if not subject:
        return t("Message from {host} about the video meeting", host=host)
    return t("Message from {host} about the video meeting “{subject}”", host=host, subject=subject)

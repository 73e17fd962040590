"""What guests are told who ask when they meet, what the bot is for, or whom to write to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from bot.core.domain.meetings import Meeting
from bot.core.replies.cards import plain
from bot.core.replies.guest_texts import full_name
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines
from bot.core.wording.times import brief_moment, moment

Dated = tuple[Meeting, tzinfo]
"""A meeting, and the time zone of its invitation."""


def your_invitations(t: Language, invited: Sequence[Dated]) -> Text:
    """Tell a guest when they meet whom.

    Args:
        t: the guest's language.
        invited: the meetings to which they are invited, as they may know them.
    """
    head = t("**You are invited**")
    rows = [f"- {_about(t, meeting, zone)}" for meeting, zone in invited]
    then = t(
        "Say `my link` if you need your link again. Anything else you write to me, I pass on to"
        " the person who invited you."
    )
    return Text(lines(head, "", *rows, "", then))


def several_hosts(t: Language, invited: Sequence[Dated]) -> Text:
    """Ask a guest which host their message is for.

    Args:
        t: the guest's language.
        invited: a meeting of each host.
    """
    asked = t("Several people invited you. Who is your message for?")
    rows = [f"{number}. {_about(t, *each)}" for number, each in enumerate(invited, 1)]
    then = t(
        "Press a button or say its number. Nothing was passed on yet. Say `my link` if you need"
        " your links again."
    )
    return Text(lines(asked, *rows, then))


def short_title(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    """Return a host's name and when their meeting begins, for a button."""
    return plain(f"{meeting.host_called}, {brief_moment(t, meeting.opens, zone)}")


def _about(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    values = {"host": inert(full_name(meeting)), "when": moment(t, meeting.opens, zone)}
    if not meeting.subject:
        return t("{host}: {when}", **values)
    return t("{host}: “{subject}”, {when}", subject=inert(meeting.subject, 60), **values)

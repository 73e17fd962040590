"""What hosts are told when they cancel a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines
from bot.core.wording.times import moment


def may_cancel(t: Language, meeting: Meeting) -> Text:
    """Ask whether to cancel a meeting, which buttons below answer."""
    return Text(
        t(
            "Cancel {meeting}? Press the button or say `yes`; otherwise it stays on.",
            meeting=numbered(t, meeting),
        )
    )


def cancelled(
    t: Language, meeting: Meeting, guests: int, handed_on: int, zone: tzinfo, *, closed: str = ""
) -> Text:
    """Return what was cancelled, and what can't be taken back.

    Args:
        t: the host's language.
        meeting: the cancelled one.
        guests: how many were told.
        handed_on: how many links the host had to share; nobody knows who has them.
        zone: the time zone of its times.
        closed: which links stopped working; empty if none did.
    """
    what = numbered(t, meeting)
    alone = t("**{meeting} is cancelled.** I removed my messages with its links.", meeting=what)
    cancelled = t.count(
        "**{meeting} is cancelled.** I removed my messages with its links and told {number} guest.",
        "**{meeting} is cancelled.** I removed my messages with its links and told {number}"
        " guests.",
        guests,
        meeting=what,
    )
    unknown = shared_links(t, handed_on)
    beyond = t(
        "Links that were already opened or copied can’t be taken back. They work until {expires}.",
        expires=moment(t, meeting.last_link_ends, zone),
    )
    rest = [closed] if closed else [*[unknown] * bool(handed_on), beyond]
    return Text(lines(cancelled if guests else alone, *rest))


def shared_links(t: Language, number: int) -> str:
    """Ask the host to tell whoever has the links that they shared themselves."""
    return t.count(
        "You had {number} link to share. I can’t know who has it, so please tell them.",
        "You had {number} links to share. I can’t know who has them, so please tell them.",
        number,
    )


def tell_them(t: Language, meeting: Meeting, guests: Sequence[Guest]) -> Text:
    """Return which guests the host must tell that a meeting is cancelled."""
    return Text(
        t(
            "I couldn’t tell these guests that {meeting} is cancelled: {guests}. Please tell them"
            " yourself.",
            meeting=numbered(t, meeting),
            guests=", ".join(map(name, guests)),
        )
    )

"""What hosts are told when a meeting is moved to another time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from bot.core.domain.meetings import Delivery, Meeting
from bot.core.replies.cancel_replies import shared_links
from bot.core.replies.delivery_outcomes import rows_of
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Text, pages
from bot.core.wording.times import moment


def moved(
    t: Language,
    meeting: Meeting,
    deliveries: Sequence[Delivery],
    handed_on: int,
    zone: tzinfo,
    *,
    doors: bool = False,
) -> tuple[Text, ...]:
    """Return the new time of a meeting, who was sent their link, and what can't be taken back.

    Args:
        t: the host's language.
        meeting: at its new time.
        deliveries: what was sent, with the outcome.
        handed_on: how many earlier links the host had to share; nobody knows who has them.
        zone: the time zone of its times.
        doors: whether guests have doors, which stay the same.
    """
    head = t(
        "**{meeting} is now on {opens}, for {length}.** Links were sent:",
        meeting=numbered(t, meeting),
        opens=moment(t, meeting.opens, zone),
        length=t.length(meeting.minutes),
    )
    until = moment(t, meeting.links_until or meeting.expires, zone)
    beyond = t(_FOLLOWS if doors else _STAYS, expires=until)
    unknown = [shared_links(t, handed_on)] * bool(handed_on)
    return pages(head, "", *rows_of(t, deliveries), "", *unknown, beyond)


_STAYS = msgid(
    "Earlier links that were opened or copied can’t be taken back. They work until {expires}."
)
_FOLLOWS = msgid(
    "Guests’ links stay the same and show the new time. Links that had already led somebody in work"
    " until {expires}."
)


def too_early(t: Language, meeting: Meeting, zone: tzinfo) -> Text:
    """Say that a meeting can't be moved to a time that has passed."""
    return Text(
        t(
            "{opens} has already passed. Nothing changed. Give a later time, with its day.",
            opens=moment(t, meeting.opens, zone),
        )
    )


def not_moved(t: Language, meeting: Meeting, zone: tzinfo) -> Text:
    """Say that a meeting is already at this time."""
    return Text(
        t(
            "{meeting} is already on {opens}. Nothing changed.",
            meeting=numbered(t, meeting),
            opens=moment(t, meeting.opens, zone),
        )
    )

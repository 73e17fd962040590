"""What is said of several meetings, or of the state of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.commands import Which
from bot.core.meetings import Delivery, Meeting, Role, State
from bot.core.replies.invitations import about, how_it_went, of_each, who
from bot.core.texts import Text, inert, lines, pages
from bot.core.times import duration, moment

_MOST_LISTED = 20
"""Meetings in one list; each takes at most some 350 bytes of the message's 7,439."""


def no_such_meeting(which: Which) -> Text:
    """Return that no meeting fits."""
    if which.number is not None:
        return Text(
            f"You have no meeting #{which.number} that is still open. Say `meetings` for yours."
        )
    what = f" about “{inert(which.words)}”" if which.words else ""
    return Text(f"You have no open meeting{what}. Say `meet` to start one, or `meetings`.")


def which_meeting(fitting: Sequence[Meeting], zone: tzinfo) -> Text:
    """Return the question which meeting is meant."""
    rows = [f"- {_row(each, zone)}" for each in fitting]
    how = f"Press a button, or say it again with its number, as in `#{fitting[0].number}`."
    return Text(lines("**Which meeting do you mean?**", "", *rows, "", how))


def meetings(mine: Sequence[Meeting], now: datetime, zone: tzinfo) -> Text:
    """Return my meetings by when they are."""
    if not mine:
        return Text("You have no meetings. Say `meet` to start one, or `plan` for a form.")
    some = mine[:_MOST_LISTED]
    parts = {
        "Now": [each for each in some if not each.over(now) and each.opens <= now],
        "Later": [each for each in some if not each.over(now) and each.opens > now],
        "Just past": [each for each in some if each.over(now)],
    }
    rows = [row for title, part in parts.items() for row in _part(title, part, zone)]
    more = len(mine) - len(some)
    rows += [f"And {more} more; say `status #…` for one of them."] * bool(more)
    return Text(lines(*rows))


def _part(title: str, some: Sequence[Meeting], zone: tzinfo) -> list[str]:
    return [f"**{title}**", "", *(f"- {_row(each, zone)}" for each in some), ""] if some else []


def _row(meeting: Meeting, zone: tzinfo) -> str:
    state = ", cancelled" if meeting.state is State.CANCELLED else ""
    return (
        f"#{meeting.number}{_short(meeting)}: {moment(meeting.opens, zone)}, for"
        f" {duration(meeting.minutes)}{state}"
    )


def _short(meeting: Meeting) -> str:
    return f" about “{inert(meeting.subject, 60)}”" if meeting.subject else ""


def status(meeting: Meeting, told: Sequence[Delivery], zone: tzinfo) -> tuple[Text, ...]:
    """Return who got which link by which way, and when it expires."""
    named = [each for each in told if each.role is not Role.SPARE]
    rows = [f"- {who(some[0])}: {how_it_went(some)}" for some in of_each(named)]
    spare = sum(each.role is Role.SPARE and each.message_id is not None for each in told)
    rows += [f"- links for anybody: {spare}"] * bool(spare)
    head = f"**#{meeting.number}{about(meeting)}**: {moment(meeting.opens, zone)}."
    return pages(f"{head} Its links expire on {moment(meeting.expires, zone)}.", "", *rows)

"""Lists of meetings, the status of one, and what to say when none fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Guest, MeetingReference
from bot.core.domain.meetings import Delivery, Meeting, Role, State
from bot.core.replies.attendance_rows import arrival_rows
from bot.core.replies.delivery_outcomes import how_it_went, of_each, who
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Text, lines, pages
from bot.core.wording.times import moment

_MOST_LISTED = 20
"""Meetings in one list; each takes at most about 350 of a message's 7,439 bytes."""


def no_such_meeting(t: Language, which: MeetingReference, *, in_space: bool) -> Text:
    """Say that the requester has no such meeting; in a space, only its own are looked at."""
    if which.number is not None:
        return Text(
            t(
                "You don’t have an open meeting #{number}. Say `meetings` to list yours.",
                number=which.number,
            )
        )
    if which.words and in_space:
        return Text(
            t(
                "You don’t have an open meeting about “{subject}” in this space. For your other"
                " meetings, write to me directly.",
                subject=inert(which.words),
            )
        )
    if which.words:
        return Text(
            t(
                "You don’t have an open meeting about “{subject}”. Say `meet` to start one, or"
                " `meetings` to list yours.",
                subject=inert(which.words),
            )
        )
    return Text(
        t("You don’t have an open meeting. Say `meet` to start one, or `meetings` to list yours.")
    )


def is_over(t: Language, meeting: Meeting) -> Text:
    """Say that a meeting is over, and how to meet its guests again."""
    return Text(
        t(
            "{meeting} is over, so I did nothing. To meet the same guests again, say"
            " `again #{number}`.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def invited_already(t: Language, meeting: Meeting) -> Text:
    """Ask whether to invite the same guests again for the time of a meeting they have."""
    return Text(
        t(
            "You already have {meeting} with them then, so I did nothing. Make another one?",
            meeting=numbered(t, meeting),
        )
    )


def no_longer_host(t: Language, meeting: Meeting) -> Text:
    """Say that the requester handed the meeting over, and to whom."""
    return Text(
        t(
            "You handed over {meeting}, so I did nothing. Please ask {host}, who is the host now.",
            meeting=numbered(t, meeting),
            host=inert(meeting.host_called),
        )
    )


def nothing_to_cancel(t: Language, *, in_space: bool) -> Text:
    """Say that there is nothing to cancel."""
    if in_space:
        return Text(
            t(
                "There’s nothing of yours to cancel in this space. For your other meetings, write"
                " to me directly."
            )
        )
    return Text(
        t(
            "There’s nothing to cancel: you haven’t made a meeting, or it’s already cancelled,"
            " handed over or over. Say `meetings` to list yours. To cancel another one, give its"
            " number, as in `cancel #12`."
        )
    )


def which_meeting(
    t: Language, fitting: Sequence[Meeting], zone: tzinfo, *, more: bool, lost: bool = False
) -> Text:
    """Ask which meeting is meant.

    Args:
        t: the reader's language.
        fitting: those that may be.
        zone: the time zone of their times.
        more: whether others match that are not listed.
        lost: whether the one that would be meant is off, handed over or over.
    """
    rows = [f"- {_row(t, each, zone)}" for each in fitting]
    how = t(
        "Press a button, or say it again with the number, as in `#{number}`.",
        number=fitting[0].number,
    )
    newest = t("These are the newest; older ones fit too. Say `meetings` to list yours.")
    end = [how, newest] if more else [how]
    why = [t("The last one is already cancelled, handed over or over."), ""] if lost else []
    return Text(lines(*why, t("**Which meeting do you mean?**"), "", *rows, "", *end))


def may_add(t: Language, meeting: Meeting, guests: Sequence[Guest]) -> Text:
    """Ask whether to add people to a meeting that belongs to another place."""
    names = ", ".join(inert(each.display_name, 80) for each in guests)
    why = t("#{number} doesn’t belong to the space where you wrote.", number=meeting.number)
    ask = t("Add {names} to it? They will see its subject.", names=names)
    none = t("Add spare links to it?")
    return Text(f"{why} {ask if guests else none}")


def meetings(
    t: Language,
    mine: Sequence[Meeting],
    now: datetime,
    zone: tzinfo,
    invited: Sequence[Meeting] = (),
) -> Text:
    """Return somebody's own meetings, grouped by time, and those to which others invited them."""
    if not mine and not invited:
        return Text(
            t("You have no meetings. Say `meet` to start one, or `plan` to fill in a form.")
        )
    some = mine[:_MOST_LISTED]
    parts = {
        t("Now"): [each for each in some if not each.is_over(now) and each.opens <= now],
        t("Later"): [each for each in some if not each.is_over(now) and each.opens > now],
        t("Just ended"): [each for each in some if each.is_over(now)],
    }
    rows = [row for title, part in parts.items() for row in _part(t, title, part, zone)]
    more = len(mine) - len(some)
    if more:
        rows += [t("And {number} more. Say `status #…` to see one.", number=more), ""]
    return Text(lines(*rows, *_invitations(t, invited[: _MOST_LISTED - len(some)], zone)))


def _invitations(t: Language, invited: Sequence[Meeting], zone: tzinfo) -> list[str]:
    """Return the meetings to which others invited somebody, and how to get there."""
    if not invited:
        return []
    rows = [
        t("- {meeting}, by {host}", meeting=_row(t, each, zone), host=inert(each.host_called))
        for each in invited
    ]
    head, how = t("**You are invited**"), t("Say `my link` for your links to these.")
    return [head, "", *rows, "", how]


def _part(t: Language, title: str, some: Sequence[Meeting], zone: tzinfo) -> list[str]:
    rows = (f"- {_row(t, each, zone)}" for each in some)
    return [f"**{title}**", "", *rows, ""] if some else []


def _row(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    values = {
        "meeting": numbered(t, meeting, 60),
        "when": moment(t, meeting.opens, zone),
        "length": t.length(meeting.minutes),
    }
    if meeting.state is State.CANCELLED:
        return t("{meeting}: {when}, for {length}, cancelled", **values)
    return t("{meeting}: {when}, for {length}", **values)


def status(
    t: Language,
    meeting: Meeting,
    deliveries: Sequence[Delivery],
    now: datetime,
    zone: tzinfo,
    *,
    devices: Sequence[str] = (),
    came: Sequence[Attendance] = (),
) -> tuple[Text, ...]:
    """Return who got which link, when the links expire, who came, and what is dialled."""
    guests = {each.guest.identity for each in deliveries if each.role is Role.GUEST}
    again = [each for each in deliveries if each.is_removed and each.guest.identity in guests]
    named = [each for each in deliveries if each.role is not Role.SPARE and each not in again]
    rows = [f"- {who(t, some[0])}: {_how_it_is(t, some, now, zone)}" for some in of_each(named)]
    if meeting.expert_group and not any(each.role is Role.HOST for each in deliveries):
        group = inert(meeting.expert_group)
        rows.insert(0, t("- nobody in {group} has taken it yet", group=group))
    spare = sum(each.role is Role.SPARE and each.message_id is not None for each in deliveries)
    if spare:
        rows.append(t("- links to share: {number}", number=spare))
    if devices:
        names = ", ".join(map(inert, devices))
        rows.append(t("- dialled when a host joins: {names}", names=names))
    if came:
        rows += ["", *arrival_rows(t, meeting, came, zone)]
    head = _EXPIRED if meeting.expires <= now else _EXPIRE
    when = {"opens": moment(t, meeting.opens, zone), "expires": moment(t, meeting.expires, zone)}
    return pages(t(head, meeting=numbered(t, meeting), **when), "", *rows)


_EXPIRE = msgid("**{meeting}**: {opens}. The links expire on {expires}.")
_EXPIRED = msgid("**{meeting}**: {opens}. The links expired on {expires}.")


def _how_it_is(t: Language, some: Sequence[Delivery], now: datetime, zone: tzinfo) -> str:
    """Return how it went; for a former host, until when their link works."""
    if some[0].is_removed:
        return t("no longer invited; a link that was opened or copied may still work")
    theirs = [each for each in some if each.role is Role.FORMER and not each.trouble]
    ends = [each.expires for each in theirs if each.expires]
    if not ends:
        return how_it_went(t, some)
    said = _WORKS if max(ends) > now else _WORKED
    return t(said, until=moment(t, max(ends), zone))


_WORKS = msgid("has a host link that works until {until}")
_WORKED = msgid("had a host link that worked until {until}")

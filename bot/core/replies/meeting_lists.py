"""What is said of several meetings, or of the state of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.domain.commands import Which
from bot.core.domain.meetings import Delivery, Meeting, Role, State
from bot.core.replies.delivery_outcomes import how_it_went, of_each, who
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Text, inert, lines, pages
from bot.core.wording.times import moment

_MOST_LISTED = 20
"""Meetings in one list; each takes at most some 350 bytes of the message's 7,439."""


def no_such_meeting(t: Language, which: Which) -> Text:
    """Return that no meeting fits."""
    if which.number is not None:
        return Text(
            t(
                "You have no meeting #{number} that is still open. Say `meetings` for yours.",
                number=which.number,
            )
        )
    if which.words:
        return Text(
            t(
                "You have no open meeting about “{subject}”. Say `meet` to start one, or"
                " `meetings`.",
                subject=inert(which.words),
            )
        )
    return Text(t("You have no open meeting. Say `meet` to start one, or `meetings`."))


def no_longer_host(t: Language, meeting: Meeting) -> Text:
    """Return that somebody handed the meeting over that they mean."""
    return Text(
        t(
            "You handed {meeting} over, so that I did nothing. Please ask {host}, who is its host"
            " now.",
            meeting=numbered(t, meeting),
            host=inert(meeting.host),
        )
    )


def nothing_to_cancel(t: Language) -> Text:
    """Return that the meeting that is meant is none to cancel; no other one is meant."""
    return Text(
        t(
            "There is nothing for me to cancel: you have made no meeting, or it is cancelled,"
            " handed over or over already. Say `meetings` for yours; to cancel another one, say"
            " its number, as in `cancel #12`."
        )
    )


def which_meeting(
    t: Language, fitting: Sequence[Meeting], zone: tzinfo, *, more: bool = False
) -> Text:
    """Return the question which meeting is meant; `more` fit than are named."""
    rows = [f"- {_row(t, each, zone)}" for each in fitting]
    how = t(
        "Press a button, or say it again with its number, as in `#{number}`.",
        number=fitting[0].number,
    )
    newest = t("These are the newest; older ones fit too. Say `meetings` to see all of yours.")
    end = [how, newest] if more else [how]
    return Text(lines(t("**Which meeting do you mean?**"), "", *rows, "", *end))


def meetings(t: Language, mine: Sequence[Meeting], now: datetime, zone: tzinfo) -> Text:
    """Return my meetings by when they are."""
    if not mine:
        return Text(t("You have no meetings. Say `meet` to start one, or `plan` for a form."))
    some = mine[:_MOST_LISTED]
    parts = {
        t("Now"): [each for each in some if not each.over(now) and each.opens <= now],
        t("Later"): [each for each in some if not each.over(now) and each.opens > now],
        t("Just past"): [each for each in some if each.over(now)],
    }
    rows = [row for title, part in parts.items() for row in _part(t, title, part, zone)]
    more = len(mine) - len(some)
    if more:
        rows.append(t("And {number} more; say `status #…` for one of them.", number=more))
    return Text(lines(*rows))


def _part(t: Language, title: str, some: Sequence[Meeting], zone: tzinfo) -> list[str]:
    rows = (f"- {_row(t, each, zone)}" for each in some)
    return [f"**{title}**", "", *rows, ""] if some else []


def _row(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    told = {
        "meeting": numbered(t, meeting, 60),
        "when": moment(t, meeting.opens, zone),
        "length": t.length(meeting.minutes),
    }
    if meeting.state is State.CANCELLED:
        return t("{meeting}: {when}, for {length}, cancelled", **told)
    return t("{meeting}: {when}, for {length}", **told)


def status(
    t: Language, meeting: Meeting, told: Sequence[Delivery], now: datetime, zone: tzinfo
) -> tuple[Text, ...]:
    """Return who got which link by which way, and when it expires or did."""
    named = [each for each in told if each.role is not Role.SPARE]
    rows = [f"- {who(t, some[0])}: {_how_it_is(t, some, now, zone)}" for some in of_each(named)]
    spare = sum(each.role is Role.SPARE and each.message_id is not None for each in told)
    if spare:
        rows.append(t("- links for anybody: {number}", number=spare))
    head = _EXPIRED if meeting.expires <= now else _EXPIRE
    when = {"opens": moment(t, meeting.opens, zone), "expires": moment(t, meeting.expires, zone)}
    return pages(t(head, meeting=numbered(t, meeting), **when), "", *rows)


_EXPIRE = msgid("**{meeting}**: {opens}. Its links expire on {expires}.")
_EXPIRED = msgid("**{meeting}**: {opens}. Its links expired on {expires}.")


def _how_it_is(t: Language, some: Sequence[Delivery], now: datetime, zone: tzinfo) -> str:
    """Return how it went; of a link that nobody can take back, until when it works."""
    theirs = [each for each in some if each.role is Role.FORMER and not each.trouble]
    ends = [each.expires for each in theirs if each.expires]
    if not ends:
        return how_it_went(t, some)
    said = _WORKS if max(ends) > now else _WORKED
    return t(said, until=moment(t, max(ends), zone))


_WORKS = msgid("has a host link that works until {until}")
_WORKED = msgid("had a host link that worked until {until}")

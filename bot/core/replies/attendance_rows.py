"""What hosts read of who came to a meeting's door, and of links that stopped working."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Rsvp
from bot.core.domain.meetings import Meeting
from bot.core.replies.arrival_replies import all_called, called
from bot.core.wording.languages import Language, msgid


def arrival_rows(
    t: Language, meeting: Meeting, came: Sequence[Attendance], zone: tzinfo
) -> Iterator[str]:
    """Yield who came to the door, and since when."""
    yield t("**At the door:**")
    for who in came:
        waits = meeting.admit_first and who.is_waiting
        yield f"- {called(t, who)}: {_how_far(t, who, zone, waits=waits)}"


def _how_far(t: Language, who: Attendance, zone: tzinfo, *, waits: bool) -> str:
    if who.since is None:
        return t(_NOT_COME[who.rsvp])
    if waits:
        since = t.clock(who.since.astimezone(zone))
        return t("waiting to be let in since {time}", time=since)
    here = t("here since {time}", time=t.clock(who.since.astimezone(zone)))
    if who.admitted is None:
        return here
    return t("{here}, let in at {time}", here=here, time=t.clock(who.admitted.astimezone(zone)))


_NOT_COME = {
    None: msgid("has not pressed *Join*"),
    Rsvp.THERE: msgid("will be there, has not pressed *Join*"),
    Rsvp.LATE: msgid("is running late, has not pressed *Join*"),
    Rsvp.CANNOT: msgid("can’t come"),
}


def doors_closed(t: Language, inside: Sequence[Attendance], until: str) -> str:
    """Say that guests' links stopped working, except those of guests who had joined."""
    if not inside:
        return t("Guests’ links no longer work. Your host link works until {until}.", until=until)
    return t(
        "Guests’ links no longer work, except for those who had already joined: {guests}. Theirs"
        " and your host link work until {until}.",
        guests=all_called(t, inside),
        until=until,
    )


def links_closed(t: Language, inside: Sequence[Attendance], until: str) -> str:
    """Say that removed guests' links stopped working, except those of guests who had joined."""
    if not inside:
        return t("Their links no longer work.")
    return t(
        "Their links no longer work, except for those who had already joined: {guests}. They can"
        " get in until {until}.",
        guests=all_called(t, inside),
        until=until,
    )

"""Which meeting somebody means: theirs, one, and not over; else the person is asked or told."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core import cards, replies
from bot.core.commands import Add, Cancel, Cohost, Extend, Handover, Resend, Status, TextFor, Which
from bot.core.conversations.asked import Asked
from bot.core.ending import LastWord
from bot.core.held import Found, Held
from bot.core.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.remembering import Find, ReadMeeting
from bot.core.steps import Say, Step, Together

JUST_PAST = timedelta(hours=24)
"""For how long one can look up what is over."""

OfMeeting = Add | Resend | Handover | Cohost | Extend | Cancel | Status | TextFor


def choose(command: OfMeeting, asked: Asked) -> Generator[Step, Any, Held | None]:
    """Return the meeting that `command` means, or None when the person had to be asked.

    Nobody finds another's meeting: it is looked for among those of which they are a host. What
    they handed over they can look up and no more.
    """
    looks_up = isinstance(command, Status)
    since = asked.at - JUST_PAST if looks_up else asked.at
    # `cancel` said twice shall not call off the meeting before.
    last = isinstance(command, Cancel) and command.which == Which()
    found: Found = yield Find(
        asked.by.person_id, command.which, asked.room_id, since, last, even_former=looks_up
    )
    fitting = yield from _held(found)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        t = asked.tongue
        no = replies.nothing_to_cancel(t) if last else replies.no_such_meeting(t, command.which)
        yield LastWord(no, asked.places)
        return None
    yield _question(command, [each.meeting for each in fitting], asked)
    return None


def _question(command: OfMeeting, fitting: Sequence[Meeting], asked: Asked) -> Say:
    """Ask which of some meetings is meant, and say so where more fit than there are buttons."""
    shown = fitting[: cards.MOST_BUTTONS]
    choices = [(each, grammar.say(_of(command, each))) for each in shown]
    buttons = cards.which(asked.tongue, choices, asked.whose)
    more = len(fitting) > len(shown)
    return Say(
        replies.which_meeting(asked.tongue, shown, asked.zone, more=more), asked.places, buttons
    )


def _held(found: Found) -> Generator[Step, Any, list[Held]]:
    """Return what there is of each meeting, with the end that it had when it was looked for."""
    some = found.held
    if some is None:
        again = yield Together(tuple(ReadMeeting(number) for number, _ in found.ends))
        some = tuple(each for each in again if isinstance(each, Held))
    ends = {number: datetime.fromtimestamp(end, UTC) for number, end in found.ends}
    return [each.until(ends[each.meeting.number]) for each in some]


def _of(command: OfMeeting, meeting: Meeting) -> OfMeeting:
    return replace(command, which=Which(meeting.number))

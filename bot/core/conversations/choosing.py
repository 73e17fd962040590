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
from bot.core.texts import Text

JUST_PAST = timedelta(hours=24)
"""For how long one can look up what is over."""

OfMeeting = Add | Resend | Handover | Cohost | Extend | Cancel | Status | TextFor


def choose(command: OfMeeting, asked: Asked) -> Generator[Step, Any, Held | None]:
    """Return the meeting that `command` means, or None when the person had to be asked."""
    fitting = yield from look_for(command, asked)
    return (yield from the_one(fitting, command, asked))


def look_for(command: OfMeeting, asked: Asked) -> Generator[Step, Any, list[Held]]:
    """Return the meetings that `command` may mean.

    Nobody finds another's meeting: it is looked for among those of which they are a host. What
    they handed over they can look up and no more.
    """
    asks = _asks(command, asked)
    if isinstance(command, Status):
        asks = replace(asks, past=JUST_PAST, even_former=True)
    found: Found = yield replace(asks, even_lost=_means_the_last(command))
    return (yield from _held(found))


def _asks(command: OfMeeting, asked: Asked) -> Find:
    return Find(asked.by.person_id, command.which, asked.room_id, asked.at)


def the_one(
    fitting: Sequence[Held], command: OfMeeting, asked: Asked
) -> Generator[Step, Any, Held | None]:
    """Return the one that fits, or None when there is none or several, as the person was told."""
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        yield _question(command, [each.meeting for each in fitting], asked)
    else:
        yield LastWord((yield from _why_none(command, asked)), asked.places)
    return None


def _why_none(command: OfMeeting, asked: Asked) -> Generator[Step, Any, Text]:
    t = asked.tongue
    if _means_the_last(command):
        return replies.nothing_to_cancel(t)
    found: Found = yield replace(_asks(command, asked), even_former=True)
    for each in (yield from _held(found)):
        return replies.no_longer_host(t, each.meeting)
    return replies.no_such_meeting(t, command.which)


def _means_the_last(command: OfMeeting) -> bool:
    """`cancel` said twice, or after handing over, shall not call off another meeting."""
    return isinstance(command, Cancel) and command.which == Which()


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

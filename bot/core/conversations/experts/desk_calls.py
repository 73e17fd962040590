"""Somebody pressed the button at a desk: asks its group, while they wait at a door."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, timedelta
from typing import Any

from bot.core.conversations.expert_calls.expert_tiers import ask_group, read_groups
from bot.core.conversations.requests.decision import AnswerDesk
from bot.core.conversations.requests.installation import Installation
from bot.core.domain.desks import Desk
from bot.core.domain.meetings import Meeting
from bot.core.incoming.desk_presses import DeskPress
from bot.core.steps.desk_steps import CALLER, ReadDesk, SeatCaller, door_of_caller
from bot.core.steps.door_steps import OpenDoors
from bot.core.steps.ledger_steps import SaveMeeting, ScheduledTask
from bot.core.steps.step import Conversation, Step


def decide_desk_press(
    press: DeskPress, installation: Installation
) -> Generator[Step, Any, AnswerDesk | None]:
    """Decide to ask a desk's group; nothing for a desk or a group that is gone."""
    desk: Desk | None = yield ReadDesk(press.desk)
    groups = yield from read_groups(installation)
    group = next((each for each in groups if desk and each.name == desk.group), None)
    if desk is None or group is None:
        return None
    present = group.as_of(press.at)
    return AnswerDesk(press, desk, present if present.tiers else group, installation)


def answer_desk(due: AnswerDesk) -> Conversation:
    """Open a meeting, have the caller wait at its door, and ask the group."""
    press, at = due.press, due.installation.doors_at
    meeting: Meeting = yield SaveMeeting(_meeting(due), press.at)
    yield OpenDoors(meeting.number, at, (door_of_caller(press.language),), press.seed)
    yield SeatCaller(meeting.number, CALLER, press.language, press.at)
    tasks = [ScheduledTask("tidy", meeting.number, meeting.expires)]
    yield from ask_group(meeting, due.group, press.at, due.installation, tasks)


def _meeting(due: AnswerDesk) -> Meeting:
    """Return the meeting of a call, which has no host until somebody takes it."""
    press, desk, usual = due.press, due.desk, due.installation.defaults
    opens = press.at.astimezone(UTC)
    return Meeting(
        sub=press.seed,
        host_id=desk.host_id,
        host="",
        host_name=desk.title,
        opens=opens,
        expires=opens + timedelta(minutes=usual.minutes or due.installation.most_minutes),
        subject=desk.title,
        vertical=usual.vertical or "gen",
        login=usual.login is not False,
        admit_first=True,
        expert_group=due.group.name,
    )

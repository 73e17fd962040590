"""Who came to a meeting's door."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core.conversations.requests.installation import Installation
from bot.core.domain.attendance import Attendance
from bot.core.domain.meetings import Meeting
from bot.core.steps.door_steps import ReadAttendances
from bot.core.steps.step import Step


def who_came(
    meeting: Meeting, installation: Installation
) -> Generator[Step, Any, tuple[Attendance, ...]]:
    """Return who has a door or came to one; nobody if the installation has no doors."""
    if not installation.doors_at:
        return ()
    came: tuple[Attendance, ...] = yield ReadAttendances(meeting.number)
    return came

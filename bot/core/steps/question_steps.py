"""The steps that remember what somebody was asked, so that they can answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.domain.open_questions import OpenQuestion
from bot.core.steps.step import Step


@dataclass(frozen=True)
class SaveQuestion(Step):
    """-> None. The person was asked this in this space; an earlier question is no longer open."""

    person_id: str
    room_id: str
    question: OpenQuestion


@dataclass(frozen=True)
class DropQuestion(Step):
    """-> None. The question of this id is no longer open."""

    person_id: str
    room_id: str
    id: str

"""The steps that remember the last question to a person, so that they can answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.domain.open_questions import OpenQuestion
from bot.core.steps.step import Step


@dataclass(frozen=True)
class SaveQuestion(Step):
    """-> None. Remember a person's question in a space, in place of an earlier one."""

    person_id: str
    room_id: str
    question: OpenQuestion


@dataclass(frozen=True)
class DropQuestion(Step):
    """-> None. Forget the question with this id, but not what it tells of the next message."""

    person_id: str
    room_id: str
    id: str


@dataclass(frozen=True)
class OvertakeQuestions(Step):
    """-> None. Note that the bot has said something else since it asked these questions.

    Args:
        people: the ids of those who were told something in their direct chats.
        rooms: the spaces where something was said.
    """

    recorded: ClassVar[bool] = False
    people: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()

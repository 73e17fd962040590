"""Stores the question that each person was asked last; it is deleted after some minutes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.core.domain.open_questions import OPEN, OpenQuestion, answer_key, question_id
from bot.core.steps.question_steps import DropQuestion, OvertakeQuestions, SaveQuestion
from bot.edges.storage.tables import courtesies, open_questions


def perform(
    connection: sa.Connection, step: SaveQuestion | DropQuestion | OvertakeQuestions
) -> None:
    """Store a question instead of an earlier one, forget it, or note what came after it."""
    match step:
        case SaveQuestion():
            _save(connection, step)
        case DropQuestion():
            dropped = open_questions.update().where(*_of(step.person_id, step.room_id))
            forgotten = {"id": "", "choices": [], "sentence": ""}
            connection.execute(dropped.where(open_questions.c.id == step.id).values(forgotten))
        case OvertakeQuestions():
            is_direct = open_questions.c.thread.is_(None)
            told = sa.and_(open_questions.c.person_id.in_(step.people), is_direct)
            said = sa.or_(told, open_questions.c.room_id.in_(step.rooms))
            connection.execute(open_questions.update().where(said).values(overtaken=True))


def _save(connection: sa.Connection, step: SaveQuestion) -> None:
    connection.execute(open_questions.delete().where(*_of(step.person_id, step.room_id)))
    asked = step.question
    whose = {"person_id": step.person_id, "room_id": step.room_id}
    choices: list[Any] = [*zip(asked.choices, asked.labels, strict=False)] or [*asked.choices]
    what = {"id": asked.id, "choices": choices, "sentence": asked.sentence}
    since = asked.unclear_since and asked.unclear_since.timestamp()
    told = {"thread": asked.thread, "unclear_since": since, "addressed": asked.addressed}
    row = whose | what | told | {"at": asked.at.timestamp()}
    connection.execute(open_questions.insert().values(row))


def read(connection: sa.Connection, person_id: str, room_id: str) -> OpenQuestion | None:
    """Return the question that a person was asked last in a space, or None."""
    query = sa.select(open_questions).where(*_of(person_id, room_id))
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    choices, labels = _with_labels(row.choices)
    since = row.unclear_since and datetime.fromtimestamp(row.unclear_since, UTC)
    return OpenQuestion(
        row.id,
        datetime.fromtimestamp(row.at, UTC),
        choices,
        row.sentence,
        labels,
        _is_answered(connection, row.id, person_id),
        thread=row.thread,
        overtaken=bool(row.overtaken),
        later_threads=_later_threads(connection, row),
        unclear_since=since,
        addressed=bool(row.addressed),
    )


def _later_threads(connection: sa.Connection, row: sa.Row[Any]) -> tuple[str | None, ...]:
    """Return the threads of the same space in which others were asked something since."""
    if row.thread is None:
        return ()
    others = open_questions.c.person_id != row.person_id, open_questions.c.id != ""
    since = open_questions.c.room_id == row.room_id, open_questions.c.at > row.at
    return tuple(connection.scalars(sa.select(open_questions.c.thread).where(*others, *since)))


def _is_answered(connection: sa.Connection, question: str, person_id: str) -> bool:
    key = answer_key(question, person_id)
    return connection.scalar(sa.select(sa.exists().where(courtesies.c.key == key))) or False


def _with_labels(stored: Sequence[str | list[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the choices and what else they are called, if that is stored."""
    labelled = [each for each in stored if isinstance(each, list)]
    if labelled:
        return tuple(each[0] for each in labelled), tuple(each[1] for each in labelled)
    return tuple(each for each in stored if isinstance(each, str)), ()


def asked_about(database: sa.Engine, message_ids: Collection[str]) -> set[str]:
    """Return which messages led to a question that may still be open."""
    by_question = {question_id(each): each for each in message_ids}
    query = sa.select(open_questions.c.id).where(open_questions.c.id.in_(by_question))
    with database.connect() as connection:
        return {by_question[row.id] for row in connection.execute(query)}


def delete_questions(connection: sa.Connection, now: datetime, _most: int) -> int:
    """Delete questions that can no longer be answered; return how many."""
    over = open_questions.c.at < (now - 2 * OPEN).timestamp()
    return connection.execute(open_questions.delete().where(over)).rowcount


def _of(person_id: str, room_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return open_questions.c.person_id == person_id, open_questions.c.room_id == room_id

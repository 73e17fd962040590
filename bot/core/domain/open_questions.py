"""A question that the bot asked a person in one place; it can be answered for ten minutes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta

OPEN = timedelta(minutes=10)
"""How long a question can be answered, by the times at which Webex got the messages."""

GAP = "\ue001"
"""Marks the place in a sentence where the answer goes."""


def question_id(origin: str) -> str:
    """Return the id of the question that a message or press led to; it reveals nothing.

    It is the same in every replay, and after the message was edited, so that a message and its
    question lead to one command at most.

    Args:
        origin: the id of the message, or what else is unique to the request.
    """
    return hashlib.sha256(f"question {origin}".encode()).hexdigest()[:24]


def answer_key(question: str, person_id: str) -> str:
    """Return the key under which it is recorded that somebody's answer is carried out.

    Args:
        question: the question's id.
        person_id: who answers.
    """
    return f"question {question} {person_id}"


@dataclass(frozen=True)
class OpenQuestion:
    """A question that one person was asked in one place.

    Args:
        id: the question's id.
        at: when the message that led to it was written.
        choices: sentences of the grammar to choose from.
        labels: what else each choice is called, in the same order: a host, a subject; or none.
        sentence: a sentence with a `GAP`, if the question asked for words.
        answered: whether an answer was carried out already.
    """

    id: str
    at: datetime
    choices: tuple[str, ...] = field(default=(), repr=False)
    sentence: str = field(default="", repr=False)
    labels: tuple[str, ...] = field(default=(), repr=False)
    answered: bool = False

    def is_open(self, at: datetime) -> bool:
        """Return whether a message written at this time can still answer it."""
        return timedelta(0) <= at - self.at <= OPEN

    def is_corrected_by(self, message_id: str, edited: datetime | None) -> bool:
        """Return whether the message that led to the question was edited in time, after it."""
        if edited is None or self.id != question_id(message_id):
            return False
        return edited > self.at and self.is_open(edited)

"""A question that the bot asked a person in one place; it can be answered for ten minutes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta

OPEN = timedelta(minutes=10)
"""How long a question can be answered, by the times at which Webex got the messages."""

GAP = "\ue001"
"""Marks the place in a sentence where the answer goes."""

TIME_GAP = "\ue002"
"""Marks the place where a day and a time were said that can't be: the answer has to be others."""

HOUR_GAP = "\ue003"
"""Marks the place where only a time of day was said that can't be."""


def fill(sentence: str, words: str) -> str:
    """Return a sentence with words in its gap, whatever they have to say."""
    for gap in (GAP, TIME_GAP, HOUR_GAP):
        sentence = sentence.replace(gap, words)
    return sentence


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
    """A question that one person was asked in one place, and what it tells of the next message.

    Args:
        id: the question's id; empty if none is open.
        at: when the message that led to it was written.
        choices: sentences of the grammar to choose from.
        labels: what else each choice is called, in the same order: a host, a subject; or none.
        sentence: a sentence with a `GAP`, if the question asked for words.
        answered: whether an answer was carried out already.
        thread: the thread where it was asked; None in a direct chat.
        overtaken: whether the bot has told the person something else there since.
        later_threads: the threads of the space in which others were asked something since.
        unclear_since: since when, by the bot's clock, it isn't clear of which meeting the person
            speaks: what they asked for wasn't done, or the meeting is no longer theirs.
        addressed: whether what they asked for last was for somebody, but no invitation.
    """

    id: str
    at: datetime
    choices: tuple[str, ...] = field(default=(), repr=False)
    sentence: str = field(default="", repr=False)
    labels: tuple[str, ...] = field(default=(), repr=False)
    answered: bool = False
    thread: str | None = None
    overtaken: bool = False
    later_threads: tuple[str | None, ...] = ()
    unclear_since: datetime | None = None
    addressed: bool = False

    def is_open(self, at: datetime) -> bool:
        """Return whether a message written at this time can still answer it."""
        return bool(self.id) and timedelta(0) <= at - self.at <= OPEN

    def takes_yes(self, thread: str | None, message_id: str) -> bool:
        """Return whether a `yes` can only be for this question, and for nothing said since.

        Args:
            thread: the thread of the message that says it.
            message_id: its id, which is the thread's for a message of its own.
        """
        if self.overtaken or thread not in (self.thread, message_id):
            return False
        return (
            self.thread not in self.later_threads
            if thread == self.thread
            else not self.later_threads
        )

    def is_corrected_by(self, message_id: str, edited: datetime | None) -> bool:
        """Return whether the message that led to the question was edited in time, after it."""
        if edited is None or self.id != question_id(message_id):
            return False
        return edited > self.at and self.is_open(edited)

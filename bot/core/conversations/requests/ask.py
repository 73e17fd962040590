"""Asks somebody a question that they can answer in words as well as by a button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.rereading import parser_of
from bot.core.domain.commands import (
    Cancel,
    Cohost,
    GiveBack,
    Handover,
    LetIn,
    Remove,
    ReplyAtDoor,
    Resend,
    Sayable,
    Swap,
    Tell,
    TextFor,
)
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.domain.open_questions import OpenQuestion, fill, question_id
from bot.core.replies.cards import QUESTION
from bot.core.steps.last_word import LastWord
from bot.core.steps.question_steps import SaveQuestion
from bot.core.steps.step import Conversation, Step, observed
from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Card, Text


def ask(
    request: Request,
    text: Text,
    card: Card | None = None,
    *,
    choices: Sequence[str] = (),
    labels: Sequence[str] = (),
    sentence: str = "",
) -> Conversation:
    """Ask a question, and remember it for some minutes.

    Args:
        request: the request that led to it.
        text: the question.
        card: its buttons, each of which says one of the choices.
        choices: sentences of the grammar to choose from.
        labels: what else each choice is called, such as a meeting's subject.
        sentence: a sentence with a gap, if the question asks for words.
    """
    asker = request.requester
    origin = request.message_id or request.seed
    is_clear = _is_of_the_same_meeting(sentence, request)
    question = OpenQuestion(
        question_id(origin),
        request.written,
        tuple(choices),
        sentence,
        tuple(labels),
        thread=asker.thread,
        unclear_since=request.unclear_since if is_clear else request.at,
    )
    yield SaveQuestion(asker.person_id, asker.room_id, question)
    yield Say(text, request.places, card and _of_question(card, question.id))


def _is_of_the_same_meeting(sentence: str, request: Request) -> bool:
    """Return whether a question is about a command that names no meeting: `move`, to what time?"""
    read = parser_of(request)
    wholes = [fill(sentence, each) for each in _FILLINGS] if sentence else []
    commands = [each for each in map(read.command, wholes) if each]
    return any(getattr(each, "which", None) == NO_MEETING for each in commands)


_FILLINGS = ("at 15:00", "30 minutes", "a@example.com")
"""A value of each kind that questions ask for."""


def doubt_what_follows(request: Request, *, of_none: bool = False) -> Iterator[Step]:
    """Have commands asked about that follow this and name no meeting, and `cancel` above all.

    What was said before is no longer what the person speaks of, unless this was about it.

    Args:
        request: the request.
        of_none: whether it was about no meeting, so that only `cancel` is asked about.
    """
    asker = request.requester
    is_of_same = of_none or getattr(request.command, "which", None) == NO_MEETING
    question = OpenQuestion(
        question_id(request.message_id or request.seed),
        request.written,
        thread=asker.thread,
        unclear_since=request.unclear_since if is_of_same else request.at,
    )
    yield SaveQuestion(asker.person_id, asker.room_id, question)


def _note_last_command(command: Sayable, request: Request) -> Conversation:
    """Note what a command that was carried out tells of the next message, if anything.

    What follows may still be about a meeting that is no longer theirs, and `and bob too` may be
    for the same purpose.
    """
    is_lost = isinstance(command, _LOSING)
    is_addressed = isinstance(command, _ADDRESSED) and not getattr(command, "me", False)
    if not (is_lost or is_addressed):
        return
    asker, since = request.requester, request.at if is_lost else request.unclear_since
    asked = request.question if request.answers else None
    note = asked or OpenQuestion("", request.written, thread=asker.thread)
    note = replace(note, unclear_since=since, addressed=True)
    yield SaveQuestion(asker.person_id, asker.room_id, note)


_LOSING = (Cancel, Handover, GiveBack)
"""Commands after which a person is no longer the host of what they spoke of."""

_ADDRESSED = (Cohost, LetIn, Remove, ReplyAtDoor, Resend, Swap, Tell, TextFor)
"""Commands that are for somebody, and no invitations."""


def noting_outcome(conversation: Conversation, request: Request) -> Conversation:
    """Run a conversation, and note what came of it, for what the person says next.

    If it only refuses, what follows and names no meeting is asked about. That comes after the
    last word, since no replay goes beyond it.
    """
    has_asked = False

    def after(step: Step) -> Iterator[Step]:
        nonlocal has_asked
        has_asked = has_asked or isinstance(step, SaveQuestion | LastWord)
        if isinstance(step, LastWord) and not request.program:
            yield from doubt_what_follows(request)

    yield from observed(conversation, after)
    if request.command and not has_asked and not request.program:
        yield from _note_last_command(request.command, request)


def _of_question(card: Card, question: str) -> Card:
    """Return a card whose buttons answer the question with this id."""
    actions = [
        each | {"data": each["data"] | {QUESTION: question}} for each in card.content["actions"]
    ]
    return Card(card.content | {"actions": actions})

"""Asks somebody a question that they can answer in words as well as by a button."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from bot.core.conversations.requests.request import Request
from bot.core.domain.errors import Trouble
from bot.core.domain.open_questions import OpenQuestion, question_id
from bot.core.replies.cards import QUESTION
from bot.core.steps.last_word import LastWord
from bot.core.steps.question_steps import SaveQuestion
from bot.core.steps.step import Conversation
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
    question = OpenQuestion(
        question_id(origin), request.written, tuple(choices), sentence, tuple(labels)
    )
    yield SaveQuestion(asker.person_id, asker.room_id, question)
    yield Say(text, request.places, card and _of_question(card, question.id))


def ask_before_cancelling(request: Request) -> Conversation:
    """Have a bare `cancel` asked about that follows this, such as a list of several meetings.

    What was said before is no longer what the person speaks of.
    """
    asker = request.requester
    question = OpenQuestion(question_id(request.message_id or request.seed), request.written)
    yield SaveQuestion(asker.person_id, asker.room_id, question)


def asking_after_refusal(conversation: Conversation, request: Request) -> Conversation:
    """Run a conversation; if it only refuses, have a bare `cancel` asked about that follows.

    That comes after the last word, since no replay goes beyond it.
    """
    with suppress(StopIteration):
        step = next(conversation)
        while True:
            try:
                answer = yield step
            except Trouble as trouble:
                step = conversation.throw(trouble)
                continue
            if isinstance(step, LastWord) and not request.program:
                yield from ask_before_cancelling(request)
            step = conversation.send(answer)


def _of_question(card: Card, question: str) -> Card:
    """Return a card whose buttons answer the question with this id."""
    actions = [
        each | {"data": each["data"] | {QUESTION: question}} for each in card.content["actions"]
    ]
    return Card(card.content | {"actions": actions})

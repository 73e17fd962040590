"""Tells a space that an answer went to the requester's direct chat."""

from __future__ import annotations

from bot.core import replies
from bot.core.conversations.requests.request import Request
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Text


def point_to_direct_chat(request: Request) -> Conversation:
    """Say where the answer is, if it was asked for in a space; silence looks like a failure."""
    if not request.requester.direct:
        yield Say(replies.in_direct_chat(request.language_here), request.where_asked)


def answer_in_private(said: Text, request: Request) -> Conversation:
    """Answer in private; who asked in words in a space is told where the answer is."""
    yield Say(said, request.direct_chat)
    if request.said:
        yield from point_to_direct_chat(request)

"""Decides what to do about a command of another program, and does it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from bot.core.conversations.requests.decision import Answer
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.request import Request, request_of
from bot.core.conversations.requests.requester import Requester
from bot.core.domain.errors import NotFound, Trouble
from bot.core.domain.guests import Guest
from bot.core.incoming.api_requests import ApiRequest
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Posted, Step
from bot.core.steps.webex_steps import ReadPerson, Say


def decide_api_request(
    asked: ApiRequest, installation: Installation
) -> Generator[Step, Any, Answer | None]:
    """Decide as if the host had written it in their direct chat; nothing for others than hosts."""
    if not installation.access.admits(asked.host):
        return None
    try:
        who: Guest = yield ReadPerson(email=asked.host)
    except NotFound:
        return None
    recalled: StoredPreferences = yield ReadPreferences(None, who.person_id)
    by = Requester(who.person_id, who.email, "", direct=True, name=who.name)
    request = request_of(by, asked.at, asked.seed, recalled, installation)
    request = replace(request, program=asked.program)
    return Answer(asked.command, request, admitted=installation.access.admits(who.email))


def answer_program(talk: Conversation, request: Request) -> Conversation:
    """Go on where the host can't be told: the guests still have to be, and the program asks later.

    Args:
        talk: what is done about the command.
        request: the program's request.
    """
    try:
        step = next(talk)
        while True:
            try:
                answer = yield step
            except Trouble as trouble:
                step = talk.send(_UNSENT) if _is_for_host(step, request) else talk.throw(trouble)
            else:
                step = talk.send(answer)
    except StopIteration:
        return


_UNSENT = Posted("")


def _is_for_host(step: Step, request: Request) -> bool:
    return isinstance(step, Say) and step.places in (request.places, request.direct_chat)

"""Decides what to do about a command of another program."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from bot.core.conversations.requests.decision import Answer
from bot.core.conversations.requests.installation import Installation
from bot.core.conversations.requests.request import request_of
from bot.core.conversations.requests.requester import Requester
from bot.core.domain.errors import NotFound
from bot.core.domain.guests import Guest
from bot.core.incoming.api_requests import ApiRequest
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import ReadPerson


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

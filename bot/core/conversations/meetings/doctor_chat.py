"""The `check` command: the doctor's findings, for administrators."""

from __future__ import annotations

from bot.core import replies
from bot.core.conversations.requests.private_answers import point_to_direct_chat
from bot.core.conversations.requests.request import Request
from bot.core.diagnosis.findings import Finding
from bot.core.domain.commands import Check
from bot.core.steps.doctor_steps import RunDoctor
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say


def check(_command: Check, request: Request) -> Conversation:
    """Send the findings to an administrator, in private."""
    if not request.installation.admins.admits(request.requester.email):
        yield Say(replies.only_administrators(request.language), request.places)
        return
    found: tuple[Finding, ...] = yield RunDoctor()
    yield Say(replies.diagnosis(request.readers.host, found), request.direct_chat)
    yield from point_to_direct_chat(request)

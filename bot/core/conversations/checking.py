"""What an administrator asks from a chat: what is wrong with the installation."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core import replies
from bot.core.commands import Check
from bot.core.conversations.asked import Asked
from bot.core.diagnosis.findings import Finding
from bot.core.steps import Conversation, Say, Step


@dataclass(frozen=True)
class Examine(Step):
    """-> tuple[Finding, ...]: what the doctor says. A link is minted for it, and goes nowhere."""


def check(_command: Check, asked: Asked) -> Conversation:
    """Tell an administrator, in private, what is wrong."""
    if not asked.house.admins.admits(asked.by.email):
        yield Say(replies.only_administrators(asked.tongue), asked.places)
        return
    found: tuple[Finding, ...] = yield Examine()
    yield Say(replies.diagnosis(asked.readers.host, found), asked.direct)

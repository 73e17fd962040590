"""Counts messages to guests, and holds back those beyond a limit."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.conversations.guest_messages import OutgoingMessage
from bot.core.conversations.request import Request
from bot.core.domain.errors import Trouble
from bot.core.domain.limits import Quota, message_quotas
from bot.core.domain.meetings import Role
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.step import Step


def count_messages(
    request: Request, messages: Sequence[OutgoingMessage], occasion: str
) -> Generator[Step, Any, list[Trouble | None]]:
    """Return why each message must not be sent now, or None if it may.

    Args:
        request: by the person who has them sent.
        messages: the messages.
        occasion: identifies them within the request.
    """
    uses = tuple(tuple(_quotas(request, each)) for each in messages)
    if not any(uses):
        return [None for _ in messages]
    used_up: tuple[str, ...] = yield UseQuotas(uses, f"{request.seed} {occasion}", request.at)
    return [Trouble.kinds[each]() if each else None for each in used_up]


def _quotas(request: Request, message: OutgoingMessage) -> Sequence[Quota]:
    to, limits = message.recipient, request.installation.limits
    if to.role is not Role.GUEST:
        return ()
    return tuple(message_quotas(limits, message.way, to.guest, request.requester.as_guest))

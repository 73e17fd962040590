"""Takes back the cards of a cancelled request to experts."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core.conversations.expert_asking import delete_cards
from bot.core.domain.experts import ExpertRequest
from bot.core.domain.meetings import Meeting
from bot.core.replies import expert_replies
from bot.core.steps.expert_steps import CloseExpertRequest
from bot.core.steps.step import Step, Together
from bot.core.steps.webex_steps import Say, Space
from bot.core.wording.languages import Language


def close_request(meeting: Meeting, t: Language) -> Generator[Step, Any, tuple[str, ...]]:
    """Take the cards of a cancelled meeting back, and tell the experts where they were.

    Returns:
        the ids of the spaces that were told.
    """
    if not meeting.expert_group:
        return ()
    made: ExpertRequest | None = yield CloseExpertRequest(meeting.number)
    if made is None or not made.cards:
        return ()
    yield from delete_cards([each.message_id for each in made.cards])
    said = expert_replies.closed_here(t, meeting)
    rooms = tuple(dict.fromkeys(each.room_id for each in made.cards if each.room_id))
    yield Together(tuple(Say(said, (Space(room_id),)) for room_id in rooms))
    return rooms

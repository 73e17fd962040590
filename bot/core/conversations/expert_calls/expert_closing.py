"""Takes back the cards of a cancelled request to experts."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core.conversations.expert_calls.expert_asking import delete_cards, say_where_cards_were
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meetings import Meeting
from bot.core.replies import expert_replies
from bot.core.steps.expert_steps import CloseExpertRequest, ReadExpertRequest
from bot.core.steps.step import Step, Together
from bot.core.wording.languages import Languages


def spaces_with_cards(meeting: Meeting) -> Generator[Step, Any, frozenset[str]]:
    """Return the ids of the spaces in which experts are asked to take a meeting."""
    made: ExpertRequest | None = None
    if meeting.expert_group:
        made = yield ReadExpertRequest(meeting.number)
    return frozenset(each.room_id for each in made.cards) if made else frozenset()


def close_request(meeting: Meeting, languages: Languages) -> Generator[Step, Any, tuple[str, ...]]:
    """Take the cards of a cancelled meeting back, and tell the experts where they were.

    Args:
        meeting: the meeting; nothing is done if it asked no experts.
        languages: the installation's.

    Returns:
        the ids of the spaces that were told.
    """
    if not meeting.expert_group:
        return ()
    made: ExpertRequest | None = yield CloseExpertRequest(meeting.number)
    if made is None or not made.cards:
        return ()
    yield from delete_cards([each.message_id for each in made.cards])
    yield Together(
        say_where_cards_were(
            made.cards, lambda t: expert_replies.closed_here(t, meeting), languages
        )
    )
    return tuple(each.room_id for each in made.cards)

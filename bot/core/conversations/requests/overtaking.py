"""Notes what the bot says elsewhere, so that a `yes` there isn't taken for an earlier question."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.conversations.requests.requester import Requester
from bot.core.steps.question_steps import OvertakeQuestions
from bot.core.steps.step import Conversation, Step, Together, observed
from bot.core.steps.webex_steps import DirectChat, Place, Say, Space, TellHost


def overtaking(conversation: Conversation, by: Requester | None) -> Conversation:
    """Run a conversation, and note whom it tells something who doesn't take part in it.

    Args:
        conversation: the conversation.
        by: the person who began it, if a person did.
    """

    def after(step: Step) -> Iterator[Step]:
        told = [each for each in _told(step) if not _is_own(each, by)]
        people = tuple(each.person_id for each in told if isinstance(each, DirectChat))
        rooms = tuple(each.room_id for each in told if isinstance(each, Space))
        known = tuple(each for each in people if each)
        if known or rooms:
            yield OvertakeQuestions(known, rooms)

    yield from observed(conversation, after)


def _told(step: Step) -> list[Place]:
    """Return where a step posts messages, if it does."""
    match step:
        case Together():
            return [place for each in step.steps for place in _told(each)]
        case Say():
            return [*step.places[:1]]
        case TellHost():
            return [DirectChat(step.host_id)]
    return []


def _is_own(place: Place, by: Requester | None) -> bool:
    """Return whether a place belongs to the person who is answered, or is where they asked."""
    if by is None:
        return False
    if isinstance(place, Space):
        return place.room_id == by.room_id
    return place.person_id == by.person_id

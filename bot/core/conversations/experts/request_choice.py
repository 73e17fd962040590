"""Finds the request that somebody takes, or leaves to others, without saying its number."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.conversations.requests.private_answers import answer_in_private
from bot.core.conversations.requests.request import Request
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.replies import expert_replies
from bot.core.steps.expert_steps import FindRequestsAskedIn
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.step import Step, Together


def request_meant(which: MeetingReference, request: Request) -> Generator[Step, Any, int | None]:
    """Return the number of the request that is meant; None if the person had to be asked.

    Without a number, it is the one with a card in this place whose subject or group has the words.
    """
    if which.number is not None:
        return which.number
    asked: Sequence[ExpertRequest] = yield FindRequestsAskedIn(request.requester.room_id)
    fitting = yield from _fitting(asked, which, request)
    if len(fitting) == 1:
        return fitting[0].number
    t = request.readers.host
    said = expert_replies.which_request(t, fitting) if fitting else expert_replies.none_here(t)
    yield from answer_in_private(said, request)
    return None


def _fitting(
    asked: Sequence[ExpertRequest], which: MeetingReference, request: Request
) -> Generator[Step, Any, list[ExpertRequest]]:
    """Return the requests that may be meant: in the thread of a card, the card's."""
    thread = request.requester.thread
    in_thread = [each for each in asked if any(card.message_id == thread for card in each.cards)]
    if in_thread or not which.words:
        return in_thread or list(asked)
    records: Sequence[MeetingRecord | None] = (
        (yield Together(tuple(ReadMeeting(each.number) for each in asked))) if asked else ()
    )
    return [
        each
        for each, record in zip(asked, records, strict=True)
        if record and _is_called(record, each.group, which)
    ]


def _is_called(record: MeetingRecord, group: str, which: MeetingReference) -> bool:
    return record.meeting.matches(which) or which.words.casefold() == group

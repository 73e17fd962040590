"""Removes the cards of a deleted group, and tells those who wait for it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.conversations.expert_calls.desk_callers import tell_caller_that_nobody_is_free
from bot.core.conversations.expert_calls.expert_asking import delete_cards, say_where_cards_were
from bot.core.conversations.expert_calls.expert_tiers import language_of
from bot.core.conversations.requests.request import Request
from bot.core.domain.desks import desk_of
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.replies import group_replies
from bot.core.steps.expert_steps import AdvanceExpertRequest, FindRequestsTo
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.step import Conversation, Together
from bot.core.steps.webex_steps import DirectChat, Say


def stop_asking(group: str, request: Request) -> Conversation:
    """Remove the cards of a deleted group, and tell the requesters what they can do.

    Its requests stay free: if the group is set up again, it can be asked again.

    Args:
        group: the group's name.
        request: what deleted it.
    """
    waiting: Sequence[ExpertRequest] = yield FindRequestsTo(group, request.at)
    for made in waiting:
        record: MeetingRecord | None = yield ReadMeeting(made.number)
        by = f"{request.seed} {made.number}"
        # Unless somebody took it meanwhile, or its next tier was due.
        if record and (yield AdvanceExpertRequest(made.number, made.step, made.step, None, by)):
            yield from _take_back(made, record.meeting, request, by)


def _take_back(made: ExpertRequest, meeting: Meeting, request: Request, by: str) -> Conversation:
    installation = request.installation
    yield from delete_cards([each.message_id for each in made.cards])
    elsewhere = say_where_cards_were(
        made.cards,
        lambda t: group_replies.group_gone_here(t, meeting, made.group),
        installation.languages,
    )
    if desk_of(meeting):
        yield Together(elsewhere)
        yield from tell_caller_that_nobody_is_free(meeting, installation, by)
        return
    t = yield from language_of(meeting.host_id, installation)
    told = Say(group_replies.group_gone(t, meeting, made.group), (DirectChat(meeting.host_id),))
    yield Together((told, *elsewhere))

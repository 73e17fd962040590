"""The bodies of requests to experts, and of answers about them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from bot.core.domain.commands import Expert
from bot.core.domain.group_requests import ExpertRequest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import State
from bot.edges.web.api.meeting_answers import AnswerBody, GuestAnswer, guest_answer
from bot.edges.web.api.meeting_bodies import Address, Guests, Line, RequestBody


class NewExpertRequest(RequestBody):
    """A new request to a group of experts."""

    requester: Address = Field(
        description="The address of the person who asks. They are told who took the request."
    )
    group: Line = Field(description="The name of the group.")
    guests: Guests = Field([], description="Who meets the expert; by default the requester.")
    topic: Line | None = Field(None, description="What it is about. Experts see it.")
    reference: Line | None = Field(
        None, description="Your own name for it, which only your program sees."
    )

    def command(self) -> Expert:
        """Return what the requester would say."""
        guests = tuple(each.guest() for each in self.guests)
        return Expert(self.group.casefold(), guests, self.topic)


class ExpertRequestAnswer(AnswerBody):
    """A request to a group of experts, and what became of it."""

    id: str = Field(description="What it is known by, and its meeting.")
    state: Literal["open", "taken", "cancelled", "ended"] = Field(
        description="Whether somebody has taken it."
    )
    group: str = Field(description="The name of the group.")
    requester: str = Field(description="The address of the person who asks.")
    topic: str | None = Field(description="What it is about.")
    asked: str = Field(description="When it was asked.", json_schema_extra={"format": "date-time"})
    expert: str | None = Field(description="The address of the expert who has taken it.")
    taken: str | None = Field(
        description="When it was taken.", json_schema_extra={"format": "date-time"}
    )
    reference: str | None = Field(description="Your own name for it.")
    guests: list[GuestAnswer] = Field(description="Who was invited.")


class ExpertRequestsAnswer(AnswerBody):
    """A page of requests to experts, newest first."""

    data: list[ExpertRequestAnswer] = Field(description="The requests.")
    next_cursor: str | None = Field(
        description="The cursor of the next page; null after the last one."
    )


def expert_request_answer(
    made: ExpertRequest, record: MeetingRecord, reference: str, now: datetime
) -> ExpertRequestAnswer:
    """Return a request as programs see it.

    Args:
        made: the request.
        record: its meeting.
        reference: the program's own name for it; empty for none.
        now: the time.
    """
    meeting = record.meeting
    expert = (each.email for each in record.hosts if each.person_id == made.claimed_by)
    return ExpertRequestAnswer(
        id=str(meeting.number),
        state=_state(made, record, now),
        group=made.group,
        requester=meeting.host,
        topic=meeting.subject,
        asked=made.asked.isoformat(),
        expert=next(expert, None) if made.claimed_by else None,
        taken=made.claimed.isoformat() if made.claimed else None,
        reference=reference or None,
        guests=[guest_answer(meeting, each) for each in record.invited],
    )


def _state(
    made: ExpertRequest, record: MeetingRecord, now: datetime
) -> Literal["open", "taken", "cancelled", "ended"]:
    if record.meeting.state is State.CANCELLED:
        return "cancelled"
    if record.meeting.is_over(now):
        return "ended"
    return "taken" if made.claimed_by else "open"

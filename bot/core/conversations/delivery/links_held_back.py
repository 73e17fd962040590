"""Holds guests' links back until an expert has taken the request, where there are no doors."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core.conversations.delivery.minting import Recipient
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.errors import AwaitsHost
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Delivery, Role
from bot.core.replies import asker_replies, guest_texts
from bot.core.steps.find_steps import ReadMeeting
from bot.core.steps.step import Step
from bot.core.steps.webex_steps import Say


def held_back(recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
    """Return the deliveries of links that are sent once somebody has taken the request."""
    why = AwaitsHost.__name__
    return tuple(
        Delivery(Role.GUEST, to.guest, way, trouble=why) for to in recipients for way in to.ways
    )


def waiting_among(guests: Sequence[Guest], record: MeetingRecord, request: Request) -> list[Guest]:
    """Return the guests whose links are held back."""
    if request.installation.doors_at:
        return []
    return [each for each in guests if each in record.awaiting_host]


def without_waiting(
    guests: Sequence[Guest], record: MeetingRecord, request: Request
) -> Generator[Step, Any, list[Guest]]:
    """Return the guests who may have a link now, and tell who asked about the others."""
    waiting = waiting_among(guests, record, request)
    if waiting:
        said = asker_replies.links_wait(request.language, record.meeting, waiting)
        yield Say(said, request.places)
    return [each for each in guests if each not in waiting]


def invitations_not_waiting(
    invited: Sequence[GuestInvitation], request: Request
) -> Generator[Step, Any, list[GuestInvitation]]:
    """Return the invitations with a link to be had now, and tell the guest of the others."""
    ready = []
    for each in invited:
        if each.meeting.expert_group and not request.installation.doors_at:
            record: MeetingRecord | None = yield ReadMeeting(each.meeting.number)
            if record and waiting_among([each.guest], record, request):
                own, email = request.preferences.language, request.requester.email
                t = request.installation.languages.for_guest(own, email)
                yield Say(guest_texts.nobody_free_yet(t), request.direct_chat)
                continue
        ready.append(each)
    return ready

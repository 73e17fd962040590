"""The `my link` command: sends guests their own links again."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.combined_messages import ToShare, give
from bot.core.conversations.delivery.guest_messages import chat_text
from bot.core.conversations.delivery.link_delivery import send_links
from bot.core.conversations.delivery.links_held_back import invitations_not_waiting
from bot.core.conversations.delivery.minting import Recipient, mint_or_explain
from bot.core.conversations.delivery.receipts import finish_late_messages
from bot.core.conversations.requests.clarify import ReadInstead, suggest, suggest_instead
from bot.core.conversations.requests.meeting_candidates import find_candidates
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import MeetingReference, MyLink, Resend
from bot.core.domain.limits import link_quotas
from bot.core.domain.meeting_record import GuestInvitation
from bot.core.domain.meetings import Delivery, Role, Way
from bot.core.steps.find_steps import FindInvitations
from bot.core.steps.last_word import LastWord
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.step import Conversation, Posted, Step
from bot.core.suggesting.readings import suggested
from bot.core.wording.languages import Language


def my_link(_command: MyLink, request: Request) -> Conversation:
    """Send a guest their own link again; a host who isn't a guest anywhere gets a host link.

    A host who is no longer allowed to use the bot doesn't.
    """
    invited = yield from find_invitations(request, MeetingReference())
    if invited:
        yield from give_own_links(invited, request)
        return
    none = replies.no_invitation(_own_language(request))
    may_host = request.installation.access.admits(request.requester.email)
    hosted = (yield from find_candidates(Resend(me=True), request)) if may_host else []
    if not hosted:
        if not (yield from suggest_instead(none.markdown, request)):
            yield LastWord(none, request.direct_chat)
        return
    mine = Resend(me=True, which=MeetingReference(hosted[0].meeting.number))
    if len(hosted) == 1:
        raise ReadInstead(mine)
    yield from suggest(suggested(mine), request, none.markdown)


def find_invitations(
    request: Request, which: MeetingReference
) -> Generator[Step, Any, list[GuestInvitation]]:
    """Return the requester's invitations to the meetings that may be meant."""
    invited: tuple[GuestInvitation, ...] = yield FindInvitations(
        request.requester.person_id, request.requester.email, request.at
    )
    return [
        each for each in invited if request.installation.public_view(each.meeting).matches(which)
    ]


def give_own_links(invited: Sequence[GuestInvitation], request: Request) -> Conversation:
    """Give a guest a link for each of these invitations, as often as the limits allow."""
    invited = yield from invitations_not_waiting(invited, request)
    if not invited:
        return
    quotas = tuple(link_quotas(request.installation.limits, request.requester.person_id))
    if quotas and any((yield UseQuotas((quotas,), f"{request.seed} my link", request.at))):
        yield LastWord(replies.newest_link(_own_language(request)), request.direct_chat)
        return
    # A bare link is only taken back with its message, which has to be its own.
    if len(invited) > 1 and request.installation.doors_at:
        invited = yield from _give_together(invited, request)
    for each in invited:
        theirs = _in_their_zone(each, request)
        sent = yield from send_links(each.meeting, theirs, [_recipient(each, request)])
        if sent is None:
            return
        yield from finish_late_messages(request, each.meeting, sent)


def _give_together(
    invited: Sequence[GuestInvitation], request: Request
) -> Generator[Step, Any, list[GuestInvitation]]:
    """Give the doors of several meetings in one message; return whose message wasn't posted.

    The message stays when one of the meetings is cancelled: doors close by themselves.
    """
    parts = []
    for each in invited:
        to = _recipient(each, request)
        links = yield from mint_or_explain(each.meeting, request, [to])
        if links is None:
            return []
        text = chat_text(_in_their_zone(each, request), each.meeting, to, links.guests)
        parts.append(ToShare(to.places[0], text, links.lost and not links.doors))
    outcomes = yield from give(parts)
    given = [isinstance(outcome, Posted) for outcome in outcomes]
    for each, is_given in zip(invited, given, strict=True):
        if is_given:
            who = _recipient(each, request).guest
            yield from record_deliveries(
                request, each.meeting, [Delivery(Role.GUEST, who, Way.DIRECT)]
            )
    return [each for each, is_given in zip(invited, given, strict=True) if not is_given]


def _in_their_zone(invitation: GuestInvitation, request: Request) -> Request:
    """Return the request in the zone of the invitation: only colleagues have one of their own."""
    is_colleague = request.installation.access.admits(request.requester.email)
    return request if is_colleague else request.in_zone(invitation.zone)


def _recipient(invitation: GuestInvitation, request: Request) -> Recipient:
    who = invitation.guest
    reader = replace(who, language=request.preferences.language or who.language)
    return Recipient(Role.GUEST, reader, request.direct_chat)


def _own_language(request: Request) -> Language:
    return request.installation.languages.for_guest(
        request.preferences.language, request.requester.email
    )

"""Sends a fresh link to somebody who lost theirs, by the way they were invited."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.combined_messages import ToShare, give
from bot.core.conversations.delivery.guest_messages import chat_text
from bot.core.conversations.delivery.message_delivery import send
from bot.core.conversations.delivery.minting import DoorUse, Recipient, direct_chat_of, with_doors
from bot.core.conversations.requests.decision import SendLostLinks
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.requester import Requester
from bot.core.domain.commands import Guest
from bot.core.domain.limits import lost_link_quota
from bot.core.domain.links import Links
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.domain.unknown_zone import zone_of_name
from bot.core.parsing.text import phone_numbers
from bot.core.steps.find_steps import FindInvitations, ReadMeeting
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.step import Conversation, Posted, Step


def send_lost_links(due: SendLostLinks) -> Conversation:
    """Send a fresh link for each meeting that is on or to come; the earlier ones stop working.

    The requester only knows an address, so they are told nothing.
    """
    who = _meant(due)
    if not (who.identity and due.installation.doors_at):
        return
    invited: tuple[GuestInvitation, ...] = yield FindInvitations(
        "", who.email, due.notice.at, who.phone
    )
    if not invited:
        return
    quotas = (lost_link_quota(who.identity),)
    if any((yield UseQuotas((quotas,), f"{due.notice.seed} lost", due.notice.at))):
        return
    renewed = yield from _renew(due, invited)
    told = (yield from _tell_together(renewed)) if len(renewed) > 1 else ()
    for each in renewed:
        yield from _send(each, each in told)


@dataclass(frozen=True)
class _Renewed:
    """A guest's new door, and by which ways they are told of it on behalf of the host."""

    request: Request
    meeting: Meeting
    to: Recipient
    links: Links

    @property
    def in_chat(self) -> bool:
        return Way.DIRECT in self.to.ways


def _meant(due: SendLostLinks) -> Guest:
    """Return whose link is lost; nobody if that is neither an address nor a phone number."""
    written = due.notice.address
    if "@" in written:
        return Guest(email=written)
    return Guest(phone=phone_numbers.number(written, due.installation.region) or "")


def _renew(
    due: SendLostLinks, invited: Sequence[GuestInvitation]
) -> Generator[Step, Any, list[_Renewed]]:
    """Renew the doors of those invitations whose guest was sent a link before."""
    renewed = []
    for each in invited:
        record: MeetingRecord | None = yield ReadMeeting(each.meeting.number)
        if not record:
            continue
        who, meeting = each.guest, record.meeting
        ways = record.ways_to(who)
        if not ways:
            continue
        places = (direct_chat_of(who),) if Way.DIRECT in ways else ()
        to = Recipient(Role.GUEST, who, places, ways)
        stored: StoredPreferences = yield ReadPreferences(meeting.room_id, record.host_id)
        request = _on_behalf_of_host(due, record, stored)
        how = DoorUse(f"{due.notice.seed} {meeting.number}", renew=True)
        links = yield from with_doors(Links((), ()), meeting, due.installation, [to], how)
        renewed.append(_Renewed(request, meeting, to, links))
    return renewed


def _tell_together(renewed: Sequence[_Renewed]) -> Generator[Step, Any, list[_Renewed]]:
    """Send the doors of several meetings in one chat message; return those that were sent.

    An email is sent for each: it carries the invitation of its meeting for a calendar.
    """
    chats = [each for each in renewed if each.in_chat]
    parts = [
        ToShare(
            each.to.places[0], chat_text(each.request, each.meeting, each.to, each.links.guests)
        )
        for each in chats
    ]
    outcomes = yield from give(parts)
    told = [
        each for each, outcome in zip(chats, outcomes, strict=True) if isinstance(outcome, Posted)
    ]
    for each in told:
        said = Delivery(Role.GUEST, each.to.guest, Way.DIRECT)
        yield from record_deliveries(each.request, each.meeting, [said])
    return told


def _send(renewed: _Renewed, is_told: bool) -> Conversation:
    """Send the guest their door in the ways that haven't told them of it yet."""
    to = renewed.to
    if is_told:
        to = replace(to, places=(), ways=tuple(way for way in to.ways if way is not Way.DIRECT))
    if not to.ways:
        return
    sent = yield from send(renewed.request, renewed.meeting, [to], renewed.links)
    yield from record_deliveries(renewed.request, renewed.meeting, sent.deliveries)


def _on_behalf_of_host(
    due: SendLostLinks, record: MeetingRecord, stored: StoredPreferences
) -> Request:
    """Return a request by the host, who gets what doesn't reach the guest.

    Lost links have a limit of their own. They don't count as messages to the guest: beyond that
    limit, hosts would be asked to forward links that they never sent.
    """
    host = record.hosts_to_tell[0]
    by = Requester(host.person_id, host.email, "", direct=True, name=record.meeting.host_name)
    preferences = stored.preferences.with_fallback(due.installation.defaults)
    at = due.notice.at.astimezone(zone_of_name(preferences.zone))
    limits = replace(due.installation.limits, messages_per_guest=0)
    installation = replace(due.installation, limits=limits)
    return Request(by, installation, preferences, at, due.notice.seed)

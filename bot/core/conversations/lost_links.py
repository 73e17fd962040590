"""Sends a fresh link to somebody who lost theirs, by the way they were invited."""

from __future__ import annotations

from bot.core.conversations.cancellation import record_deliveries
from bot.core.conversations.decision import SendLostLinks
from bot.core.conversations.message_delivery import send
from bot.core.conversations.minting import DoorUse, Recipient, direct_chat_of, with_doors
from bot.core.conversations.request import Request
from bot.core.conversations.requester import Requester
from bot.core.domain.commands import Guest
from bot.core.domain.limits import lost_link_quota
from bot.core.domain.links import Links
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Role, Way
from bot.core.domain.unknown_zone import zone_of_name
from bot.core.parsing.text import phone_numbers
from bot.core.steps.find_steps import FindInvitations, ReadMeeting
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.step import Conversation


def send_lost_links(due: SendLostLinks) -> Conversation:
    """Send a fresh link for each meeting that is on or to come; the earlier ones stop working.

    Whoever asked only knows an address, so nothing is said to them.
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
    for each in invited:
        record: MeetingRecord | None = yield ReadMeeting(each.meeting.number)
        if record:
            yield from _send_again(due, record, each)


def _meant(due: SendLostLinks) -> Guest:
    """Return whose link is lost; nobody if that is neither an address nor a phone number."""
    written = due.notice.address
    if "@" in written:
        return Guest(email=written)
    return Guest(phone=phone_numbers.number(written, due.installation.region) or "")


def _send_again(
    due: SendLostLinks, record: MeetingRecord, invitation: GuestInvitation
) -> Conversation:
    who, meeting = invitation.guest, record.meeting
    ways = tuple(way for way in (Way.DIRECT, Way.MAIL, Way.PHONE) if record.last_delivery(way, who))
    if not ways:
        return
    places = (direct_chat_of(who),) if Way.DIRECT in ways else ()
    to = Recipient(Role.GUEST, who, places, ways)
    stored: StoredPreferences = yield ReadPreferences(meeting.room_id, record.host_id)
    request = _on_behalf_of_host(due, record, stored)
    how = DoorUse(f"{due.notice.seed} {meeting.number}", renew=True)
    links = yield from with_doors(Links((), ()), meeting, due.installation, [to], how)
    sent = yield from send(request, meeting, [to], links)
    yield from record_deliveries(request, meeting, sent.deliveries)


def _on_behalf_of_host(
    due: SendLostLinks, record: MeetingRecord, stored: StoredPreferences
) -> Request:
    """Return a request by the host, who gets what doesn't reach the guest."""
    host = record.hosts_to_tell[0]
    by = Requester(host.person_id, host.email, "", direct=True, name=record.meeting.host_name)
    preferences = stored.preferences.with_fallback(due.installation.defaults)
    at = due.notice.at.astimezone(zone_of_name(preferences.zone))
    return Request(by, due.installation, preferences, at, due.notice.seed)

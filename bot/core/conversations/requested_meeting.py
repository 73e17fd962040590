"""What a `meet` command asks for: its meeting and who gets a link, or why it is refused."""

from __future__ import annotations

from datetime import UTC, timedelta

from bot.core import replies
from bot.core.conversations.minting import (
    Recipient,
    guest_recipient,
    host_recipient,
    recipients_to_forward,
)
from bot.core.conversations.request import Request
from bot.core.domain.access import is_bot
from bot.core.domain.commands import Guest, Meet
from bot.core.domain.email_addresses import address_key
from bot.core.domain.meetings import Meeting, Role, Way
from bot.core.wording.texts import Text


def why_refused(command: Meet, request: Request) -> Text | None:
    """Return why this meeting is refused, or None."""
    installation = request.installation
    number = len(_guests(command, request)) + command.spare + command.qr
    if max(number, command.hosts) > installation.most_guests:
        return replies.too_many(request.language, number, command.hosts, installation.most_guests)
    if _minutes(command, request) > installation.most_minutes:
        return replies.too_long(request.language, installation.most_minutes)
    if command.opens and command.opens > request.at + timedelta(days=installation.horizon_days):
        return replies.too_far(request.language, installation.horizon_days)
    if _admit_first(command, request) and not installation.doors_at:
        return replies.no_doors(request.language)
    unknown = [each for each in command.devices if each.casefold() not in _devices(request)]
    if unknown:
        return replies.unknown_device(request.language, unknown[0], installation.devices)
    return None


def _devices(request: Request) -> dict[str, str]:
    installation = request.installation
    if not installation.source.devices:
        return {}
    return {name.casefold(): uri for name, uri in installation.devices.items()}


def _admit_first(command: Meet, request: Request) -> bool | None:
    said = command.admit_first
    return request.preferences.admit_first if said is None else said


def _minutes(command: Meet, request: Request) -> int:
    return command.minutes or request.preferences.minutes or request.installation.most_minutes


def meeting_of(command: Meet, request: Request) -> Meeting:
    """Return the meeting that is asked for, without a number."""
    # In UTC: Python adds minutes to local clock time, even when the clocks change in between.
    opens = (command.opens or request.at).astimezone(UTC)
    vertical = command.vertical or request.preferences.vertical or "gen"
    return Meeting(
        sub=request.seed,
        host_id=request.requester.person_id,
        host=request.requester.email,
        host_name=request.requester.name,
        opens=opens,
        expires=opens + timedelta(minutes=_minutes(command, request)),
        subject=command.subject,
        room_id=request.room_id,
        thread=request.requester.thread,
        vertical=vertical,
        login=request.preferences.login is not False,
        devices=tuple(_devices(request)[each.casefold()] for each in command.devices),
        planned=command.opens is not None,
        admit_first=bool(_admit_first(command, request)),
        program=request.program,
    )


def recipients_of(command: Meet, request: Request) -> list[Recipient]:
    """Return everybody who gets a link: the host first, then guests, then links to hand on."""
    return [
        host_recipient(request.requester.as_guest),
        *(guest_recipient(each, request.installation) for each in _guests(command, request)),
        *_for_anybody(command, request),
        *recipients_to_forward(Role.HOST, command.hosts - 1, request),
        *recipients_to_forward(Role.SPARE, command.spare, request),
        *[Recipient(Role.SPARE, Guest(), request.direct_chat, (Way.HANDED,), qr=True)] * command.qr,
    ]


def _guests(command: Meet, request: Request) -> list[Guest]:
    return [
        request.with_language(each, command.language)
        for each in command.guests
        if not is_requester_or_bot(each, request)
    ]


def is_requester_or_bot(who: Guest, request: Request) -> bool:
    """Return whether a guest is the requester or the bot, who need no link."""
    requester, installation = request.requester, request.installation
    if who.person_id in (requester.person_id, installation.bot_id):
        return True
    ours = map(address_key, (requester.email, installation.bot_email))
    return is_bot(who.email) or address_key(who.email) in ours


def _for_anybody(command: Meet, request: Request) -> list[Recipient]:
    """Return the recipient of a link for the space, or to forward in a direct chat."""
    anybody = request.with_language(Guest(request.requester.person_id), command.language)
    handed_on = bool(command.spare or command.qr)
    if command.here or not (command.guests or handed_on):
        way = Way.DIRECT if request.requester.direct else Way.SPACE
        return [Recipient(Role.SPARE, anybody, request.where_asked, (way,))]
    if _guests(command, request) or handed_on:
        return []
    # Naming only oneself is no request for a link that the whole space can use.
    return [Recipient(Role.SPARE, anybody, request.direct_chat)]

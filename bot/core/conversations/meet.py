"""The `meet` command: starts a meeting and sends its links."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

from bot.core import replies
from bot.core.conversations.cancellation import record_deliveries
from bot.core.conversations.event_publishing import publish_change, publish_invitations
from bot.core.conversations.failed_requests import no_links
from bot.core.conversations.guest_identity import (
    bots_among,
    resolve_guests,
    unaddressed,
    with_addresses_of,
)
from bot.core.conversations.meeting_questions import question_about
from bot.core.conversations.meeting_tasks import tasks_for
from bot.core.conversations.message_delivery import SendResult, send
from bot.core.conversations.minting import (
    DoorUse,
    Recipient,
    guest_recipient,
    host_recipient,
    mint_beside,
    recipients_to_forward,
    with_doors,
)
from bot.core.conversations.receipts import send_receipt
from bot.core.conversations.request import Request
from bot.core.conversations.sharing_with_hosts import ReceiptPages
from bot.core.conversations.subject_privacy import identifies_person
from bot.core.domain.access import is_bot
from bot.core.domain.commands import Guest, Meet
from bot.core.domain.email_addresses import address_key
from bot.core.domain.errors import Trouble
from bot.core.domain.limits import LimitReached
from bot.core.domain.links import Links
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.domain.program_events import EventType
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import SaveMeeting, Schedule
from bot.core.steps.people_steps import ReadNames, ReadPeople
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Text


def meet(command: Meet, request: Request) -> Conversation:
    """Start a meeting, send its links, and say what became of each."""
    request = request.in_zone_of(command.opens)
    refusal = why_refused(command, request)
    if refusal:
        yield LastWord(refusal, request.places)
        return
    question = question_about(command, request)
    if question:
        yield from question
        return
    said, command = command, (yield from with_each_once(command, request))
    try:
        links, command, request = yield from _with_links(command, request)
    except Trouble as trouble:
        yield no_links(request, trouble, replies.no_meeting(request.language, trouble), said)
        return
    meeting, recipients = meeting_of(command, request), _recipients(command, request)
    kept = yield SaveMeeting(meeting, request.at, request.installation.limits)
    if isinstance(kept, LimitReached):
        yield LastWord(replies.too_often(request.language, kept), request.places)
        return
    meeting, request = kept, request.with_name(kept.host_name)
    yield from publish_change(EventType.MEETING_CREATED, meeting, request)
    receipt = _receipt(command, request, meeting)
    sent = yield from send_links(request, meeting, recipients, links, receipt)
    if not (yield from record_deliveries(request, meeting, sent.deliveries)):
        return
    yield from publish_invitations(meeting, sent.deliveries, request)
    yield Schedule(tuple(tasks_for(meeting, request)))
    yield from _account(request, meeting, sent, receipt)


def send_links(
    request: Request,
    meeting: Meeting,
    recipients: list[Recipient],
    links: Links,
    receipt: ReceiptPages,
) -> Generator[Step, Any, SendResult]:
    """Send the links, and with doors guests the addresses of theirs."""
    how = DoorUse(request.seed)
    links = yield from with_doors(links, meeting, request.installation, recipients, how)
    return (yield from send(request, meeting, recipients, links, receipt))


def _with_links(
    command: Meet, request: Request
) -> Generator[Step, Any, tuple[Links, Meet, Request]]:
    """Mint links for everybody, and ask Webex who they are at the same time.

    A bot among them needs no link in the end, which is then left over.

    Raises:
        Trouble: there are no links.
    """
    meeting, recipients = meeting_of(command, request), _recipients(command, request)
    asked = tuple(_questions(command, request))
    links, answers = yield from mint_beside(meeting, request.installation, recipients, asked)
    return links, *_identified(command, request, answers)


def _questions(command: Meet, request: Request) -> Iterator[ReadPeople]:
    """Ask for the host's name and, recorded because it decides who gets a link, who is a bot."""
    host = () if request.requester.name else (request.requester.person_id,)
    if mentioned := unaddressed(command.guests):
        yield ReadPeople((*host, *mentioned))
    elif host:
        yield ReadNames(host)


def _identified(command: Meet, request: Request, answers: Sequence[object]) -> tuple[Meet, Request]:
    """Return both with the host's name and the addresses of bots, as far as Webex told them."""
    people = [each for found in answers if isinstance(found, tuple) for each in found]
    name = next((each.name for each in people if each.person_id == request.requester.person_id), "")
    guests = with_addresses_of(bots_among(people), command.guests)
    return replace(command, guests=guests), request.with_name(name)


def with_each_once(command: Meet, request: Request) -> Generator[Step, Any, Meet]:
    """Return the command with each guest once, and known as Webex knows them."""
    left_out = [each for each in command.guests if is_requester_or_bot(each, request)]
    guests = yield from resolve_guests([each for each in command.guests if each not in left_out])
    return replace(command, guests=(*guests, *left_out))


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


def _recipients(command: Meet, request: Request) -> list[Recipient]:
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


def _account(
    request: Request, meeting: Meeting, sent: SendResult, receipt: ReceiptPages
) -> Conversation:
    host = sent.deliveries[0]
    if host.trouble:
        yield Say(replies.no_private_word(request.language_here, host), request.where_asked)
    yield from send_receipt(request, meeting, sent, receipt)


def _receipt(command: Meet, request: Request, meeting: Meeting) -> ReceiptPages:
    left_out = [each for each in command.guests if is_requester_or_bot(each, request)]
    wanted = command.guests or ((command.spare or command.qr) and not request.requester.direct)
    names = request.installation.discreet and identifies_person(meeting.subject or "")
    warning = [replies.tells_of_a_person(request.language)] * names

    def pages(deliveries: Sequence[Delivery]) -> tuple[Text, ...]:
        direct = request.in_private
        t, times = request.language, request.times(meeting)
        shown = replies.receipt(t, meeting, deliveries, left_out, times, direct=direct)
        return (*(shown if wanted else ()), *warning)

    return pages

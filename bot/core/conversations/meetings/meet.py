"""The `meet` command: starts a meeting and sends its links."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.failed_requests import no_links
from bot.core.conversations.delivery.message_delivery import SendResult, send
from bot.core.conversations.delivery.minting import (
    DoorUse,
    Recipient,
    mint_beside,
    with_doors,
)
from bot.core.conversations.delivery.receipts import send_receipt
from bot.core.conversations.delivery.sharing_with_hosts import ReceiptPages
from bot.core.conversations.meetings.requested_meeting import (
    is_requester_or_bot,
    meeting_of,
    recipients_of,
    why_refused,
)
from bot.core.conversations.requests.event_publishing import publish_change, publish_invitations
from bot.core.conversations.requests.guest_identity import (
    bots_among,
    resolve_guests,
    unaddressed,
    with_addresses_of,
)
from bot.core.conversations.requests.invited_twice import ask_if_invited_twice
from bot.core.conversations.requests.meeting_questions import question_about
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.subject_privacy import identifies_person
from bot.core.conversations.scheduled.meeting_tasks import tasks_for
from bot.core.domain.commands import Meet
from bot.core.domain.errors import Trouble
from bot.core.domain.limits import LimitReached
from bot.core.domain.links import Links
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.domain.program_events import EventType
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import SaveMeeting, Schedule
from bot.core.steps.people_steps import ReadNames, ReadPeople
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Text


def meet(command: Meet, request: Request) -> Conversation:
    """Start a meeting, unless something has to be asked or refused first."""
    request = request.in_zone_of(command.opens)
    refusal = why_refused(command, request)
    if refusal:
        yield LastWord(refusal, request.places)
        return
    question = question_about(command, request)
    if question is None and (yield from ask_if_invited_twice(command, request)):
        return
    yield from question or _start(command, request)


def _start(command: Meet, request: Request) -> Conversation:
    """Mint the links, and save the meeting if the limits allow it."""
    said, command = command, (yield from with_each_once(command, request))
    try:
        links, command, request = yield from _with_links(command, request)
    except Trouble as trouble:
        yield no_links(request, trouble, replies.no_meeting(request.language, trouble), said)
        return
    meeting, recipients = meeting_of(command, request), recipients_of(command, request)
    kept = yield SaveMeeting(meeting, request.at, request.installation.limits)
    if isinstance(kept, LimitReached):
        yield LastWord(replies.too_often(request.language, kept), request.places)
        return
    yield from _invite(command, request.with_name(kept.host_name), kept, recipients, links)


def _invite(
    command: Meet,
    request: Request,
    meeting: Meeting,
    recipients: list[Recipient],
    links: Links,
) -> Conversation:
    """Send the links of a saved meeting, and say what became of each."""
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
    meeting, recipients = meeting_of(command, request), recipients_of(command, request)
    asked = tuple(_questions(command, request))
    links, answers = yield from mint_beside(meeting, request.installation, recipients, asked)
    return links, *_identified(command, request, answers)


def _questions(command: Meet, request: Request) -> Iterator[ReadPeople]:
    """Ask for the host's name, and for who is a bot.

    The latter is recorded, because it decides who gets a link.
    """
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


def _account(
    request: Request, meeting: Meeting, sent: SendResult, receipt: ReceiptPages
) -> Conversation:
    host = sent.deliveries[0]
    if host.trouble and not request.program:
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

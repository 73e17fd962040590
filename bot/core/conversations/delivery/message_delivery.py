"""Sends messages, tries other ways for those that fail, and reports the outcome."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.guest_limits import count_messages
from bot.core.conversations.delivery.guest_messages import (
    OutgoingMessage,
    compose_message,
    compose_messages,
)
from bot.core.conversations.delivery.minting import Recipient
from bot.core.conversations.delivery.send_attempts import SendAttempt
from bot.core.conversations.delivery.sharing_with_hosts import (
    ReceiptPages,
    Sharing,
    share_with_hosts,
)
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.errors import (
    Late,
    LinkLost,
    NotSetUp,
    Overtaken,
    TooManyMessages,
    TooManyTexts,
    Trouble,
)
from bot.core.domain.links import Links
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.steps.step import Step, Together
from bot.core.steps.webex_steps import ReadPerson

_NO_OTHER_WAY = (LinkLost, TooManyMessages, TooManyTexts)
"""Troubles that another way would not help with."""


@dataclass(frozen=True)
class SendResult:
    """The outcome of sending.

    Args:
        deliveries: the delivery of each link, by each way.
        late: messages that `send_late` still tries.
        has_receipt: whether the receipt was given with the links to share.
    """

    deliveries: tuple[Delivery, ...]
    late: tuple[OutgoingMessage, ...] = ()
    has_receipt: bool = False


def send(
    request: Request,
    meeting: Meeting,
    recipients: Sequence[Recipient],
    links: Links,
    receipt: ReceiptPages | None = None,
) -> Generator[Step, Any, SendResult]:
    """Send the messages, then what hosts share, with the text of messages that reached nobody.

    The caller notes what was told, and later sends what is late.

    Args:
        request: the request.
        meeting: the meeting.
        recipients: who gets the links.
        links: for all of them, in order.
        receipt: the receipt, if the requester gets one. In a direct chat it is above what is
            shared, in one message, unless it has to be corrected later.
    """
    messages = tuple(compose_messages(request, meeting, recipients, links))
    tried = yield from _try_each_way(request, meeting, messages)
    shared = [each for each in messages if each.recipient.is_to_share and not each.recipient.qr]
    late = tuple(each.message for each in tried if each.is_late)
    above = receipt if request.in_private and not late else None
    sharing = Sharing(shared, above)
    deliveries, has_receipt = yield from share_with_hosts(request, meeting, tried, sharing)
    return SendResult(deliveries, late, has_receipt)


def send_late(
    request: Request,
    meeting: Meeting,
    sent: SendResult,
    receipt: ReceiptPages | None,
) -> Generator[Step, Any, SendResult]:
    """Try late messages until they are sent or given up; return what came of all.

    Args:
        request: the request.
        meeting: the meeting.
        sent: what came of all until now.
        receipt: the receipt, to be above the texts for guests who weren't reached after all.
    """
    settled = tuple(each for each in sent.deliveries if each.trouble != Late.__name__)
    again = tuple(
        replace(each, step=each.step.with_more_patience() or each.step) for each in sent.late
    )
    tried = yield from _post(request, again)
    sharing = Sharing(receipt=receipt, before=settled)
    deliveries, has_receipt = yield from share_with_hosts(request, meeting, tried, sharing)
    # Overtaken ones keep their record: whoever cancelled or changed the meeting told people.
    yield from record_deliveries(
        request, meeting, [each for each in deliveries if each.trouble != Overtaken.__name__]
    )
    return SendResult((*settled, *deliveries), has_receipt=has_receipt)


def _try_each_way(
    request: Request, meeting: Meeting, messages: Sequence[OutgoingMessage]
) -> Generator[Step, Any, list[SendAttempt]]:
    """Send everybody's own message, then the pictures, then what reached nobody in another way."""
    own = [each for each in messages if not each.recipient.is_to_share]
    tried = yield from _post(request, own, f"{meeting.number} first")
    # After the host's own link: messages that are posted at the same time come in any order.
    pictures = [each for each in messages if each.recipient.qr]
    tried += yield from _post(request, pictures)
    failed = [each for each in tried if each.failure]
    again = [each.message for each in failed if not isinstance(each.failure, _NO_OTHER_WAY)]
    tried += yield from _instead(request, meeting, again)
    return tried


def _post(
    request: Request, messages: Sequence[OutgoingMessage], occasion: str = ""
) -> Generator[Step, Any, list[SendAttempt]]:
    """Post messages; with an `occasion`, only as many as the limits allow."""
    if not messages:
        return []
    held_back: Sequence[Trouble | None] = [None] * len(messages)
    if occasion:
        held_back = yield from count_messages(request, messages, occasion)
    allowed = [each for each, why in zip(messages, held_back, strict=True) if not why]
    found = (yield Together(tuple(each.step for each in allowed))) if allowed else ()
    outcomes = dict(zip(map(id, allowed), found, strict=True))
    return [
        SendAttempt(each, why or outcomes[id(each)])
        for each, why in zip(messages, held_back, strict=True)
    ]


def _instead(
    request: Request, meeting: Meeting, lost: Sequence[OutgoingMessage]
) -> Generator[Step, Any, list[SendAttempt]]:
    """Try another way for guests whom the first one didn't reach.

    An email is a step even without an address, since a replay may find one.
    """
    ways = request.installation.ways
    again = []
    for each in lost:
        way = ways.instead_of(each.way)
        if way and way not in each.recipient.ways:
            to = (yield from _with_address(each.recipient)) if ways.mail else each.recipient
            message = compose_message(way, request, meeting, to, each.links)
            again.append(message.without_link() if each.step.lost else message)
    if ways.mail:
        return (yield from _post(request, again, f"{meeting.number} instead"))
    return [SendAttempt(each, NotSetUp()) for each in again]


def _with_address(to: Recipient) -> Generator[Step, Any, Recipient]:
    """Return the recipient with their address, if Webex tells it: a mention has none."""
    if to.guest.email:
        return to
    try:
        known: Guest = yield ReadPerson(to.guest.person_id)
    except Trouble:
        return to
    return replace(to, guest=replace(known, language=to.guest.language))

"""Sends messages, tries other ways for those that fail, and reports the outcome."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core import replies
from bot.core.conversations.cancellation import record_deliveries
from bot.core.conversations.guest_limits import count_messages
from bot.core.conversations.guest_messages import (
    OutgoingMessage,
    chat_text,
    compose_message,
    compose_messages,
)
from bot.core.conversations.minting import Recipient
from bot.core.conversations.request import Request
from bot.core.conversations.shared_messages import ToShare, give
from bot.core.domain.commands import Guest
from bot.core.domain.errors import (
    Late,
    LinkLost,
    NotSetUp,
    Overtaken,
    Passing,
    TooManyMessages,
    TooManyTexts,
    Trouble,
)
from bot.core.domain.links import Links
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Outcome, Posted, Step, Together
from bot.core.steps.webex_steps import Person, ReadPerson, Say, Space, TellHost
from bot.core.wording.texts import Text

ReceiptPages = Callable[[Sequence[Delivery]], tuple[Text, ...]]
"""Returns the pages of a receipt for some deliveries."""

_NO_OTHER_WAY = (LinkLost, TooManyMessages, TooManyTexts)
"""Troubles that another way would not help with."""


@dataclass(frozen=True)
class SendAttempt:
    """A message and its outcome."""

    message: OutgoingMessage
    outcome: Outcome

    @property
    def guest_identity(self) -> str:
        """What its guest is known by."""
        return self.message.recipient.guest.identity

    @property
    def is_for_guest(self) -> bool:
        """Whether it is for one guest."""
        return self.message.recipient.role is Role.GUEST

    @property
    def is_late(self) -> bool:
        """Whether to keep trying while others go on."""
        return (
            isinstance(self.outcome, Passing) and self.message.step.with_more_patience() is not None
        )

    @property
    def failure(self) -> Trouble | None:
        """The trouble that keeps it from a guest for good, if any."""
        is_lost = self.is_for_guest and not self.is_late and not isinstance(self.outcome, Overtaken)
        return self.outcome if is_lost and isinstance(self.outcome, Trouble) else None


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
    others = [each for each in messages if not each.recipient.is_to_share]
    tried = yield from _post(request, others, f"{meeting.number} first")
    # After the host's own link: messages that are posted at the same time come in any order.
    pictures = [each for each in messages if each.recipient.qr]
    tried += yield from _post(request, pictures)
    shared = [each for each in messages if each.recipient.is_to_share and not each.recipient.qr]
    failed = [each for each in tried if each.failure]
    again = [each.message for each in failed if not isinstance(each.failure, _NO_OTHER_WAY)]
    tried += yield from _instead(request, meeting, again)
    late = tuple(each.message for each in tried if each.is_late)
    above = receipt if request.in_private and not late else None
    sharing = Sharing(shared, above)
    deliveries, has_receipt = yield from _account_for_all(request, meeting, tried, sharing)
    return SendResult(deliveries, late, has_receipt)


def send_late(
    request: Request,
    meeting: Meeting,
    sent: SendResult,
    receipt: ReceiptPages | None = None,
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
    deliveries, has_receipt = yield from _account_for_all(request, meeting, tried, sharing)
    # Overtaken ones keep their record: whoever cancelled or changed the meeting told people.
    yield from record_deliveries(
        request, meeting, [each for each in deliveries if each.trouble != Overtaken.__name__]
    )
    return SendResult((*settled, *deliveries), has_receipt=has_receipt)


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


@dataclass(frozen=True)
class Sharing:
    """What hosts share themselves, and what goes with it.

    Args:
        messages: with links to share.
        receipt: the receipt to put above; None for none.
        before: deliveries that are settled already; the receipt names them too.
    """

    messages: Sequence[OutgoingMessage] = ()
    receipt: ReceiptPages | None = None
    before: Sequence[Delivery] = ()


def _account_for_all(
    request: Request, meeting: Meeting, tried: Sequence[SendAttempt], sharing: Sharing
) -> Generator[Step, Any, tuple[tuple[Delivery, ...], bool]]:
    """Give hosts what they share, and the requester the text for guests who weren't reached.

    Return all deliveries, and whether the receipt was given too.
    """
    lost = _unreached(tried, sharing.before)
    [me] = request.direct_chat
    passed_on = [_passed_on(request, meeting, whose, tried) for whose in lost]
    parts = [*(_to_share(request, each) for each in sharing.messages), *passed_on]

    def deliveries(outcomes: Sequence[Outcome]) -> tuple[Delivery, ...]:
        shared, notes = outcomes[: len(sharing.messages)], outcomes[len(sharing.messages) :]
        note_of = dict(zip(map(id, lost.values()), notes, strict=True))
        both = [*tried, *map(SendAttempt, sharing.messages, shared)]
        found = [_deliveries(each, note_of.get(id(each))) for each in both]
        return tuple(delivery for some in found for delivery in some)

    above: list[ToShare] = []
    if sharing.receipt and any(each.to == me and not each.lost for each in parts):
        given = [LinkLost() if each.lost else Posted("") for each in parts]
        all_of_them = (*sharing.before, *deliveries(given))
        above = [ToShare(me, each) for each in sharing.receipt(all_of_them)]
    outcomes = yield from give([*above, *parts])
    of_receipt, outcomes = outcomes[: len(above)], outcomes[len(above) :]
    mine = [each for each in tried if not each.is_for_guest]
    if any(isinstance(each, LinkLost) for each in (*(one.outcome for one in mine), *outcomes)):
        yield Say(replies.own_links_lost(request.readers.host), request.direct_chat)
    has_receipt = bool(above) and all(isinstance(each, Posted) for each in of_receipt)
    return deliveries(outcomes), has_receipt


def _unreached(tried: Sequence[SendAttempt], before: Sequence[Delivery]) -> dict[str, SendAttempt]:
    """Return the last failed attempt for each guest whom no message reached."""
    reached = {
        each.guest.identity for each in before if each.role is Role.GUEST and not each.trouble
    }
    reached |= {each.guest_identity for each in tried if each.is_for_guest and not each.failure}
    return {
        each.guest_identity: each
        for each in tried
        if each.failure and each.guest_identity not in reached
    }


def _to_share(request: Request, message: OutgoingMessage) -> ToShare:
    """Return what a message with links to share says, for the host who shares them."""
    step = message.step
    if isinstance(step, TellHost):
        return ToShare(Person(step.host_id), step.text, step.lost)
    assert isinstance(step, Say)  # noqa: S101 - nothing else is shared in writing
    [to] = step.places
    # A renewed link goes to the chat of the earlier one, which may be this one.
    here = request.requester.direct and to == Space(request.requester.room_id)
    return ToShare(request.direct_chat[0] if here else to, step.text, step.lost)


def _passed_on(
    request: Request, meeting: Meeting, whose: str, tried: Sequence[SendAttempt]
) -> ToShare:
    """Return the text for a guest who wasn't reached; without their link, only that it is lost."""
    text = _text_to_pass_on(request, meeting, whose, tried)
    lost = any(each.message.step.lost for each in tried if each.guest_identity == whose)
    told = any(isinstance(each.failure, LinkLost) for each in tried if each.guest_identity == whose)
    return ToShare(request.direct_chat[0], text, lost and not told)


def _text_to_pass_on(
    request: Request, meeting: Meeting, whose: str, tried: Sequence[SendAttempt]
) -> Text:
    lost = [
        (each.message, each.failure)
        for each in tried
        if each.guest_identity == whose and each.failure
    ]
    message, failure = lost[0]
    if isinstance(failure, LinkLost):
        return replies.link_lost(request.readers.host, message.recipient.guest)
    meant = chat_text(request, meeting, message.recipient, message.links)
    why = [(message.way, trouble) for message, trouble in lost]
    return replies.undelivered(request.readers.host, message.recipient.guest, why, meant)


def _deliveries(tried: SendAttempt, passed_on: Outcome | None) -> tuple[Delivery, ...]:
    """Return the delivery of each link; one to pass on is in the host's message."""
    to, outcome = tried.message.recipient, tried.outcome
    who = Guest(language=to.guest.language) if to.role is Role.SPARE else to.guest
    plain = Delivery(to.role, who, tried.message.way)
    carrier = outcome
    if isinstance(outcome, Trouble):
        kind = Late if tried.is_late else type(outcome)
        plain = replace(plain, trouble=kind.__name__)
        carrier = _own_id(tried)
        if isinstance(passed_on, Posted) and not isinstance(outcome, LinkLost):
            carrier = passed_on
    if isinstance(carrier, Posted):
        has_card = to.qr or (to.role is Role.HOST and tried.message.way is Way.DIRECT)
        plain = replace(
            plain, message_id=carrier.message_id, room_id=carrier.room_id, card=has_card
        )
    return (plain,) * to.count


def _own_id(tried: SendAttempt) -> Outcome:
    """A message given up keeps its id, so it is another row than while it was late."""
    step = tried.message.step
    if tried.is_late or not isinstance(step, SendMail | SendText):
        return tried.outcome
    return Posted(step.mail.id if isinstance(step, SendMail) else step.message.id)

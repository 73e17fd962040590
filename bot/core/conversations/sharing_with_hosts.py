"""What hosts pass on themselves: links to share, and texts for guests who weren't reached."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core import replies
from bot.core.conversations.combined_messages import ToShare, give
from bot.core.conversations.guest_messages import OutgoingMessage, chat_text
from bot.core.conversations.request import Request
from bot.core.conversations.send_attempts import SendAttempt, deliveries_of, unreached
from bot.core.domain.errors import LinkLost
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.steps.step import Outcome, Posted, Step
from bot.core.steps.webex_steps import Person, Say, Space, TellHost
from bot.core.wording.texts import Text

ReceiptPages = Callable[[Sequence[Delivery]], tuple[Text, ...]]
"""Returns the pages of a receipt for some deliveries."""


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


def share_with_hosts(
    request: Request, meeting: Meeting, tried: Sequence[SendAttempt], sharing: Sharing
) -> Generator[Step, Any, tuple[tuple[Delivery, ...], bool]]:
    """Give hosts what they share, and the requester the text for guests who weren't reached.

    Return all deliveries, and whether the receipt was given too.
    """
    lost = unreached(tried, sharing.before)
    [me] = request.direct_chat
    passed_on = [_passed_on(request, meeting, whose, tried) for whose in lost]
    parts = [*(_to_share(request, each) for each in sharing.messages), *passed_on]

    def deliveries(outcomes: Sequence[Outcome]) -> tuple[Delivery, ...]:
        shared, notes = outcomes[: len(sharing.messages)], outcomes[len(sharing.messages) :]
        note_of = dict(zip(map(id, lost.values()), notes, strict=True))
        both = [*tried, *map(SendAttempt, sharing.messages, shared)]
        found = [deliveries_of(each, note_of.get(id(each))) for each in both]
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

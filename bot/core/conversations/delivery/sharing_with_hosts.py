"""What hosts pass on themselves: links to share, and texts for guests who weren't reached."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.combined_messages import ToShare, give
from bot.core.conversations.delivery.guest_messages import OutgoingMessage, chat_text
from bot.core.conversations.delivery.send_attempts import SendAttempt, deliveries_of, unreached
from bot.core.conversations.requests.request import Request
from bot.core.domain.errors import LinkLost
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.steps.step import Outcome, Posted, Step
from bot.core.steps.webex_steps import DirectChat, Say, Space, TellHost
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
    lost = tuple(unreached(tried, sharing.before).values())
    passed_on = [_passed_on(request, meeting, each.guest_identity, tried) for each in lost]
    parts = [*(_to_share(request, each) for each in sharing.messages), *passed_on]
    expected = [LinkLost() if each.lost else Posted("") for each in parts]
    above = _receipt_above(request, sharing, parts, _deliveries(tried, sharing, lost, expected))
    outcomes = yield from give([*above, *parts])
    of_receipt, of_parts = outcomes[: len(above)], outcomes[len(above) :]
    if _has_lost_own_link(tried, of_parts):
        yield Say(replies.own_links_lost(request.readers.host), request.direct_chat)
    has_receipt = bool(above) and all(isinstance(each, Posted) for each in of_receipt)
    return _deliveries(tried, sharing, lost, of_parts), has_receipt


def _deliveries(
    tried: Sequence[SendAttempt],
    sharing: Sharing,
    lost: Sequence[SendAttempt],
    outcomes: Sequence[Outcome],
) -> tuple[Delivery, ...]:
    """Return all deliveries, given what came of the messages to share and of the texts."""
    shared, texts = outcomes[: len(sharing.messages)], outcomes[len(sharing.messages) :]
    text_of = dict(zip(map(id, lost), texts, strict=True))
    attempts = [*tried, *map(SendAttempt, sharing.messages, shared)]
    return tuple(each for one in attempts for each in deliveries_of(one, text_of.get(id(one))))


def _receipt_above(
    request: Request, sharing: Sharing, parts: Sequence[ToShare], deliveries: Sequence[Delivery]
) -> list[ToShare]:
    """Return the receipt, if it is wanted and goes to the same chat as some of the parts."""
    [me] = request.direct_chat
    if not sharing.receipt or not any(each.to == me and not each.lost for each in parts):
        return []
    return [ToShare(me, page) for page in sharing.receipt((*sharing.before, *deliveries))]


def _has_lost_own_link(tried: Sequence[SendAttempt], outcomes: Sequence[Outcome]) -> bool:
    """Return whether a host's own link, or one to share, was lost in a crash."""
    own = [each.outcome for each in tried if not each.is_for_guest]
    return any(isinstance(each, LinkLost) for each in (*own, *outcomes))


def _to_share(request: Request, message: OutgoingMessage) -> ToShare:
    """Return the text of a message with links for the host to share."""
    step = message.step
    if isinstance(step, TellHost):
        return ToShare(DirectChat(step.host_id), step.text, step.lost)
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

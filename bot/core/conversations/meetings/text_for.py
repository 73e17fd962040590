"""The `text for` command: texts for the host to forward, with fresh links."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core import replies
from bot.core.conversations.delivery.cancellation import record_deliveries
from bot.core.conversations.delivery.combined_messages import ToShare, give
from bot.core.conversations.delivery.links_held_back import without_waiting
from bot.core.conversations.delivery.minting import Recipient, mint_or_explain
from bot.core.conversations.requests.guest_identity import resolve_guests
from bot.core.conversations.requests.meeting_choice import of_one_meeting
from bot.core.conversations.requests.private_answers import point_to_direct_chat
from bot.core.conversations.requests.request import Request
from bot.core.conversations.requests.who_is_meant import fits
from bot.core.domain.commands import Guest, TextFor
from bot.core.domain.errors import LinkLost
from bot.core.domain.links import Links
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Posted
from bot.core.steps.webex_steps import Say


@of_one_meeting
def text_for(command: TextFor, record: MeetingRecord, request: Request) -> Conversation:
    """Send the host a short and a long text for each named guest, or for all."""
    named = yield from resolve_guests(command.guests, record.invited)
    lost = [each.display_name for each in named if each not in record.invited]
    lost += [each for each in command.names if not any(fits(each, who) for who in record.invited)]
    if lost:
        yield LastWord(
            replies.nobody_called(request.language, lost, record.meeting), request.places
        )
        return
    if command.direct:
        request = request.with_bare_links()
    meant = _chosen(named, command.names, record.invited)
    whom = yield from without_waiting(meant, record, request)
    if meant and not whom:
        return
    whom = whom or [Guest()]
    recipients = [_recipient(each, request) for each in whom]
    links = yield from mint_or_explain(record.meeting, request, recipients)
    if links:
        yield from _give(request, record.meeting, whom, links)
        yield from point_to_direct_chat(request)


def _recipient(who: Guest, request: Request) -> Recipient:
    """Return the recipient of a text; a guest who has a door is sent to that one."""
    return Recipient(_role(who), who, request.direct_chat, (Way.HANDED,))


def _role(who: Guest) -> Role:
    """Return whose a text is: a guest's own, or anybody's."""
    return Role.GUEST if who.identity else Role.SPARE


def _chosen(
    named: Sequence[Guest], names: Sequence[str], invited: Sequence[Guest]
) -> Sequence[Guest]:
    if not (named or names):
        return invited
    return [who for who in invited if who in named or any(fits(name, who) for name in names)]


def _give(request: Request, meeting: Meeting, whom: Sequence[Guest], links: Links) -> Conversation:
    shown, readers, times = (
        request.installation.public_view(meeting),
        request.readers,
        request.times(meeting),
    )
    t, [me] = request.language, request.direct_chat
    fresh = list(zip(whom, links.guests, strict=True))
    texts = [replies.texts_for(t, readers.guest(who), shown, (who, to), times) for who, to in fresh]
    outcomes = yield from give([ToShare(me, each, links.lost) for each in texts])
    given = [
        Delivery(_role(who), who, Way.HANDED, each.message_id, each.room_id)
        for who, each in zip(whom, outcomes, strict=True)
        if isinstance(each, Posted)
    ]
    yield from record_deliveries(request, meeting, given)
    if any(isinstance(each, LinkLost) for each in outcomes):
        yield Say(replies.own_links_lost(request.readers.host), request.direct_chat)

"""Invites more guests to a meeting: the same `sub` leads to the same Webex space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core import replies
from bot.core.conversations.delivery.link_delivery import send_links
from bot.core.conversations.delivery.minting import guest_recipient, recipients_to_forward
from bot.core.conversations.delivery.receipts import send_receipt
from bot.core.conversations.meetings.requested_meeting import is_requester_or_bot
from bot.core.conversations.requests.event_publishing import publish_invitations
from bot.core.conversations.requests.guest_identity import resolve_guests, with_bots_addresses
from bot.core.conversations.requests.meeting_choice import choose_meeting
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Add, Guest, MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Role
from bot.core.parsing import grammar
from bot.core.replies import asker_replies, question_cards
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import Say
from bot.core.wording.texts import Text


def _may_add(command: Add, meeting: Meeting, request: Request) -> Say:
    """Ask in private before people of a space are added to a meeting of another place."""
    sentence = grammar.say(replace(command, which=MeetingReference(meeting.number)))
    t = request.readers.host
    question = replies.may_add(t, meeting, command.guests)
    return Say(question, request.direct_chat, question_cards.may_add(t, meeting, sentence))


def add(command: Add, request: Request) -> Conversation:
    """Invite more guests to the same meeting."""
    record = yield from choose_meeting(command, request)
    if record and request.is_elsewhere(record.meeting):
        yield _may_add(command, record.meeting, request)
    elif record and record.lacks_host and not request.installation.doors_at:
        yield LastWord(asker_replies.add_later(request.language, record.meeting), request.places)
    elif record:
        yield from _invite(command, record, request)


def _needs_no_link(who: Guest, record: MeetingRecord, request: Request) -> bool:
    """Return whether somebody is the requester, the bot or a host of the meeting."""
    is_host = any(each.is_same(who) for each in record.hosts)
    return is_host or is_requester_or_bot(who, request)


def _invite(command: Add, record: MeetingRecord, request: Request) -> Conversation:
    wanted = yield from with_bots_addresses(command.guests)
    left_out = [each for each in wanted if _needs_no_link(each, record, request)]
    new = [each for each in wanted if each not in left_out]
    named = yield from resolve_guests(new, record.invited)
    guests = [request.with_language(each, command.language) for each in named]
    number = len({each.identity for each in (*guests, *record.invited)}) + command.spare
    if number > request.installation.most_guests:
        yield LastWord(
            replies.too_many(request.language, number, 1, request.installation.most_guests),
            request.places,
        )
        return
    invited = [guest_recipient(each, request.installation) for each in guests]
    spare = recipients_to_forward(Role.SPARE, command.spare, request)

    def pages(deliveries: Sequence[Delivery]) -> tuple[Text, ...]:
        t, times, direct = request.language, request.times(record.meeting), request.in_private
        shown = replies.receipt(
            t, record.meeting, deliveries, left_out, times, direct=direct, more=True
        )
        # In a direct chat, the spare links' own message says it all.
        return shown if command.guests or not request.requester.direct else ()

    sent = yield from send_links(record.meeting, request, [*invited, *spare], pages)
    if sent is not None:
        yield from publish_invitations(record.meeting, sent.deliveries, request)
        yield from send_receipt(request, record.meeting, sent, pages)

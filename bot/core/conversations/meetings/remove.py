"""The `remove` command: guests are told that they are no longer invited."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.conversations.delivery.guest_news import GuestNews
from bot.core.conversations.delivery.message_removal import withdrawal_steps
from bot.core.conversations.delivery.minting import direct_chat_of
from bot.core.conversations.delivery.notifications import Notification, notify
from bot.core.conversations.delivery.waiting_list import update_waiting_list
from bot.core.conversations.delivery.who_came import who_came
from bot.core.conversations.requests.guest_identity import resolve_guests
from bot.core.conversations.requests.meeting_choice import of_one_meeting
from bot.core.conversations.requests.request import Request
from bot.core.domain.attendance import Attendance
from bot.core.domain.commands import Guest, Remove
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Way
from bot.core.replies import remove_replies, remove_texts
from bot.core.replies.attendance_rows import links_closed
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import MarkWithdrawn, RemoveGuests
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Conversation, Send, Together
from bot.core.steps.webex_steps import Say
from bot.core.wording.times import moment


@of_one_meeting
def remove(command: Remove, record: MeetingRecord, request: Request) -> Conversation:
    """Withdraw invitations, tell the guests, and say what can't be taken back."""
    named = yield from resolve_guests(command.guests, record.invited)
    unknown = [each for each in named if each not in record.invited]
    if unknown:
        yield LastWord(
            remove_replies.nobody_to_remove(request.language, unknown, record.meeting),
            request.places,
        )
        return
    known_as = tuple(each.identity for each in named)
    came = yield from who_came(record.meeting, request.installation)
    theirs = [each for each in came if each.known_as in known_as]
    after: MeetingRecord = yield RemoveGuests(record.meeting.number, known_as)
    request = request.with_name(record.name_of_host(request.requester.person_id))
    yield from _withdraw(after, known_as, request)
    if after.meeting.admit_first and any(each.is_waiting for each in theirs):
        yield from update_waiting_list(after, request.installation)
    yield from _tell(record, named, theirs, request)


def _withdraw(after: MeetingRecord, known_as: Sequence[str], request: Request) -> Conversation:
    """Take back the messages that show their links, theirs and the host's."""
    theirs = [each for each in after.link_messages if _is_removed(each, known_as)]
    readers = request.readers
    yield Together(
        withdrawal_steps(theirs, lambda each: remove_texts.invitation_withdrawn(readers.of(each)))
    )
    yield MarkWithdrawn(tuple(str(each.message_id) for each in theirs))


def _is_removed(each: Delivery, known_as: Sequence[str]) -> bool:
    return each.guest.identity in known_as and each.is_removed


def _tell(
    record: MeetingRecord, named: Sequence[Guest], came: Sequence[Attendance], request: Request
) -> Conversation:
    reached = yield from notify(_notifications(record, named, (Way.DIRECT,), request))
    t, shared = request.language, any(each.way is Way.SPACE for each in record.link_messages)
    inside = [each for each in came if each.has_link(request.at)]
    until = moment(t, record.meeting.last_link_ends, request.zone)
    closed = links_closed(t, inside, until) if came else ""
    said = remove_replies.removed(
        t, record.meeting, named, request.zone, shared=shared, closed=closed
    )
    yield Say(said, request.places)
    hosts = [who for who in named if any(who.is_same(each) for each in record.hosts)]
    if hosts:
        yield Say(remove_replies.still_hosts(t, record.meeting, hosts), request.places)
    # Last, since these services may be down for long.
    reached |= yield from notify(_notifications(record, named, (Way.MAIL, Way.PHONE), request))
    missed = [who for who in named if record.may_have_link(who) and who.identity not in reached]
    if missed:
        note = remove_replies.tell_them_themselves(request.readers.host, record.meeting, missed)
        yield Say(note, request.direct_chat)


def _notifications(
    record: MeetingRecord, named: Sequence[Guest], ways: Sequence[Way], request: Request
) -> list[Notification]:
    """Return the news for each guest, by those of `ways` that reached them before."""
    return [
        (who, _notice(record, who, way, request))
        for who in named
        for way in record.ways_to(who)
        if way in ways
    ]


def _notice(record: MeetingRecord, who: Guest, way: Way, request: Request) -> Send:
    t, shown = request.readers.guest(who), request.installation.public_view(record.meeting)
    by = request.requester.called
    news = GuestNews(
        f"remove {request.seed}",
        mail=lambda occasion: SendMail(remove_texts.removal_mail(t, shown, who, by, occasion)),
        text=lambda empty: SendText(remove_texts.removal_text(t, shown, by, empty)),
        chat=lambda: Say(remove_texts.no_longer_invited(t, shown, by), (direct_chat_of(who),)),
    )
    return news.by(way, who, record, request.installation, request.times(record.meeting))

"""The `tell` command: passes a host's message on to guests, the way they were invited."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core import replies
from bot.core.conversations.delivery.guest_news import GuestNews
from bot.core.conversations.delivery.minting import direct_chat_of
from bot.core.conversations.requests.guest_identity import resolve_guests
from bot.core.conversations.requests.meeting_choice import of_one_meeting
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Guest, Tell
from bot.core.domain.limits import LONGEST_TOLD, message_quotas, tell_quota
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, Way
from bot.core.replies import tell_replies, tell_texts
from bot.core.steps.door_steps import ShowOnDoors
from bot.core.steps.last_word import LastWord
from bot.core.steps.mail_steps import TryMail
from bot.core.steps.quota_steps import UseQuotas
from bot.core.steps.sms_steps import TryText
from bot.core.steps.step import Conversation, Outcome, Posted, Send, Step, Together
from bot.core.steps.webex_steps import Say, Space


@dataclass(frozen=True)
class _Addressed:
    """A message for a guest, or for a space that has a link for everyone."""

    to: Guest
    way: Way
    step: Send


def tell(command: Tell, request: Request) -> Conversation:
    """Pass a message on; it is sent once or, after ten seconds of trouble, the host is told."""
    if len(command.text) > LONGEST_TOLD:
        yield LastWord(
            tell_replies.message_too_long(request.language, len(command.text)), request.places
        )
        return
    yield from _tell(command, request)


@of_one_meeting
def _tell(command: Tell, record: MeetingRecord, request: Request) -> Conversation:
    request = request.with_name(record.name_of_host(request.requester.person_id))
    whom = yield from resolve_guests(command.guests, record.invited)
    unknown = [each for each in whom if each not in record.invited]
    if unknown:
        yield LastWord(
            replies.not_invited(request.language, unknown, record.meeting), request.places
        )
        return
    yield from _pass_on(command, record, whom, request)


def _pass_on(
    command: Tell, record: MeetingRecord, whom: Sequence[Guest], request: Request
) -> Conversation:
    t, meeting = request.language, record.meeting
    guests = record.invited if command.everybody else tuple(whom)
    messages = list(_messages(command.text, record, guests, request))
    if command.everybody:
        messages += _in_spaces(command.text, record, request)
    if not (guests or messages):
        yield LastWord(tell_replies.nobody_to_tell(t, meeting), request.places)
        return
    used: tuple[str, ...] = yield UseQuotas(
        ((tell_quota(meeting.number),),), f"{request.seed} tell", request.at
    )
    if any(used):
        yield LastWord(tell_replies.told_enough(t, meeting), request.places)
        return
    if request.installation.doors_at:
        known_as = ("",) if command.everybody else tuple(each.identity for each in guests)
        yield ShowOnDoors(meeting.number, known_as, command.text, request.seed)
    reached = yield from _send(messages, request)
    missed = [each for each in guests if each.identity not in reached]
    spaces = len(reached) - len(guests) + len(missed)
    said = tell_replies.passed_on(t, meeting, len(guests) - len(missed), spaces, missed)
    yield Say(said, request.places)


def _send(
    messages: Sequence[_Addressed], request: Request
) -> Generator[Step, Any, set[str | None]]:
    """Send what the limits allow; return the guests and spaces that were reached."""
    limits, by = request.installation.limits, request.requester.as_guest
    uses = tuple(tuple(message_quotas(limits, each.way, each.to, by)) for each in messages)
    held: Sequence[str] = [""] * len(messages)
    if any(uses):
        held = yield UseQuotas(uses, f"{request.seed} told", request.at)
    sent = [each for each, trouble in zip(messages, held, strict=True) if not trouble]
    if not sent:
        return set()
    outcomes: tuple[Outcome, ...] = yield Together(tuple(each.step for each in sent))
    done = zip(sent, outcomes, strict=True)
    return {
        each.to.identity or outcome.room_id for each, outcome in done if isinstance(outcome, Posted)
    }


def _messages(
    words: str, record: MeetingRecord, guests: Sequence[Guest], request: Request
) -> Iterator[_Addressed]:
    """Yield a message for each guest, by the first of the ways that reached them."""
    for who in guests:
        for way in record.ways_to(who)[:1]:
            yield _Addressed(who, way, _message(words, way, who, record, request))


def _message(words: str, way: Way, who: Guest, record: MeetingRecord, request: Request) -> Send:
    t, shown = request.readers.guest(who), _as_from_requester(record.meeting, request)
    news = GuestNews(
        f"tell {request.seed}",
        mail=lambda occasion: TryMail(tell_texts.message_mail(t, shown, who, words, occasion)),
        text=lambda empty: TryText(tell_texts.message_text(t, shown, words, empty)),
        chat=lambda: Say(tell_texts.message_for_guests(t, shown, words), (direct_chat_of(who),)),
    )
    return news.by(way, who, record, request.installation, request.times(record.meeting))


def _in_spaces(words: str, record: MeetingRecord, request: Request) -> list[_Addressed]:
    """Return a message for each space with a link for everyone, but not for where it was said."""
    messages = [each for each in record.link_messages if each.way is Way.SPACE]
    spaces = {str(each.room_id): each.guest for each in messages}
    spaces.pop(request.requester.room_id, None)
    shown = _as_from_requester(record.meeting, request)
    return [
        _Addressed(
            Guest(),
            Way.SPACE,
            Say(
                tell_texts.message_for_guests(request.readers.guest(nobody), shown, words),
                (Space(room_id),),
            ),
        )
        for room_id, nobody in spaces.items()
    ]


def _as_from_requester(meeting: Meeting, request: Request) -> Meeting:
    """Return the meeting as guests may see it, with the host who speaks."""
    shown, by = request.installation.public_view(meeting), request.requester
    return replace(shown, host=by.email, host_name=by.name)

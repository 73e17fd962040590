"""Who needs a new link when links are renewed, and which messages carry old ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.core.conversations.minting import Addressee, bundles, guest, host
from bot.core.conversations.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.webex_steps import Edit, Space, Step, Withdraw
from bot.core.wording.texts import Text


def renewed(held: MeetingRecord, request: Request) -> list[Addressee]:
    """Return everybody, and every place, that has a link, to get another for each."""
    guests = [_guest_again(each, held, request) for each in held.invited]
    return [*hosts(held), *guests, *for_anybody(held, request)]


def hosts(held: MeetingRecord) -> list[Addressee]:
    """Return the hosts, to get a link each."""
    return [host(each.person_id, each.email) for each in held.hosts]


def for_anybody(held: MeetingRecord, request: Request) -> list[Addressee]:
    """Return where links are that are nobody's own: in spaces, and with hosts to hand on."""
    carriers = [each for each in held.carriers if each.way is Way.HANDED]
    handed = Counter((each.role, held.host_in(each.room_id)) for each in carriers)
    to_hand_on = [bundles(role, number, request, to) for (role, to), number in handed.items()]
    return [
        *(_anybody(each, held.meeting) for each in held.carriers if _is_for_anybody(each)),
        *(each for some in to_hand_on for each in some),
    ]


def replaced(held: MeetingRecord) -> list[Delivery]:
    """Return what carries links that others take the place of: a former host gets no other."""
    return [each for each in held.carriers if each.role is not Role.FORMER]


def nobodys(held: MeetingRecord) -> list[Delivery]:
    """Return what carries links that are nobody's own."""
    return [each for each in held.carriers if each.way is Way.HANDED or _is_for_anybody(each)]


def _guest_again(who: Guest, held: MeetingRecord, request: Request) -> Addressee:
    """Whoever has had no mail so far is invited by this one."""
    again = any(held.last_by(way, who) for way in (Way.MAIL, Way.PHONE))
    return replace(guest(who, request.installation), again=again)


def _is_for_anybody(each: Delivery) -> bool:
    return each.role is Role.SPARE and each.way is not Way.HANDED and each.room_id is not None


def _anybody(carrier: Delivery, meeting: Meeting) -> Addressee:
    room_id = str(carrier.room_id)
    in_thread = meeting.thread is not None and meeting.room_id == room_id
    thread = (Space(room_id, meeting.thread),) if in_thread else ()
    return Addressee(Role.SPARE, carrier.guest, (*thread, Space(room_id)), (carrier.way,))


def retirements(
    carriers: Iterable[Delivery], instead: Callable[[Delivery], Text]
) -> tuple[Step, ...]:
    """Return what takes back the messages that carried links; what cannot be edited is deleted.

    Webex lets a message with a card not be edited, and no message more than ten times.
    https://developer.webex.com/docs/api/v1/messages/edit-a-message
    """
    by_message = {each.message_id: each for each in carriers if each.message_id}
    return tuple(_retirement(each, instead(each)) for each in by_message.values())


def _retirement(carrier: Delivery, instead: Text) -> Step:
    message_id = str(carrier.message_id)
    if carrier.card or carrier.room_id is None:
        return Withdraw(message_id)
    return Edit(message_id, carrier.room_id, instead)

"""Renews links: everybody gets a new one, and the messages with the old ones are taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.conversations.cancellation import take_back
from bot.core.conversations.message_delivery import Handed, send
from bot.core.conversations.message_removal import retirements
from bot.core.conversations.minting import Addressee, bundles, guest, host, mint_or_tell
from bot.core.conversations.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, HostReason, Meeting, Role, Way
from bot.core.steps.ledger_steps import Errand, Prolong, Schedule
from bot.core.steps.webex_steps import Space, Step, Together
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


@dataclass(frozen=True)
class Earlier:
    """The messages whose links are replaced.

    Args:
        carriers: the deliveries of these messages.
        instead: returns the text that replaces them, in the reader's language.
    """

    carriers: Iterable[Delivery]
    instead: Callable[[Language], Text]


def replace_links(
    meeting: Meeting,
    request: Request,
    addressees: Sequence[Addressee],
    earlier: Earlier,
    due: tuple[Errand, ...] = (),
) -> Generator[Step, Any, Handed | None]:
    """Send new links to `meeting`; None if that failed, and the requester was told.

    The caller finishes late messages.
    """
    links = yield from mint_or_tell(meeting, request, addressees)
    if links is None:
        return None
    handed = yield from send(request, meeting, addressees, links)
    gone = list(earlier.carriers)
    readers = request.readers
    yield Together(retirements(gone, lambda each: earlier.instead(readers.of(each))))
    ids = tuple(str(each.message_id) for each in gone)
    is_on: bool = yield Prolong(meeting.number, meeting.expires, handed.told, ids)
    if is_on:
        yield Schedule(due)
        return handed
    yield from take_back(MeetingRecord(meeting, handed.told), request, meeting.host_called)
    return None


def renewed(record: MeetingRecord, request: Request) -> list[Addressee]:
    """Return an addressee for every person and place that has a link."""
    guests = [_guest_again(each, record, request) for each in record.invited]
    return [*hosts(record), *guests, *for_anybody(record, request)]


def hosts(record: MeetingRecord) -> list[Addressee]:
    """Return an addressee for each host."""
    return [host(each, HostReason.AGAIN) for each in record.hosts]


def for_anybody(record: MeetingRecord, request: Request) -> list[Addressee]:
    """Return addressees for the links that are nobody's own: in spaces, and spare ones."""
    carriers = [each for each in record.carriers if each.way is Way.HANDED]
    handed = Counter((each.role, record.host_in(each.room_id)) for each in carriers)
    to_hand_on = [bundles(role, number, request, to) for (role, to), number in handed.items()]
    return [
        *(_anybody(each, record.meeting) for each in record.carriers if _is_for_anybody(each)),
        *(each for some in to_hand_on for each in some),
    ]


def replaced(record: MeetingRecord) -> list[Delivery]:
    """Return the deliveries that renewal replaces; a former host gets no new link."""
    return [each for each in record.carriers if each.role is not Role.FORMER]


def nobodys(record: MeetingRecord) -> list[Delivery]:
    """Return the deliveries of links that are nobody's own."""
    return [each for each in record.carriers if each.way is Way.HANDED or _is_for_anybody(each)]


def _guest_again(who: Guest, record: MeetingRecord, request: Request) -> Addressee:
    """A guest who had no email so far is invited by this one."""
    again = any(record.last_by(way, who) for way in (Way.MAIL, Way.PHONE))
    return replace(guest(who, request.installation), again=again)


def _is_for_anybody(each: Delivery) -> bool:
    return each.role is Role.SPARE and each.way is not Way.HANDED and each.room_id is not None


def _anybody(carrier: Delivery, meeting: Meeting) -> Addressee:
    room_id = str(carrier.room_id)
    in_thread = meeting.thread is not None and meeting.room_id == room_id
    thread = (Space(room_id, meeting.thread),) if in_thread else ()
    return Addressee(Role.SPARE, carrier.guest, (*thread, Space(room_id)), (carrier.way,))

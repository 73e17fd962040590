"""Sends new links, then withdraws the messages with the old ones."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.conversations.cancellation import take_back
from bot.core.conversations.link_renewal import retirements
from bot.core.conversations.message_delivery import Handed, send
from bot.core.conversations.minting import Addressee, mint_or_tell
from bot.core.conversations.request import Request
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.steps.ledger_steps import Errand, Prolong
from bot.core.steps.webex_steps import Step, Together
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


@dataclass(frozen=True)
class Earlier:
    """What others take the place of.

    Args:
        carriers: of the links.
        instead: what stands in their messages then, in a reader's language.
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
    """Send new links of `meeting`, as it is from now on; None where that failed, as was told.

    A replay may find the new messages among the earlier ones, which are not to be taken back.
    Whoever calls it finishes what is late.
    """
    links = yield from mint_or_tell(meeting, request, addressees)
    if links is None:
        return None
    handed = yield from send(request, meeting, addressees, links)
    new = {each.message_id for each in handed.told}
    gone = [each for each in earlier.carriers if each.message_id not in new]
    readers = request.readers
    yield Together(retirements(gone, lambda each: earlier.instead(readers.of(each))))
    ids = tuple(str(each.message_id) for each in gone)
    is_on: bool = yield Prolong(meeting.number, meeting.expires, handed.told, ids, due)
    if is_on:
        return handed
    yield from take_back(MeetingRecord(meeting, handed.told), request, meeting.host)
    return None

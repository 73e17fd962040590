"""New links are sent, then the messages of those that they take the place of are taken back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.conversations.asked import Asked
from bot.core.conversations.calling_off import take_back
from bot.core.conversations.handing import Addressee, mint_or_tell
from bot.core.conversations.renewing import retirements
from bot.core.conversations.sending import Handed, send
from bot.core.held import Held
from bot.core.meetings import Delivery, Meeting
from bot.core.remembering import Errand, Prolong
from bot.core.steps import Step, Together
from bot.core.texts import Text
from bot.core.tongues import Tongue


@dataclass(frozen=True)
class Earlier:
    """What others take the place of.

    Args:
        carriers: of the links.
        instead: what stands in their messages then, in a reader's language.
    """

    carriers: Iterable[Delivery]
    instead: Callable[[Tongue], Text]


def replace_links(
    meeting: Meeting,
    asked: Asked,
    addressees: Sequence[Addressee],
    earlier: Earlier,
    due: tuple[Errand, ...] = (),
) -> Generator[Step, Any, Handed | None]:
    """Send new links of `meeting`, as it is from now on; None where that failed, as was told.

    A replay may find the new messages among the earlier ones, which are not to be taken back.
    Whoever calls it finishes what is late.
    """
    links = yield from mint_or_tell(meeting, asked, addressees)
    if links is None:
        return None
    handed = yield from send(asked, meeting, addressees, links)
    new = {each.message_id for each in handed.told}
    gone = [each for each in earlier.carriers if each.message_id not in new]
    readers = asked.readers
    yield Together(retirements(gone, lambda each: earlier.instead(readers.of(each))))
    ids = tuple(str(each.message_id) for each in gone)
    is_on: bool = yield Prolong(meeting.number, meeting.expires, handed.told, ids, due)
    if is_on:
        return handed
    yield from take_back(Held(meeting, handed.told), asked, meeting.host)
    return None

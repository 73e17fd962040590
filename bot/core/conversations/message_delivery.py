"""Sends messages, tries other ways for those that fail, and reports the outcome."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core import replies
from bot.core.conversations.cancellation import note
from bot.core.conversations.guest_messages import Letter, guest_text, letter_by, letters
from bot.core.conversations.minting import Addressee
from bot.core.conversations.request import Request
from bot.core.domain.commands import Guest
from bot.core.domain.errors import Late, LinkLost, NotSetUp, Overtaken, Passing, Trouble
from bot.core.domain.links import Links
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.sms_steps import SendText
from bot.core.steps.webex_steps import Outcome, Posted, ReadPerson, Say, Step, Together
from bot.core.wording.texts import Text


@dataclass(frozen=True)
class Tried:
    """A message and its outcome."""

    letter: Letter
    outcome: Outcome

    @property
    def whose(self) -> str:
        """What its guest is known by."""
        return self.letter.to.guest.same_as

    @property
    def of_guest(self) -> bool:
        """Whether it is for one guest."""
        return self.letter.to.role is Role.GUEST

    @property
    def late(self) -> bool:
        """Whether to keep trying while others go on."""
        return isinstance(self.outcome, Passing) and self.letter.step.patient() is not None

    @property
    def lost(self) -> Trouble | None:
        """The trouble that keeps it from a guest for good, if any."""
        is_lost = self.of_guest and not self.late and not isinstance(self.outcome, Overtaken)
        return self.outcome if is_lost and isinstance(self.outcome, Trouble) else None


@dataclass(frozen=True)
class Handed:
    """The outcome of sending.

    Args:
        told: the delivery of each link, by each way.
        late: messages that `send_late` still tries.
    """

    told: tuple[Delivery, ...]
    late: tuple[Letter, ...] = ()


def send(
    request: Request, meeting: Meeting, addressees: Sequence[Addressee], links: Links
) -> Generator[Step, Any, Handed]:
    """Send the messages, and give the requester the text of those that reached nobody.

    The caller notes what was told, and later sends what is late.
    """
    tried = yield from _post(tuple(letters(request, meeting, addressees, links)))
    tried += yield from _instead(request, meeting, [each.letter for each in tried if each.lost])
    told = yield from _accounted(request, meeting, tried, ())
    return Handed(told, tuple(each.letter for each in tried if each.late))


def send_late(
    request: Request, meeting: Meeting, handed: Handed
) -> Generator[Step, Any, tuple[Delivery, ...]]:
    """Try late messages until they are sent or given up; return their deliveries."""
    settled = tuple(each for each in handed.told if each.trouble != Late.__name__)
    again = tuple(replace(each, step=each.step.patient() or each.step) for each in handed.late)
    tried = yield from _post(again)
    told = yield from _accounted(request, meeting, tried, settled)
    # Overtaken ones stay as noted: whoever cancelled or changed the meeting said more.
    yield from note(request, meeting, [each for each in told if each.trouble != Overtaken.__name__])
    return (*settled, *told)


def _post(letters: tuple[Letter, ...]) -> Generator[Step, Any, list[Tried]]:
    if not letters:
        return []
    outcomes: tuple[Outcome, ...] = yield Together(tuple(each.step for each in letters))
    return [Tried(*each) for each in zip(letters, outcomes, strict=True)]


def _instead(
    request: Request, meeting: Meeting, lost: Sequence[Letter]
) -> Generator[Step, Any, list[Tried]]:
    """Try another way for guests whom the first one didn't reach.

    An email is a step even without an address, since a replay may find one.
    """
    ways = request.installation.ways
    again = []
    for each in lost:
        way = ways.instead_of(each.way)
        if way and way not in each.to.ways:
            to = (yield from _with_address(each.to)) if ways.mail else each.to
            letter = letter_by(way, request, meeting, to, each.links)
            again.append(letter.without_link() if each.step.lost else letter)
    if ways.mail:
        return (yield from _post(tuple(again)))
    return [Tried(each, NotSetUp()) for each in again]


def _with_address(to: Addressee) -> Generator[Step, Any, Addressee]:
    """Return the addressee with their address, if Webex tells it: a mention has none."""
    if to.guest.email:
        return to
    try:
        known: Guest = yield ReadPerson(to.guest.person_id)
    except Trouble:
        return to
    return replace(to, guest=replace(known, language=to.guest.language))


def _accounted(
    request: Request, meeting: Meeting, tried: Sequence[Tried], before: Sequence[Delivery]
) -> Generator[Step, Any, tuple[Delivery, ...]]:
    """Give the requester the text for guests who weren't reached; return all deliveries."""
    reached = {
        each.guest.same_as for each in before if each.role is Role.GUEST and not each.trouble
    }
    reached |= {each.whose for each in tried if each.of_guest and not each.lost}
    lost = {each.whose: each for each in tried if each.lost and each.whose not in reached}
    notes = [
        Say(_text_to_pass_on(request, meeting, whose, tried), request.direct) for whose in lost
    ]
    told: tuple[Outcome, ...] = (yield Together(tuple(notes))) if notes else ()
    if any(isinstance(each.outcome, LinkLost) and not each.of_guest for each in tried):
        yield Say(replies.own_links_lost(request.readers.host), request.direct)
    passed_on = dict(zip(map(id, lost.values()), told, strict=True))
    found = [_deliveries(each, passed_on.get(id(each))) for each in tried]
    return tuple(delivery for some in found for delivery in some)


def _text_to_pass_on(
    request: Request, meeting: Meeting, whose: str, tried: Sequence[Tried]
) -> Text:
    lost = [(each.letter, each.lost) for each in tried if each.whose == whose and each.lost]
    letter, _ = lost[0]
    if letter.step.lost:
        return replies.link_lost(request.readers.host, letter.to.guest)
    meant = guest_text(request, meeting, letter.to, letter.links)
    why = [(letter.way, trouble) for letter, trouble in lost]
    return replies.undelivered(request.readers.host, letter.to.guest, why, meant)


def _deliveries(tried: Tried, passed_on: Outcome | None) -> tuple[Delivery, ...]:
    """Return the delivery of each link; one to pass on is in the host's message."""
    to, outcome = tried.letter.to, tried.outcome
    who = Guest(language=to.guest.language) if to.role is Role.SPARE else to.guest
    plain = Delivery(to.role, who, tried.letter.way)
    carrier = outcome
    if isinstance(outcome, Trouble):
        kind = Late if tried.late else type(outcome)
        plain = replace(plain, trouble=kind.__name__)
        carrier = passed_on if isinstance(passed_on, Posted) else _own(tried)
    if isinstance(carrier, Posted):
        has_card = to.qr or (to.role is Role.HOST and tried.letter.way is Way.DIRECT)
        plain = replace(
            plain, message_id=carrier.message_id, room_id=carrier.room_id, card=has_card
        )
    return (plain,) * to.count


def _own(tried: Tried) -> Outcome:
    """A message given up keeps its id, so it is another row than while it was late."""
    step = tried.letter.step
    if tried.late or not isinstance(step, SendMail | SendText):
        return tried.outcome
    return Posted(step.mail.id if isinstance(step, SendMail) else step.message.id)

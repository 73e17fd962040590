"""A meeting is off: what carries its links is taken back, and whoever may come is told."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from bot.core import replies
from bot.core.commands import Guest
from bot.core.conversations.asked import Asked
from bot.core.conversations.handing import place_of
from bot.core.conversations.letters import follow_up
from bot.core.conversations.renewing import retirements
from bot.core.errors import Trouble
from bot.core.held import Held
from bot.core.mails import Mail, SendMail
from bot.core.meetings import Delivery, Meeting, Way
from bot.core.remembering import Note
from bot.core.steps import Conversation, Outcome, Say, Send, Step, Together
from bot.core.texting import PhoneMessage, SendText, empty_message

Word = tuple[Guest, Send]
"""Whom something is told, and what tells it."""


def note(asked: Asked, meeting: Meeting, told: Sequence[Delivery]) -> Generator[Step, Any, bool]:
    """Note what went out; return False where the meeting was cancelled before that.

    Whoever cancelled it could not know of this, so that it is taken back here.
    """
    is_on: bool = yield Note(meeting.number, tuple(told))
    if not is_on:
        yield from take_back(Held(meeting, tuple(told)), asked, meeting.host)
    return is_on


def take_back(held: Held, asked: Asked, by: str) -> Conversation:
    """Withdraw what carries links, tell the others, and say what could not be done.

    Args:
        held: the meeting, with what went out.
        asked: what made it so, or came too late.
        by: the address of who cancelled.
    """
    readers = asked.readers
    yield Together(retirements(held.carriers, lambda each: replies.withdrawn(readers.of(each))))
    told = yield from _tell(_in_chat(held, asked, by))
    reached = sum(map(held.reached, held.invited))
    t, handed = asked.tongue, len(held.handed_on)
    said = replies.cancelled(t, held.meeting, reached, handed, asked.zone)
    yield Say(said, asked.places)
    # Last, for these services may be away for long.
    told |= yield from _tell([*_by_mail(held, asked), *_by_phone(held, asked)])
    missed = [who for who in held.invited if held.may_know(who) and who.same_as not in told]
    if missed:
        yield Say(replies.tell_them(asked.readers.host, held.meeting, missed), asked.direct)


def _tell(words: Sequence[Word]) -> Generator[Step, Any, set[str]]:
    """Return who was told."""
    if not words:
        return set()
    outcomes: tuple[Outcome, ...] = yield Together(tuple(step for _, step in words))
    done = zip(words, outcomes, strict=True)
    return {who.same_as for (who, _), outcome in done if not isinstance(outcome, Trouble)}


def _in_chat(held: Held, asked: Asked, by: str) -> list[Word]:
    readers, shown = asked.readers, asked.house.outside(held.meeting)
    guests = [each for each in held.invited if held.last_by(Way.DIRECT, each)]
    told = {each.same_as: (each, readers.guest(each)) for each in guests}
    hosts = [each for each in held.hosts if each.person_id != asked.by.person_id]
    told |= {each.same_as: (each, readers.host) for each in (*held.formers, *hosts)}
    return [
        (who, Say(replies.cancelled_for_others(t, shown, by, asked.zone), (place_of(who),)))
        for who, t in told.values()
    ]


def _by_mail(held: Held, asked: Asked) -> list[Word]:
    return [
        (each, SendMail(_cancellation(held, each, asked)))
        for each in held.invited
        if held.last_by(Way.MAIL, each)
    ]


def _by_phone(held: Held, asked: Asked) -> list[Word]:
    return [
        (each, SendText(_cancelling_text(held, each, asked)))
        for each in held.invited
        if held.last_by(Way.PHONE, each)
    ]


def _cancelling_text(held: Held, who: Guest, asked: Asked) -> PhoneMessage:
    empty = empty_message(held.meeting, who.phone, "cancel")
    return replies.cancellation_text(asked.readers.guest(who), held.meeting, asked.zone, empty)


def _cancellation(held: Held, who: Guest, asked: Asked) -> Mail:
    occasion = follow_up(held, who, asked.house, asked.times(held.meeting), "cancel")
    return replies.cancellation_mail(asked.readers.guest(who), held.meeting, who, occasion)

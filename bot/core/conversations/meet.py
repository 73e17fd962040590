"""A meeting, now or later: host links to the host, a guest link to each guest or to the space."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

from bot.core import cards, replies
from bot.core.commands import Guest, Meet
from bot.core.conversations.asked import Asked
from bot.core.conversations.calling_off import note
from bot.core.conversations.discretion import tells_of_a_person
from bot.core.conversations.handing import Addressee, bundles, guest, host, mint
from bot.core.conversations.receipts import account_for
from bot.core.conversations.recognizing import recognized
from bot.core.conversations.sending import Handed, send
from bot.core.ending import LastWord
from bot.core.errors import Trouble
from bot.core.limits import Full
from bot.core.meetings import Delivery, Meeting, Role, Way
from bot.core.remembering import Errand, Remember
from bot.core.steps import Conversation, Say, Step
from bot.core.texts import Text


def meet(command: Meet, asked: Asked) -> Conversation:
    """Start a meeting and hand out its links, then account for what happened to each."""
    asked = asked.told_in_zone_of(command.opens)
    refusal = _refusal(command, asked)
    if refusal:
        yield LastWord(refusal, asked.places)
        return
    if command.devices and not command.dial:
        yield _may_dial(command, asked)
        return
    command = yield from _with_each_once(command, asked)
    meeting = _meeting(command, asked)
    addressees = _addressees(command, asked)
    try:
        links = yield from mint(meeting, asked.house, addressees)
    except Trouble as trouble:
        yield LastWord(replies.no_meeting(asked.tongue, trouble), asked.places)
        return
    duties = tuple(errands(meeting, asked))
    kept = yield Remember(meeting, duties, asked.at, asked.house.limits)
    if isinstance(kept, Full):
        yield Say(replies.too_often(asked.tongue, kept), asked.places)
        return
    meeting = kept
    handed = yield from send(asked, meeting, addressees, links)
    is_on = yield from note(asked, meeting, handed.told)
    if is_on and asked.house.discreet and tells_of_a_person(meeting.subject or ""):
        yield Say(replies.tells_of_a_person(asked.tongue), asked.direct)
    if is_on:
        yield from _account(command, asked, meeting, handed)


def _with_each_once(command: Meet, asked: Asked) -> Generator[Step, Any, Meet]:
    left_out = [each for each in command.guests if needs_none(each, asked)]
    guests = yield from recognized([each for each in command.guests if each not in left_out])
    return replace(command, guests=(*guests, *left_out))


def _may_dial(command: Meet, asked: Asked) -> Say:
    """Ask; in private there is no button, for what it says would be said in private."""
    t = asked.tongue
    question = None if asked.overheard else cards.may_dial(t, command, asked.whose)
    return Say(replies.may_dial(t, command, buttons=question is not None), asked.places, question)


def _refusal(command: Meet, asked: Asked) -> Text | None:
    """Return why this meeting cannot be had, if it cannot."""
    house = asked.house
    number = len(_guests(command, asked)) + command.spare + command.qr
    if max(number, command.hosts) > house.most_guests:
        return replies.too_many(asked.tongue, number, command.hosts, house.most_guests)
    if _minutes(command, asked) > house.most_minutes:
        return replies.too_long(asked.tongue, house.most_minutes)
    if command.opens and command.opens > asked.at + timedelta(days=house.horizon):
        return replies.too_far(asked.tongue, house.horizon)
    unknown = [each for each in command.devices if each.casefold() not in _devices(asked)]
    if unknown:
        return replies.unknown_device(asked.tongue, unknown[0], house.devices)
    return None


def _devices(asked: Asked) -> dict[str, str]:
    return {name.casefold(): uri for name, uri in asked.house.devices.items()}


def _minutes(command: Meet, asked: Asked) -> int:
    return command.minutes or asked.usual.minutes or asked.house.most_minutes


def _meeting(command: Meet, asked: Asked) -> Meeting:
    # In UTC: Python adds minutes to what the clock of a place shows, whether it is changed or not.
    opens = (command.opens or asked.at).astimezone(UTC)
    vertical = command.vertical or asked.usual.vertical or "gen"
    return Meeting(
        sub=asked.seed,
        host_id=asked.by.person_id,
        host=asked.by.email,
        opens=opens,
        expires=opens + timedelta(minutes=_minutes(command, asked)),
        subject=command.subject,
        room_id=asked.room_id,
        thread=asked.by.root,
        vertical=vertical,
        login=asked.usual.login is not False,
        devices=tuple(_devices(asked)[each.casefold()] for each in command.devices),
        planned=command.opens is not None,
    )


def _addressees(command: Meet, asked: Asked) -> list[Addressee]:
    return [
        host(asked.by.person_id, asked.by.email),
        *(guest(each, asked.house) for each in _guests(command, asked)),
        *_for_anybody(command, asked),
        *bundles(Role.HOST, command.hosts - 1, asked),
        *bundles(Role.SPARE, command.spare, asked),
        *[Addressee(Role.SPARE, Guest(), asked.direct, (Way.HANDED,), qr=True)] * command.qr,
    ]


def _guests(command: Meet, asked: Asked) -> list[Guest]:
    return [
        asked.addressed(each, command.language)
        for each in command.guests
        if not needs_none(each, asked)
    ]


def needs_none(who: Guest, asked: Asked) -> bool:
    """Return whether this is the requester or the bot, named as a guest."""
    by, house = asked.by, asked.house
    if who.person_id:
        return who.person_id in (by.person_id, house.bot_id)
    return who.email.lower() in (by.email.lower(), house.bot_email.lower())


def _for_anybody(command: Meet, asked: Asked) -> list[Addressee]:
    """A link for the space, or in a direct space one to forward."""
    anybody = asked.addressed(Guest(asked.by.person_id), command.language)
    handed_on = bool(command.spare or command.qr)
    if command.here or not (command.guests or handed_on):
        way = Way.DIRECT if asked.by.direct else Way.SPACE
        return [Addressee(Role.SPARE, anybody, asked.openly, (way,))]
    if _guests(command, asked) or handed_on:
        return []
    # Whoever names only themselves did not ask for a link that the whole space can use.
    return [Addressee(Role.SPARE, anybody, asked.direct)]


def _account(command: Meet, asked: Asked, meeting: Meeting, handed: Handed) -> Conversation:
    host = handed.told[0]
    if host.trouble:
        yield Say(replies.no_private_word(asked.tongue_here, host), asked.openly)
    left_out = [each for each in command.guests if needs_none(each, asked)]
    wanted = command.guests or ((command.spare or command.qr) and not asked.by.direct)

    def pages(told: Sequence[Delivery]) -> tuple[Text, ...]:
        direct = asked.in_private
        t, times = asked.tongue, asked.times(meeting)
        shown = replies.receipt(t, meeting, told, left_out, times, direct=direct)
        return shown if wanted else ()

    yield from account_for(asked, meeting, handed, pages)


def errands(meeting: Meeting, asked: Asked) -> list[Errand]:
    """Return what is to be done for `meeting` without anybody asking: remind, and tidy up."""
    remind_at = meeting.opens - timedelta(minutes=asked.house.remind_before)
    remind = Errand("remind", meeting.number, remind_at)
    tidy = Errand("tidy", meeting.number, meeting.expires)
    return [remind] * (meeting.planned and remind_at > asked.at) + [tidy]

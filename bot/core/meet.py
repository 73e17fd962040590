"""A meeting now: the host link to the requester, a guest link to each guest or to the space."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.core import replies
from bot.core.asked import Asked
from bot.core.commands import Guest, Meet
from bot.core.errors import Trouble
from bot.core.joseencrypt import MOST_LINKS, LinkRequest
from bot.core.meetings import GuestLink, Links, Meeting
from bot.core.steps import (
    Conversation,
    MintLinks,
    Outcome,
    Person,
    Place,
    Say,
    Step,
    TellHost,
    Together,
)
from bot.core.texts import Text


@dataclass(frozen=True)
class Plan:
    """A meeting as it will be held: who gets a link where.

    Args:
        meeting: itself.
        asked: by whom and where.
        guests: who get a link of their own by direct message, in order.
        left_out: named, but need no link: the requester and the bot.
        spare: where a link for anybody goes; empty for nowhere.
    """

    meeting: Meeting
    asked: Asked
    guests: tuple[Guest, ...]
    left_out: tuple[Guest, ...]
    spare: tuple[Place, ...]

    @classmethod
    def of(cls, command: Meet, asked: Asked) -> Plan:
        """Return the plan that `command` asks for."""
        left_out = tuple(guest for guest in command.guests if _needs_none(guest, asked))
        guests = tuple(guest for guest in command.guests if guest not in left_out)
        minutes = asked.house.link_minutes
        meeting = Meeting(asked.seed, command.subject, asked.message.email, minutes)
        return cls(meeting, asked, guests, left_out, _places_of_spare(command, guests, asked))

    @property
    def links(self) -> int:
        """How many guests' links it takes."""
        return len(self.guests) + bool(self.spare)


def meet(command: Meet, asked: Asked) -> Conversation:
    """Start a meeting and hand out its links, then account for what happened to each."""
    plan = Plan.of(command, asked)
    if plan.links > asked.house.most_guests:
        yield Say(replies.too_many(plan.links, asked.house.most_guests), asked.places)
        return
    try:
        links = yield from _mint(plan)
    except Trouble as trouble:
        yield Say(replies.no_meeting(trouble), asked.places)
        return
    host, *guests = yield Together((_host_note(plan, links), *_guest_notes(plan, links)))
    yield from _pass_on(plan, links.guests, guests)
    yield from _account(plan, host, guests)


def _needs_none(guest: Guest, asked: Asked) -> bool:
    requester, house = asked.message, asked.house
    if guest.person_id:
        return guest.person_id in (requester.person_id, house.bot_id)
    return guest.email.lower() in (requester.email.lower(), house.bot_email.lower())


def _places_of_spare(command: Meet, guests: tuple[Guest, ...], asked: Asked) -> tuple[Place, ...]:
    if command.here or not command.guests:
        return asked.places
    # Whoever names only themselves did not ask for a link that the whole space can use.
    return () if guests else asked.direct


def _mint(plan: Plan) -> Generator[Step, Any, Links]:
    """All links or none: half a meeting, handed out in silence, would be worse than a refusal."""
    calls = [MintLinks(each) for each in _requests(plan)]
    answers = (yield Together(tuple(calls))) if len(calls) > 1 else ((yield calls[0]),)
    for answer in answers:
        if isinstance(answer, Trouble):
            raise answer
    return Links(
        hosts=tuple(link for answer in answers for link in answer.hosts),
        guests=tuple(link for answer in answers for link in answer.guests),
    )


def _requests(plan: Plan) -> list[LinkRequest]:
    """One call gives so many links; the same `sub` again gives more for the same meeting."""
    first = min(plan.links, MOST_LINKS - 1)
    more = range(first, plan.links, MOST_LINKS)
    return [
        _request(plan, hosts=1, guests=first),
        *(_request(plan, hosts=0, guests=min(MOST_LINKS, plan.links - had)) for had in more),
    ]


def _request(plan: Plan, *, hosts: int, guests: int) -> LinkRequest:
    house = plan.asked.house
    return LinkRequest(
        sub=plan.meeting.sub,
        hosts=hosts,
        guests=guests,
        expires=plan.asked.at + timedelta(minutes=plan.meeting.minutes),
        vertical=house.vertical,
        login_for_host=house.host_login,
        short=house.short_links,
        encryption=house.encryption,
    )


def _host_note(plan: Plan, links: Links) -> TellHost:
    note = replies.host_note(plan.meeting, links.hosts[0])
    return TellHost(note, plan.asked.message.person_id)


def _guest_notes(plan: Plan, links: Links) -> list[Say]:
    notes = [
        Say(replies.guest_note(plan.meeting, link), (_place_of(guest),))
        for guest, link in zip(plan.guests, links.guests, strict=False)
    ]
    return notes + [Say(_spare_note(plan, links.guests[-1]), plan.spare)] * bool(plan.spare)


def _place_of(guest: Guest) -> Person:
    return Person(person_id=guest.person_id) if guest.person_id else Person(email=guest.email)


def _spare_note(plan: Plan, link: GuestLink) -> Text:
    in_space = plan.spare != plan.asked.direct
    return (replies.space_note if in_space else replies.guest_note)(plan.meeting, link)


def _pass_on(plan: Plan, links: tuple[GuestLink, ...], outcomes: list[Outcome]) -> Conversation:
    """Give the requester what Webex did not let the bot give to a guest."""
    notes = tuple(
        Say(replies.undelivered(guest, outcome, plan.meeting, link), plan.asked.direct)
        for guest, link, outcome in zip(plan.guests, links, outcomes, strict=False)
        if isinstance(outcome, Trouble)
    )
    if notes:
        yield Together(notes)


def _account(plan: Plan, host: Outcome, outcomes: list[Outcome]) -> Conversation:
    if isinstance(host, Trouble):
        yield Say(replies.no_private_word(host), plan.asked.places)
    if plan.guests or plan.left_out:
        for page in _receipt(plan, host, outcomes):
            yield Say(page, plan.asked.places)


def _receipt(plan: Plan, host: Outcome, outcomes: list[Outcome]) -> tuple[Text, ...]:
    told = list(zip(plan.guests, outcomes, strict=False))
    reached = [guest for guest, outcome in told if not isinstance(outcome, Trouble)]
    missed = [(guest, outcome) for guest, outcome in told if isinstance(outcome, Trouble)]
    host_told = not isinstance(host, Trouble)
    return replies.receipt(reached, missed, plan.left_out, host_told=host_told)

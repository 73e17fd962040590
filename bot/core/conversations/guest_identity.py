"""Recognizes one guest who is known by mention and by address."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.domain.access import is_bot
from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.steps.people_steps import ReadPeople
from bot.core.steps.step import Step, Together
from bot.core.steps.webex_steps import ReadPerson


def with_bots_addresses(
    guests: Sequence[Guest],
) -> Generator[Step, Any, tuple[Guest, ...]]:
    """Return `guests` with the addresses of mentioned bots, which show that they are bots."""
    mentioned = unaddressed(guests)
    if not mentioned:
        return tuple(guests)
    try:
        people: tuple[Guest, ...] = yield ReadPeople(mentioned)
    except Trouble:
        people = ()
    return with_addresses_of(bots_among(people), guests)


def unaddressed(guests: Sequence[Guest]) -> tuple[str, ...]:
    """Return the ids of guests who were mentioned, so that they have no address."""
    return tuple(each.person_id for each in guests if each.person_id and not each.email)


def bots_among(people: Sequence[Guest]) -> list[Guest]:
    """Return those who are bots."""
    return [each for each in people if is_bot(each.email)]


def with_addresses_of(known: Sequence[Guest], guests: Sequence[Guest]) -> tuple[Guest, ...]:
    """Return `guests` with the addresses of those who are known by id."""
    emails = {each.person_id: each.email for each in known}
    return tuple(replace(each, email=emails.get(each.person_id, each.email)) for each in guests)


def resolve_guests(
    named: Sequence[Guest], invited: Sequence[Guest] | None = None
) -> Generator[Step, Any, list[Guest]]:
    """Return the named guests, each once, as the meeting knows them.

    A mention has no address, and an address no person. So if a sentence or a meeting has both
    kinds, Webex is asked who somebody is.

    Args:
        named: the guests in the sentence.
        invited: the meeting's guests so far, in order; None for a new meeting.
    """
    there = invited or ()
    people = (*named, *there)
    doubtful = [at for at, who in enumerate(named) if _is_doubtful(who, named, there)]
    if not named or (invited is None and not doubtful):
        return list(named)
    asks = Together(tuple(_who_is(named[at]) for at in doubtful))
    found = dict(zip(doubtful, (yield asks), strict=True)) if doubtful else {}
    same = _same(found, people, len(named))
    return _each_once(named, there, {at: people[other] for at, other in same})


def _is_doubtful(who: Guest, named: Sequence[Guest], invited: Sequence[Guest]) -> bool:
    if any(each.is_same(who) for each in invited):
        return False
    if who.person_id:
        return any(each.email and not each.person_id for each in (*invited, *named))
    return bool(who.email) and any(each.person_id and not each.email for each in invited)


def _who_is(who: Guest) -> ReadPerson:
    return ReadPerson(who.person_id) if who.person_id else ReadPerson(email=who.email)


def _same(
    found: Mapping[int, object], people: Sequence[Guest], named: int
) -> Iterator[tuple[int, int]]:
    """Yield pairs that Webex knows to be the same person, invited guests before named ones."""
    order = (*range(named, len(people)), *range(named))
    for at, person in found.items():
        if isinstance(person, Guest):
            same = (each for each in order if each != at and people[each].is_same(person))
            yield from ((at, each) for each in list(same)[:1])


def _each_once(
    named: Sequence[Guest], invited: Sequence[Guest], known: Mapping[int, Guest]
) -> list[Guest]:
    """Return the named guests, merged with what else they are known by."""
    each = [_by_both(who, known.get(at)) for at, who in enumerate(named)]
    people = (*invited, *(who for who in each if who.person_id), *each)
    once = (next(one for one in people if one.is_same(who)) for who in each)
    return list({who.identity: who for who in once}.values())


def _by_both(who: Guest, other: Guest | None) -> Guest:
    if other is None:
        return who
    both = {"person_id": who.person_id or other.person_id, "email": who.email or other.email}
    return replace(who, **both)

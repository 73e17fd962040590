"""Groups of experts: who is asked, in which order, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.domain.access import Access
from bot.core.domain.duty import Duty, Rota, Shift, each_once
from bot.core.domain.guests import Guest
from bot.core.domain.opening_hours import (
    OpenHours,
    Period,
    joined_periods,
    open_periods,
    within,
    without,
)

ROUNDS = 3
"""How often each tier of a group is asked."""

LOOK_AHEAD = timedelta(days=14)
"""How far ahead openings and gaps are looked for."""

LONGEST_NAME = 40


def group_name(written: str) -> str:
    """Return the name of a group as it is stored, however it was written."""
    return " ".join(written.casefold().split()).strip(" ?!.,:")[:LONGEST_NAME]


@dataclass(frozen=True)
class Tier:
    """Who is asked at the same time.

    Args:
        room_id: a space whose members are asked; empty for none.
        people: who is asked in private.
        on_call: whether those are asked, too, whom the group's calendar says.
    """

    room_id: str = ""
    people: tuple[Guest, ...] = ()
    on_call: bool = False


@dataclass(frozen=True)
class ExpertGroup:
    """A group of experts.

    Args:
        name: as people say it, in lower case.
        tiers: who is asked first, then who else.
        after: the minutes before the next tier is asked.
        leads: who may change it, besides administrators.
        hours: when it is open; always, if there are none.
        zone: the time zone of its hours.
        rota: who is on duty, and its holidays.
        is_from_file: whether it comes from the file, unchanged by a chat.
    """

    name: str
    tiers: tuple[Tier, ...]
    after: int = 2
    leads: tuple[Guest, ...] = ()
    hours: tuple[OpenHours, ...] = ()
    zone: str = "UTC"
    rota: Rota = field(default_factory=Rota)
    is_from_file: bool = False

    def admits(self, person_id: str, room_id: str, email: str = "") -> bool:
        """Return whether a person, who presses or writes in this space, belongs to the group."""
        if any(room_id == each.room_id for each in self.tiers if each.room_id):
            return True
        return any(each.is_same(Guest(person_id, email)) for each in self.people)

    @property
    def named(self) -> tuple[Guest, ...]:
        """Everybody whom the group or its calendar names."""
        named = [each for tier in self.tiers for each in tier.people]
        return each_once([*named, *(each.who for each in self.rota.shifts)])

    @property
    def swaps(self) -> tuple[Duty, ...]:
        """What those whom it names said about who stands in for them."""
        named = self.named
        swapped = [each for each in self.rota.duties if each.stand_in]
        return tuple(each for each in swapped if any(each.who.is_same(who) for who in named))

    @property
    def people(self) -> tuple[Guest, ...]:
        """Everybody who may be asked in private, now or later, and who stood in just now."""
        stand_ins = [each.stand_in for each in self.swaps if each.stand_in]
        return each_once([*self.named, *stand_ins])

    def asks(self, who: Guest, at: datetime) -> bool:
        """Return whether somebody may be asked in private, as themselves or as a stand-in."""
        stand_ins = [each.stand_in for each in self.swaps if each.stand_in and each.lasts(at)]
        return any(each.is_same(who) for each in (*self.named, *stand_ins))

    def serving(self, access: Access) -> ExpertGroup:
        """Return this group without the people who aren't allowed to use the bot."""
        return replace(self, rota=replace(self.rota, access=access))

    @property
    def not_served(self) -> tuple[Guest, ...]:
        """The people in it who are never asked, because they aren't allowed to use the bot."""
        return tuple(each for each in self.people if not self.rota.serves(each))

    def tier_of(self, step: int) -> Tier | None:
        """Return who is asked at a step; None where the requester has to choose first.

        That is once everybody was asked in each round.
        """
        within = step % (ROUNDS * len(self.tiers) + 1)
        return self.tiers[within % len(self.tiers)] if within < ROUNDS * len(self.tiers) else None

    def asked_at(self, tier: Tier, at: datetime) -> Tier:
        """Return a tier as it is at a moment: without those off duty, with those on call."""
        on_call = self.rota.people_on_call(at) if tier.on_call else []
        there = (self.rota.in_place_of(each, at) for each in (*tier.people, *on_call))
        return replace(tier, people=each_once(each for each in there if each), on_call=False)

    def as_of(self, at: datetime) -> ExpertGroup:
        """Return this group with the tiers that have somebody to ask at a moment."""
        tiers = (self.asked_at(each, at) for each in self.tiers)
        return replace(self, tiers=tuple(each for each in tiers if each.room_id or each.people))

    def people_at(self, at: datetime) -> tuple[Guest, ...]:
        """Return everybody who is asked in private at a moment."""
        return each_once(who for each in self.tiers for who in self.asked_at(each, at).people)

    def next_shift(self, at: datetime) -> Shift | None:
        """Return the next shift of its calendar."""
        later = [each for each in self.rota.shifts if each.period.begins > at]
        later = [each for each in later if self.rota.serves(each.who)]
        return min(later, key=lambda each: each.period.begins, default=None)

    def is_open(self, at: datetime) -> bool:
        """Return whether it is open at a moment."""
        return any(each.has(at) for each in self.open_from(at))

    def opens_next(self, at: datetime) -> datetime | None:
        """Return when it opens; None if it is open at a moment, or closed for two weeks."""
        periods = self.open_from(at)
        return periods[0].begins if periods and periods[0].begins > at else None

    def waits_until(self, at: datetime) -> datetime | None:
        """Return when others are there to ask: the next shift or opening; None within two weeks."""
        shift = self.next_shift(at)
        openings = (each.begins for each in self.open_from(at) if each.begins > at)
        moments = (*openings, *([shift.period.begins] if shift else []))
        return min((each for each in moments if self.is_open(each)), default=None)

    def closes_next(self, at: datetime) -> datetime | None:
        """Return when it closes; None if it is closed at a moment, or open for two weeks."""
        found = next((each for each in self.open_from(at) if each.has(at)), None)
        return found.ends if found and found.ends < at + LOOK_AHEAD else None

    def open_from(self, at: datetime) -> list[Period]:
        """Return when it is open from a moment on, in order."""
        ahead = Period(at.astimezone(UTC), at.astimezone(UTC) + LOOK_AHEAD)
        periods = [ahead]
        if self.hours:
            periods = open_periods(self.hours, ZoneInfo(self.zone), ahead.begins, ahead.ends)
        return without(periods, self.rota.holidays)

    def gaps(self, at: datetime) -> list[Period]:
        """Return when it is open and nobody is asked, from a moment on."""
        covered = [period for tier in self.tiers for period in self._covered(tier, at)]
        return without(self.open_from(at), covered)

    def _covered(self, tier: Tier, at: datetime) -> Iterator[Period]:
        ahead = Period(at.astimezone(UTC), at.astimezone(UTC) + LOOK_AHEAD)
        if tier.room_id:
            yield ahead
        for who in tier.people:
            yield from self._present(who, ahead)
        for shift in self.rota.shifts if tier.on_call else ():
            yield from within(self._present(shift.who, ahead), shift.period)
        for said in self.rota.volunteers(at) if tier.on_call else ():
            yield Period(ahead.begins, said.until or ahead.ends)

    def _present(self, who: Guest, ahead: Period) -> list[Period]:
        """Return when somebody or their stand-in is there."""
        if self.rota.in_place_of(who, ahead.begins):
            return [ahead]
        if not self.rota.serves(who):
            return []
        said = self.rota.duty_of(who, ahead.begins)
        back = said.until if said and said.until else ahead.ends
        return joined_periods([Period(back.astimezone(UTC), ahead.ends)])

"""Who is on duty in a group of experts: what people said, and what its calendars say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.domain.access import Access
from bot.core.domain.guests import Guest
from bot.core.domain.opening_hours import Period


@dataclass(frozen=True)
class Shift:
    """Somebody's time on call, from a calendar."""

    who: Guest
    period: Period


@dataclass(frozen=True)
class Duty:
    """What somebody said last about being on duty.

    Args:
        who: who said it.
        is_on: whether they are on duty.
        until: how long that lasts; None until they say otherwise.
        stand_in: who is asked instead; None for nobody.
    """

    who: Guest
    is_on: bool
    until: datetime | None = None
    stand_in: Guest | None = None

    def lasts(self, at: datetime) -> bool:
        """Return whether it still counts."""
        return self.until is None or at < self.until


@dataclass(frozen=True)
class Rota:
    """What calendars and people say about who is on duty in a group.

    Args:
        holidays: when the group is closed besides its hours.
        shifts: who is on call, in order.
        duties: what people said; the last word of each.
        has_calendar: whether a calendar says who is on call.
        unknown: when events of that calendar begin whose titles name nobody who is known.
        access: who may use the bot, and so be asked; None for everybody.
    """

    holidays: tuple[Period, ...] = ()
    shifts: tuple[Shift, ...] = ()
    duties: tuple[Duty, ...] = ()
    has_calendar: bool = False
    unknown: tuple[datetime, ...] = ()
    access: Access | None = None

    def serves(self, who: Guest) -> bool:
        """Return whether somebody may use the bot."""
        return self.access is None or self.access.admits(who.email)

    def people_on_call(self, at: datetime) -> list[Guest]:
        """Return who is on call by the calendar, and those of it who say that they are on duty."""
        return [shift.who for shift in self.shifts if shift.period.has(at)] + [
            each.who for each in self.volunteers(at)
        ]

    def volunteers(self, at: datetime) -> list[Duty]:
        """Return the people who put themselves on duty and are in the calendar at any time."""
        said = [each for each in self.duties if each.is_on and each.lasts(at)]
        said = [each for each in said if self.serves(each.who)]
        return [each for each in said if any(each.who.is_same(on.who) for on in self.shifts)]

    def in_place_of(self, who: Guest, at: datetime, passed: tuple[Guest, ...] = ()) -> Guest | None:
        """Return who is asked in place of somebody: mostly themselves; None for nobody.

        A stand-in may have one in turn. Without one who is on duty, it is somebody themselves.

        Args:
            who: somebody.
            at: when, aware.
            passed: those who had somebody stand in for them, so that nobody is met twice.
        """
        said = self.duty_of(who, at)
        if said and not said.is_on:
            if said.stand_in is None:
                return None
            passed = (*passed, who)
            if not any(said.stand_in.is_same(each) for each in passed):
                found = self.in_place_of(said.stand_in, at, passed)
                if found:
                    return found
        return who if self.serves(who) else None

    def is_off(self, who: Guest, at: datetime) -> bool:
        """Return whether somebody said that they aren't asked, or that another is."""
        said = self.duty_of(who, at)
        return said is not None and not said.is_on

    def duty_of(self, who: Guest, at: datetime) -> Duty | None:
        """Return what somebody said, if it still counts."""
        return next(
            (each for each in self.duties if each.who.is_same(who) and each.lasts(at)), None
        )


def each_once(people: Iterable[Guest]) -> tuple[Guest, ...]:
    """Return each person once, in order."""
    found: list[Guest] = []
    for who in people:
        if not any(who.is_same(each) for each in found):
            found.append(who)
    return tuple(found)

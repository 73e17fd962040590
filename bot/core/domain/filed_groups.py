"""What the file of groups says: groups of experts, and the addresses of their calendars."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.domain.experts import ExpertGroup
from bot.core.domain.opening_hours import Period

HOLIDAYS, ON_CALL = "holidays", "on call"
"""The kinds of calendars: when a group is closed, and who is on call."""


@dataclass(frozen=True)
class CalendarAddress:
    """The address of a calendar. Anybody who knows it can read the calendar, so it isn't printed.

    Args:
        group: whose it is.
        kind: `HOLIDAYS` or `ON_CALL`.
        url: the address.
        zone: the time zone of days and times that name none.
    """

    group: str
    kind: str
    url: str = field(repr=False)
    zone: str = "UTC"


@dataclass(frozen=True)
class CalendarEvent:
    """One occurrence of an event in a calendar.

    Args:
        period: when, in UTC.
        title: as its author wrote it.
    """

    period: Period
    title: str = field(repr=False)


@dataclass(frozen=True)
class FiledGroups:
    """The groups of the file that can be used, and what is wrong with the others.

    Args:
        groups: those without mistakes.
        calendars: of these groups.
        problems: a sentence for each mistake, with its line. None quotes an address of a calendar.
        broken: the names of groups with mistakes, which stay as they were.
        whole: whether the file could be read at all; if not, everything stays as it was.
    """

    groups: tuple[ExpertGroup, ...] = ()
    calendars: tuple[CalendarAddress, ...] = ()
    problems: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    whole: bool = True

    def calendars_after(self, before: tuple[CalendarAddress, ...]) -> tuple[CalendarAddress, ...]:
        """Return the calendars to read: of groups with mistakes, those that were read before."""
        if not self.whole:
            return before
        return (*self.calendars, *(each for each in before if each.group in self.broken))

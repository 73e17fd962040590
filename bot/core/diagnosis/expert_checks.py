"""Judges the groups of experts: the file, its calendars, and who can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.diagnosis.findings import Finding, amber, green
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.filed_groups import FiledGroups

NAME = "experts"

STALE = timedelta(hours=1)
"""A copy of a calendar that is older is worth a look; it is read again every ten minutes."""


@dataclass(frozen=True)
class CalendarSeen:
    """The copy of a calendar.

    Args:
        group: whose it is.
        kind: holidays, or who is on call.
        age: since it was read; None if it never was.
        trouble: why it can't be read now; empty if it can.
    """

    group: str
    kind: str
    age: timedelta | None
    trouble: str = ""


@dataclass(frozen=True)
class ExpertsSeen:
    """What there is of groups of experts.

    Args:
        filed: what the file says now.
        groups: all groups.
        in_chat: the names of those that the file has, but a chat changed or deleted.
        calendars: the copies of calendars.
        left: the groups that ask a space which the bot isn't in.
        gone: groups, and whom of them Webex doesn't know or the bot doesn't serve.
        exposed: the name of the file, if others can read the addresses of calendars in it.
    """

    filed: FiledGroups = field(default_factory=FiledGroups)
    groups: tuple[ExpertGroup, ...] = ()
    in_chat: tuple[str, ...] = ()
    calendars: tuple[CalendarSeen, ...] = ()
    left: tuple[str, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    exposed: str = ""


def of_experts(seen: ExpertsSeen, now: datetime) -> Iterator[Finding]:
    """Judge groups of experts."""
    found = [*_of_file(seen), *_of_calendars(seen.calendars), *_of_groups(seen, now)]
    if found:
        yield from found
    elif seen.groups:
        yield green(NAME, f"Groups of experts: {len(seen.groups)}. Somebody is always on duty.")
    else:
        yield green(NAME, "There are no groups of experts.")


def _of_file(seen: ExpertsSeen) -> Iterator[Finding]:
    for each in seen.filed.problems:
        yield amber(NAME, each, "Correct the file. Until then, the group stays as it was.")
    if seen.exposed:
        says = f"Other users of this machine can read {seen.exposed}, and the calendars in it."
        yield amber(NAME, says, f"Run `chmod 600 {seen.exposed}`.")
    for name in seen.in_chat:
        says = f"{name} is as it was set up in a chat, not as the file has it."
        yield amber(NAME, says, f"Change the file, or say `group {name} on` to use it again.")


def _of_calendars(calendars: Sequence[CalendarSeen]) -> Iterator[Finding]:
    for each in calendars:
        which = f"The calendar of {each.group} ({each.kind})"
        if each.age is None or each.age > STALE:
            told = "was never read" if each.age is None else f"was read {_ago(each.age)} ago"
            do = (
                "Check its address in the file, and whether it needs OUTBOUND_NETWORKS. It is"
                " tried again every ten minutes, and a new address within one."
            )
            yield amber(NAME, f"{which} {told}. {each.trouble}".strip(), do)
        elif each.trouble:
            says = f"{which} can't be read now; its copy is {_ago(each.age)} old. {each.trouble}"
            yield amber(NAME, says, "It is tried again every ten minutes.")


def _ago(age: timedelta) -> str:
    minutes = age // timedelta(minutes=1)
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours" if minutes < 48 * 60 else f"{minutes // 60 // 24} days"


def _of_groups(seen: ExpertsSeen, now: datetime) -> Iterator[Finding]:
    for name in seen.left:
        says = f"I'm not in the space that {name} asks."
        yield amber(NAME, says, f"Add me again, or say `group {name} is here` in another space.")
    for name, who in seen.gone:
        says = f"{who} of {name} isn't in Webex, or isn't allowed to use the bot."
        yield amber(NAME, says, "Name somebody else, or add them to BOT_ALLOWED.")
    for each in seen.groups:
        yield from _of_rota(each, now)


def _of_rota(each: ExpertGroup, now: datetime) -> Iterator[Finding]:
    """Judge who is on duty in a group."""
    unknown, gaps = each.rota.unknown, each.gaps(now)
    if unknown:
        says = (
            f"The calendar of {each.name} names nobody I know in {len(unknown)} events, first at"
            f" {min(unknown):%Y-%m-%d %H:%M} UTC."
        )
        do = "Write an address as the title, or the name of somebody in the group."
        yield amber(NAME, says, do)
    if gaps:
        says = (
            f"Nobody in {each.name} is on duty at {len(gaps)} times in the next 14 days, first at"
            f" {gaps[0].begins:%Y-%m-%d %H:%M} UTC."
        )
        yield amber(NAME, says, f"Say `who is on for {each.name}` to see when.")

"""Groups of experts in lists: when they are open, and who is on duty now and next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.opening_hours import EVERY_DAY, WORKDAYS, OpenHours, clock
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Text, pages
from bot.core.wording.times import moment

_MOST_GAPS = 5

_DAYS = (
    msgid("Monday"),
    msgid("Tuesday"),
    msgid("Wednesday"),
    msgid("Thursday"),
    msgid("Friday"),
    msgid("Saturday"),
    msgid("Sunday"),
)


def no_groups(t: Language) -> Text:
    """Say that there are no groups, and how to set one up."""
    return Text(
        t(
            "There are no groups of experts yet. An administrator can set one up:"
            " `group NAME is here`."
        )
    )


def groups(
    t: Language, found: Sequence[ExpertGroup], at: datetime, zone: tzinfo
) -> tuple[Text, ...]:
    """Return all groups: when they are open, and who is on duty now and next."""
    rows = (f"- **{inert(each.name)}**: {' '.join(_now(t, each, at, zone))}" for each in found)
    return pages(t("**Groups of experts**"), "", *rows)


def group(
    t: Language, found: ExpertGroup, at: datetime, zone: tzinfo, here: str = "", *, is_set: bool
) -> tuple[Text, ...]:
    """Return one group in detail.

    Args:
        t: the reader's language.
        found: the group.
        at: now.
        zone: of the times.
        here: the space where it was asked; empty in private.
        is_set: whether it was set up or changed just now.
    """
    name = inert(found.name)
    head = (
        t("{group} is set up. To ask it, say `expert {group}`.", group=name)
        if is_set
        else f"**{name}**"
    )
    rows = [*_now(t, found, at, zone), *(_hours(t, each, found.zone) for each in found.hours)]
    tiers = "; ".join(_tier(t, each, here) for each in found.tiers)
    asks = t("Asks, {minutes} minutes apart: {tiers}", minutes=found.after, tiers=tiers)
    rows.append(asks if len(found.tiers) > 1 else t("Asks: {tiers}", tiers=tiers))
    if found.leads:
        rows.append(t("Led by {people}", people=names(found.leads)))
    if found.is_from_file:
        rows.append(t("Set up in the file of groups"))
    return pages(head, "", *(f"- {each}" for each in rows))


def _now(t: Language, found: ExpertGroup, at: datetime, zone: tzinfo) -> Iterator[str]:
    yield _open(t, found, at, zone)
    if found.is_open(at):
        yield _on_duty(t, found, at)
    shift = found.next_shift(at)
    if shift:
        when = moment(t, shift.period.begins, zone)
        yield t("Next: {person}, from {time}.", person=inert(shift.who.display_name), time=when)
    yield from _gaps(t, found, at, zone)
    if found.not_served:
        yield t(
            "I don’t ask {people}: they aren’t allowed to use me.", people=names(found.not_served)
        )


def _open(t: Language, found: ExpertGroup, at: datetime, zone: tzinfo) -> str:
    closes, opens = found.closes_next(at), found.opens_next(at)
    if closes:
        return t("Open until {time}.", time=moment(t, closes, zone))
    if opens:
        return t("Closed until {time}.", time=moment(t, opens, zone))
    return t("Always open.") if found.is_open(at) else t("Closed for the next two weeks.")


def _on_duty(t: Language, found: ExpertGroup, at: datetime) -> str:
    present = found.as_of(at)
    people = names(present.people_at(at))
    if any(each.room_id for each in present.tiers):
        in_space = t("Everybody in its space, and {people}, can take requests.", people=people)
        return in_space if people else t("Everybody in its space can take requests.")
    return t("On duty: {people}.", people=people) if people else t("Nobody is on duty now.")


def _gaps(t: Language, found: ExpertGroup, at: datetime, zone: tzinfo) -> Iterator[str]:
    gaps = found.gaps(at)
    for each in gaps[:_MOST_GAPS]:
        begins, ends = moment(t, each.begins, zone), moment(t, each.ends, zone)
        yield t("Nobody is on duty from {begins} to {ends}.", begins=begins, ends=ends)
    more = len(gaps) - _MOST_GAPS
    if more > 0:
        yield t("And at {number} other times in the next two weeks.", number=more)


def _hours(t: Language, hours: OpenHours, zone: str) -> str:
    return t(
        "{days}, {opens} to {closes} ({zone})",
        days=_days(t, hours.days),
        opens=clock(hours.opens),
        closes=clock(hours.closes),
        zone=zone,
    )


def _days(t: Language, days: Sequence[int]) -> str:
    if tuple(days) == EVERY_DAY:
        return t("Every day")
    if tuple(days) == WORKDAYS:
        return t("Monday to Friday")
    return ", ".join(t(_DAYS[each]) for each in days)


def _tier(t: Language, tier: Tier, here: str) -> str:
    said = []
    if tier.room_id:
        said.append(t("this space") if tier.room_id == here else t("a space"))
    if tier.on_call:
        said.append(t("whoever is on call"))
    return ", ".join([*said, *([names(tier.people)] if tier.people else [])])


def names(people: Iterable[Guest]) -> str:
    """Return the names of people, with commas."""
    return ", ".join(inert(each.display_name, 80) for each in people)

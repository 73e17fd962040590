"""Groups of experts in words: when they are open, who is on duty, and who is asked instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.duty import Duty
from bot.core.domain.experts import ExpertGroup, Tier
from bot.core.domain.opening_hours import EVERY_DAY, WORKDAYS, OpenHours
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Text, inert, pages
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
    """Return that there are no groups, and how one is set up."""
    return Text(t("There are no groups of experts. An administrator says `group NAME is here`."))


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
    head = t("{group} is set up. Ask it: `expert {group}`", group=name) if is_set else f"**{name}**"
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
        yield t("I don’t ask {people}: they may not use me.", people=names(found.not_served))


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
        in_space = t("Everybody in its space can take requests, and {people}.", people=people)
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
        opens=_clock(hours.opens),
        closes=_clock(hours.closes),
        zone=zone,
    )


def _days(t: Language, days: Sequence[int]) -> str:
    if tuple(days) == EVERY_DAY:
        return t("Every day")
    if tuple(days) == WORKDAYS:
        return t("Monday to Friday")
    return ", ".join(t(_DAYS[each]) for each in days)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


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


def closed(
    t: Language, found: ExpertGroup, others: Sequence[str], at: datetime, zone: tzinfo
) -> Text:
    """Return that a group is closed, when it opens, and what can be done now."""
    opens = found.opens_next(at)
    said = [
        t("{group} is closed, so I asked nobody.", group=inert(found.name)),
        t("It opens {time}. Ask again then.", time=moment(t, opens, zone))
        if opens
        else t("It stays closed for the next two weeks."),
    ]
    if others:
        asks = ", ".join(f"`expert {inert(each)}`" for each in others[:3])
        said.append(t("Open now: {groups}", groups=asks))
    return Text(" ".join(said))


def nobody_on_duty(t: Language, found: ExpertGroup, at: datetime, zone: tzinfo) -> Text:
    """Return that nobody of a group is on duty, and who is next."""
    shift = found.next_shift(at)
    said = [t("Nobody in {group} is on duty now, so I asked nobody.", group=inert(found.name))]
    if shift:
        when, who = moment(t, shift.period.begins, zone), inert(shift.who.display_name)
        said.append(t("Next: {person}, from {time}.", person=who, time=when))
    else:
        said.append(t("Say `experts` to see all groups."))
    return Text(" ".join(said))


def closed_meanwhile(
    t: Language, found: ExpertGroup, number: int, at: datetime, zone: tzinfo
) -> Text:
    """Return that a group closed, or everybody went off duty, before somebody took a request."""
    said = t(
        "Nobody in {group} has taken #{number}, and nobody of it is on duty any more. Say"
        " `cancel #{number}` to stop.",
        group=inert(found.name),
        number=number,
    )
    opens = found.opens_next(at)
    then = t("It opens {time}.", time=moment(t, opens, zone)) if opens else ""
    return Text(f"{said} {then}".rstrip())


def in_no_group(t: Language) -> Text:
    """Return that somebody is in no group."""
    return Text(
        t(
            "You aren’t named in a group, so nothing changed. Spaces are asked as a whole. Say"
            " `experts` to see the groups."
        )
    )


def not_with_yourself(t: Language) -> Text:
    """Return that nobody can stand in for themselves."""
    return Text(t("You can’t swap with yourself. Nothing changed. Name a colleague."))


def duty_set(
    t: Language, duty: Duty, mine: Sequence[str], zone: tzinfo, over: Sequence[Duty] = ()
) -> Text:
    """Return whether somebody is asked from now on, and until when.

    Args:
        t: the reader's language.
        duty: what they said.
        mine: the groups that it counts for.
        zone: of the time.
        over: what others said whom they no longer stand in for.
    """
    if duty.stand_in:
        said, person = _SWAPPED, inert(duty.stand_in.display_name)
    else:
        said, person = (_IS_ON if duty.is_on else _IS_OFF), ""
    row = t(said, groups=", ".join(map(inert, mine)), person=person)
    if over:
        row = f"{row} {swaps_over(t, over).markdown}"
    then = "" if duty.is_on else t("Say `on duty` to be asked again.")
    if duty.until:
        then = t(_UNTIL[duty.is_on], time=moment(t, duty.until, zone))
    return Text(f"{row} {then}".rstrip())


def swaps_over(t: Language, over: Sequence[Duty]) -> Text:
    """Return, for a stand-in who is off duty, that their swaps are over for good."""
    people = names(each.who for each in over)
    return Text(
        t("Your swap with {people} is over: I ask them again, and told them so.", people=people)
    )


def is_off_duty(t: Language, who: Guest) -> Text:
    """Return that a colleague can't stand in for somebody, since they are off duty."""
    said = t(
        "{person} is off duty. Nothing changed. Name another colleague.",
        person=inert(who.display_name),
    )
    return Text(said)


def stands_in_no_more(t: Language, who: Guest) -> Text:
    """Return, for a former stand-in, that they aren't asked in somebody's place any more."""
    return Text(t("I no longer ask you in place of {person}.", person=inert(who.display_name)))


_IS_ON = msgid("You’re on duty in {groups}.")
_IS_OFF = msgid("You’re off duty: I don’t ask you in {groups}.")
_SWAPPED = msgid("I ask {person} in your place in {groups}, and told them so.")
_UNTIL = {
    True: msgid("That lasts until {time}."),
    False: msgid("That lasts until {time}; then I ask you again."),
}


def stands_in(t: Language, duty: Duty, mine: Sequence[str], zone: tzinfo) -> Text:
    """Return, for a stand-in, in whose place they are asked."""
    values = {"person": inert(duty.who.display_name), "groups": ", ".join(map(inert, mine))}
    if duty.until:
        values["time"] = moment(t, duty.until, zone)
        return Text(t(_STANDS_IN_UNTIL, **values))
    return Text(t(_STANDS_IN, **values))


_STANDS_IN = msgid(
    "{person} swapped duty with you: I ask you in their place in {groups}. Say `off duty` if you"
    " can’t."
)
_STANDS_IN_UNTIL = msgid(
    "{person} swapped duty with you: I ask you in their place in {groups} until {time}. Say"
    " `off duty` if you can’t."
)


def asked_again(t: Language, stand_in: Guest) -> Text:
    """Return, for whom somebody stood in, that they are asked themselves again."""
    return Text(
        t(
            "{person}, who stood in for you, is off duty now. I ask you again. Say `off duty` if"
            " you can’t.",
            person=inert(stand_in.display_name),
        )
    )

"""What is said about duty: that nobody can be asked now, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.duty import Duty
from bot.core.domain.experts import ExpertGroup
from bot.core.replies.group_lists import names
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import Text
from bot.core.wording.times import moment


def closed(
    t: Language, found: ExpertGroup, others: Sequence[str], at: datetime, zone: tzinfo
) -> Text:
    """Say that a group is closed, when it opens, and which others are open."""
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
    """Say that nobody in a group is on duty, and who is next."""
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
    """Tell the requester that a group went off duty before anybody took their request."""
    said = t(
        "Nobody in {group} has taken #{number}, and nobody in it is on duty anymore. Say"
        " `cancel #{number}` to stop.",
        group=inert(found.name),
        number=number,
    )
    opens = found.opens_next(at)
    then = t("It opens {time}.", time=moment(t, opens, zone)) if opens else ""
    return Text(f"{said} {then}".rstrip())


def in_no_group(t: Language) -> Text:
    """Say that no group names the requester."""
    return Text(
        t(
            "You aren’t named in any group, so nothing changed. A space is always asked as a whole."
            " Say `experts` to see the groups."
        )
    )


def not_with_yourself(t: Language) -> Text:
    """Say that people can't stand in for themselves."""
    return Text(t("You can’t swap with yourself. Nothing changed. Name a colleague."))


def duty_set(
    t: Language, duty: Duty, mine: Sequence[str], zone: tzinfo, over: Sequence[Duty] = ()
) -> Text:
    """Say whether the reader is asked from now on, and until when.

    Args:
        t: the reader's language.
        duty: what they said.
        mine: the groups that it counts for.
        zone: of the time.
        over: what the people said for whom the reader no longer stands in.
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
    """Tell a stand-in who went off duty that their swaps are over for good."""
    people = names(each.who for each in over)
    return Text(
        t(
            "Your swap with {people} is over. I’ll ask them again, and I’ve told them.",
            people=people,
        )
    )


def is_off_duty(t: Language, who: Guest) -> Text:
    """Say that a colleague can't stand in, because they are off duty."""
    said = t(
        "{person} is off duty. Nothing changed. Name another colleague.",
        person=inert(who.display_name),
    )
    return Text(said)


def stands_in_no_more(t: Language, who: Guest) -> Text:
    """Tell a former stand-in that they are no longer asked in somebody's place."""
    return Text(t("I no longer ask you in place of {person}.", person=inert(who.display_name)))


_IS_ON = msgid("You’re on duty in {groups}.")
_IS_OFF = msgid("You’re off duty in {groups}, so I won’t ask you.")
_SWAPPED = msgid("I’ll ask {person} in your place in {groups}, and I’ve told them.")
_UNTIL = {
    True: msgid("That lasts until {time}."),
    False: msgid("That lasts until {time}; then I’ll ask you again."),
}


def stands_in(t: Language, duty: Duty, mine: Sequence[str], zone: tzinfo) -> Text:
    """Tell a stand-in in whose place they are asked."""
    values = {"person": inert(duty.who.display_name), "groups": ", ".join(map(inert, mine))}
    if duty.until:
        values["time"] = moment(t, duty.until, zone)
        return Text(t(_STANDS_IN_UNTIL, **values))
    return Text(t(_STANDS_IN, **values))


_STANDS_IN = msgid(
    "{person} swapped duty with you, so I’ll ask you in their place in {groups}. Say `off duty` if"
    " you can’t."
)
_STANDS_IN_UNTIL = msgid(
    "{person} swapped duty with you, so I’ll ask you in their place in {groups} until {time}. Say"
    " `off duty` if you can’t."
)


def asked_again(t: Language, stand_in: Guest) -> Text:
    """Tell somebody that they are asked again, because their stand-in is off duty."""
    return Text(
        t(
            "{person}, who stood in for you, is off duty now, so I’ll ask you again. Say `off duty`"
            " if you can’t.",
            person=inert(stand_in.display_name),
        )
    )

"""What experts and those who ask for one are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.domain.commands import Guest, MeetingReference, PassRequest, TakeRequest
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies.cards import button, card, heading, line, plain
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card, Text, inert
from bot.core.wording.times import moment


def wanted(t: Language, group: str) -> Text:
    """Return what stands above the card, for notifications."""
    return Text(t("**{group}:** an expert is wanted.", group=inert(group)))


def wanted_card(t: Language, meeting: Meeting, group: str, zone: tzinfo, *, direct: bool) -> Card:
    """Return the card that asks who takes a request. It never names a guest."""
    which = MeetingReference(meeting.number)
    said = [t("Since {time}", time=plain(moment(t, meeting.opens, zone)))]
    if meeting.subject:
        said.insert(0, plain(meeting.subject))
    take = grammar.say(TakeRequest(which))
    leave = grammar.say(PassRequest(which))
    return card(
        [heading(t("{group}: who is free?", group=plain(group))), *map(line, said)],
        [
            button(t("Take it"), take, direct=direct, style="positive"),
            button(t("Not me"), leave, direct=direct),
        ],
    )


def taken_here(t: Language, meeting: Meeting, who: str, at: datetime, zone: tzinfo) -> Text:
    """Return what stands where the card was."""
    when = moment(t, at, zone)
    return Text(
        t(
            "{person} took {meeting} at {time}.",
            person=inert(who),
            meeting=f"#{meeting.number}",
            time=when,
        )
    )


def was_first(t: Language, meeting: Meeting, who: str, at: datetime, zone: tzinfo) -> Text:
    """Return who was first."""
    when = moment(t, at, zone)
    return Text(
        t(
            "{person} was first and took {meeting} at {time}. There is nothing left to do.",
            person=inert(who),
            meeting=f"#{meeting.number}",
            time=when,
        )
    )


def took_it(t: Language, meeting: Meeting, who: str) -> Text:
    """Return who took a request, for who asked."""
    return Text(
        t(
            "{person} took {meeting} and is its host.",
            person=inert(who),
            meeting=numbered(t, meeting),
        )
    )


def asked(t: Language, meeting: Meeting, group: str) -> Text:
    """Return that a group was asked."""
    return Text(
        t(
            "I asked {group} about {meeting}, and I’ll tell you who takes it. Say"
            " `cancel #{number}` to stop.",
            group=inert(group),
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def nobody_yet(t: Language, meeting: Meeting, group: str) -> Text:
    """Return that nobody took a request, after everybody was asked."""
    return Text(
        t(
            "Nobody in {group} has taken {meeting} yet. They can still take it. Say"
            " `cancel #{number}` to stop.",
            group=inert(group),
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def group_not_reached(t: Language, meeting: Meeting, group: str) -> Text:
    """Return that nobody in a group could be asked."""
    return Text(
        t(
            "I can’t reach {group}: its space or people are gone. Say `cancel #{number}`, and ask"
            " an administrator to set the group up again.",
            group=inert(group),
            number=meeting.number,
        )
    )


def waits_for_you(t: Language, guests: Sequence[Guest]) -> Text:
    """Return who an expert meets."""
    return Text(t("You’re meeting {guests}.", guests=", ".join(map(name, guests))))


def left_to_others(t: Language) -> Text:
    """Return that a request is left to others."""
    return Text(t("OK, I leave it to the others."))


def no_request(t: Language) -> Text:
    """Return that there is nothing to take."""
    return Text(t("That request is over, or isn’t for your groups. There is nothing to take."))


def no_group(t: Language, said: str, near: Sequence[str], lead: str = "expert") -> Text:
    """Return that a group is unknown, and which groups are called nearly so.

    Args:
        t: the reader's language.
        said: the unknown name.
        near: the names of groups like it.
        lead: the words of the command before the name.
    """
    missing = t("There is no group “{group}”.", group=inert(said))
    if not near:
        return Text(f"{missing} " + t("Say `experts` to see all groups."))
    groups = ", ".join(f"`{lead} {inert(each)}`" for each in near)
    return Text(f"{missing} " + t("Did you mean {groups}?", groups=groups))


def group_deleted(t: Language, group: str) -> Text:
    """Return that a group was deleted."""
    return Text(t("{group} is deleted.", group=inert(group)))


def only_leads(t: Language) -> Text:
    """Return that only administrators and leads may change a group."""
    return Text(
        t(
            "Only this bot’s administrators and those who lead a group can change it. Nothing"
            " changed."
        )
    )


def only_administrators_name_leads(t: Language) -> Text:
    """Return that leads can't name leads."""
    return Text(t("Only this bot’s administrators can say who leads a group. Nothing changed."))


def no_calendar(t: Language, group: str) -> Text:
    """Return that a group has no calendar that says who is on call."""
    return Text(
        t(
            "{group} has no calendar that says who is on call. Nothing changed. An administrator"
            " names one in the file of groups.",
            group=inert(group),
        )
    )


def which_zone(t: Language) -> Text:
    """Return the question for a time zone."""
    return Text(
        t(
            "In which time zone? Nothing changed. Say it again with `in Europe/Berlin` at the end,"
            " or set your own with `defaults in Europe/Berlin`."
        )
    )


def not_here_in_private(t: Language) -> Text:
    """Return that `here` means a space."""
    return Text(t("Please say that in the space that is to be asked. Nothing changed."))


def not_an_expert(t: Language, who: Guest) -> Text:
    """Return that somebody can't be in a group."""
    return Text(t("{person} may not use me, or isn’t in Webex. Nothing changed.", person=name(who)))

"""What experts and those who ask for one are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.domain.commands import Guest, MeetingReference, PassRequest, TakeRequest
from bot.core.domain.experts import ExpertGroup
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


def no_group(t: Language, said: str, near: Sequence[str]) -> Text:
    """Return that a group is unknown, and which groups are called nearly so."""
    missing = t("There is no group “{group}”.", group=inert(said))
    if not near:
        return Text(f"{missing} " + t("Say `experts` to see all groups."))
    groups = ", ".join(f"`expert {inert(each)}`" for each in near)
    return Text(f"{missing} " + t("Did you mean {groups}?", groups=groups))


def groups(t: Language, found: Sequence[ExpertGroup]) -> Text:
    """Return the groups of experts."""
    if not found:
        return Text(
            t("There are no groups of experts. An administrator says `group NAME is here`.")
        )
    names = ", ".join(f"`expert {inert(each.name)}`" for each in found)
    return Text(t("Groups of experts: {groups}", groups=names))


def group_set(t: Language, group: ExpertGroup) -> Text:
    """Return that a group was set up or deleted."""
    if not group.tiers:
        return Text(t("{group} is deleted.", group=inert(group.name)))
    return Text(t("{group} is set up. Ask it: `expert {group}`", group=inert(group.name)))


def not_here_in_private(t: Language) -> Text:
    """Return that `here` means a space."""
    return Text(t("Please say that in the space that is to be asked. Nothing changed."))


def not_an_expert(t: Language, who: Guest) -> Text:
    """Return that somebody can't be in a group."""
    return Text(t("{person} may not use me, or isn’t in Webex. Nothing changed.", person=name(who)))

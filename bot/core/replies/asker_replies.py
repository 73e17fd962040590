"""What those who ask for an expert are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text
from bot.core.wording.times import moment


def took_it(t: Language, meeting: Meeting, who: str) -> Text:
    """Tell the requester who took their request."""
    said = t("{person} took {meeting} and is its host.", **_who(t, meeting, who))
    return Text(said)


def came_back(t: Language, meeting: Meeting, who: str) -> Text:
    """Tell the requester that an expert gave their request back."""
    return Text(
        t(
            "{person} can’t take {meeting} after all. I’m asking the others.",
            **_who(t, meeting, who),
        )
    )


def came_back_to_nobody(t: Language, meeting: Meeting, who: str) -> Text:
    """Tell the requester that an expert gave their request back, and its group is gone."""
    said = t(
        "{person} can’t take {meeting} after all, and its group was deleted. Say"
        " `cancel #{number}`, or ask another group.",
        **_who(t, meeting, who),
        number=meeting.number,
    )
    return Text(said)


def _who(t: Language, meeting: Meeting, who: str) -> dict[str, str]:
    return {"person": inert(who), "meeting": numbered(t, meeting)}


def asked(t: Language, meeting: Meeting, group: str, *, waits: bool) -> Text:
    """Say that a group was asked; with `waits`, that guests get their links later."""
    said = t(
        "I asked {group} about {meeting}, and I’ll tell you who takes it. Say"
        " `cancel #{number}` to stop.",
        **_of(t, meeting, group),
    )
    later = t("Guests get their links once somebody has taken it.")
    return Text(f"{said} {later}" if waits else said)


def nobody_yet(t: Language, meeting: Meeting, group: str) -> Text:
    """Tell the requester that nobody has taken their request yet, and what they can do."""
    return Text(
        t(
            "Nobody in {group} has taken {meeting} yet, but somebody still can. Say"
            " `keep waiting #{number}` and I’ll ask again, or `cancel #{number}` to stop.",
            **_of(t, meeting, group),
        )
    )


def asks_again(t: Language, meeting: Meeting, group: str) -> Text:
    """Confirm that a group is asked again."""
    return Text(
        t(
            "OK, I’ll keep asking {group} about {meeting}.",
            group=inert(group),
            meeting=numbered(t, meeting),
        )
    )


def asks_then(t: Language, meeting: Meeting, group: str, zone: tzinfo) -> Text:
    """Say that a group is asked when its next shift begins, and not before."""
    return Text(
        t(
            "I’ll ask {group} about {meeting} when its next shift begins: {when}.",
            group=inert(group),
            meeting=numbered(t, meeting),
            when=moment(t, meeting.opens, zone),
        )
    )


def no_next_shift(t: Language, group: str) -> Text:
    """Say that a group has no shift to wait for."""
    said = t(
        "I don’t know of a next shift in {group} within two weeks. Say `keep waiting` and I’ll ask"
        " it again.",
        group=inert(group),
    )
    return Text(said)


def not_waiting(t: Language, meeting: Meeting) -> Text:
    """Say that a meeting isn't waiting for an expert."""
    return Text(t("{meeting} isn’t waiting for an expert.", meeting=numbered(t, meeting)))


def group_not_reached(t: Language, meeting: Meeting, group: str) -> Text:
    """Tell the requester that nobody in a group can be reached."""
    return Text(
        t(
            "I can’t reach {group}: its space or people are gone. Say `cancel #{number}`, and ask"
            " an administrator to set the group up again.",
            group=inert(group),
            number=meeting.number,
        )
    )


def _of(t: Language, meeting: Meeting, group: str) -> dict[str, Any]:
    called = {"group": inert(group), "meeting": numbered(t, meeting)}
    return called | {"number": meeting.number}


def expert_hosts(t: Language, meeting: Meeting) -> Text:
    """Tell the requester why they have no host link."""
    return Text(
        t(
            "{meeting} is hosted by whoever takes it in {group}, so you have no host link.",
            meeting=numbered(t, meeting),
            group=inert(meeting.expert_group),
        )
    )


def links_wait(t: Language, meeting: Meeting, guests: Sequence[Guest]) -> Text:
    """Say that guests get their links once somebody has taken the request."""
    return Text(
        t(
            "Nobody in {group} has taken {meeting} yet. These guests get their links once somebody"
            " has: {guests}",
            group=inert(meeting.expert_group),
            meeting=numbered(t, meeting),
            guests=", ".join(map(name, guests)),
        )
    )


def add_later(t: Language, meeting: Meeting) -> Text:
    """Say that guests can be added once somebody has taken the request."""
    return Text(
        t(
            "Nobody in {group} has taken {meeting} yet, so I invited nobody. Add guests once"
            " somebody has.",
            group=inert(meeting.expert_group),
            meeting=numbered(t, meeting),
        )
    )

"""What others may read of a meeting in discreet mode, and a warning about telling subjects."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.meetings import Delivery, Meeting, Role
from bot.core.replies.delivery_outcomes import of_each
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def counted(t: Language, meeting: Meeting, deliveries: Sequence[Delivery]) -> Text:
    """Return how many were invited and nothing else, since others read it."""
    guests = of_each([each for each in deliveries if each.role is Role.GUEST])
    if not guests:
        return Text(
            t("**Video meeting #{number}:** the host has the links.", number=meeting.number)
        )
    reached = sum(any(each.trouble is None for each in some) for some in guests)
    said = t(
        "**Video meeting #{number}:** {reached} of {guests} guests have a link.",
        number=meeting.number,
        reached=reached,
        guests=len(guests),
    )
    return Text(said)


def tells_of_a_person(t: Language) -> Text:
    """Return a warning about a subject that identifies a person."""
    return Text(
        t(
            "Your subject looks like it has a person’s birth date or a record number in it. I only"
            " show it to you. Next time, please leave it out."
        )
    )

"""What is said where others read it, and of what is better not said at all."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.meetings import Delivery, Meeting, Role
from bot.core.replies.delivery_outcomes import of_each
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def counted(t: Language, meeting: Meeting, told: Sequence[Delivery]) -> Text:
    """Return how many were invited, and nothing else, for where others read it."""
    guests = of_each([each for each in told if each.role is Role.GUEST])
    if not guests:
        return Text(
            t("**Video meeting #{number}:** its host has the links.", number=meeting.number)
        )
    reached = sum(any(each.trouble is None for each in some) for some in guests)
    said = t(
        "**Video meeting #{number}:** guests who have a link: {reached} of {guests}.",
        number=meeting.number,
        reached=reached,
        guests=len(guests),
    )
    return Text(said)


def tells_of_a_person(t: Language) -> Text:
    """Return a warning about a subject."""
    return Text(
        t(
            "Your subject looks like a person with a birth date, or like a record’s number. I say"
            " it to nobody but you; the next time, please leave it out."
        )
    )

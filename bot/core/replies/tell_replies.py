"""What hosts are told when they have a message passed on to their guests."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.commands import Guest
from bot.core.domain.limits import LONGEST_TOLD, MOST_TOLD
from bot.core.domain.meetings import Meeting
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines


def passed_on(
    t: Language, meeting: Meeting, reached: int, spaces: int, missed: Sequence[Guest]
) -> Text:
    """Return how many guests got a message, and who didn't.

    Args:
        t: the host's language.
        meeting: whose guests they are.
        reached: how many got it.
        spaces: how many spaces with a link for everyone got it.
        missed: the guests who didn't.
    """
    what = numbered(t, meeting)
    done = t.count(
        "I passed your message on to {number} guest of {meeting}.",
        "I passed your message on to {number} guests of {meeting}.",
        reached,
        meeting=what,
    )
    posted = t("I posted your message where I posted a link for everyone.")
    lost = t(
        "I couldn’t reach {guests}. Please tell them yourself.",
        guests=", ".join(map(name, missed)),
    )
    said = (*[done] * bool(reached), *[posted] * bool(spaces), *[lost] * bool(missed))
    return Text(lines(*said))


def nobody_to_tell(t: Language, meeting: Meeting) -> Text:
    """Say that a meeting has no guests to tell anything."""
    return Text(
        t(
            "Nobody is invited to {meeting}, so I told nobody. Say `add … to #{number}` to invite"
            " somebody.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def message_too_long(t: Language, length: int) -> Text:
    """Say that a message is too long to be passed on."""
    return Text(
        t(
            "I can pass on at most {most} characters; yours has {length}. Nothing was sent. Please"
            " shorten it.",
            most=LONGEST_TOLD,
            length=length,
        )
    )


def told_enough(t: Language, meeting: Meeting) -> Text:
    """Say that the limit of messages is reached for now."""
    return Text(
        t(
            "I pass on at most {most} messages an hour for {meeting}. Nothing was sent. Please try"
            " again later, or write to your guests directly.",
            most=MOST_TOLD,
            meeting=numbered(t, meeting),
        )
    )

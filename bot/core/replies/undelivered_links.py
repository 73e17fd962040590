"""What requesters are told of links that could not be delivered."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.domain.meetings import Delivery, Way
from bot.core.replies.delivery_outcomes import name, why_not_reached
from bot.core.wording import failure_reasons
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines


def undelivered(
    t: Language, guest: Guest, troubles: Sequence[tuple[Way, Trouble]], meant: Text
) -> Text:
    """Tell the requester what could not be delivered to a guest, and why, for them to forward."""
    quoted = "  \n".join(f"> {row}" for row in meant.markdown.split("  \n"))
    reasons = (failure_reasons.not_reached(t, trouble, way) for way, trouble in troubles)
    sorry = t(
        "I couldn’t reach {guest}: {why}. Please forward this to them:",
        guest=name(guest),
        why="; ".join(dict.fromkeys(reasons)),
    )
    for_the_log = dict.fromkeys(failure_reasons.for_the_log(t, trouble) for _, trouble in troubles)
    return Text(lines(sorry, "", quoted, "", *for_the_log))


def link_lost(t: Language, guest: Guest) -> Text:
    """Tell the requester that a guest's link was lost in an interruption."""
    sentence = t(
        "I was interrupted before {guest} had the link, and Instant Connect gave me no new one."
        " Once it works again, say `resend {guest}`.",
        guest=name(guest),
    )
    return Text(sentence)


def own_links_lost(t: Language) -> Text:
    """Tell the requester that their own links were lost in an interruption."""
    return Text(
        t(
            "I was interrupted before you had all of your links, and Instant Connect gave me no"
            " new ones. Once it works again, say `resend all`."
        )
    )


def no_private_word(t: Language, delivery: Delivery) -> Text:
    """Say that the host link could not be delivered."""
    return Text(
        t(
            "I couldn’t send you the host link privately: {why}. Open a direct chat with me and"
            " say `resend me` there.",
            why=why_not_reached(t, delivery),
        )
    )

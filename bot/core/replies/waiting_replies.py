"""What hosts are told about who waits to be let in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import tzinfo
from typing import Any

from bot.core.domain.attendance import Attendance
from bot.core.domain.links import HostDoor
from bot.core.domain.meetings import Meeting
from bot.core.replies import cards
from bot.core.replies.arrival_replies import (
    MOST_LISTED,
    all_called,
    answer_buttons,
    called,
    plainly,
    start_button,
)
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, Card, HostText, Text, lines
from bot.core.wording.times import time_of_day


def waiting_list(
    t: Language, meeting: Meeting, waiting: Sequence[Attendance], door: HostDoor, zone: tzinfo
) -> HostText:
    """Return who waits to be let in, with buttons to let them in and to answer them."""
    head = t("**Waiting to be let in** to {meeting}:", meeting=numbered(t, meeting))
    rows = list(_waiting_rows(t, waiting, zone, called))
    how = t("Start here: {link}", link=LINK)
    card = _waiting_card(t, meeting, waiting, zone)
    return HostText(lines(head, "", *rows, "", how), door, card=card)


_MOST_NAMED = 2
"""Visitors with a button of their own where several wait; Webex shows five buttons."""


def _waiting_rows(
    t: Language,
    waiting: Sequence[Attendance],
    zone: tzinfo,
    name_of: Callable[[Language, Attendance], str],
) -> Iterator[str]:
    """Yield who waits, and since when."""
    for who in waiting[:MOST_LISTED]:
        if who.since:
            since = time_of_day(t, who.since, zone)
            yield t("- {guest}, since {time}", guest=name_of(t, who), time=since)
    if len(waiting) > MOST_LISTED:
        yield t("- and {number} more", number=len(waiting) - MOST_LISTED)


def _waiting_card(
    t: Language, meeting: Meeting, waiting: Sequence[Attendance], zone: tzinfo
) -> Card:
    rows = map(cards.line, _waiting_rows(t, waiting, zone, plainly))
    body = [cards.heading(cards.title(t, meeting)), *rows]
    where = f"of #{meeting.number}"
    if len(waiting) == 1:
        whom = f"visitor {waiting[0].id} {where}"
        way = cards.line(f"[{t('Start')}]({LINK})")
        let_them_in = _let_in_button(t, waiting[0], where)
        return cards.card([*body, way], [let_them_in, *answer_buttons(t, whom)])
    hint = cards.line(t("Everybody who waits reads your answer on their page."))
    answers = cards.card([hint], answer_buttons(t, f"all {where}"))
    buttons = [
        *(_let_in_button(t, who, where) for who in waiting[:_MOST_NAMED]),
        cards.button(t("Let everybody in"), f"let in all {where}", direct=True),
        {"type": "Action.ShowCard", "title": t("Answer"), "card": answers.content},
        start_button(t),
    ]
    return cards.card(body, buttons)


def _let_in_button(t: Language, who: Attendance, where: str) -> dict[str, Any]:
    label = t("Let in {guest}", guest=plainly(t, who))[:40]
    return cards.button(label, f"let in visitor {who.id} {where}", direct=True)


def let_in(t: Language, meeting: Meeting, guests: Sequence[Attendance]) -> Text:
    """Return who can come in now."""
    return Text(
        t(
            "{guests} can come in to {meeting}.",
            guests=all_called(t, guests),
            meeting=numbered(t, meeting),
        )
    )


def nobody_waits(t: Language, meeting: Meeting) -> Text:
    """Say that nobody by that name is waiting to be let in, or that nobody has to wait."""
    if not meeting.admit_first:
        return Text(
            t(
                "Guests of {meeting} don’t wait to be let in: their link takes them straight into"
                " the meeting. Say `status #{number}` to see who is here.",
                meeting=numbered(t, meeting),
                number=meeting.number,
            )
        )
    return Text(
        t(
            "I let nobody in: nobody you named is waiting at {meeting}. Say `status #{number}` to"
            " see who is here.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )

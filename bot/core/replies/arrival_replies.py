"""What hosts are told about who is at their meeting's door."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Rsvp
from bot.core.domain.links import HostDoor
from bot.core.domain.meetings import Meeting
from bot.core.replies import cards
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import LINK, Card, HostText, Text, inert

Saying: TypeAlias = Callable[[Language, Meeting, Attendance], Text]


def is_here(t: Language, meeting: Meeting, who: Attendance, door: HostDoor) -> HostText:
    """Return that a guest pressed *Join*, with the way to the host's page."""
    how = t("Start here: {link}", link=LINK)
    return HostText(f"{_is_here(t, meeting, who)} {how}", door, card=_start_card(t, meeting, who))


def is_here_without_page(t: Language, meeting: Meeting, who: Attendance) -> Text:
    """Return that a guest pressed *Join*, for hosts whose link is further up in the chat."""
    return Text(f"{_is_here(t, meeting, who)} {t('Your host link is in this chat.')}")


def _is_here(t: Language, meeting: Meeting, who: Attendance) -> str:
    what = numbered(t, meeting)
    if not who.name:
        return t("**Somebody is here** for {meeting}.", meeting=what)
    return t("**{guest} is here** for {meeting}.", guest=inert(who.name), meeting=what)


def _start_card(t: Language, meeting: Meeting, who: Attendance) -> Card:
    start = {"type": "Action.OpenUrl", "title": t("Start"), "url": LINK, "style": "positive"}
    shown = cards.plain(who.name) or t("Somebody")
    head = t("{guest} is here", guest=shown)
    return cards.card([cards.heading(head), cards.line(cards.title(t, meeting))], [start])


def called(t: Language, who: Attendance) -> str:
    """Return what to call a guest in a sentence."""
    return inert(who.name) if who.name else t("Somebody")


def cannot_get_in(t: Language, meeting: Meeting, who: Attendance) -> Text:
    """Return that a guest is here, but the source of links gives none."""
    return Text(
        t(
            "{guest} can’t get into {meeting}: Instant Connect isn’t giving me links right now."
            " Their page keeps trying.",
            guest=called(t, who),
            meeting=numbered(t, meeting),
        )
    )


_ANSWERS = {
    Rsvp.THERE: msgid("{guest} will be there: {meeting}."),
    Rsvp.LATE: msgid("**{guest} is running late** for {meeting}."),
    Rsvp.CANNOT: msgid("**{guest} can’t come** to {meeting}."),
}


def answered(t: Language, meeting: Meeting, who: Attendance) -> Text:
    """Return a guest's answer to the invitation."""
    said = _ANSWERS[who.rsvp or Rsvp.THERE]
    return Text(t(said, guest=called(t, who), meeting=numbered(t, meeting)))


def asks_for_new_time(t: Language, meeting: Meeting, who: Attendance) -> Text:
    """Return that a guest came when it was over, and asks for a new time."""
    return Text(
        t(
            "**{guest} asks for a new time** for {meeting}.",
            guest=called(t, who),
            meeting=numbered(t, meeting),
        )
    )


def new_time_card(t: Language, meeting: Meeting) -> Card:
    """Return the buttons to meet again, now or at another time."""
    sentence = f"again #{meeting.number}"
    fields = [
        {"type": "Input.Date", "id": "date", "label": t("Date (leave empty for today)")},
        {"type": "Input.Time", "id": "time", "label": t("Time")},
    ]
    later = cards.card(fields, [cards.button(t("Invite"), sentence, direct=True)])
    return cards.card(
        [cards.heading(cards.title(t, meeting))],
        [
            cards.button(t("Meet again now"), sentence, direct=True, style="positive"),
            {"type": "Action.ShowCard", "title": t("Suggest a time"), "card": later.content},
        ],
    )

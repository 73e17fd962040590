"""What hosts are told about who is at their meeting's door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Reply, Rsvp
from bot.core.domain.links import HostDoor
from bot.core.domain.meetings import Meeting
from bot.core.replies import cards
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import LINK, Card, HostText, Text

MOST_LISTED = 30
"""The most guests that are named in one message."""

Saying: TypeAlias = Callable[[Language, Meeting, Attendance], Text]


def is_here(t: Language, meeting: Meeting, who: Attendance, door: HostDoor) -> HostText:
    """Tell a host that a guest pressed *Join*, with a link to the host's page."""
    how = t("Start here: {link}", link=LINK)
    return HostText(f"{_is_here(t, meeting, who)} {how}", door, card=_start_card(t, meeting, who))


def is_here_without_page(t: Language, meeting: Meeting, who: Attendance) -> Text:
    """Tell a host whose link is further up in the chat that a guest pressed *Join*."""
    return Text(f"{_is_here(t, meeting, who)} {t('Your host link is in this chat.')}")


def _is_here(t: Language, meeting: Meeting, who: Attendance) -> str:
    what = numbered(t, meeting)
    if not who.name:
        return t("**Somebody is here** for {meeting}.", meeting=what)
    return t("**{guest} is here** for {meeting}.", guest=inert(who.name), meeting=what)


def _start_card(t: Language, meeting: Meeting, who: Attendance) -> Card:
    head = t("{guest} is here", guest=plainly(t, who))
    whom = f"visitor {who.id} of #{meeting.number}"
    body = [cards.heading(head), cards.line(cards.title(t, meeting))]
    return cards.card(body, [start_button(t), *answer_buttons(t, whom)])


def answer_buttons(t: Language, whom: str) -> list[dict[str, Any]]:
    """Return the answers that pages of guests show, a button for each."""
    answers = (
        (t("I’m coming"), "coming"),
        (t("In 5 min"), "in 5 min"),
        (t("In 15 min"), "in 15 min"),
        (t("Not today"), "not today"),
    )
    return [cards.button(title, f"reply {whom} {said}", direct=True) for title, said in answers]


def start_button(t: Language) -> dict[str, str]:
    """Return the button that opens the host's link."""
    return {"type": "Action.OpenUrl", "title": t("Start"), "url": LINK, "style": "positive"}


def plainly(t: Language, who: Attendance) -> str:
    """Return the name of somebody as a button shows it."""
    return cards.plain(who.name) or t("Somebody")


def nobody_here(t: Language, meeting: Meeting) -> Text:
    """Say that no guest by that name is here to read an answer."""
    return Text(
        t(
            "Nobody you named is here yet for {meeting}. To write to guests who aren’t here, say"
            " for example `tell all: I’m late`.",
            meeting=numbered(t, meeting),
        )
    )


_REPLIED = {
    Reply.COMING: msgid("{guests} can read that you’re coming: {meeting}."),
    Reply.IN_5: msgid("{guests} can read that you’ll be there in 5 minutes: {meeting}."),
    Reply.IN_15: msgid("{guests} can read that you’ll be there in 15 minutes: {meeting}."),
    Reply.NOT_TODAY: msgid("{guests} can read that it won’t be today: {meeting}."),
}


def replied(t: Language, meeting: Meeting, guests: Sequence[Attendance], reply: Reply) -> Text:
    """Confirm that guests can read the host's answer."""
    said = _REPLIED[reply]
    return Text(t(said, guests=all_called(t, guests), meeting=numbered(t, meeting)))


def not_here_yet(t: Language, meeting: Meeting, guests: Sequence[Attendance]) -> Text:
    """Return who has not come some minutes after the beginning."""
    return Text(
        t(
            "**Not here yet** for {meeting}: {guests}. Say `resend all of #{number}` to send their"
            " links again.",
            guests=all_called(t, guests),
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def all_called(t: Language, guests: Sequence[Attendance]) -> str:
    """Return what to call some guests in a sentence."""
    return ", ".join(called(t, each) for each in guests[:MOST_LISTED])


def called(t: Language, who: Attendance) -> str:
    """Return what to call a guest in a sentence."""
    return inert(who.name) if who.name else t("Somebody")


def cannot_get_in(t: Language, meeting: Meeting, who: Attendance) -> Text:
    """Tell a host that a guest can't get in, because the broker gives no links."""
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
    """Tell a host that a guest came after the end, and asks for a new time."""
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

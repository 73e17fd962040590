"""What hosts are told about who is at their meeting's door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import TypeAlias

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Reply, Rsvp
from bot.core.domain.links import HostDoor
from bot.core.domain.meetings import Meeting
from bot.core.replies import cards
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import LINK, Card, HostText, Text, inert, lines

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
    head = t("{guest} is here", guest=_plainly(t, who))
    whom = f"visitor {who.id} of #{meeting.number}"
    answers = [
        cards.button(title, f"reply {whom} {said}", direct=True)
        for title, said in (
            (t("I’m coming"), "coming"),
            (t("In 5 min"), "in 5 min"),
            (t("In 15 min"), "in 15 min"),
            (t("Not today"), "not today"),
        )
    ]
    body = [cards.heading(head), cards.line(cards.title(t, meeting))]
    return cards.card(body, [_start(t), *answers])


def _start(t: Language) -> dict[str, str]:
    return {"type": "Action.OpenUrl", "title": t("Start"), "url": LINK, "style": "positive"}


def _plainly(t: Language, who: Attendance) -> str:
    return cards.plain(who.name) or t("Somebody")


def waiting_list(
    t: Language, meeting: Meeting, waiting: Sequence[Attendance], door: HostDoor, zone: tzinfo
) -> HostText:
    """Return who waits to be let in, with a button for each of the first."""
    head = t("**Waiting to be let in** to {meeting}:", meeting=numbered(t, meeting))
    rows = [
        t("- {guest}, since {time}", guest=called(t, who), time=t.clock(who.since.astimezone(zone)))
        for who in waiting[:_MOST_LISTED]
        if who.since
    ]
    more = len(waiting) - len(rows)
    if more > 0:
        rows.append(t("- and {number} more", number=more))
    how = t("Start here: {link}", link=LINK)
    return HostText(lines(head, "", *rows, "", how), door, card=_waiting_card(t, meeting, waiting))


_MOST_LISTED = 30
_MOST_NAMED = 3
"""Visitors with a button of their own, beside those for all and to start."""


def _waiting_card(t: Language, meeting: Meeting, waiting: Sequence[Attendance]) -> Card:
    where = f"of #{meeting.number}"
    buttons = [
        cards.button(
            t("Let in {guest}", guest=_plainly(t, who))[:40],
            f"let in visitor {who.id} {where}",
            direct=True,
        )
        for who in waiting[:_MOST_NAMED]
    ]
    if len(waiting) > 1:
        buttons.append(cards.button(t("Let everybody in"), f"let in all {where}", direct=True))
    return cards.card([cards.heading(cards.title(t, meeting))], [*buttons, _start(t)])


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
    """Return that nobody of that name waits to be let in."""
    return Text(
        t(
            "Nobody like that is waiting to be let in to {meeting}. Say `status #{number}` to see"
            " who is here.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def nobody_here(t: Language, meeting: Meeting) -> Text:
    """Return that nobody of that name is here to be answered."""
    return Text(
        t(
            "Nobody like that is here yet for {meeting}. To write to guests, say for example `tell"
            " all: I’m late`.",
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
    """Return that guests can read an answer."""
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
    return ", ".join(called(t, each) for each in guests[:_MOST_LISTED])


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

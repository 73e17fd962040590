"""What hosts are told about who is at their meeting's door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import tzinfo
from typing import Any, TypeAlias

from bot.core.domain.attendance import Attendance
from bot.core.domain.doors import Reply, Rsvp
from bot.core.domain.links import HostDoor
from bot.core.domain.meetings import Meeting
from bot.core.replies import cards
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import LINK, Card, HostText, Text, lines
from bot.core.wording.times import time_of_day

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
    head = t("{guest} is here", guest=_plainly(t, who))
    whom = f"visitor {who.id} of #{meeting.number}"
    body = [cards.heading(head), cards.line(cards.title(t, meeting))]
    return cards.card(body, [_start(t), *_answer_buttons(t, whom)])


def _answer_buttons(t: Language, whom: str) -> list[dict[str, Any]]:
    """Return the answers that pages of guests show, a button for each."""
    answers = (
        (t("I’m coming"), "coming"),
        (t("In 5 min"), "in 5 min"),
        (t("In 15 min"), "in 15 min"),
        (t("Not today"), "not today"),
    )
    return [cards.button(title, f"reply {whom} {said}", direct=True) for title, said in answers]


def _start(t: Language) -> dict[str, str]:
    return {"type": "Action.OpenUrl", "title": t("Start"), "url": LINK, "style": "positive"}


def _plainly(t: Language, who: Attendance) -> str:
    return cards.plain(who.name) or t("Somebody")


def waiting_list(
    t: Language, meeting: Meeting, waiting: Sequence[Attendance], door: HostDoor, zone: tzinfo
) -> HostText:
    """Return who waits to be let in, with buttons to let them in and to answer them."""
    head = t("**Waiting to be let in** to {meeting}:", meeting=numbered(t, meeting))
    rows = list(_waiting_rows(t, waiting, zone, called))
    how = t("Start here: {link}", link=LINK)
    card = _waiting_card(t, meeting, waiting, zone)
    return HostText(lines(head, "", *rows, "", how), door, card=card)


_MOST_LISTED = 30
_MOST_NAMED = 2
"""Visitors with a button of their own where several wait; Webex shows five buttons."""


def _waiting_rows(
    t: Language,
    waiting: Sequence[Attendance],
    zone: tzinfo,
    name_of: Callable[[Language, Attendance], str],
) -> Iterator[str]:
    """Yield who waits, and since when."""
    for who in waiting[:_MOST_LISTED]:
        if who.since:
            since = time_of_day(t, who.since, zone)
            yield t("- {guest}, since {time}", guest=name_of(t, who), time=since)
    if len(waiting) > _MOST_LISTED:
        yield t("- and {number} more", number=len(waiting) - _MOST_LISTED)


def _waiting_card(
    t: Language, meeting: Meeting, waiting: Sequence[Attendance], zone: tzinfo
) -> Card:
    rows = map(cards.line, _waiting_rows(t, waiting, zone, _plainly))
    body = [cards.heading(cards.title(t, meeting)), *rows]
    where = f"of #{meeting.number}"
    if len(waiting) == 1:
        whom = f"visitor {waiting[0].id} {where}"
        way = cards.line(f"[{t('Start')}]({LINK})")
        let_them_in = _let_in_button(t, waiting[0], where)
        return cards.card([*body, way], [let_them_in, *_answer_buttons(t, whom)])
    hint = cards.line(t("Everybody who waits reads your answer on their page."))
    answers = cards.card([hint], _answer_buttons(t, f"all {where}"))
    buttons = [
        *(_let_in_button(t, who, where) for who in waiting[:_MOST_NAMED]),
        cards.button(t("Let everybody in"), f"let in all {where}", direct=True),
        {"type": "Action.ShowCard", "title": t("Answer"), "card": answers.content},
        _start(t),
    ]
    return cards.card(body, buttons)


def _let_in_button(t: Language, who: Attendance, where: str) -> dict[str, Any]:
    label = t("Let in {guest}", guest=_plainly(t, who))[:40]
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
    return ", ".join(called(t, each) for each in guests[:_MOST_LISTED])


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

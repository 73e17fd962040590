"""The cards of existing meetings: a host's buttons, and the forms to change a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Any

from bot.core.domain.commands import Guest
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting, Way
from bot.core.pages.host_calendar import CALENDAR
from bot.core.parsing.slots.slot import say_people
from bot.core.replies.card_inputs import (
    choice,
    choose,
    date_input,
    length_input,
    message_input,
    must_choose,
    people_input,
    subject_input,
    time_input,
)
from bot.core.replies.cards import FORM, ZONE, button, card, heading, line, plain, title
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, PAGE, Card
from bot.core.wording.times import brief_moment, moment, zone_name

MEETINGS, GUEST = "meetings", "guest"
"""The forms in which one of several has to be chosen."""

CHOSEN = "#chosen"
"""What stands for the chosen meeting in the sentence of a button."""

MOST_CHOICES = 100
"""The most meetings or guests to choose from, so that a card stays below Webex's 80 KB."""


def host_card(t: Language, meeting: Meeting, zone: tzinfo, *, has_page: bool = False) -> Card:
    """Return the buttons of a host's own message, with the host link.

    Args:
        t: the host's language.
        meeting: whose it is.
        zone: of its times.
        has_page: whether the host has a page, which the card then leads to.
    """
    number = meeting.number
    add = card(
        [people_input(t, t("Who else?"))],
        [button(t("Invite"), f"add #{number}", direct=True, style="positive")],
    )
    return card(
        [
            heading(title(t, meeting)),
            line(_when(t, meeting, zone)),
            *[line(_to_page(t, meeting))] * has_page,
        ],
        [
            {"type": "Action.OpenUrl", "title": t("Start"), "url": LINK, "style": "positive"},
            _opens(t("Add guest"), add),
            button(t("Extend 30 min"), f"extend 30m #{number}", direct=True),
            button(t("More…"), f"status #{number}", direct=True),
            button(t("Cancel meeting"), f"cancel #{number}", direct=True, style="destructive"),
        ],
    )


def _to_page(t: Language, meeting: Meeting) -> str:
    """Return links to a host's page; Webex shows a card's own text instead of the message's."""
    see, add = t("See who is here"), t("Add to calendar")
    links = [f"[{see}]({PAGE})", *[f"[{add}]({PAGE}/{CALENDAR})"] * meeting.planned]
    return " · ".join(links)


def extend_card(t: Language, meeting: Meeting) -> Card:
    """Return the button that gives a meeting half an hour more."""
    extend = button(t("Extend 30 min"), f"extend 30m #{meeting.number}", direct=True)
    return card([heading(title(t, meeting))], [extend | {"style": "positive"}])


def meetings_card(t: Language, meetings: Sequence[Meeting], zone: tzinfo) -> Card:
    """Return a choice of a person's meetings, with buttons for the chosen one."""
    if len(meetings) == 1:
        return card(
            [heading(title(t, meetings[0])), line(_when(t, meetings[0], zone))],
            _list_buttons(t, f"#{meetings[0].number}"),
        )
    some = [choice(_in_short(t, each, zone), str(each.number)) for each in meetings[:MOST_CHOICES]]
    which = must_choose(f"{MEETINGS}.meeting", t("Choose a meeting"), some, t("Choose a meeting."))
    return card([which], _list_buttons(t, CHOSEN))


def _list_buttons(t: Language, meeting: str) -> list[dict[str, Any]]:
    form = MEETINGS if meeting == CHOSEN else ""
    return [
        _submit(t("More…"), f"status {meeting}", form, style="positive"),
        _submit(t("My host link"), f"resend me of {meeting}", form),
        _submit(t("Extend 30 min"), f"extend 30m {meeting}", form),
        _submit(t("Cancel meeting"), f"cancel {meeting}", form, style="destructive"),
    ]


def change_card(t: Language, record: MeetingRecord, now: datetime) -> Card:
    """Return the forms to change a meeting and to reach its guests.

    Args:
        t: the host's language.
        record: the meeting and its deliveries.
        now: in the time zone of the forms.
    """
    meeting = record.meeting
    if meeting.is_over(now):
        forms = [_again_form(t, meeting, now)]
    else:
        forms = [
            *_guest_forms(t, record),
            _move_form(t, meeting, now),
            _rename_form(t, meeting),
            _again_form(t, meeting, now),
        ]
    return card([heading(title(t, meeting))], forms)


def _guest_forms(t: Language, record: MeetingRecord) -> Iterator[dict[str, Any]]:
    guests = [choice(_called(each), say_people([each])) for each in record.invited[:MOST_CHOICES]]
    if guests or any(each.way is Way.SPACE for each in record.link_messages):
        yield _tell_form(t, record.meeting.number, guests)
    if guests:
        yield _guest_form(t, record.meeting.number, guests)


def _tell_form(t: Language, number: int, guests: Sequence[dict[str, str]]) -> dict[str, Any]:
    everybody = choice(t("Everybody"), "all")
    to = choose("tell.people", t("To"), [everybody, *guests], everybody["value"])
    send = _submit(t("Send"), f"tell #{number}", "tell", style="positive")
    return _opens(t("Message guests"), card([to, message_input(t, "tell.text")], [send]))


def _guest_form(t: Language, number: int, guests: Sequence[dict[str, str]]) -> dict[str, Any]:
    to_all = button(t("Resend to everybody"), f"resend all of #{number}", direct=True)
    form = card(
        [must_choose(f"{GUEST}.people", t("Guest"), guests, t("Choose a guest."))],
        [
            _submit(t("Resend link"), f"resend #{number}", GUEST, style="positive"),
            _submit(t("Remove guest"), f"remove #{number}", GUEST, style="destructive"),
            to_all | {"associatedInputs": "none"},
        ],
    )
    return _opens(t("Resend or remove"), form)


def _move_form(t: Language, meeting: Meeting, now: datetime) -> dict[str, Any]:
    opens = meeting.opens.astimezone(now.tzinfo)
    clock = f"{opens:%H:%M}" if opens > now else ""
    when = t("Time in {zone}", zone=zone_name(getattr(now.tzinfo, "key", "")))
    form = card(
        [
            date_input("move.date", t("Date"), f"{max(opens, now):%Y-%m-%d}"),
            time_input("move.time", when, clock, t("Enter a time.")),
            length_input(t, "move.duration", meeting.minutes),
        ],
        [
            _submit(t("Move"), f"move #{meeting.number}", "move", now, style="positive"),
            _submit(t("Extend until then"), f"extend #{meeting.number} until", "move", now),
        ],
    )
    return _opens(t("Move or extend"), form)


def _rename_form(t: Language, meeting: Meeting) -> dict[str, Any]:
    subject = subject_input("rename.subject", t("New subject"), meeting.subject or "")
    subject |= {"isRequired": True, "errorMessage": t("Enter a subject.")}
    rename = _submit(t("Rename"), f"rename #{meeting.number}", "rename", style="positive")
    return _opens(t("Rename"), card([subject], [rename]))


def _again_form(t: Language, meeting: Meeting, now: datetime) -> dict[str, Any]:
    when = t(
        "Time in {zone} (leave date and time empty to start now)",
        zone=zone_name(getattr(now.tzinfo, "key", "")),
    )
    form = card(
        [
            line(t("Invites the same guests to a new meeting.")),
            date_input("again.date", t("Date (leave empty for today)")),
            time_input("again.time", when),
            length_input(t, "again.duration", meeting.minutes),
        ],
        [_submit(t("Invite again"), f"again #{meeting.number}", "again", now, style="positive")],
    )
    return _opens(t("Meet again"), form)


def _submit(
    label: str, sentence: str, form: str, now: datetime | None = None, style: str = "default"
) -> dict[str, Any]:
    """Return a button for the host's direct chat.

    Args:
        label: its title.
        sentence: what it says.
        form: whose inputs it takes; empty for none.
        now: in the time zone of the form's times, if it asks for any.
        style: one of Adaptive Cards.
    """
    pressed = button(label, sentence, direct=True, style=style)
    zone = getattr(now.tzinfo, "key", "") if now else ""
    more = {name: value for name, value in ((FORM, form), (ZONE, zone)) if value}
    return pressed | {"data": pressed["data"] | more}


def _opens(label: str, form: Card) -> dict[str, Any]:
    """Return a button that opens a form."""
    return {"type": "Action.ShowCard", "title": label, "card": form.content}


def _called(guest: Guest) -> str:
    address = guest.email or guest.phone
    known = guest.name and address and guest.name != address
    return plain(f"{guest.name} ({address})" if known else guest.display_name)


def _in_short(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    return f"{title(t, meeting)} ({brief_moment(t, meeting.opens, zone)})"


def _when(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    length = t.length(meeting.minutes)
    if not meeting.planned:
        return length
    return t("{when}, for {length}", when=moment(t, meeting.opens, zone), length=length)

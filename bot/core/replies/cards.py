"""Adaptive Cards 1.3: forms and buttons, each of which says a sentence of the grammar.

A button carries the sentence that a person could have typed; a press is served like that sentence,
as said by whoever pressed. https://developer.webex.com/docs/buttons-and-cards
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import Any

from bot.core.domain.meetings import Meeting, Preferences
from bot.core.parsing.slots.language_names import IN_LANGUAGE
from bot.core.wording.languages import NAMES, Language
from bot.core.wording.texts import LINK, Card, one_line
from bot.core.wording.times import moment

SAY, DIRECT, WHOSE, QUESTION = "say", "direct", "whose", "question"
"""Fields of a button: its sentence, whether its card is in a direct chat, who was asked."""

TOLD = "told"
"""The input for a message to pass on."""

MOST_BUTTONS = 5
_MINUTES = (15, 30, 45, 60, 90, 120)


def card(body: Iterable[dict[str, Any]], actions: Sequence[dict[str, Any]] = ()) -> Card:
    """Return a card with these elements and, below, at most `MOST_BUTTONS` actions."""
    return Card(
        {
            "type": "AdaptiveCard",
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
            "version": "1.3",
            "body": list(body),
            "actions": list(actions[:MOST_BUTTONS]),
        }
    )


def heading(text: str) -> dict[str, Any]:
    """Return a line in bold."""
    return {"type": "TextBlock", "text": text, "weight": "Bolder", "wrap": True}


def line(text: str) -> dict[str, Any]:
    """Return a line."""
    return {"type": "TextBlock", "text": text, "wrap": True}


def button(title: str, sentence: str, *, direct: bool, style: str = "default") -> dict[str, Any]:
    """Return a button that says `sentence`."""
    data = {SAY: sentence, DIRECT: "1" if direct else ""}
    return {"type": "Action.Submit", "title": title, "data": data, "style": style}


def answer(title: str, sentence: str, *, whose: str, style: str = "default") -> dict[str, Any]:
    """Return a button that answers a question by saying `sentence`.

    Args:
        title: of the button.
        sentence: a canonical one.
        whose: the address of the person who was asked, if others see it; else empty.
        style: one of Adaptive Cards.
    """
    said = button(title, sentence, direct=not whose, style=style)
    return said | {"data": said["data"] | {WHOSE: whose}}


def host_card(t: Language, meeting: Meeting, zone: tzinfo) -> Card:
    """Return the buttons of a host's own message, with the host link."""
    number = meeting.number
    add = card(
        [_people(t, t("Who else?"))],
        [button(t("Invite"), f"add #{number}", direct=True, style="positive")],
    )
    return card(
        [heading(title(t, meeting)), line(_when(t, meeting, zone))],
        [
            {"type": "Action.OpenUrl", "title": t("Start"), "url": LINK, "style": "positive"},
            {"type": "Action.ShowCard", "title": t("Add guest"), "card": add.content},
            button(t("Resend all"), f"resend all of #{number}", direct=True),
            button(t("Extend 30 min"), f"extend 30m #{number}", direct=True),
            button(t("Cancel"), f"cancel #{number}", direct=True, style="destructive"),
        ],
    )


def extend_card(t: Language, meeting: Meeting) -> Card:
    """Return the button that gives a meeting half an hour more."""
    extend = button(t("Extend 30 min"), f"extend 30m #{meeting.number}", direct=True)
    return card([heading(title(t, meeting))], [extend | {"style": "positive"}])


def list_card(t: Language, meetings: Sequence[Meeting], zone: tzinfo) -> Card:
    """Return the first of a person's meetings, each a button that opens its own buttons."""
    rows = [
        {
            "type": "Action.ShowCard",
            "title": title(t, each)[:40],
            "card": _row(t, each, zone).content,
        }
        for each in meetings[:MOST_BUTTONS]
    ]
    return card([heading(t("Choose a meeting"))], rows)


def _row(t: Language, meeting: Meeting, zone: tzinfo) -> Card:
    number = meeting.number
    return card(
        [heading(title(t, meeting)), line(_when(t, meeting, zone))],
        [
            button(t("Who has a link"), f"status #{number}", direct=True),
            button(t("My host link"), f"resend me of #{number}", direct=True),
            button(t("Extend 30 min"), f"extend 30m #{number}", direct=True),
            button(t("Cancel"), f"cancel #{number}", direct=True, style="destructive"),
        ],
    )


def which(t: Language, choices: Sequence[tuple[Meeting, str]], whose: str) -> Card:
    """Return the question which meeting is meant, with a button for each."""
    buttons = [answer(title(t, each), sentence, whose=whose) for each, sentence in choices]
    return card([heading(t("Which meeting?"))], buttons)


def help_card(t: Language, *, direct: bool) -> Card:
    """Return the buttons below the help."""
    return card(
        [heading(t("Or pick one"))],
        [
            button(t("Meet now"), "meet", direct=direct, style="positive"),
            button(t("Plan a meeting"), "plan", direct=direct),
            button(t("My meetings"), "meetings", direct=direct),
        ],
    )


def plan_form(t: Language, devices: Iterable[str], usual: Preferences, *, direct: bool) -> Card:
    """Return the form for a meeting, filled in with the defaults."""
    rooms = [_choice(t("None"), "")] + [_choice(plain(each), each) for each in devices]
    lasts = usual.minutes or 60
    minutes = [_choice(t.length(each), f"{each}m") for each in sorted({*_MINUTES, lasts})]
    vertical = "healthcare" if usual.vertical == "hc" else "general"
    kinds = [_choice(t("General"), "general"), _choice(t("Healthcare"), "healthcare")]
    return card(
        [
            heading(t("Plan a meeting")),
            _people(t, _guests_or_none(t, direct=direct), required=False),
            {"type": "Input.Text", "id": "subject", "label": t("Subject"), "maxLength": 200},
            {"type": "Input.Date", "id": "date", "label": t("Date (leave empty for today)")},
            {
                "type": "Input.Time",
                "id": "time",
                "label": t(
                    "Time in {zone} (leave date and time empty to start now)",
                    zone=usual.zone or "UTC",
                ),
            },
            _chooser("duration", t("Length"), minutes, f"{lasts}m"),
            _chooser("vertical", t("Kind of visit"), kinds, vertical),
            _chooser("language", t("Invitation language"), _languages(t), ""),
            _chooser("device", t("Room or device to dial"), rooms, ""),
        ],
        [button(t("Invite"), "meet", direct=direct, style="positive")],
    )


def _guests_or_none(t: Language, *, direct: bool) -> str:
    """Return the label of the guests field, with what happens if it stays empty."""
    if direct:
        return t("Guests (email addresses or phone numbers; leave empty for a link to share)")
    return t("Guests (email addresses or phone numbers; leave empty for a link for this space)")


def _languages(t: Language) -> list[dict[str, str]]:
    """Return the choices of languages, each by its own name."""
    named = [_choice(name, IN_LANGUAGE.say(code)) for code, name in NAMES.items()]
    return [_choice(t("Default"), ""), *named]


def _people(t: Language, label: str, *, required: bool = True) -> dict[str, Any]:
    field: dict[str, Any] = {
        "type": "Input.Text",
        "id": "people",
        "label": label,
        "placeholder": "alice@x.com",
    }
    if required:
        field |= {
            "isRequired": True,
            "errorMessage": t("Enter at least one email address or phone number."),
        }
    return field


def _choice(shown: str, value: str) -> dict[str, str]:
    return {"title": shown, "value": value or "-"}


def _chooser(name: str, label: str, choices: list[dict[str, str]], first: str) -> dict[str, Any]:
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label,
        "choices": choices,
        "value": first or "-",
    }


def title(t: Language, meeting: Meeting) -> str:
    """Return a meeting's number and subject, as plain text for a card."""
    subject = meeting.subject or t("Meeting")
    return f"#{meeting.number} {plain(subject)}"


def plain(words: str) -> str:
    """Return what a person wrote so that a card, which renders some markdown, shows it as it is."""
    shown = one_line(words, 80)
    return shown.replace("[", "(").replace("]", ")").replace("*", "∗").replace("_", "\u2017")


def _when(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    length = t.length(meeting.minutes)
    if not meeting.planned:
        return length
    return t("{when}, for {length}", when=moment(t, meeting.opens, zone), length=length)

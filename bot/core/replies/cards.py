"""Adaptive Cards 1.3: forms and buttons, each of which says a sentence of the grammar.

A button carries the sentence that a person could have typed; a press is served like that sentence,
as said by the person who pressed. https://developer.webex.com/docs/buttons-and-cards
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.core.domain.meetings import Meeting
from bot.core.wording.inert_text import one_line
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card

SAY, DIRECT, WHOSE, QUESTION = "say", "direct", "whose", "question"
"""Fields of a button: its sentence, whether its card is in a direct chat, who was asked."""

FORM, ZONE = "form", "zone"
"""More fields of a button: the form whose inputs it takes, and the time zone of their times.

The inputs of a form have names that begin with its own, since those of a card have to differ.
"""

MOST_BUTTONS = 5


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


def which(t: Language, choices: Sequence[tuple[Meeting, str]], whose: str) -> Card:
    """Ask which meeting is meant, with a button for each."""
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


def title(t: Language, meeting: Meeting) -> str:
    """Return a meeting's number and subject, as plain text for a card."""
    subject = meeting.subject or t("Meeting")
    return f"#{meeting.number} {plain(subject)}"


def plain(words: str) -> str:
    """Return what a person wrote so that a card, which renders some markdown, shows it as it is."""
    shown = one_line(words, 80)
    return shown.replace("[", "(").replace("]", ")").replace("*", "∗").replace("_", "\u2017")

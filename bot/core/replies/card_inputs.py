"""The inputs of cards: what forms ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.core.domain.limits import LONGEST_TOLD
from bot.core.wording.languages import Language

LONGEST_SUBJECT = 200
LONGEST_NOTE = 200
"""The most letters of a note; a card has to stay readable."""

_MINUTES = (15, 30, 45, 60, 90, 120)
_NOTHING = "-"
"""The value of a choice that stands for nothing: Webex takes no empty ones."""


def choice(shown: str, value: str) -> dict[str, str]:
    """Return one of the choices of `choose`."""
    return {"title": shown, "value": value or _NOTHING}


def choose(
    name: str, label: str, choices: Iterable[dict[str, str]], first: str = ""
) -> dict[str, Any]:
    """Return an input to choose one of several; `first` is chosen already."""
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label,
        "choices": list(choices),
        "value": first or _NOTHING,
    }


def toggle(name: str, title: str, *, on: bool) -> dict[str, Any]:
    """Return an input to tick or not."""
    value = name if on else _NOTHING
    return {
        "type": "Input.Toggle",
        "id": name,
        "title": title,
        "value": value,
        "valueOn": name,
        "valueOff": _NOTHING,
    }


def must_choose(
    name: str, label: str, choices: Sequence[dict[str, str]], error: str
) -> dict[str, Any]:
    """Return an input to choose one of several, with none chosen yet.

    Args:
        name: of the input.
        label: above it.
        choices: to choose from; a few are shown as a list, many as a menu.
        error: shown if none was chosen.
    """
    return {
        "type": "Input.ChoiceSet",
        "id": name,
        "label": label,
        "choices": choices,
        "style": "expanded" if len(choices) <= 5 else "compact",
        "isRequired": True,
        "errorMessage": error,
    }


def people_input(
    t: Language, label: str, value: str = "", *, required: bool = True
) -> dict[str, Any]:
    """Return an input for addresses and phone numbers; `value` names some already."""
    field: dict[str, Any] = {
        "type": "Input.Text",
        "id": "people",
        "label": label,
        "placeholder": "alice@x.com",
    }
    if value:
        field |= {"value": value}
    if required:
        field |= {
            "isRequired": True,
            "errorMessage": t("Enter at least one email address or phone number."),
        }
    return field


def subject_input(name: str, label: str, value: str) -> dict[str, Any]:
    """Return an input for what a meeting is about; `value` is what it is about so far."""
    given = {"value": value} if value else {}
    return {"type": "Input.Text", "id": name, "label": label, "maxLength": LONGEST_SUBJECT} | given


def message_input(t: Language, name: str) -> dict[str, Any]:
    """Return an input for a message to guests."""
    return {
        "type": "Input.Text",
        "id": name,
        "label": t("Message"),
        "isMultiline": True,
        "maxLength": LONGEST_TOLD,
        "isRequired": True,
        "errorMessage": t("Enter a message."),
    }


def note_input(t: Language, name: str) -> dict[str, Any]:
    """Return an input for what an expert leaves to the next; it may stay empty."""
    label = t("Note for the next expert")
    return {"type": "Input.Text", "id": name, "label": label, "maxLength": LONGEST_NOTE}


def date_input(name: str, label: str, value: str = "") -> dict[str, Any]:
    """Return an input for a day; `value` is one as ``2026-11-25``."""
    given = {"value": value} if value else {}
    return {"type": "Input.Date", "id": name, "label": label} | given


def time_input(name: str, label: str, value: str = "", error: str = "") -> dict[str, Any]:
    """Return an input for a time of day.

    Args:
        name: of the input.
        label: above it.
        value: a time as ``14:30``; empty for none.
        error: shown if it stays empty; empty if it may.
    """
    given = {"value": value} if value else {}
    required = {"isRequired": True, "errorMessage": error} if error else {}
    return {"type": "Input.Time", "id": name, "label": label} | given | required


def length_input(t: Language, name: str, minutes: int) -> dict[str, Any]:
    """Return an input for how long a meeting lasts, with a length in minutes chosen already."""
    some = [choice(t.length(each), f"{each}m") for each in sorted({*_MINUTES, minutes})]
    return choose(name, t("Length"), some, f"{minutes}m")

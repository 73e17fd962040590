"""The form for a new meeting."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.domain.meetings import Preferences
from bot.core.parsing.slots.language_names import IN_LANGUAGE
from bot.core.replies.card_inputs import (
    choice,
    choose,
    date_input,
    length_input,
    people_input,
    subject_input,
    time_input,
)
from bot.core.replies.cards import button, card, heading, plain
from bot.core.wording.languages import NAMES, Language
from bot.core.wording.texts import Card


def plan_form(t: Language, devices: Iterable[str], usual: Preferences, *, direct: bool) -> Card:
    """Return the form for a meeting, filled in with the defaults."""
    rooms = [choice(t("None"), ""), *(choice(plain(each), each) for each in devices)]
    vertical = "healthcare" if usual.vertical == "hc" else "general"
    kinds = [choice(t("General"), "general"), choice(t("Healthcare"), "healthcare")]
    zone = usual.zone or "UTC"
    when = t("Time in {zone} (leave date and time empty to start now)", zone=zone)
    return card(
        [
            heading(t("Plan a meeting")),
            people_input(t, _guests_or_none(t, direct=direct), required=False),
            subject_input("subject", t("Subject")),
            date_input("date", t("Date (leave empty for today)")),
            time_input("time", when),
            length_input(t, "duration", usual.minutes or 60),
            choose("vertical", t("Kind of visit"), kinds, vertical),
            choose("language", t("Invitation language"), _languages(t)),
            choose("device", t("Room or device to dial"), rooms),
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
    named = [choice(name, IN_LANGUAGE.say(code)) for code, name in NAMES.items()]
    return [choice(t("Default"), ""), *named]

"""The form for a new meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.core.domain.commands import Meet
from bot.core.domain.meetings import Preferences
from bot.core.parsing import grammar
from bot.core.parsing.slots.meeting_options import IN_LANGUAGE
from bot.core.parsing.slots.slot import say_people
from bot.core.replies.card_inputs import (
    choice,
    choose,
    date_input,
    length_input,
    people_input,
    subject_input,
    time_input,
    toggle,
)
from bot.core.replies.cards import button, card, heading, plain
from bot.core.wording.languages import NAMES, Language
from bot.core.wording.texts import Card
from bot.core.wording.times import zone_name

NO_DRAFT = Meet()

EVERYONE = "here"
"""The input for a link for the whole space, and the word for it."""


def plan_form(
    t: Language,
    devices: Iterable[str],
    usual: Preferences,
    *,
    direct: bool,
    draft: Meet = NO_DRAFT,
) -> Card:
    """Return the form for a meeting, filled in with the defaults.

    Args:
        t: the reader's language.
        devices: the names of devices that can be dialed.
        usual: the defaults.
        direct: whether it is shown in a direct chat.
        draft: what is known of the meeting; of `opens`, only the date. The button says what has no
            input.
    """
    written = say_people([each for each in draft.guests if not each.person_id])
    language = IN_LANGUAGE.say(draft.language) if draft.language else ""
    return card(
        [
            heading(t("Plan a meeting")),
            *_guests(t, written, direct=direct, here=draft.here),
            subject_input("subject", t("Subject"), draft.subject or ""),
            *_when(t, draft, zone_name(usual.zone)),
            length_input(t, "duration", draft.minutes or usual.minutes or 60),
            _kind_of_visit(t, draft.vertical or usual.vertical),
            choose("language", t("Invitation language"), _languages(t), language),
            choose("device", t("Room or device to dial"), _rooms(t, devices), _device(draft)),
        ],
        [button(t("Invite"), grammar.say(_rest(draft)), direct=direct, style="positive")],
    )


def _when(t: Language, draft: Meet, zone: str) -> list[dict[str, Any]]:
    """Return the inputs for date and time; with a date, the time is required."""
    label = t("Date (leave empty for today)")
    if draft.opens:
        day = date_input("date", label, f"{draft.opens:%Y-%m-%d}")
        return [day, time_input("time", t("Time in {zone}", zone=zone), error=t("Enter a time."))]
    when = t("Time in {zone} (leave date and time empty to start now)", zone=zone)
    return [date_input("date", label), time_input("time", when)]


def _kind_of_visit(t: Language, vertical: str | None) -> dict[str, Any]:
    kinds = [choice(t("General"), "general"), choice(t("Healthcare"), "healthcare")]
    chosen = "healthcare" if vertical == "hc" else "general"
    return choose("vertical", t("Kind of visit"), kinds, chosen)


def _rooms(t: Language, devices: Iterable[str]) -> list[dict[str, str]]:
    return [choice(t("None"), ""), *(choice(plain(each), each) for each in devices)]


def _device(draft: Meet) -> str:
    return draft.devices[0] if len(draft.devices) == 1 else ""


def _rest(draft: Meet) -> Meet:
    """Return what the form has no input for."""
    mentioned = tuple(each for each in draft.guests if each.person_id)
    rest = Meet(mentioned, spare=draft.spare, hosts=draft.hosts, qr=draft.qr)
    return rest if _device(draft) else replace(rest, devices=draft.devices)


def _guests(t: Language, written: str, *, direct: bool, here: bool) -> list[dict[str, Any]]:
    """Return the inputs for guests; in a space, a link for all is ticked, never assumed."""
    if direct:
        label = t("Guests (email addresses or phone numbers; leave empty for a link to share)")
        return [people_input(t, label, written, required=False)]
    label = t("Guests (email addresses or phone numbers)")
    everyone = toggle(EVERYONE, t("A link for everyone in this space"), on=here)
    return [people_input(t, label, written, required=False), everyone]


def _languages(t: Language) -> list[dict[str, str]]:
    """Return the choices of languages, each by its own name."""
    named = [choice(name, IN_LANGUAGE.say(code)) for code, name in NAMES.items()]
    return [choice(t("Default"), ""), *named]

"""The cards of groups of experts, and the form to set one up."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.commands import (
    DeskToday,
    Expert,
    Experts,
    HangPoster,
    OffDuty,
    OnDuty,
    SetGroup,
    WhoIsOn,
)
from bot.core.domain.experts import ExpertGroup
from bot.core.domain.opening_hours import DAY_MINUTES, WORKDAYS, clock
from bot.core.parsing import grammar
from bot.core.replies.card_inputs import choice, choose, people_input, time_input
from bot.core.replies.cards import FORM, ZONE, answer, button, card, heading, line, plain
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card

GROUP, SWAP = "group", "swap"
"""The forms to change a group, and to swap duty with a colleague."""

_MOST_GROUPS = 3


def groups_card(t: Language, found: Sequence[ExpertGroup], *, direct: bool) -> Card:
    """Return buttons for the first groups, and for the reader's own duty."""
    shown = [
        button(plain(each.name), grammar.say(WhoIsOn(each.name)), direct=direct)
        for each in found[:_MOST_GROUPS]
    ]
    return card([heading(t("Groups of experts"))], [*shown, *_duty_buttons(t, direct=direct)])


def group_card(t: Language, found: ExpertGroup, *, direct: bool, changes: bool = False) -> Card:
    """Return buttons to ask a group and for the reader's own duty, and a form to swap it.

    Args:
        t: the reader's language.
        found: the group.
        direct: whether the card is in a direct chat.
        changes: whether its reader may change the group, and gets a form for that.
    """
    ask = button(
        t("Ask for an expert"), grammar.say(Expert(found.name)), direct=direct, style="positive"
    )
    actions = [ask, *_duty_buttons(t, direct=direct), _swap_form(t, direct=direct)]
    if changes:
        actions.append(_change_form(t, found, direct=direct))
    else:
        actions.append(button(t("All groups"), grammar.say(Experts()), direct=direct))
    return card([heading(plain(found.name))], actions)


def may_delete(t: Language, group: str, whose: str) -> Card:
    """Ask whether to delete a group."""
    sentence = grammar.say(SetGroup(group, off=True))
    yes = answer(t("Yes, delete it"), sentence, whose=whose, style="destructive")
    return card([heading(t("Delete {group}?", group=plain(group)))], [yes])


def _change_form(t: Language, found: ExpertGroup, *, direct: bool) -> dict[str, object]:
    """Return a button that opens a form; what stays empty stays as it is."""
    hours = found.hours[0] if len(found.hours) == 1 else None
    days = choice(t("Every day"), "every day"), choice(t("Monday to Friday"), "on weekdays")
    chosen = days[bool(hours and hours.days == WORKDAYS)]["value"]
    inputs = [
        line(t("Empty fields stay unchanged.")),
        people_input(t, t("Ask these people"), required=False) | {"id": f"{GROUP}.people"},
        time_input(f"{GROUP}.opens", t("Opens"), _clock(hours.opens if hours else None)),
        time_input(f"{GROUP}.closes", t("Closes"), _clock(hours.closes if hours else None)),
        choose(f"{GROUP}.days", t("Days"), days, chosen),
    ]
    change = button(t("Change"), grammar.say(SetGroup(found.name)), direct=direct, style="positive")
    change["data"] |= {FORM: GROUP, ZONE: found.zone if found.hours else ""}
    others = [
        button(t("Print a poster"), grammar.say(HangPoster(found.name)), direct=direct),
        button(t("Today’s figures"), grammar.say(DeskToday()), direct=direct),
        button(
            t("Delete the group"),
            grammar.say(SetGroup(found.name, off=True)),
            direct=direct,
            style="destructive",
        ),
    ]
    return _opens(t("Change the group"), inputs, [change, *others])


def _swap_form(t: Language, *, direct: bool) -> dict[str, object]:
    """Return a button that opens a form to swap duty with a colleague."""
    inputs = [
        people_input(t, t("Who should be asked in your place?")) | {"id": f"{SWAP}.people"},
        time_input(f"{SWAP}.time", t("Until (optional)")),
    ]
    swap = button(t("Swap"), SWAP, direct=direct, style="positive")
    swap["data"] |= {FORM: SWAP}
    return _opens(t("Swap…"), inputs, [swap])


def _opens(
    title: str, inputs: Sequence[dict[str, object]], actions: Sequence[dict[str, object]]
) -> dict[str, object]:
    """Return a button that opens a form."""
    return {"type": "Action.ShowCard", "title": title, "card": card(inputs, actions).content}


def _clock(minute: int | None) -> str:
    return "" if minute is None else clock(minute % DAY_MINUTES)


def _duty_buttons(t: Language, *, direct: bool) -> list[dict[str, object]]:
    return [
        button(t("I’m on duty"), grammar.say(OnDuty()), direct=direct),
        button(t("I’m off duty"), grammar.say(OffDuty()), direct=direct),
    ]

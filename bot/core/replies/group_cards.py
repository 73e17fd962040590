"""The cards of groups of experts, and the form to set one up."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.commands import Expert, OffDuty, OnDuty, WhoIsOn
from bot.core.domain.experts import ExpertGroup
from bot.core.parsing import grammar
from bot.core.replies.cards import button, card, heading, plain
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card

_MOST_GROUPS = 3


def groups_card(t: Language, found: Sequence[ExpertGroup], *, direct: bool) -> Card:
    """Return buttons for the first groups, and for one's own duty."""
    shown = [
        button(plain(each.name), grammar.say(WhoIsOn(each.name)), direct=direct)
        for each in found[:_MOST_GROUPS]
    ]
    return card([heading(t("Groups of experts"))], [*shown, *_duty_buttons(t, direct=direct)])


def group_card(t: Language, found: ExpertGroup, *, direct: bool) -> Card:
    """Return buttons to ask a group, and for one's own duty."""
    ask = button(
        t("Ask for an expert"), grammar.say(Expert(found.name)), direct=direct, style="positive"
    )
    return card([heading(plain(found.name))], [ask, *_duty_buttons(t, direct=direct)])


def _duty_buttons(t: Language, *, direct: bool) -> list[dict[str, object]]:
    return [
        button(t("I’m on duty"), grammar.say(OnDuty()), direct=direct),
        button(t("I’m off duty"), grammar.say(OffDuty()), direct=direct),
    ]

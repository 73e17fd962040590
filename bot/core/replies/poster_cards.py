"""The cards about posters of desks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.domain.commands import HangPoster
from bot.core.parsing import grammar
from bot.core.replies.cards import MOST_BUTTONS, answer, button, card, heading, plain
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card


def group_choice(t: Language, command: HangPoster, groups: Sequence[str], *, direct: bool) -> Card:
    """Ask which group a poster calls, with a button for each of the first."""
    asked = heading(t("Which group should {desk} call?", desk=plain(command.desk)))
    sentences = [grammar.say(replace(command, group=each)) for each in groups[:MOST_BUTTONS]]
    buttons = [
        button(plain(group), sentence, direct=direct)
        for group, sentence in zip(groups, sentences, strict=False)
    ]
    return card([asked], buttons)


def changes(t: Language, desk: str, *, direct: bool) -> Card:
    """Return the buttons that give a desk another address, or put its poster out of use."""
    new, off = HangPoster(desk, change="new"), HangPoster(desk, change="off")
    buttons = [
        button(t("New address"), grammar.say(new), direct=direct),
        button(t("Take down"), grammar.say(off), direct=direct, style="destructive"),
    ]
    return card([heading(plain(desk))], buttons)


def may_renew(t: Language, desk: str, whose: str) -> Card:
    """Ask whether to give a desk another address."""
    sentence = grammar.say(HangPoster(desk, change="new"))
    yes = answer(t("Yes, make a new address"), sentence, whose=whose, style="destructive")
    return card([heading(t("Make a new address for {desk}?", desk=plain(desk)))], [yes])


def use_again(t: Language, desk: str, *, direct: bool) -> Card:
    """Return the button that puts a poster back into use."""
    again = button(t("Use it again"), grammar.say(HangPoster(desk)), direct=direct)
    return card([heading(plain(desk))], [again])

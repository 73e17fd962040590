"""Buttons that answer the bot's questions before a meeting starts."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.core.domain.commands import Meet, Sayable
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies.cards import answer, card, heading, plain, title
from bot.core.wording.languages import Language
from bot.core.wording.texts import Card


def which_zone(t: Language, known: Sayable, likely: ZoneInfo, whose: str) -> Card:
    """Return the buttons that answer in which time zone a meeting begins."""
    zone = likely.key
    always = answer(
        t("Always use {zone}", zone=zone), f"defaults in {zone}", whose=whose, style="positive"
    )
    once = answer(t("{zone} this time", zone=zone), grammar.say(known), whose=whose)
    return card([heading(t("Which time zone?"))], [always, once])


def may_cancel(t: Language, meeting: Meeting, guests: int, whose: str) -> Card:
    """Ask whether to cancel a meeting that guests were invited to."""
    asks = t.count("Cancel and tell {number} guest?", "Cancel and tell {number} guests?", guests)
    yes = answer(t("Yes, cancel it"), f"cancel #{meeting.number}", whose=whose, style="destructive")
    return card([heading(asks)], [yes])


def may_dial(t: Language, command: Meet, whose: str) -> Card:
    """Ask whether a camera may turn on by itself."""
    names = ", ".join(plain(each) for each in command.devices)
    return card(
        [heading(t("Dial {names}?", names=names))],
        [
            answer(
                t("Yes, dial {names}", names=names),
                grammar.say(replace(command, dial=True)),
                whose=whose,
                style="positive",
            ),
            answer(t("No device"), grammar.say(replace(command, devices=())), whose=whose),
        ],
    )


def try_again(t: Language, sentence: str, whose: str) -> Card:
    """Return the button that says a sentence again, after an outage."""
    again = answer(t("Try again"), sentence, whose=whose, style="positive")
    return card([heading(t("Try again?"))], [again])


def meet_again(t: Language, meeting: Meeting, sentence: str, whose: str) -> Card:
    """Return the button that starts a new meeting with the guests of one that is over."""
    again = answer(t("Meet again"), sentence, whose=whose, style="positive")
    return card([heading(title(t, meeting))], [again])


def may_add(t: Language, meeting: Meeting, sentence: str) -> Card:
    """Ask whether to add people of a space to a meeting elsewhere."""
    return card([heading(title(t, meeting))], [answer(t("Add"), sentence, whose="")])

"""Answers to buttons that do nothing: already pressed, out of date, or someone else's."""

from __future__ import annotations

from bot.core.domain.commands import Command, Meet, Unclear
from bot.core.parsing import grammar
from bot.core.replies.questions import as_typed
from bot.core.suggesting.readings import GuestSays
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def pressed_already(t: Language, command: Command | GuestSays) -> Text:
    """Say that a button was already pressed, and how to do the same again."""
    said = "" if isinstance(command, Unclear | GuestSays) else grammar.say(command)
    again = [t("To do it again, say: {sentence}", sentence=as_typed(said))] * bool(said)
    return Text(" ".join([t("You already pressed that button, so I did nothing more."), *again]))


def answered_already(t: Language, command: Command | GuestSays) -> Text:
    """Say that a question was already answered, and how to do this too."""
    said = "" if isinstance(command, Unclear | GuestSays) else grammar.say(command)
    besides = [t("To do this too, say: {sentence}", sentence=as_typed(said))] * bool(said)
    return Text(" ".join([t("You already answered that question, so I did nothing."), *besides]))


def anothers_question(t: Language, whose: str, command: Command) -> Text:
    """Say that a question was for somebody else, and how the reader can do the same."""
    said = [t("That question is for {person}, so I did nothing.", person=inert(whose))]
    if isinstance(command, Meet):
        sentence = as_typed(grammar.say(command))
        said.append(t("To start a meeting like that yourself, say: {sentence}", sentence=sentence))
    return Text(" ".join(said))


def retired(t: Language) -> Text:
    """Say that a card was replaced."""
    return Text(
        t(
            "That button is from a message I’ve replaced, so I did nothing. Say `meetings` to see"
            " your current meetings."
        )
    )

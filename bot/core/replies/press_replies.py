"""What is said of buttons that do nothing: pressed before, out of date, or somebody else's."""

from __future__ import annotations

from bot.core.domain.commands import Command, Meet, Unclear
from bot.core.parsing import grammar
from bot.core.replies.questions import as_typed
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, inert


def pressed_already(t: Language, command: Command) -> Text:
    """Return that a button was pressed before, and how to have the same once more."""
    said = grammar.say(command) if not isinstance(command, Unclear) else ""
    again = [t("To do it again, say: {sentence}", sentence=as_typed(said))] * bool(said)
    return Text(" ".join([t("You pressed that button already, so I did nothing more."), *again]))


def answered_already(t: Language, command: Command) -> Text:
    """Return that a question was answered before, and how to have this as well."""
    said = grammar.say(command) if not isinstance(command, Unclear) else ""
    besides = [t("To have this as well, say: {sentence}", sentence=as_typed(said))] * bool(said)
    return Text(" ".join([t("You answered that question already, so I did nothing."), *besides]))


def anothers_question(t: Language, whose: str, command: Command) -> Text:
    """Return that a question was put to somebody else, and how to have the same oneself."""
    said = [t("That question is for {person}, so I did nothing.", person=inert(whose))]
    if isinstance(command, Meet):
        sentence = as_typed(grammar.say(command))
        said.append(t("To have such a meeting yourself, say: {sentence}", sentence=sentence))
    return Text(" ".join(said))


def retired(t: Language) -> Text:
    """Return that a card is no longer there."""
    return Text(
        t(
            "That button belongs to a message that I have replaced since, so I did nothing. Say"
            " `meetings` for your meetings as they are now."
        )
    )

"""What a command about guests at the door does, in a few plain words."""

from __future__ import annotations

from bot.core.domain.commands import LetIn, ReplyAtDoor, Sayable
from bot.core.domain.doors import Reply
from bot.core.wording.languages import Language, msgid

_ANSWERS = {
    Reply.COMING: msgid("I’m coming"),
    Reply.IN_5: msgid("In 5 min"),
    Reply.IN_15: msgid("In 15 min"),
    Reply.NOT_TODAY: msgid("Not today"),
}


def door_plainly(t: Language, command: Sayable, meeting: str) -> str | None:
    """Return what a command about guests at the door does; None for another one.

    Args:
        t: the reader's language.
        command: the command.
        meeting: that it is about, as it is called.
    """
    match command:
        case LetIn():
            return _let_in(t, command, meeting)
        case ReplyAtDoor():
            return _reply(t, command)
    return None


def _let_in(t: Language, command: LetIn, meeting: str) -> str:
    people = _people(command)
    if people:
        return t("Let in {guest}", guest=people)
    if not command.everybody:
        return t("Let the guest in who waits for {meeting}", meeting=meeting)
    return t("Let everybody in who waits for {meeting}", meeting=meeting)


def _reply(t: Language, command: ReplyAtDoor) -> str:
    people, said = _people(command), t(_ANSWERS[command.reply])
    if people:
        return t("Answer {people}: “{text}”", people=people, text=said)
    return t("Answer who is at the door: “{text}”", text=said)


def _people(command: LetIn | ReplyAtDoor) -> str:
    return ", ".join([*(each.display_name for each in command.guests), *command.names])

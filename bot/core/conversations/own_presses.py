"""Reads who pressed a button and what they filled in, if the card is the bot's own."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from bot.core.domain.commands import Guest
from bot.core.domain.errors import NotFound, Trouble
from bot.core.incoming.presses import ButtonPress
from bot.core.steps.settle import Settle
from bot.core.steps.step import Step, Together
from bot.core.steps.webex_steps import Message, ReadInputs, ReadMessage, ReadPerson, ReadPress

FOREIGN, OWN, GONE = range(3)


Inputs = dict[str, Any]


def read_own_press(
    action_id: str, bot_id: str
) -> Generator[Step, Any, tuple[ButtonPress, Guest, Inputs] | None]:
    """Return a press with its person and inputs; None if the card isn't the bot's.

    Anybody can post a card whose buttons say what the bot's buttons say.

    Args:
        action_id: the press's id.
        bot_id: the bot's person id.

    Raises:
        NotFound: the card was deleted.
        Trouble: Webex didn't tell.
    """
    press: ButtonPress = yield ReadPress(action_id)
    who = yield from _read_presser(press, bot_id)
    if who is None:
        return None
    inputs: Inputs = (yield ReadInputs(press.id)) if press.inputs is None else press.inputs
    return press, who, inputs


def _read_presser(press: ButtonPress, bot_id: str) -> Generator[Step, Any, Guest | None]:
    who, card = yield Together((ReadPerson(press.person_id), ReadMessage(press.message_id)))
    for answer in (who, card):
        if isinstance(answer, Trouble) and not isinstance(answer, NotFound):
            raise answer
    # Recorded: what the press does may delete the card before a replay looks for it.
    [(_, whose)] = yield Settle(((0, _author_of(card, bot_id)),))
    if whose == GONE or isinstance(who, Trouble):
        raise NotFound
    return who if whose == OWN else None


def _author_of(card: Message | NotFound, bot_id: str) -> int:
    if isinstance(card, NotFound):
        return GONE
    return OWN if card.person_id == bot_id else FOREIGN

"""A message of which no notice came, and that was found later: what to do about it by then."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core import cards, replies
from bot.core.commands import Sayable
from bot.core.conversations.asked import Asked
from bot.core.parsing import grammar
from bot.core.steps import Conversation, Message, Say


def is_stale(written: datetime, asked: Asked) -> bool:
    """Return whether so much time has passed that whoever asked may want it no more."""
    return asked.at - written >= timedelta(minutes=asked.house.ask_after)


def still(command: Sayable, message: Message, written: datetime, asked: Asked) -> Conversation:
    """Ask whether it shall still be done; a button says it anew."""
    t, minutes = asked.tongue, int((asked.at - written).total_seconds() // 60)
    sentence = grammar.say(command)
    yes = cards.answer(t("Yes, do it now"), sentence, whose=asked.whose, style="positive")
    card = cards.card([cards.heading(t("Shall I still do it?"))], [yes])
    yield Say(replies.late(t, minutes, message.text), asked.places, card)

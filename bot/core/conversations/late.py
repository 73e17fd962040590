"""A message found late, because Webex sent no notice of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core import cards, replies
from bot.core.commands import Sayable
from bot.core.conversations.asked import Asked
from bot.core.parsing import grammar
from bot.core.steps import Conversation, Message, Say


def is_stale(written: datetime, asked: Asked) -> bool:
    """Return whether so much time has passed that the requester may no longer want it."""
    return asked.at - written >= timedelta(minutes=asked.house.ask_after)


def still(command: Sayable, message: Message, written: datetime, asked: Asked) -> Conversation:
    """Ask whether to still do it; a button says it again."""
    t, minutes = asked.tongue, int((asked.at - written).total_seconds() // 60)
    sentence = grammar.say(command)
    yes = cards.answer(t("Yes, do it now"), sentence, whose=asked.whose, style="positive")
    card = cards.card([cards.heading(t("Should I still do it?"))], [yes])
    yield Say(replies.late(t, minutes, message.text), asked.places, card)

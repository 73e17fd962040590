"""Asks whether a message that was found late should still be answered."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core import replies
from bot.core.conversations.request import Request
from bot.core.domain.commands import Sayable
from bot.core.parsing import grammar
from bot.core.replies import cards
from bot.core.steps.webex_steps import Conversation, Message, Say


def is_stale(written: datetime, request: Request) -> bool:
    """Return whether so much time has passed that whoever asked may want it no more."""
    return request.at - written >= timedelta(minutes=request.installation.ask_after)


def still(command: Sayable, message: Message, written: datetime, request: Request) -> Conversation:
    """Ask whether it shall still be done; a button says it anew."""
    t, minutes = request.language, int((request.at - written).total_seconds() // 60)
    sentence = grammar.say(command)
    yes = cards.answer(t("Yes, do it now"), sentence, whose=request.whose, style="positive")
    card = cards.card([cards.heading(t("Shall I still do it?"))], [yes])
    yield Say(replies.late(t, minutes, message.text), request.places, card)

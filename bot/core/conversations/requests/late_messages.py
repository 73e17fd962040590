"""Asks whether a message that was found late should still be answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import replies
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.decision import AskWhetherStill
from bot.core.conversations.requests.request import Request
from bot.core.parsing import grammar
from bot.core.replies import cards
from bot.core.steps.step import Conversation


def is_stale(written: datetime, request: Request) -> bool:
    """Return whether a message is so late that its author perhaps no longer wants an answer."""
    return request.at - written >= timedelta(minutes=request.installation.ask_after_minutes)


def ask_if_still_wanted(decision: AskWhetherStill) -> Conversation:
    """Ask whether the command should still be carried out; a button or `yes` does it."""
    request, late = decision.request, decision.request.at - decision.written
    t, minutes = request.language, int(late.total_seconds() // 60)
    sentence = grammar.say(decision.command)
    yes = cards.answer(t("Yes, do it now"), sentence, whose=request.asked_person, style="positive")
    card = cards.card([cards.heading(t("Should I still do it?"))], [yes])
    now = replace(request, created=None)  # ten minutes from now, not from the message
    yield from ask(now, replies.late(t, minutes, decision.said), card, choices=[sentence])

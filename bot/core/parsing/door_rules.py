"""The rules of commands about guests who are at the door."""

from __future__ import annotations

from bot.core.domain.commands import LetIn, ReplyAtDoor
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import Rule
from bot.core.parsing.slots.meeting_reference import WHICH_OF, WHICH_OF_NUMBERED
from bot.core.parsing.slots.value_slots import REPLY, VISITORS

AT_THE_DOOR: tuple[Rule, ...] = (
    Rule(
        name="let in",
        command=LetIn,
        usage="let in GUEST/all [of MEETING]",
        does="let guests in who are waiting",
        details="They wait if you say `admit first` when you invite them.",
        examples=("let in all", "let in alice@x.com", "let in alice of #12"),
        slots=(VISITORS, WHICH_OF),
        synonyms=("admit", "let … in", "let everybody in", "let everyone in", "let them in"),
        unread=Hint.WHO,
    ),
    Rule(
        name="reply",
        command=ReplyAtDoor,
        usage="reply [GUEST] [of MEETING] coming/in 5/in 15/not today",
        does="answer guests who are waiting for you",
        details="Their page shows your answer within seconds.",
        examples=("reply coming", "reply alice@x.com in 5 min", "reply not today"),
        slots=(VISITORS, WHICH_OF_NUMBERED, REPLY),
        synonyms=("reply to", "answer"),
        unread=Hint.WHO,
        told_with="let in",
    ),
)

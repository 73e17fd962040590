"""The rules of commands about existing meetings."""

from __future__ import annotations

from bot.core.domain.commands import (
    Again,
    Cancel,
    Extend,
    Meetings,
    Move,
    Rename,
    Status,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import HelpGroup, Rule
from bot.core.parsing.slots.meeting_reference import (
    WHICH,
    WHICH_LONGER,
)
from bot.core.parsing.slots.slot import TIMES
from bot.core.parsing.slots.time_change_slots import MORE, WHEN
from bot.core.parsing.slots.value_slots import NEW_SUBJECT

OF_A_MEETING: tuple[Rule, ...] = (
    Rule(
        name="extend",
        command=Extend,
        usage="extend [MEETING] [30m] [until WHEN]",
        does="make a meeting longer",
        details="Everyone is sent their link again. Without a length, it is half an hour.",
        group=HelpGroup.LATER,
        examples=("extend 30m", "extend until 17:00", "extend #12 1h30"),
        slots=(WHICH_LONGER, MORE),
        synonyms=(
            *("prolong", "lengthen", "make it longer", "make longer", "stretch"),
            *("keep it open for", "keep open for", "keep link open for", "keep room open for"),
        ),
        nearly=("longer", "continue"),
        unread=Hint.WHICH,
    ),
    Rule(
        name="move",
        command=Move,
        usage="move [MEETING] WHEN [for HOW LONG]",
        does="move a meeting to another time",
        details="Everyone is sent their link again. Say a time, or how much later or earlier.",
        group=HelpGroup.LATER,
        examples=("move to tomorrow 3pm", "move #12 to 4pm for 45m", "push it back 15 min"),
        slots=(WHICH_LONGER, WHEN),
        synonyms=(
            *("reschedule", "postpone", "delay", "shift", "rebook", "push", "put off"),
            *("change time", "change date", "change time of", "change date of"),
        ),
        unread=Hint.WHICH,
    ),
    Rule(
        name="cancel",
        command=Cancel,
        usage="cancel [MEETING]",
        does="cancel a meeting and tell the guests",
        details="My messages with its links are removed.",
        group=HelpGroup.LATER,
        examples=("cancel", "cancel #12", "cancel the invoice"),
        slots=(WHICH,),
        synonyms=(
            *("call off", "call it off", "abort", "delete meeting", "end meeting", "stop meeting"),
            *("end call", "stop call", "cancel call", "revoke link", "revoke links"),
        ),
        nearly=("end", "stop", "delete", "close", "finish"),
        unread=Hint.WHICH,
    ),
    Rule(
        name="rename",
        command=Rename,
        usage="rename [MEETING] to SUBJECT",
        does="give a meeting another subject",
        examples=("rename to Budget", "rename #12 to the new invoice"),
        slots=(WHICH_LONGER, NEW_SUBJECT),
        synonyms=(
            *("rename meeting", "rename it", "change subject", "change topic", "set subject"),
            *("set topic", "change title", "set title", "call it"),
        ),
        unread=Hint.WHICH,
    ),
    Rule(
        name="again",
        command=Again,
        usage="again [MEETING] [at WHEN] [for HOW LONG]",
        does="meet the same guests again",
        examples=("again tomorrow 3pm", "again #12 next monday 10am"),
        group=HelpGroup.LATER,
        slots=(WHICH_LONGER, TIMES),
        synonyms=(
            *("meet again", "same again", "same meeting again", "repeat meeting"),
            *("same people again", "same guests again", "book same people again"),
        ),
        unread=Hint.WHICH,
    ),
    Rule(
        name="meetings",
        command=Meetings,
        usage="meetings",
        does="list your meetings",
        details="They are grouped into now, later and just ended.",
        group=HelpGroup.YOURS,
        examples=("meetings", "list my meetings"),
        synonyms=(
            *("my meetings", "list meetings", "list my meetings", "show meetings", "list"),
            *("show my meetings", "which meetings", "what meetings do i have", "agenda"),
            *("meetings today", "meetings tomorrow", "meetings this week", "next meeting"),
            *("upcoming meetings", "my schedule", "show my schedule", "what is my next meeting"),
            *("what is my next call", "my calls", "my appointments", "show my appointments"),
            *("my meetings today", "my next meeting", "when is my next meeting", "what's next"),
        ),
    ),
    Rule(
        name="status",
        command=Status,
        usage="status [MEETING]",
        does="see who has a link, and when it expires",
        group=HelpGroup.YOURS,
        examples=("status", "status #12", "status of the invoice"),
        slots=(WHICH,),
        synonyms=(
            *("status of", "whats status", "what's status", "what is status", "what's status of"),
            *("show meeting", "who got", "who got link", "who got links", "details"),
            *("who is in", "who's in", "who is coming", "who's coming", "who is invited"),
            *("who's invited", "who was invited"),
        ),
        unread=Hint.WHICH,
    ),
)

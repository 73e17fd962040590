"""The rules of commands about groups of experts."""

from __future__ import annotations

from bot.core.domain.commands import (
    Expert,
    Experts,
    HangPoster,
    PassRequest,
    SetGroup,
    TakeRequest,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import Rule
from bot.core.parsing.slots.desk_slots import CODE, DESK, LANGUAGES, SCREEN
from bot.core.parsing.slots.group_slots import GROUP, GROUP_AND_TIERS
from bot.core.parsing.slots.meeting_reference import WHICH
from bot.core.parsing.slots.slot import PEOPLE, SUBJECT

OF_EXPERTS: tuple[Rule, ...] = (
    Rule(
        name="expert",
        command=Expert,
        usage="expert GROUP [for PEOPLE] [about SUBJECT]",
        does="ask a group for an expert",
        details="Whoever takes it first is the host. Without people, you get the guest link.",
        examples=(
            "expert cardiology for alice@x.com about the ECG",
            "expert cardiology",
        ),
        slots=(GROUP, PEOPLE, SUBJECT),
        synonyms=("ask expert", "find expert", "get expert", "need expert", "i need expert"),
        unread=Hint.WHO,
    ),
    Rule(
        name="take",
        command=TakeRequest,
        usage="take MEETING",
        does="take a request to your group",
        details="You get the host link, unless somebody was first.",
        examples=("take #12", "take #7"),
        slots=(WHICH,),
        synonyms=("take it", "i take", "i will take", "i'll take", "claim"),
        unread=Hint.WHICH,
    ),
    Rule(
        name="not me",
        command=PassRequest,
        usage="not me MEETING",
        does="leave a request to others in your group",
        examples=("not me #12", "not me #7"),
        slots=(WHICH,),
        unread=Hint.WHICH,
    ),
    Rule(
        name="experts",
        command=Experts,
        usage="experts",
        does="list the groups of experts",
        examples=("experts", "list experts"),
        synonyms=("list experts", "show experts", "which experts", "expert groups", "groups"),
    ),
    Rule(
        name="poster",
        command=HangPoster,
        usage="poster DESK [for GROUP] [with code] [on screen] [in LANGUAGE]",
        does="get a poster to print, from which people call a group",
        details="Say `poster DESK new` for a new address, or `poster DESK off` to take it down.",
        examples=("poster front desk for cardiology", "poster front desk off"),
        slots=(DESK, CODE, SCREEN, LANGUAGES),
        synonyms=(
            *("print poster", "make poster", "hang poster", "create poster", "new poster for"),
            *("poster for", "print poster for", "make poster for", "qr poster"),
        ),
        unread=Hint.MISSING,
    ),
    Rule(
        name="group",
        command=SetGroup,
        usage="group GROUP is here/PEOPLE [then here/PEOPLE] [after HOW LONG]",
        does="set up a group of experts, if you are an administrator",
        details="`here` asks everybody in this space. Say `group GROUP off` to delete it.",
        examples=(
            "group cardiology is here then bob@x.com after 2m",
            "group cardiology off",
        ),
        slots=(GROUP_AND_TIERS,),
        synonyms=("expert group", "set group"),
        unread=Hint.WHO,
    ),
)

"""The rules of commands about groups of experts."""

from __future__ import annotations

from bot.core.domain.commands import (
    Expert,
    Experts,
    GiveBack,
    KeepWaiting,
    PassRequest,
    SetGroup,
    TakeRequest,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import Rule
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
        told_with="expert",
    ),
    Rule(
        name="not me",
        command=PassRequest,
        usage="not me MEETING",
        does="leave a request to others in your group",
        examples=("not me #12", "not me #7"),
        slots=(WHICH,),
        unread=Hint.WHICH,
        told_with="expert",
    ),
    Rule(
        name="give back",
        command=GiveBack,
        usage="give back [MEETING] [: TEXT]",
        does="give back a request that you took",
        details="The others are asked again, and read your note.",
        examples=("give back #12: please ask a surgeon", "give back"),
        slots=(WHICH,),
        synonyms=("give it back", "hand back", "i give back", "return request"),
        unread=Hint.WHICH,
        told_with="expert",
        takes_note=True,
    ),
    Rule(
        name="keep waiting",
        command=KeepWaiting,
        usage="keep waiting [MEETING]",
        does="have a group asked again, if nobody has taken your request",
        examples=("keep waiting", "keep waiting #12"),
        slots=(WHICH,),
        synonyms=("keep asking", "wait longer", "keep on waiting", "ask them again"),
        unread=Hint.WHICH,
        told_with="expert",
    ),
    Rule(
        name="experts",
        command=Experts,
        usage="experts",
        does="list the groups of experts",
        examples=("experts", "list experts"),
        synonyms=("list experts", "show experts", "which experts", "expert groups", "groups"),
        told_with="expert",
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
        told_with="expert",
    ),
)

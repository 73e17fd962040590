"""The rules of commands about groups of experts."""

from __future__ import annotations

from bot.core.domain.commands import (
    DeskToday,
    Expert,
    Experts,
    GiveBack,
    HangPoster,
    KeepWaiting,
    NextShift,
    OffDuty,
    OnDuty,
    PassRequest,
    SetGroup,
    Swap,
    TakeRequest,
    WhoIsOn,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import Rule
from bot.core.parsing.slots.expert_slots import CODE, DESK, GROUP, LANGUAGES, SCREEN, SETUP
from bot.core.parsing.slots.meeting_reference import WHICH
from bot.core.parsing.slots.people_slots import TO
from bot.core.parsing.slots.slot import PEOPLE, SUBJECT
from bot.core.parsing.slots.time_change_slots import UNTIL

EXAMPLE_GROUP = "cardiology"
"""The group in examples."""

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
        usage="take [MEETING]",
        does="take a request to your group",
        details="You get the host link, unless somebody was first.",
        examples=("take it", "take #12"),
        slots=(WHICH,),
        synonyms=("take it", "i take", "i will take", "i'll take", "i can take", "claim"),
        unread=Hint.WHICH,
        told_with="expert",
    ),
    Rule(
        name="not me",
        command=PassRequest,
        usage="not me [MEETING]",
        does="leave a request to others in your group",
        examples=("not me", "not me #12"),
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
        does="ask a group again if nobody has taken your request",
        examples=("keep waiting", "keep waiting #12"),
        slots=(WHICH,),
        synonyms=("keep asking", "wait longer", "keep on waiting", "ask them again"),
        unread=Hint.WHICH,
        told_with="expert",
    ),
    Rule(
        name="next shift",
        command=NextShift,
        usage="next shift [MEETING]",
        does="move your request to when the next experts are on duty",
        examples=("next shift", "next shift #12"),
        slots=(WHICH,),
        synonyms=("wait for next shift", "ask next shift"),
        unread=Hint.WHICH,
        told_with="expert",
    ),
    Rule(
        name="desk",
        command=DeskToday,
        usage="desk",
        does="see today’s figures of the groups you lead",
        details="Of groups, never of people: how many asked, how long it took, what nobody took.",
        examples=("desk", "desk figures"),
        synonyms=("desk figures", "figures", "desk today", "today's figures"),
        told_with="expert",
    ),
    Rule(
        name="experts",
        command=Experts,
        usage="experts",
        does="list the groups of experts, who is on duty now and next, and when nobody is",
        examples=("experts", "list experts"),
        synonyms=(
            *("list experts", "show experts", "which experts", "expert groups", "groups"),
            *("who is on duty", "who's on duty", "whos on duty"),
        ),
        told_with="expert",
    ),
    Rule(
        name="who is on for",
        command=WhoIsOn,
        usage="who is on for GROUP",
        does="see who is on duty in a group",
        examples=("who is on for cardiology", "who's on for cardiology"),
        slots=(GROUP,),
        synonyms=(
            *("who's on for", "whos on for", "who is on duty for", "who is on duty in"),
            *("who's on duty for", "who's on duty in", "who is on call for", "who is on call in"),
            *("who's on call for", "who's on call in", "whos on call for", "whos on call in"),
        ),
        told_with="expert",
    ),
    Rule(
        name="on duty",
        command=OnDuty,
        usage="on duty [until WHEN]",
        does="go on duty, so that your groups ask you",
        examples=("on duty", "on duty until 18:00"),
        slots=(UNTIL,),
        synonyms=("i am on duty", "i'm on duty", "im on duty", "back on duty"),
        told_with="expert",
    ),
    Rule(
        name="off duty",
        command=OffDuty,
        usage="off duty [until WHEN]",
        does="go off duty, so that your groups don’t ask you",
        details="A space you’re in is still asked.",
        examples=("off duty", "off duty until tomorrow 8:00"),
        slots=(UNTIL,),
        synonyms=("i am off duty", "i'm off duty", "im off duty", "not on duty"),
        told_with="expert",
    ),
    Rule(
        name="swap",
        command=Swap,
        usage="swap with COLLEAGUE [until WHEN]",
        does="swap duty with a colleague, who is asked in your place",
        details="Say `on duty` and I’ll ask you again.",
        examples=("swap with bob@x.com until 18:00", "swap with bob@x.com"),
        slots=(TO, UNTIL),
        synonyms=("swap with", "swap duty with", "swap shifts with"),
        unread=Hint.WHO,
        told_with="expert",
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
            *("make me poster for", "make me poster", "print me poster for"),
        ),
        unread=Hint.MISSING,
        told_with="expert",
    ),
    Rule(
        name="group",
        command=SetGroup,
        usage="group GROUP is here/on call/PEOPLE [then …] [after 2m] [from 8 to 18]"
        " [in Europe/Berlin] [led by PEOPLE]",
        does="set up a group of experts, if you are an administrator or lead it",
        details="`here` asks everybody in this space. What you leave out stays unchanged. Say"
        " `on weekdays from 8 to 18` for hours without weekends, and `group GROUP off` to"
        " delete it.",
        examples=(
            "group cardiology is here then bob@x.com after 2m",
            "group cardiology from 8 to 18 in Europe/Berlin",
            "group cardiology off",
        ),
        slots=(SETUP,),
        synonyms=("expert group", "set group"),
        unread=Hint.WHO,
        told_with="expert",
    ),
)

"""The rows of the table that are about meetings which there are already."""

from __future__ import annotations

from bot.core.commands import (
    Add,
    Cancel,
    Cohost,
    Extend,
    Handover,
    Meetings,
    MyLink,
    Resend,
    Status,
)
from bot.core.hints import Hint
from bot.core.parsing.askings import MORE, RECIPIENTS, SOME, TO
from bot.core.parsing.forwards import TEXT_FOR
from bot.core.parsing.rule import Rule
from bot.core.parsing.speaking import IN_LANGUAGE
from bot.core.parsing.whichs import WHICH, WHICH_OF, WHICH_TO

_TROUBLE = (
    *("does not work", "doesn't work", "doesnt work", "not working", "is not working"),
    *("is broken", "expired", "has expired", "is gone"),
)
"""What a guest says of a link."""

_CANNOT = ("can't", "cant", "cannot")
OF_A_MEETING: tuple[Rule, ...] = (
    Rule(
        name="add",
        command=Add,
        usage="add PEOPLE [N guests] [to MEETING] [in LANGUAGE]",
        does="invites more people to the same meeting; `N guests` are spare links to hand on",
        examples=("add bob@x.com", "add bob@x.com to the invoice", "add 2 guests to #12"),
        slots=(SOME, WHICH_TO, IN_LANGUAGE),
        synonyms=("invite", "also invite", "also add", "add guest", "add guests", "include"),
        nearly=("also", "and", "plus"),
        unread=Hint.WHO,
    ),
    Rule(
        name="resend",
        command=Resend,
        usage="resend [me/PEOPLE/all] [of MEETING]",
        does="sends fresh links to those who lost theirs; alone it is for you",
        examples=("resend me", "resend alice@x.com of #12", "resend all"),
        slots=(RECIPIENTS, WHICH_OF),
        synonyms=(
            *("re-send", "send again", "resend link", "resend links", "link for"),
            *("send it again", "send … again", "send … link again", "send link again"),
            *("send link again to", "host link", "my host link", "where is my host link"),
        ),
        unread=Hint.WHO,
    ),
    TEXT_FOR,
    Rule(
        name="my link",
        command=MyLink,
        usage="my link",
        does="for a guest: sends you your own link again",
        examples=("my link", "send me my link"),
        synonyms=(
            *("link", "send my link", "send me my link", "send me link", "get my link"),
            *("i lost my link", "lost my link", "where is my link", "give me my link", "new link"),
            *("i lost link", "lost link", "i cannot find my link", "i can't find my link"),
            *("where's my link", "what's my link", "what is my link"),
            *(f"i {cannot} {what}" for cannot in _CANNOT for what in ("join", "get in", "enter")),
            *(f"{link} {trouble}" for link in ("link", "my link") for trouble in _TROUBLE),
        ),
    ),
    Rule(
        name="handover",
        command=Handover,
        usage="handover COLLEAGUE [of MEETING]",
        does="hands the meeting to a colleague, with a host link of their own; yours works until"
        " it expires",
        examples=("handover bob@x.com", "hand over to bob@x.com of #12"),
        slots=(TO, WHICH_OF),
        synonyms=(
            *("hand over", "hand over to", "hand-over", "transfer", "transfer to"),
            *("hand it over to", "hand meeting over to"),
        ),
        unread=Hint.WHO,
    ),
    Rule(
        name="cohost",
        command=Cohost,
        usage="cohost COLLEAGUE [of MEETING]",
        does="makes a colleague a host beside you, with a link of their own",
        examples=("cohost bob@x.com", "co-host bob@x.com of #12"),
        slots=(TO, WHICH_OF),
        synonyms=(
            *("co-host", "co host", "cohost with", "add host", "add cohost", "add co-host"),
            *("second host", "make … cohost", "make … co-host"),
            *("add … as host", "add … as cohost", "add … as co-host", "invite … as host"),
        ),
        unread=Hint.WHO,
    ),
    Rule(
        name="extend",
        command=Extend,
        usage="extend [MEETING] [30m]",
        does="makes all its links work longer; alone it is half an hour",
        examples=("extend 30m", "extend by half an hour", "extend #12 1h30"),
        slots=(WHICH, MORE),
        synonyms=("prolong", "lengthen", "make it longer", "make longer"),
        nearly=("longer", "continue"),
        unread=Hint.WHICH,
    ),
    Rule(
        name="cancel",
        command=Cancel,
        usage="cancel [MEETING]",
        does="withdraws its links and tells the guests",
        examples=("cancel", "cancel #12", "cancel the invoice"),
        slots=(WHICH,),
        synonyms=(
            *("call off", "call it off", "abort", "delete meeting", "end meeting", "stop meeting"),
            *("end call", "stop call", "cancel call"),
        ),
        nearly=("end", "stop", "delete", "close", "finish", "undo"),
        unread=Hint.WHICH,
    ),
    Rule(
        name="meetings",
        command=Meetings,
        usage="meetings",
        does="lists your meetings: now, later, just past",
        examples=("meetings", "list my meetings"),
        synonyms=(
            *("my meetings", "list meetings", "list my meetings", "show meetings", "list"),
            *("show my meetings", "which meetings", "what meetings do i have", "agenda"),
            *("meetings today", "meetings tomorrow", "meetings this week", "next meeting"),
            *("my meetings today", "my next meeting", "when is my next meeting", "what's next"),
        ),
    ),
    Rule(
        name="status",
        command=Status,
        usage="status [MEETING]",
        does="says who got which link by which way, and when it expires",
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

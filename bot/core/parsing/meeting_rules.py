"""The rules of commands about existing meetings."""

from __future__ import annotations

from bot.core.domain.commands import (
    Add,
    Again,
    Cancel,
    Cohost,
    Extend,
    Handover,
    Meetings,
    Move,
    MyLink,
    Rename,
    Resend,
    Status,
    TextFor,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.language_names import IN_LANGUAGE
from bot.core.parsing.meeting_reference import WHICH, WHICH_LONGER, WHICH_OF, WHICH_TO
from bot.core.parsing.move_slots import WHEN
from bot.core.parsing.people_slots import RECIPIENTS, SOME, TO, WHOM
from bot.core.parsing.rule import HelpGroup, Rule
from bot.core.parsing.slots import TIMES
from bot.core.parsing.value_slots import MORE, NEW_SUBJECT

_TROUBLE = (
    *("does not work", "doesn't work", "doesnt work", "not working", "is not working"),
    *("is broken", "expired", "has expired", "is gone"),
)
"""How guests complain about a link."""

_CANNOT = ("can't", "cant", "cannot")
OF_A_MEETING: tuple[Rule, ...] = (
    Rule(
        name="add",
        command=Add,
        usage="add PEOPLE [N guests] [to MEETING] [in LANGUAGE]",
        does="invite more people to a meeting",
        details="Say `N guests` for guest links to share.",
        group=HelpGroup.PEOPLE,
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
        does="send fresh links to people who lost theirs",
        details="Without names, you get one yourself.",
        group=HelpGroup.PEOPLE,
        examples=("resend all", "resend alice@x.com of #12", "resend me"),
        slots=(RECIPIENTS, WHICH_OF),
        synonyms=(
            *("re-send", "send again", "resend link", "resend links", "link for"),
            *("send it again", "send … again", "send … link again", "send link again"),
            *("send link again to", "host link", "my host link", "where is my host link"),
        ),
        unread=Hint.WHO,
    ),
    Rule(
        name="text for",
        command=TextFor,
        usage="text for GUEST/all [of MEETING]",
        does="get a text to forward to a guest",
        details="There is a short and a long one, with a fresh link.",
        examples=("text for alice@x.com", "text for alice of #12", "text for all"),
        slots=(WHOM, WHICH_OF),
        synonyms=(
            *("text", "texts", "texts for", "text to forward", "text to forward for", "sms for"),
            *("sms", "text message for", "message for", "words for"),
        ),
        unread=Hint.WHO,
    ),
    Rule(
        name="my link",
        command=MyLink,
        usage="my link",
        does="get your own link again, if you are a guest",
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
        does="make a colleague the host in your place",
        details="They get their own host link. Yours works until it expires.",
        group=HelpGroup.PEOPLE,
        examples=("handover bob@x.com", "hand over to bob@x.com of #12"),
        slots=(TO, WHICH_OF),
        synonyms=(
            *("hand over", "hand over to", "hand-over", "transfer", "transfer to"),
            *("hand it over to", "hand meeting over to", "give meeting to", "pass meeting to"),
            *("transfer meeting to", "change host to", "… takes over", "… will take over"),
        ),
        unread=Hint.WHO,
    ),
    Rule(
        name="cohost",
        command=Cohost,
        usage="cohost COLLEAGUE [of MEETING]",
        does="add a second host",
        details="They get their own host link.",
        group=HelpGroup.PEOPLE,
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
        does="make a meeting longer",
        details="Everyone gets a new link. Without a length, it is half an hour.",
        group=HelpGroup.LATER,
        examples=("extend 30m", "extend by half an hour", "extend #12 1h30"),
        slots=(WHICH_LONGER, MORE),
        synonyms=("prolong", "lengthen", "make it longer", "make longer", "stretch"),
        nearly=("longer", "continue"),
        unread=Hint.WHICH,
    ),
    Rule(
        name="move",
        command=Move,
        usage="move [MEETING] WHEN [for HOW LONG]",
        does="move a meeting to another time",
        details="Everyone gets a new link. Say a time, or how much later or earlier.",
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
        nearly=("end", "stop", "delete", "close", "finish", "undo"),
        unread=Hint.WHICH,
    ),
    Rule(
        name="rename",
        command=Rename,
        usage="rename [MEETING] to SUBJECT",
        does="give a meeting another subject",
        examples=("rename to Budget", "rename #12 to the new invoice"),
        group=HelpGroup.LATER,
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
        synonyms=("meet again", "same again", "same meeting again", "repeat meeting", "repeat"),
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

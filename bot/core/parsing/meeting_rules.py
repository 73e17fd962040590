"""The rules of commands about existing meetings, their people, and the guests at their door."""

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
    Remove,
    Rename,
    Resend,
    Status,
    Tell,
    TellInviter,
    TextFor,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import HelpGroup, Rule
from bot.core.parsing.slots.language_slots import IN_LANGUAGE
from bot.core.parsing.slots.meeting_reference import (
    WHICH,
    WHICH_FROM,
    WHICH_LONGER,
    WHICH_OF,
    WHICH_TO,
)
from bot.core.parsing.slots.people_slots import RECIPIENTS, REMOVED, SOME, TO, TOLD, WHOM
from bot.core.parsing.slots.slot import TIMES
from bot.core.parsing.slots.time_change_slots import MORE, WHEN
from bot.core.parsing.slots.value_slots import DIRECT, NEW_SUBJECT

_TROUBLE = (
    *("does not work", "doesn't work", "doesnt work", "not working", "is not working"),
    *("is broken", "expired", "has expired", "is gone"),
)
"""How guests complain about a link."""

_AGAIN = (
    *(
        f"{whose} link {again}"
        for whose in ("her", "his", "their")
        for again in ("again", "once more")
    ),
    *("new link", "a new link", "fresh link", "a fresh link", "another link"),
)
"""What somebody gets who was invited already."""

_CANNOT = ("can't", "cant", "cannot")
OF_PEOPLE: tuple[Rule, ...] = (
    Rule(
        name="add",
        command=Add,
        usage="add PEOPLE [N guests] [to MEETING] [in LANGUAGE]",
        does="invite more people to a meeting",
        details="Say `N guests` for guest links to share.",
        group=HelpGroup.PEOPLE,
        examples=("add bob@x.com", "add bob@x.com to the invoice", "add 2 guests to #12"),
        slots=(SOME, WHICH_TO, IN_LANGUAGE),
        synonyms=(
            *("invite", "also invite", "also add", "add guest", "add guests", "include"),
            *("loop in", "bring in", "pull in", "bring … in", "pull … in", "get … in here"),
        ),
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
            *(f"{verb} … {link}" for verb in ("send", "give", "mail", "get") for link in _AGAIN),
        ),
        unread=Hint.WHO,
    ),
    Rule(
        name="text for",
        command=TextFor,
        usage="text for GUEST/all [of MEETING] [direct]",
        does="get a text to forward to a guest",
        details="There is a short and a long one. Say `direct` for a link straight into the"
        " meeting.",
        examples=("text for alice@x.com", "text for alice of #12", "text for all"),
        slots=(WHOM, WHICH_OF, DIRECT),
        synonyms=(
            *("text", "texts", "texts for", "text to forward", "text to forward for", "sms for"),
            *("sms", "text message for", "words for"),
        ),
        unread=Hint.WHO,
    ),
    Rule(
        name="tell",
        command=Tell,
        usage="tell PEOPLE/all [of MEETING]: TEXT",
        does="pass a message on to guests",
        details="They get it the way they were invited, with your name.",
        group=HelpGroup.PEOPLE,
        examples=(
            "tell all: I’m 10 minutes late",
            "tell alice@x.com of #12: please bring the plan",
        ),
        slots=(TOLD, WHICH_OF),
        synonyms=(
            *("notify", "inform", "message", "message to", "message for", "write to", "let … know"),
            *("send message to", "send message", "let … know that", "pass on to", "say to"),
        ),
        unread=Hint.WHO,
        takes_text=True,
    ),
    Rule(
        name="tell host",
        command=TellInviter,
        usage="tell host [of MEETING]: TEXT",
        does="pass a message on to the person who invited you",
        examples=("tell host: I’m 10 minutes late", "tell host of #12: I can’t come today"),
        slots=(WHICH_OF,),
        synonyms=("tell my host", "write host", "write to host", "message host", "message to host"),
        takes_text=True,
        told_with="tell",
    ),
    Rule(
        name="remove",
        command=Remove,
        usage="remove PEOPLE [from MEETING]",
        does="withdraw an invitation",
        details="I tell them and remove my messages with their link. A link that was opened or"
        " copied works until it expires.",
        group=HelpGroup.PEOPLE,
        examples=("remove alice@x.com", "remove alice@x.com from #12"),
        slots=(REMOVED, WHICH_FROM),
        synonyms=(
            *("uninvite", "un-invite", "disinvite", "kick", "kick out", "exclude", "revoke"),
            *("remove guest", "remove … from meeting", "take … out", "take … off list"),
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
        details="They get their own host link. I remove my message with yours.",
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
        examples=("cohost bob@x.com", "co-host bob@x.com of #12"),
        slots=(TO, WHICH_OF),
        synonyms=(
            *("co-host", "co host", "cohost with", "add host", "add cohost", "add co-host"),
            *("second host", "make … cohost", "make … co-host"),
            *("add … as host", "add … as cohost", "add … as co-host", "invite … as host"),
        ),
        unread=Hint.WHO,
    ),
)


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

"""The rules of commands about the people of a meeting, and the guests at its door."""

from __future__ import annotations

from bot.core.domain.commands import (
    Add,
    Cohost,
    Handover,
    LetIn,
    MyLink,
    Remove,
    ReplyAtDoor,
    Resend,
    Tell,
    TellInviter,
    TextFor,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import HelpGroup, Rule
from bot.core.parsing.slots.meeting_options import IN_LANGUAGE
from bot.core.parsing.slots.meeting_reference import (
    WHICH_FROM,
    WHICH_OF,
    WHICH_OF_NUMBERED,
    WHICH_TO,
)
from bot.core.parsing.slots.people_slots import RECIPIENTS, REMOVED, SOME, TO, TOLD, WHOM
from bot.core.parsing.slots.value_slots import DIRECT, REPLY, VISITORS, WAITING

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
            "write",
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

AT_THE_DOOR: tuple[Rule, ...] = (
    Rule(
        name="let in",
        command=LetIn,
        usage="let in GUEST/all [of MEETING]",
        does="let guests in who are waiting",
        details="They wait if you say `admit first` when you invite them.",
        examples=("let in all", "let in alice@x.com", "let in alice of #12"),
        slots=(WAITING, WHICH_OF),
        synonyms=("admit", "let … in"),
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

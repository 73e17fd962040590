"""The rules of commands about meetings: to start one, and about those that there are."""

from __future__ import annotations

from bot.core.domain.commands import (
    Again,
    Cancel,
    Extend,
    Meet,
    Meetings,
    Move,
    Rename,
    Status,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.rule import HelpGroup, Rule
from bot.core.parsing.slots.device_slots import DEVICES, DIAL
from bot.core.parsing.slots.meeting_options import (
    HOSTS,
    IN_LANGUAGE,
    QR,
    SPARE,
    VERTICAL,
)
from bot.core.parsing.slots.meeting_reference import (
    WHICH,
    WHICH_LONGER,
)
from bot.core.parsing.slots.slot import HERE, PEOPLE, SUBJECT, TIMES
from bot.core.parsing.slots.time_change_slots import MORE, WHEN
from bot.core.parsing.slots.value_slots import ADMISSION, NEW_SUBJECT
from bot.core.parsing.vocabulary.all_languages import sentence_words

_OPENINGS = ("start", "begin", "open", "create", "make", "have", "hold", "host", "set up", "setup")
_PLANNING = ("schedule", "arrange", "book", "organise", "organize")
PLANNING = frozenset(_PLANNING) | sentence_words("planning")
_VISITS = ("visit", "consultation", "appointment", "session")
VISITS = frozenset(_VISITS) | {"sprechstunde", "termin", "rendez-vous", "rdv", "cita", "consulta"}
MEETS_SOMEBODY = frozenset(
    {
        "meet",
        "meeting",
        "call",
        "ring",
        "phone",
        "triff",
        "treffen",
        "ruf",
        "rufe",
        "appelle",
        "llama",
    }
)
THEMSELVES = sentence_words("me")
UNKNOWN_PEOPLE = frozenset(
    {"you", "bot", "al", "team", "everybody", "everyone", "dich", "dir", "alle", "toi", "vous"}
    | {"tous", "te", "usted", "todos"}
)
"""Words for people of whom a meeting with somebody needs to know who they are: `meet everybody`."""

_MEETINGS = ("meet", "meeting", "call", "conference", "videocall", "videoconference", *_VISITS)
_ROOMS = ("room", "huddle", "demo", "telehealth visit", "telehealth appointment", "telehealth call")
_OCCASIONS = (
    *("demo", "huddle", "sync", "sync up", "catch up", "catch-up", "consult", "telehealth"),
    *("facetime", "check in", "check-in", "follow up", "follow-up", "standup", "stand-up", "chat"),
    *("checkup", "check-up", "debrief", "room", "telehealth visit", "telehealth appointment"),
    "video",
)
"""What is a meeting if `with` follows."""

BEGINNINGS_OF_MEET = (
    *_MEETINGS,
    *(f"{verb} {what}" for verb in (*_OPENINGS, *_PLANNING) for what in (*_MEETINGS, *_ROOMS)),
    *(f"{what} with" for what in _OCCASIONS),
    *("room for", "ring", "phone", "dial", "facetime", "huddle", "telehealth visit"),
    *("meet up", "meetup", "meet-up", "connect", "connect with", "talk to", "talk with"),
    *("speak to", "speak with", "connect me with", "connect me to", "face to face with"),
    *(
        "dial … in",
        "send … meeting link",
        "send meeting link to",
        "get … on call",
        "get … on meeting",
        "get … on video",
        "put … in call",
        "put … in meeting",
        "see … on video",
    ),
)
"""Other beginnings of `meet`."""

MEET = Rule(
    name="meet",
    command=Meet,
    usage="meet [people] [here] [N guests] [N hosts] [qr] [with DEVICES] [as healthcare]"
    " [admit first] [at WHEN] [for HOW LONG] [in LANGUAGE] [about SUBJECT]",
    does="start a video meeting, now or later",
    details="You get the host link privately, and each guest gets their own link. Say"
    " `N guests` for guest links to share, or `qr` for one to scan.",
    group=HelpGroup.START,
    examples=(
        "meet alice@x.com tomorrow 3pm for 45m",
        "meet alice@x.com and +49 171 3920042 about the invoice",
        "meet here",
    ),
    slots=(
        PEOPLE,
        HERE,
        SPARE,
        HOSTS,
        QR,
        DEVICES,
        DIAL,
        VERTICAL,
        ADMISSION,
        TIMES,
        IN_LANGUAGE,
        SUBJECT,
    ),
    synonyms=BEGINNINGS_OF_MEET,
    nearly=(
        *("zoom", "skype", "chat", "start"),
        *("begin", "open", "create", "book", "see", "consult"),
    ),
    unread=Hint.WHO,
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
            *("keep it open", "keep link open", "keep room open", "leave it open"),
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
        details="They are grouped into now, later, just ended and those you’re invited to.",
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

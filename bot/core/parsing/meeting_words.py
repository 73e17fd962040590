"""Words that begin `meet`, and those that tell planning a meeting from starting one."""

from __future__ import annotations

from bot.core.parsing.vocabulary.all_languages import sentence_words

_OPENINGS = ("start", "begin", "open", "create", "make", "have", "hold", "host", "set up", "setup")
_PLANNING = ("schedule", "arrange", "book", "organise", "organize")
PLANNING = frozenset(_PLANNING) | sentence_words("planning")
_VISITS = ("visit", "consultation", "appointment", "session")
VISITS = frozenset(_VISITS) | {"sprechstunde", "termin", "rendez-vous", "rdv", "cita", "consulta"}
MEETS_SOMEBODY = frozenset({"meet", "meeting", "triff", "treffen"})
THEMSELVES = sentence_words("me")
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

"""The table of commands: one rule per command, made of slots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from bot.core.domain.commands import (
    About,
    Check,
    Defaults,
    Devices,
    Help,
    HostClassic,
    Join,
    Meet,
    Plan,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing import help_topics
from bot.core.parsing.door_rules import AT_THE_DOOR
from bot.core.parsing.expert_rules import OF_EXPERTS
from bot.core.parsing.meeting_rules import OF_A_MEETING, OF_PEOPLE
from bot.core.parsing.rule import HelpGroup, Rule
from bot.core.parsing.slots.device_slots import DEVICES, DIAL
from bot.core.parsing.slots.language_slots import IN_LANGUAGE, LANGUAGE
from bot.core.parsing.slots.meeting_options import (
    HOSTS,
    LOGIN,
    QR,
    SPARE,
    USUAL_MINUTES,
    USUAL_ZONE,
    VERTICAL,
)
from bot.core.parsing.slots.slot import HERE, PEOPLE, SUBJECT, TIMES, Slot, Taken
from bot.core.parsing.slots.value_slots import ADMISSION, NAME, NUMBER
from bot.core.parsing.text.words import Words, joined
from bot.core.parsing.vocabulary.all_languages import BEGINNINGS, sentence_words

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


_SETTINGS = ("language", "timezone", "time zone", "duration", "length")
_NO_TOPICS = frozenset(
    {"me", "us", "please", "pls", "thanks", "with", "on", "for", "about", "to", "of", "the", "a"}
    | {"an", "my", "it", "this", "that", "everything", "all", "do", "does", "is", "are", "work"}
    | {"how", "i", "you", "can", "what", "command", "commands", "use", "say", "mean", "and", "?"}
)


def _take_topic(words: Words, _: datetime) -> Taken | Unclear:
    """Take the topic of the help from anywhere in the sentence: `how do I add somebody`."""
    keys = tuple(word.key for word in words if word.key)
    spans = sorted(combinations(range(min(len(keys), 8) + 1), 2), key=lambda at: at[0] - at[1])
    named = filter(None, (_topic_of(keys[start:end], keys) for start, end in spans))
    topic = next(named, None)
    unknown = [word for word in words if word.key and word.key not in _NO_TOPICS]
    if topic is None and unknown:
        return Unclear(joined(unknown)[:100], Hint.NO_TOPIC)
    return {"topic": topic}, ()


def _topic_of(keys: tuple[str, ...], whole: tuple[str, ...]) -> str | None:
    """Return the topic named by `keys`, a part of `whole`."""
    if keys == whole and keys in help_topics.BY_LEAD:
        return help_topics.BY_LEAD[keys].name
    found = help_topics.BY_NAME.get(keys) or PHRASES.get(keys)
    return found.name if found and (keys == whole or not _NO_TOPICS.issuperset(keys)) else None


TOPIC = Slot(("topic",), _take_topic, lambda topic: topic or "")

RULES: tuple[Rule, ...] = (
    Rule(
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
    ),
    *OF_PEOPLE,
    *OF_A_MEETING,
    *AT_THE_DOOR,
    *OF_EXPERTS,
    Rule(
        name="devices",
        command=Devices,
        usage="devices",
        does="list the devices a meeting can dial",
        examples=("devices", "which devices"),
        synonyms=(
            *("rooms", "list devices", "show devices", "which devices", "which rooms", "room list"),
            *("what rooms are there", "what devices are there", "list rooms", "show rooms"),
            *("show me rooms", "show me devices", "which rooms are there", "device list"),
        ),
    ),
    Rule(
        name="defaults",
        command=Defaults,
        usage="defaults [for 60m] [as healthcare] [in Europe/Berlin] [login/no login]"
        " [admit first/straight in] [language de]",
        does="see or change your defaults",
        details="In a space, they are the space’s defaults.",
        group=HelpGroup.YOURS,
        examples=("defaults", "defaults for 60m in Europe/Berlin", "defaults language german"),
        slots=(USUAL_MINUTES, VERTICAL, LOGIN, ADMISSION, LANGUAGE, USUAL_ZONE),
        synonyms=(
            *("default", "settings", "preferences", "set defaults", "set default", "my defaults"),
            *("my time zone is", "my timezone is", "time zone is", "my language is", "set usual"),
            *("set my usual", "my usual length is", "usual length", "set usual length"),
            *("set my usual length", "set my default", "set my default length", "default length"),
            *("change defaults", "show defaults", "what are my defaults", "show my defaults"),
            *_SETTINGS,
            *(f"{verb} {what}" for verb in ("set", "set my", "change my") for what in _SETTINGS),
        ),
        nearly=("speak",),
    ),
    Rule(
        name="join",
        command=Join,
        usage="join NUMBER [name NAME]",
        does="get a link to join a classic Webex meeting",
        examples=("join 123456789", "join 123 456 789 name Alice"),
        slots=(NUMBER, NAME),
        synonyms=("join meeting", "join number", "join meeting number"),
    ),
    Rule(
        name="host",
        command=HostClassic,
        usage="host NUMBER",
        does="get a link to host a classic Webex meeting",
        examples=("host 123456789", "host 123 456 789"),
        slots=(NUMBER,),
        synonyms=("host number", "host meeting number"),
        told_with="join",
    ),
    Rule(
        name="plan",
        command=Plan,
        usage="plan",
        does="fill in a form instead",
        group=HelpGroup.START,
        examples=("plan", "plan a meeting"),
        synonyms=(
            *("plan meeting", "plan call", "form", "schedule", "show form", "show plan"),
            *("show me form",),
        ),
        takes_anything=True,
    ),
    Rule(
        name="help",
        command=Help,
        usage="help [command]",
        does="see what you can say, or more about a command or a word in capitals",
        examples=("help", "help meet", "help when"),
        slots=(TOPIC,),
        synonyms=(
            *("?", "commands", "usage", "info", "man", "help me", "what can you do"),
            *("what can i say", "what do you do", "how does this work", "how do you work"),
            *("what are commands", "how do i", "how can i", "how to", "how does", "what is"),
            *("what does", "explain", "hilfe"),
        ),
        takes_anything=True,
    ),
    Rule(
        name="check",
        command=Check,
        usage="check",
        does="check this installation, if you are its administrator",
        examples=("check", "check yourself"),
        synonyms=("check yourself", "doctor", "diagnose", "self test"),
    ),
    Rule(
        name="about",
        command=About,
        usage="about",
        does="see what I am",
        examples=("about", "who are you"),
        synonyms=("who are you", "what are you", "what is this", "about you", "version"),
    ),
)

_ARTICLES = sentence_words("articles")


def _phrases(words: str) -> Iterator[tuple[str, ...]]:
    """Yield a beginning with and without its articles, which sentences may leave out."""
    keys = tuple(words.split())
    yield keys
    yield tuple(key for key in keys if key not in _ARTICLES) or keys


PHRASES = {
    keys: rule
    for rule in RULES
    for words in BEGINNINGS.get(rule.name, ())
    for keys in _phrases(words)
} | {tuple(words.split()): rule for rule in RULES for words in (rule.name, *rule.synonyms)}
"""The rules by every beginning of their commands, as words."""

NEARLY = {word: rule.name for rule in RULES for word in rule.nearly}
"""The names of commands by words that may mean them."""

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
    Plan,
    Unclear,
)
from bot.core.domain.hints import Hint
from bot.core.parsing.expert_rules import OF_EXPERTS
from bot.core.parsing.meeting_rules import MEET, OF_A_MEETING
from bot.core.parsing.people_rules import AT_THE_DOOR, OF_PEOPLE
from bot.core.parsing.rule import HelpGroup, Rule
from bot.core.parsing.slots.meeting_options import (
    LANGUAGE,
    LOGIN,
    USUAL_MINUTES,
    USUAL_ZONE,
    VERTICAL,
)
from bot.core.parsing.slots.slot import Slot, Taken
from bot.core.parsing.slots.value_slots import ADMISSION, NAME, NUMBER
from bot.core.parsing.text.words import Words, joined
from bot.core.parsing.vocabulary.all_languages import BEGINNINGS, sentence_words
from bot.core.wording import help_topics

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
    MEET,
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


def near_names(said: str) -> tuple[str, ...]:
    """Return the commands and topics with names like `said`, the most similar first."""
    named = {" ".join(words): rule.name for words, rule in PHRASES.items()}
    named |= {" ".join(words): topic.name for words, topic in help_topics.BY_NAME.items()}
    from difflib import get_close_matches  # noqa: PLC0415 - rarely needed

    close = get_close_matches(said.casefold()[:40], named, n=8, cutoff=0.6)
    return tuple(dict.fromkeys(named[each] for each in close))[:3]

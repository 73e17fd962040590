"""The slots of experts: a group's name, who is asked in which order, and the poster of a desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.core.domain.commands import Guest, Unclear
from bot.core.domain.desks import MOST_LANGUAGES
from bot.core.domain.expert_commands import SetGroup, TierNamed
from bot.core.domain.experts import LONGEST_NAME, group_name
from bot.core.domain.hints import Hint
from bot.core.domain.poster_commands import PosterChange
from bot.core.parsing.slots.meeting_options import LANGUAGE_NAME, say_language
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken, people, say_people
from bot.core.parsing.slots.subjects import HERE
from bot.core.parsing.text.phrases import MARK, one_of, partition
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.times import durations
from bot.core.parsing.times.group_hours import PATTERN, say_hours, take_hours
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.parsing.vocabulary.language_names import LANGUAGE_CODES

_BEFORE_NAME = frozenset(
    {"the", "der", "die", "das", "den", "le", "la", "les", "el", "los", "las"}
    | {"from", "in", "of", "aus", "von", "de", "du"}
)
_IS = frozenset({"is", "are", "=", "ist", "sind", "est", "sont", "es", "son"})
_THEN = frozenset({"then", "dann", "puis", "ensuite", "luego", "después"})

_SWITCHES = {
    **dict.fromkeys(("off", "aus", "löschen", "arrêt", "fin", "fuera"), "off"),
    **dict.fromkeys(("on", "an", "activé", "activo"), "as_filed"),
}
_LED = frozenset({"led", "geleitet", "dirigé", "dirigée", "dirigido", "dirigida"})
_BY = frozenset({"by", "von", "par", "por"})
_ON_CALL = frozenset({"on-call", "oncall", "bereitschaft", "astreinte", "d'astreinte", "guardia"})
_ON, _CALL = frozenset({"on", "in", "de", "en"}), frozenset({"call"})
_AFTER = rf"(?:after|nach|après|después\ de)\ (?P<after>{durations.LENGTH})"


def _take_group(words: Words, _: datetime) -> Taken | Unclear:
    named = [word for word in words if _may_be_named(word)]
    rest = [word for word in words if not _may_be_named(word) and word.kind is not Kind.MARK]
    name = _name(named)
    return ({"group": name}, rest) if name else Unclear(joined(words)[:100], Hint.MISSING)


def _may_be_named(word: Word) -> bool:
    return word.kind is Kind.PLAIN and bool(word.key) and word.key not in FILLERS


def _name(words: Words) -> str:
    keys = [word.key for word in words if word.key]
    while len(keys) > 1 and keys[0] in _BEFORE_NAME:
        del keys[0]
    keys = keys[:LONGEST_NAME]  # each has at least a letter
    while len(keys) > 1 and len(" ".join(keys)) > LONGEST_NAME:
        del keys[-1]  # whole words, since part of one may mean something else
    return group_name(" ".join(keys))


def _take_setup(words: Words, now: datetime) -> Taken | Unclear:
    """Take the whole sentence: `cardiology is here then @Bob after 2m`, or `cardiology off`."""
    told, words = partition(words, "after")
    words = [word for word in words if word.kind is not Kind.MARK or word.guest]
    hours = take_hours(words)
    if isinstance(hours, Unclear):
        return hours
    words, leads = _led(hours[1])
    if words and words[-1].key in _SWITCHES:
        named = _take_group([word for word in words[:-1] if word.key not in _IS], now)
        switch = {_SWITCHES[words[-1].key]: True}
        if "off" in switch and any(word.key in _IS for word in words):
            switch["ask_first"] = True  # `group cardiology is off` may be a remark
        return named if isinstance(named, Unclear) else ({**named[0], **switch}, named[1])
    after = durations.minutes(told[-1].value) if told else None
    values = {**hours[0], "after": after or None, "leads": leads}
    if isinstance(leads, Unclear):
        return leads
    return _with_tiers(words, values, now)


def _with_tiers(words: Words, values: dict[str, Any], now: datetime) -> Taken | Unclear:
    """Take the name, and who is asked, if that is said."""
    start = next((at for at, word in enumerate(words) if word.key in _IS), len(words))
    named = _take_group(words[:start], now)
    if isinstance(named, Unclear) or start == len(words):
        return named if isinstance(named, Unclear) else ({**named[0], **values}, named[1])
    tiers = [_tier(each) for each in _split(words[start + 1 :])]
    unclear = next((each for each in tiers if isinstance(each, Unclear)), None)
    return unclear or ({**named[0], **values, "tiers": tuple(tiers)}, named[1])


def _tier(words: Words) -> TierNamed | Unclear:
    found = people(words)
    if isinstance(found, Unclear):
        return found
    guests, others = found
    keys = {word.key for word in others}
    here, on_call = bool(keys & HERE), bool(keys & _ON_CALL) or keys >= {"on", *_CALL}
    unread = keys - {"", *HERE, *FILLERS, *_ON_CALL, *_ON, *_CALL}
    if unread or not (here or guests or on_call):
        said = joined(words)[:100]
        return Unclear(said, Hint.WHO if said else Hint.MISSING)
    return TierNamed(here, guests, on_call)


def _led(words: Words) -> tuple[Words, tuple[Guest, ...] | Unclear]:
    """Return the words before `led by`, and the people after it."""
    at = next((at for at, word in enumerate(words) if word.key in _LED), len(words))
    if at == len(words):
        return words, ()
    found = people([word for word in words[at + 1 :] if word.key not in _BY])
    if isinstance(found, Unclear):
        return words, found
    guests, others = found
    unread = [word for word in others if bool(word.key) and word.key not in FILLERS]
    if unread or not guests:
        return words, Unclear(joined(words[at:])[:100], Hint.WHO)
    return words[:at], guests


def _split(words: Words) -> Iterator[Words]:
    tier: list[Word] = []
    for word in words:
        if word.key in _THEN:
            yield tier
            tier = []
        else:
            tier.append(word)
    yield tier


def _say_setup(*values: Any) -> str:
    said = SetGroup(*values)
    if said.off:
        return f"{said.group} off"
    if said.as_filed:
        return f"{said.group} on"
    parts = (
        said.group,
        f"is {' then '.join(map(_say_tier, said.tiers))}" if said.tiers else "",
        f"after {said.after}m" if said.after else "",
        say_hours(said.hours, said.zone),
        f"led by {say_people(said.leads)}" if said.leads else "",
    )
    return " ".join(filter(None, parts))


def _say_tier(tier: TierNamed) -> str:
    said = ("here" * tier.here, "on call" * tier.on_call, say_people(tier.guests))
    return ", ".join(filter(None, said))


GROUP = Slot(("group",), _take_group, lambda group: group)

SETUP = Slot(
    ("group", "tiers", "after", "hours", "zone", "leads", "off", "as_filed"),
    _take_setup,
    _say_setup,
    rf"{_AFTER} | {PATTERN}",
)
LONGEST_DESK = 40
_FOR = frozenset({"for", "für", "pour", "para"})
_ARTICLES = frozenset({"the", "our", "a", "der", "die", "das", "den", "unser", "le", "la", "el"})

_CHANGES: dict[str, PosterChange] = {
    **dict.fromkeys(("off", "aus", "weg", "arrêt", "retirer", "fuera"), "off"),
    **dict.fromkeys(("new", "neu", "nouveau", "nouvelle", "nuevo", "nueva"), "new"),
}
_AND = one_of(sentence_words("ands"))
_NAMED = rf"{LANGUAGE_NAME}(?:(?:\ {MARK})?(?:\ {_AND})?\ {LANGUAGE_NAME})*"
_LANGUAGES = rf"(?:in|auf|en)\ (?P<poster_languages>{_NAMED})"
_DIGITS = one_of(("code", "digits", "pin", "ziffern", "zahl", "chiffres", "código", "cifras"))
_WITH = r"(?:with|mit|avec|con)\ (?:(?:a|four|einem|vier|un|quatre|cuatro)\ )?"
_DISPLAY = one_of(("screen", "display", "bildschirm", "écran", "pantalla"))
_ON_A = r"(?:on|auf|sur|en)\ (?:(?:a|the|einem|dem|un|una)\ )?"


def _take_desk(words: Words, _: datetime) -> Taken | Unclear:
    plain = [word for word in words if word.key and word.kind is Kind.PLAIN]
    rest = [word for word in words if word.kind not in {Kind.PLAIN, Kind.MARK}]
    change = _CHANGES.get(plain[-1].key, "") if plain else ""
    desk, group = _desk_and_group(plain[:-1] if change else plain)
    if not desk:
        return Unclear(joined(words)[:100], Hint.MISSING)
    return {"desk": desk, "group": group, "change": change}, rest


def _say_desk(desk: str, group: str, change: PosterChange) -> str:
    return " ".join(filter(None, (desk, f"for {group}" if group else "", change)))


def _take_languages(words: Words, _: datetime) -> Taken | Unclear:
    named, rest = partition(words, "poster_languages")
    codes = tuple(dict.fromkeys(code for each in named for code in _codes(each.value)))
    if len(codes) > MOST_LANGUAGES:
        return Unclear(", ".join(codes), Hint.LANGUAGE)
    return {"languages": codes}, rest


def _codes(said: str) -> Iterator[str]:
    return (LANGUAGE_CODES[each] for each in said.split() if each in LANGUAGE_CODES)


def _desk_and_group(words: list[Word]) -> tuple[str, str]:
    """Return the name of the desk and, after a `for`, that of the group."""
    while words and words[0].key in {*_FOR, *_ARTICLES, *FILLERS}:
        words = words[1:]
    at = next((at for at, word in enumerate(words) if word.key in _FOR), len(words))
    return _desk_name(words[:at]), _desk_name(words[at + 1 :])


def _desk_name(words: list[Word]) -> str:
    said = " ".join(word.key for word in words if word.key not in FILLERS)
    return said.removeprefix("l'")[:LONGEST_DESK].strip()


def _take_code(words: Words, _: datetime) -> Taken:
    named, rest = partition(words, "poster_code", "no_poster_code")
    return ({"code": named[-1].means == "poster_code"}, rest) if named else ({}, rest)


def _say_code(code: bool | None) -> str:
    return "" if code is None else "with code" if code else "without code"


def _take_screen(words: Words, _: datetime) -> Taken:
    named, rest = partition(words, "poster_screen")
    return {"screen": bool(named)}, rest


DESK = Slot(("desk", "group", "change"), _take_desk, _say_desk)

CODE = Slot(
    ("code",),
    _take_code,
    _say_code,
    rf"{_WITH}(?P<poster_code>{_DIGITS})|(?:without|ohne|sans|sin)\ (?P<no_poster_code>{_DIGITS})",
)

SCREEN = Slot(
    ("screen",),
    _take_screen,
    lambda is_shown: "on screen" if is_shown else "",
    rf"{_ON_A}(?P<poster_screen>{_DISPLAY})",
)

LANGUAGES = Slot(
    ("languages",),
    _take_languages,
    lambda codes: f"in {' and '.join(map(say_language, codes))}" if codes else "",
    _LANGUAGES,
)

"""The slots of experts: a group's name, and who is asked in which order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.core.domain.commands import Unclear
from bot.core.domain.expert_commands import TierNamed
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken, people, say_people
from bot.core.parsing.slots.subjects import HERE
from bot.core.parsing.text.phrases import partition
from bot.core.parsing.text.words import Kind, Word, Words, joined
from bot.core.parsing.times import durations

LONGEST_NAME = 40
_IS = frozenset({"is", "are", "=", "ist", "sind", "est", "sont", "es", "son"})
_THEN = frozenset({"then", "dann", "puis", "ensuite", "luego", "después"})
_OFF = frozenset({"off", "aus", "löschen", "arrêt", "fin", "fuera"})
_AFTER = rf"(?:after|nach|après|después\ de)\ (?P<after>{durations.LENGTH})"


def _take_group(words: Words, _: datetime) -> Taken | Unclear:
    named = [word for word in words if word.kind is Kind.PLAIN and word.key not in {"", *FILLERS}]
    rest = [word for word in words if word not in named and word.kind is not Kind.MARK]
    name = _name(named)
    return ({"group": name}, rest) if name else Unclear(joined(words)[:100], Hint.MISSING)


def _name(words: Words) -> str:
    said = " ".join(word.key for word in words if word.key).casefold().strip(" ?!.,:")
    return said[:LONGEST_NAME].strip(" ?!.,:")


def _take_tiers(words: Words, now: datetime) -> Taken | Unclear:
    """Take the whole sentence: `cardiology is here then @Bob after 2m`, or `cardiology off`."""
    told, words = partition(words, "after")
    words = [word for word in words if word.kind is not Kind.MARK or word.guest]
    start = next((at for at, word in enumerate(words) if word.key in _IS), None)
    if start is None:
        if not words or words[-1].key not in _OFF:
            return Unclear(joined(words)[:100], Hint.MISSING)
        return _take_group(words[:-1], now)
    named = _take_group(words[:start], now)
    if isinstance(named, Unclear):
        return named
    tiers = []
    for each in _split(words[start + 1 :]):
        found = people(each)
        if isinstance(found, Unclear):
            return found
        guests, others = found
        here = any(word.key in HERE for word in others)
        unread = [word for word in others if word.key not in {"", *HERE, *FILLERS}]
        if unread or not (here or guests):
            return Unclear(joined(each)[:100], Hint.WHO)
        tiers.append(TierNamed(here, guests))
    after = durations.minutes(told[-1].value) if told else None
    return {**named[0], "tiers": tuple(tiers), "after": after or None}, named[1]


def _split(words: Words) -> Iterator[Words]:
    tier: list[Word] = []
    for word in words:
        if word.key in _THEN:
            yield tier
            tier = []
        else:
            tier.append(word)
    yield tier


def _say_tiers(group: str, tiers: tuple[TierNamed, ...], after: int | None) -> str:
    if not tiers:
        return f"{group} off"
    said = " then ".join(
        ", ".join(filter(None, ("here" if each.here else "", say_people(each.guests))))
        for each in tiers
    )
    return f"{group} is {said}" + (f" after {after}m" if after else "")


GROUP = Slot(("group",), _take_group, lambda group: group)
GROUP_AND_TIERS = Slot(("group", "tiers", "after"), _take_tiers, _say_tiers, _AFTER)

"""The slot of a desk's poster: its name, who is asked, its languages, and how it is protected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.poster_commands import PosterChange
from bot.core.parsing.slots.language_slots import LANGUAGE_CODES, LANGUAGE_NAME, say_language
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken
from bot.core.parsing.text.phrases import MARK, one_of, partition
from bot.core.parsing.text.words import Kind, Word, Words, joined

LONGEST_NAME = 40
MOST_LANGUAGES = 3

_FOR = frozenset({"for", "für", "pour", "para"})
_ARTICLES = frozenset({"the", "our", "a", "der", "die", "das", "den", "unser", "le", "la", "el"})
_CHANGES: dict[str, PosterChange] = {
    **dict.fromkeys(("off", "aus", "weg", "arrêt", "retirer", "fuera"), "off"),
    **dict.fromkeys(("new", "neu", "nouveau", "nouvelle", "nuevo", "nueva"), "new"),
}
_AND = one_of(("and", "und", "et", "y", "e", "&"))
_NAMED = rf"{LANGUAGE_NAME}(?:(?:\ {MARK})?(?:\ {_AND})?\ {LANGUAGE_NAME})*"
_LANGUAGES = rf"(?:in|auf|en)\ (?P<poster_languages>{_NAMED})"
_DIGITS = one_of(("code", "digits", "pin", "ziffern", "zahl", "chiffres", "código", "cifras"))
_WITH = r"(?:with|mit|avec|con)\ (?:(?:a|four|einem|vier|un|quatre|cuatro)\ )?"
_DISPLAY = one_of(("screen", "display", "bildschirm", "écran", "pantalla"))
_ON = r"(?:on|auf|sur|en)\ (?:(?:a|the|einem|dem|un|una)\ )?"


def _take_desk(words: Words, _: datetime) -> Taken | Unclear:
    plain = [word for word in words if word.key and word.kind is Kind.PLAIN]
    rest = [word for word in words if word.kind not in {Kind.PLAIN, Kind.MARK}]
    change = _CHANGES.get(plain[-1].key, "") if plain else ""
    desk, group = _names(plain[:-1] if change else plain)
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


def _names(words: list[Word]) -> tuple[str, str]:
    """Return the name of the desk and, after a `for`, that of the group."""
    while words and words[0].key in {*_FOR, *_ARTICLES, *FILLERS}:
        words = words[1:]
    at = next((at for at, word in enumerate(words) if word.key in _FOR), len(words))
    return _name(words[:at]), _name(words[at + 1 :])


def _name(words: list[Word]) -> str:
    said = " ".join(word.key for word in words if word.key not in FILLERS)
    return said.removeprefix("l'")[:LONGEST_NAME].strip()


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
    rf"{_ON}(?P<poster_screen>{_DISPLAY})",
)
LANGUAGES = Slot(
    ("languages",),
    _take_languages,
    lambda codes: f"in {' and '.join(map(say_language, codes))}" if codes else "",
    _LANGUAGES,
)

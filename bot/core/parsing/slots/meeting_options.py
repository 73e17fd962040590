"""The slots in fixed words: kind of visit, language, links to share, QR codes, defaults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken
from bot.core.parsing.text.phrases import one_of, partition
from bot.core.parsing.text.words import Kind, Word, Words
from bot.core.parsing.times import durations, time_zones
from bot.core.parsing.times.durations import LENGTH
from bot.core.parsing.vocabulary.all_languages import NUMBERS
from bot.core.parsing.vocabulary.language_names import (
    LANGUAGE_CODES,
    LANGUAGES_BY_NAME,
    NAMES_OF_LANGUAGES,
    OTHER_LANGUAGES,
)
from bot.core.wording.languages import NAMES

_HEALTHCARE = r"(?:healthcare|health-care|health\ care|health|hc|clinical|medical)"
_GENERAL = r"(?:general|gen|normal|business)"

_VERTICAL = rf"""
    (?:as|vertical)\ (?:an?\ )?(?P<vertical>{_HEALTHCARE}|{_GENERAL})(?:\ (?:meeting|call|visit))?
"""

_COUNT = rf"\d{{1,4}}|{one_of(NUMBERS)}"

_SPARE = rf"""
    (?:(?:with|for|and|plus)\ ){{0,3}}
    (?P<spare>{_COUNT})\ (?:spare\ |guest\ |more\ |extra\ ){{0,3}}
    (?:guests?|spare|links?|gäste|gästen|gast|invités?|invitados?|liens|enlaces)
"""

_QR = r"(?:(?:with|as|and|plus)\ ){0,2}(?:an?\ )?(?P<qr>qr(?:-code|\ code|\ image|\ picture)?)"
_HOSTS = rf"(?:(?:with|for|and|plus)\ ){{0,3}}(?P<hosts>{_COUNT})\ hosts?(?:\ links?)?"

_LOGIN = r"""
    (?P<no_login>(?:with\ )?(?:no|without|not)\ (?:a\ )?login|login\ (?:off|no)|no\ sign-in)
  | (?P<login>(?:with\ )?login(?:\ (?:on|yes))?)
"""

_ZONE = rf"""
    (?:(?:in|to|time\ zone|timezone|zone|is)\ ){{0,3}}(?P<zone>{time_zones.NAMED})
  | (?:in|(?:time\ zone|timezone|zone)(?:\ to|\ is)?)\ (?P<city>[^\s\x01-\x05]+
        (?:\ (?!(?:for|as|and|with|without|no|login|language|in|please)(?:\s|$))[^\s\x01-\x05]+)?)
"""


def _only(words: list[Word], hint: Hint, value: Callable[[str], Any]) -> Any:
    """Return the single value of `words`, None for no words, or a question."""
    values = {value(word.value) for word in words}
    if len(values) > 1 or (words and None in values):
        return Unclear(" ".join(word.raw for word in words)[:100], hint)
    return next(iter(values), None)


def _one_of(
    field: str, tells: Sequence[str], hint: Hint, value: Callable[[str], Any]
) -> Callable[[Words, datetime], Taken | Unclear]:
    """Return a `take` for a slot with the single field `field`."""

    def take(words: Words, _: datetime) -> Taken | Unclear:
        taken, rest = partition(words, *tells)
        found = _only(taken, hint, value)
        if isinstance(found, Unclear):
            return found
        return {field: found} if taken else {}, rest

    return take


def _number(text: str) -> int:
    return NUMBERS.get(text) or int(text)


def _hosts(text: str) -> int | None:
    return _number(text) or None


def _take_qr(words: Words, _: datetime) -> Taken:
    taken, rest = partition(words, "qr")
    return {"qr": bool(taken)}, rest


def _minutes(text: str) -> int | None:
    return durations.minutes(text) or None


def _zone(text: str) -> str | None:
    return time_zones.zone_named(text)


_take_told_zone = _one_of("zone", ["zone", "city"], Hint.ZONE, _zone)


def _take_usual_zone(words: Words, now: datetime) -> Taken | Unclear:
    """Take a time zone, or a place's name without `in`."""
    taken = _take_told_zone(words, now)
    plain = [word.key for word in words if word.kind is Kind.PLAIN and word.key not in FILLERS]
    if isinstance(taken, Unclear) or taken[0] or not 1 <= len(plain) <= time_zones.MOST_WORDS:
        return taken
    zone = time_zones.zone_at(" ".join(plain), led=True)
    return ({"zone": zone}, [word for word in words if word.key not in plain]) if zone else taken


def _take_login(words: Words, _: datetime) -> Taken | Unclear:
    taken, rest = partition(words, "login", "no_login")
    if len({word.means for word in taken}) > 1:
        return Unclear(" ".join(word.raw for word in taken)[:100], Hint.WORDS)
    return {"login": taken[0].means == "login"} if taken else {}, rest


def _say_minutes(minutes: int | None) -> str:
    return f"for {minutes}m" if minutes else ""


def _say_vertical(vertical: str | None) -> str:
    return {"gen": "as general", "hc": "as healthcare"}.get(vertical or "", "")


def _say_login(login: bool | None) -> str:
    return "" if login is None else "login" if login else "no login"


VERTICAL = Slot(
    ("vertical",),
    _one_of("vertical", ["vertical"], Hint.WORDS, lambda text: "gen" if text[0] in "gnb" else "hc"),
    _say_vertical,
    _VERTICAL,
)

SPARE = Slot(
    ("spare",),
    _one_of("spare", ["spare"], Hint.WORDS, _number),
    lambda spare: f"{spare} guests" if spare else "",
    _SPARE,
)

HOSTS = Slot(
    ("hosts",),
    _one_of("hosts", ["hosts"], Hint.WORDS, _hosts),
    lambda hosts: f"{hosts} hosts" if hosts != 1 else "",
    _HOSTS,
)
QR = Slot(("qr",), _take_qr, lambda qr: "qr" if qr else "", _QR)

USUAL_MINUTES = Slot(
    ("minutes",),
    _one_of("minutes", ["length"], Hint.WHICH_TIME, _minutes),
    _say_minutes,
    rf"(?:(?:for|duration|length|lasting|to)\ ){{0,2}}(?P<length>{LENGTH})",
)

USUAL_ZONE = Slot(
    ("zone",),
    _take_usual_zone,
    lambda zone: f"zone {zone}" if zone else "",
    _ZONE,
)
LOGIN = Slot(("login",), _take_login, _say_login, _LOGIN)
LANGUAGE_NAME = one_of(LANGUAGE_CODES)
"""The pattern of the name of a language that the bot speaks."""

_ANY = one_of(
    [name for name in (*LANGUAGES_BY_NAME, *OTHER_LANGUAGES) if len(name) > 2 or not name.isascii()]
)
_IN = r"(?:(?:and|write|speak|all)\ )?(?:in|auf|en|em|op|sur)\ (?:het\ |the\ )?"
_LANGUAGE_IS = r"(?:in\ |my\ ){0,2}(?:language|sprache|langue|idioma|lingua|taal)\ (?:is\ |to\ )?"

_LANGUAGE = rf"""
    {_LANGUAGE_IS}(?P<language>[^\s\x01-\x05]+)
  | {_IN}(?P<in_language>{_ANY})(?:\ language)?|(?P<in_japanese>日本語で)
"""

_USUAL_LANGUAGE = rf"{_LANGUAGE}|(?P<language_named>{_ANY})"
_TELLS = ("language", "in_language", "in_japanese", "language_named")


def _take_language(words: Words, _: datetime) -> Taken | Unclear:
    taken, rest = partition(words, *_TELLS)
    codes = {LANGUAGES_BY_NAME.get(word.value) for word in taken}
    if len(codes) > 1 or None in codes:
        hint = Hint.LANGUAGE if None in codes else Hint.WORDS
        return Unclear(" ".join(word.inside for word in taken)[:100], hint)
    return {"language": codes.pop()} if taken else {}, rest


def _language_after(written: str) -> Callable[[str | None], str]:
    def say(code: str | None) -> str:
        return f"{written} {NAMES_OF_LANGUAGES[code][0].title()}" if code in NAMES else ""

    return say


def say_language(code: str) -> str:
    """Return the name of a language, as it is used in sentences."""
    return NAMES_OF_LANGUAGES[code][0].title()


IN_LANGUAGE = Slot(("language",), _take_language, _language_after("in"), _LANGUAGE)
"""The language of the invitations; needs a word before it, as the name alone may be a subject."""

LANGUAGE = Slot(("language",), _take_language, _language_after("language"), _USUAL_LANGUAGE)

"""The slots in fixed words: kind of visit, links to share, devices, languages, defaults.

A device's name can be any word, so it only counts after a word such as `with`, or another device.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.slot import FILLERS, Slot, Taken
from bot.core.parsing.slots.subjects import clean, quoted
from bot.core.parsing.text.phrases import QUOTED, one_of, partition
from bot.core.parsing.text.words import Kind, Word, Words, joined, split
from bot.core.parsing.times import durations, time_zones
from bot.core.parsing.times.durations import LENGTH
from bot.core.parsing.vocabulary.all_languages import NUMBERS
from bot.core.wording.languages import NAMES

_LEADS = frozenset({"with", "dial", "using", "from", "device", "devices", "mit", "avec", "con"})
_BETWEEN = frozenset({"and", "&", "plus", "the", "und", "et", "y", "dem", "la", "le"})

Named = dict[str, list[tuple[tuple[str, ...], str]]]
"""The words and the name of each device by its first word, the longest first."""


def mark(words: Words, devices: Iterable[str], *, anywhere: bool = False) -> list[Word]:
    """Return `words` with the name of each of `devices` merged into one word.

    Args:
        words: of a sentence.
        devices: the names of devices that can be dialed.
        anywhere: whether a name counts without a word before it, such as `with`.
    """
    if not anywhere and not any(word.key in _LEADS for word in words):
        return list(words)
    named = _by_first_word(tuple(devices))
    found: list[Word] = []
    at, led = 0, anywhere
    while at < len(words):
        length, word = _word_at(words, at, named if led else {})
        if word.means:
            _drop_lead(found)
        found.append(word)
        led = anywhere or bool(word.means) or word.key in _LEADS or (led and _is_between(word))
        at += length
    return found


def _drop_lead(found: list[Word]) -> None:
    """Drop the words that lead to a device, but keep the `with` of `talk with`."""
    while found and found[-1].key in {*_LEADS, "and", "the"}:
        if found[-1].key == "with" and len(found) <= 2:
            return
        del found[-1]


def _is_between(word: Word) -> bool:
    return word.kind is Kind.MARK or word.guest is not None or word.key in _BETWEEN


def _word_at(words: Words, at: int, named: Named) -> tuple[int, Word]:
    """Return the device that begins at `at`, or the word there, with the number of words."""
    for keys, name in named.get(words[at].key, ()):
        some = words[at : at + len(keys)]
        if tuple(word.key for word in some) == keys:
            gap, raw = some[0].gap, joined(some)
            word = Word(Kind.PHRASE, raw, "", gap, inside=name, means="named_device", value=name)
            return len(keys), word
    return 1, words[at]


@lru_cache(maxsize=1)  # an installation's devices rarely change
def _by_first_word(devices: tuple[str, ...]) -> Named:
    named: Named = {}
    for name in devices:
        keys = tuple(word.key for word in split(name))
        if any(keys):
            named.setdefault(keys[0], []).append((keys, name))
    for some in named.values():
        some.sort(key=lambda each: len(each[0]), reverse=True)
    return named


_CALLED = {
    "en": ("english", "englisch", "anglais", "inglés", "ingles", "inglese", "inglês", "engels"),
    "de": ("german", "deutsch", "allemand", "alemán", "aleman", "tedesco", "alemão", "duits"),
    "fr": ("french", "français", "francais", "französisch", "francés", "francese", "frans"),
    "es": ("spanish", "español", "espanol", "spanisch", "espagnol", "spagnolo", "castellano"),
    "it": ("italian", "italiano", "italienisch", "italien", "italiaans"),
    "pt": ("portuguese", "português", "portugues", "portugiesisch", "portugais", "portugués"),
    "nl": ("dutch", "nederlands", "niederländisch", "holländisch", "néerlandais", "neerlandés"),
    "ja": ("japanese", "日本語", "日本語で", "japanisch", "japonais", "japonés", "giapponese"),
}
"""Names of the languages that the bot speaks; the first one is used in sentences."""

_OTHERS = (
    *("polish", "polski", "danish", "swedish", "norwegian", "finnish", "czech", "greek"),
    *("hungarian", "romanian", "bulgarian", "turkish", "türkçe", "russian", "ukrainian", "hebrew"),
    *("arabic", "hindi", "thai", "korean", "한국어", "chinese", "中文", "vietnamese", "indonesian"),
)
"""Languages that the bot does not speak, by names that mean nothing else."""

_CODES = {name: code for code, names in _CALLED.items() for name in (*names, code)}
LANGUAGES = frozenset(name for name in _CODES if len(name) > 2)
"""Names of the languages that the bot speaks."""

LANGUAGE_CODES = {name: code for name, code in _CODES.items() if len(name) > 2}
"""The languages that the bot speaks, by their names."""

LANGUAGE_NAME = one_of(LANGUAGE_CODES)
"""The pattern of the name of a language that the bot speaks."""

_ANY = one_of([name for name in (*_CODES, *_OTHERS) if len(name) > 2 or not name.isascii()])
_LEAD = r"(?:(?:and|write|speak|all)\ )?(?:in|auf|en|em|op|sur)\ (?:het\ |the\ )?"
_SAID = r"(?:in\ |my\ ){0,2}(?:language|sprache|langue|idioma|lingua|taal)\ (?:is\ |to\ )?"
_LANGUAGE = rf"""
    {_SAID}(?P<language>[^\s\x01-\x05]+)
  | {_LEAD}(?P<in_language>{_ANY})(?:\ language)?|(?P<in_japanese>日本語で)
"""
_USUAL_LANGUAGE = rf"{_LANGUAGE}|(?P<language_named>{_ANY})"
_TELLS = ("language", "in_language", "in_japanese", "language_named")


def _take(words: Words, _: datetime) -> Taken | Unclear:
    taken, rest = partition(words, *_TELLS)
    codes = {_CODES.get(word.value) for word in taken}
    if len(codes) > 1 or None in codes:
        hint = Hint.LANGUAGE if None in codes else Hint.WORDS
        return Unclear(" ".join(word.inside for word in taken)[:100], hint)
    return {"language": codes.pop()} if taken else {}, rest


def _say(written: str) -> Callable[[str | None], str]:
    def say(code: str | None) -> str:
        return f"{written} {_CALLED[code][0].title()}" if code in NAMES else ""

    return say


def say_language(code: str) -> str:
    """Return the name of a language, as it is used in sentences."""
    return _CALLED[code][0].title()


IN_LANGUAGE = Slot(("language",), _take, _say("in"), _LANGUAGE)
"""The language of the invitations; needs a word before it, as the name alone may be a subject."""

LANGUAGE = Slot(("language",), _take, _say("language"), _USUAL_LANGUAGE)


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
_ROOM = (
    r"(?:meeting\ |conference\ )?"
    r"(?:room|raum|salle|sala|board|desk|kit|codec|studio|booth|boardroom|lobby)"
    r"\ (?:\w*\d\w*|\w(?!\S))"
)
_DEVICE = rf"""
    (?:^|(?:(?:and|with|dial|using|from|mit|avec|con|und|et|y)\ ){{1,3}}(?:the\ |la\ |le\ )?)
    (?P<device>{_ROOM})
  | (?:(?:and|with|dial|using)\ ){{0,3}}(?:with|dial|using|devices?)\ (?P<named_device>{QUOTED})
  | (?:(?:and|with|dial|using)\ ){{0,3}}devices?\ (?P<called_device>[^\s\x01-\x05]+)
"""
_DIAL = r"(?P<dial>(?:(?:and|yes)\ ){0,3}dial(?:\ (?:it|them|in))?)"
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


def _take_devices(words: Words, _: datetime) -> Taken:
    taken, rest = partition(words, "device", "named_device", "called_device")
    names = {(name := clean(word.inside) or "").casefold(): name for word in reversed(taken)}
    return {"devices": tuple(filter(None, reversed(names.values())))}, rest


def _take_qr(words: Words, _: datetime) -> Taken:
    taken, rest = partition(words, "qr")
    return {"qr": bool(taken)}, rest


def _take_dial(words: Words, _: datetime) -> Taken:
    taken, rest = partition(words, "dial")
    return {"dial": bool(taken)}, rest


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
DEVICES = Slot(
    ("devices",),
    _take_devices,
    lambda devices: " ".join(f"with {quoted(name)}" for name in devices),
    _DEVICE,
)
QR = Slot(("qr",), _take_qr, lambda qr: "qr" if qr else "", _QR)
DIAL = Slot(("dial",), _take_dial, lambda dial: "dial it" if dial else "", _DIAL)
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

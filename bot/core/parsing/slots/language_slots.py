"""The slots of languages: of a meeting's invitations, and of a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.slots.slot import Slot, Taken
from bot.core.parsing.text.phrases import one_of, partition
from bot.core.parsing.text.words import Words
from bot.core.wording.languages import NAMES

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

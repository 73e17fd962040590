"""The languages: code has each sentence in English and translates it for its reader.

The core is given a `Language`, and does not know where translations and date formats come from.
A test finds missing translations; ``python -m tests.catalogues --write`` updates the files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

ENGLISH = "en"

NAMES = {
    ENGLISH: "English",
    "de": "Deutsch",
    "fr": "français",
    "es": "español",
    "it": "italiano",
    "pt": "português",
    "nl": "Nederlands",
    "ja": "日本語",
}
"""The languages for guests, by ISO 639-1 code, each by its own name."""

FOR_HOSTS = (ENGLISH, "de", "fr", "es")
"""The languages for hosts: everything the bot says is translated into these."""

_LANGUAGE_OF_COUNTRY = {
    **dict.fromkeys(("de", "at", "li"), "de"),
    **dict.fromkeys(("fr", "mc"), "fr"),
    **dict.fromkeys(("es", "mx", "ar", "cl", "pe", "uy", "ec", "ve", "cr", "gt"), "es"),
    **dict.fromkeys(("it", "sm"), "it"),
    **dict.fromkeys(("pt", "br"), "pt"),
    **dict.fromkeys(("nl", "sr"), "nl"),
    **dict.fromkeys(("jp",), "ja"),
}
"""Top-level domains of countries with exactly one of our languages; not `.ch` or `.be`."""


def msgid(sentence: str) -> str:
    """Mark a sentence in a table for translation; it is translated where it is used."""
    return sentence


def guess_language(email: str) -> str | None:
    """Return the language that an address's top-level domain suggests, or None."""
    return _LANGUAGE_OF_COUNTRY.get(email.rpartition(".")[2].casefold())


@dataclass(frozen=True)
class Language:
    """One language.

    Args:
        code: ISO 639-1.
        translated: translates an English sentence; returns it unchanged if there is no translation.
        counted: given singular, plural and a number, returns the right form.
        day: formats the date of an aware datetime, as ``Wednesday 25 November 2026``.
        clock: formats its time of day, as ``14:30``.
        length: formats a number of minutes, as ``1 hour 30 minutes``.
    """

    code: str
    translated: Callable[[str], str]
    counted: Callable[[str, str, int], str]
    day: Callable[[datetime], str]
    clock: Callable[[datetime], str]
    length: Callable[[int], str]

    def __call__(self, sentence: str, /, **given: object) -> str:
        """Return `sentence` in this language, with its placeholders filled in."""
        return self.translated(sentence).format(**given)

    def count(self, one: str, many: str, number: int, /, **given: object) -> str:
        """Return the form of a sentence for `number`, which fills its placeholder `{number}`."""
        return self.counted(one, many, number).format(number=number, **given)


@dataclass(frozen=True)
class Languages:
    """The languages of an installation.

    Args:
        spoken: returns the language of a code.
        default: the code of the default language.
    """

    spoken: Callable[[str], Language]
    default: str = ENGLISH

    def for_guest(self, said: str | None, email: str = "") -> Language:
        """Return a guest's language: `said`, else what their address suggests, else the default."""
        wanted = (said, guess_language(email), self.default)
        return self.spoken(next((each for each in wanted if each in NAMES), ENGLISH))

    def for_host(self, said: str | None) -> Language:
        """Return a host's language; English if theirs is only for guests."""
        wanted = said or self.default
        return self.spoken(wanted if wanted in FOR_HOSTS else ENGLISH)

"""Languages: a sentence stands in English where it is said, and is looked up for its reader.

`Language` is given to the core; the files in which its translations and dates lie are not its
business. A test finds what a language lacks: ``python -m tests.catalogues --write``.
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
"""The languages of everything that guests read, by their two letters (ISO 639-1)."""

FOR_HOSTS = (ENGLISH, "de", "fr", "es")
"""The languages of everything that the bot says."""

_SPOKEN_AT = {
    **dict.fromkeys(("de", "at", "li"), "de"),
    **dict.fromkeys(("fr", "mc"), "fr"),
    **dict.fromkeys(("es", "mx", "ar", "cl", "pe", "uy", "ec", "ve", "cr", "gt"), "es"),
    **dict.fromkeys(("it", "sm"), "it"),
    **dict.fromkeys(("pt", "br"), "pt"),
    **dict.fromkeys(("nl", "sr"), "nl"),
    **dict.fromkeys(("jp",), "ja"),
}
"""Top-level domains of countries that have one of our languages alone; `.ch` and `.be` do not."""


def msgid(sentence: str) -> str:
    """Return `sentence`, which is translated where it is said: it stands in a table."""
    return sentence


def hinted(email: str) -> str | None:
    """Return the language that an address's top-level domain hints at, if it does."""
    return _SPOKEN_AT.get(email.rpartition(".")[2].casefold())


@dataclass(frozen=True)
class Language:
    """One language.

    Args:
        code: its two letters.
        translated: an English sentence -> the same in this language, or as it is.
        counted: one, many, a number -> the form that this language has for the number.
        day: aware -> its day, with the month in words, as ``Wednesday 25 November 2026``.
        clock: aware -> its time of day, as ``14:30``.
        length: minutes -> ``1 hour 30 minutes``.
    """

    code: str
    translated: Callable[[str], str]
    counted: Callable[[str, str, int], str]
    day: Callable[[datetime], str]
    clock: Callable[[datetime], str]
    length: Callable[[int], str]

    def __call__(self, sentence: str, /, **given: object) -> str:
        """Return `sentence` in this language, with what is `given` in its places."""
        return self.translated(sentence).format(**given)

    def count(self, one: str, many: str, number: int, /, **given: object) -> str:
        """Return the sentence for `number` things; `{number}` may stand in it."""
        return self.counted(one, many, number).format(number=number, **given)


@dataclass(frozen=True)
class Languages:
    """The languages of an installation.

    Args:
        spoken: two letters -> that language.
        usual: the language where nobody said another, and no address hints at one.
    """

    spoken: Callable[[str], Language]
    usual: str = ENGLISH

    def for_guest(self, said: str | None, email: str = "") -> Language:
        """Return the language in which a guest reads: what was said, else what `email` hints at."""
        wanted = (said, hinted(email), self.usual)
        return self.spoken(next((each for each in wanted if each in NAMES), ENGLISH))

    def for_host(self, said: str | None) -> Language:
        """Return the language in which a host reads; English where theirs is for guests only."""
        wanted = said or self.usual
        return self.spoken(wanted if wanted in FOR_HOSTS else ENGLISH)

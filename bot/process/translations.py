"""Loads translations from ``locale``, and formats dates with Babel.

A language is loaded once per process, when it is first needed.
"""

from __future__ import annotations

import gettext
import io
from datetime import datetime, timedelta
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Literal

from bot.core.wording.languages import ENGLISH, Language

LOCALE = Path(__file__).parent.parent / "locale"
DOMAINS = ("guests", "hosts")
"""Texts for everybody, and texts for hosts, which exist in fewer languages."""

_DAYS = {ENGLISH: "EEEE d MMMM y"}
"""The format of a day, where Babel's full one reads worse."""
_REGIONS = {ENGLISH: "en_GB"}
"""The locale to ask Babel for: the day before the month, 24 hours."""


@cache
def spoken(code: str) -> Language:
    """Return a language by its ISO 639-1 code."""
    translations = _translations(code)
    region = _REGIONS.get(code, code)
    return Language(
        code,
        translations.gettext,
        translations.ngettext,
        partial(_day, _DAYS.get(code, "full"), region),
        partial(_clock, region),
        partial(_length, region),
    )


def _translations(code: str) -> gettext.NullTranslations:
    found = gettext.NullTranslations()
    for domain in DOMAINS:
        path = LOCALE / code / "LC_MESSAGES" / f"{domain}.po"
        if path.exists():
            compiled = _compiled(path, code)
            compiled.add_fallback(found)
            found = compiled
    return found


def _compiled(path: Path, code: str) -> gettext.GNUTranslations:
    from babel.messages import mofile, pofile  # noqa: PLC0415 - only for other languages than English

    compiled = io.BytesIO()
    with path.open("rb") as file:
        mofile.write_mo(compiled, pofile.read_po(file, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _day(form: str, region: str, when: datetime) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - slow to import, and a start needs no date

    return format_date(when.date(), form, locale=region)


def _clock(region: str, when: datetime) -> str:
    from babel.dates import format_time  # noqa: PLC0415 - slow to import, and a start needs no date

    return format_time(when, "short", tzinfo=when.tzinfo, locale=region)


def _length(region: str, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [_part(region, hours, "hour")] * bool(hours)
    parts += [_part(region, rest, "minute")] * bool(rest or not hours)
    return " ".join(parts)


@lru_cache(maxsize=512)  # meetings have few lengths, and Babel is slow
def _part(region: str, number: int, unit: Literal["hour", "minute"]) -> str:
    from babel.dates import format_timedelta  # noqa: PLC0415 - slow to import, and a start needs no duration

    whole = timedelta(**{f"{unit}s": number})
    # `threshold` keeps Babel from turning 26 hours into a day.
    return format_timedelta(whole, granularity=unit, threshold=max(1, number), locale=region)

"""Judges the keys of other programs: those that end soon, and those whose program is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.core.diagnosis.findings import Finding, amber, green
from bot.core.domain.api_keys import ApiKey

NAME = "API keys"
SOON = timedelta(days=14)
GONE = timedelta(days=90)
"""How long a key isn't used before its program counts as gone."""


def of_api_keys(keys: Sequence[ApiKey], now: datetime) -> Iterator[Finding]:
    """Judge keys; nothing if there is no valid one.

    Args:
        keys: all keys on record.
        now: the time.
    """
    valid = [each for each in keys if each.state(now) == "valid"]
    programs = {each.name: [one for one in valid if one.name == each.name] for each in valid}
    ending = [name for name, mine in programs.items() if all(_ends(each, now) for each in mine)]
    gone = [name for name, mine in programs.items() if all(_is_unused(each, now) for each in mine)]
    if ending:
        said = f"Keys that end within {SOON.days} days: {_named(ending)}."
        do = "Run `python -m bot keys rotate NAME`, and give the program its new key."
        yield amber(NAME, said, do)
    if gone:
        said = f"Keys that weren't used for {GONE.days} days: {_named(gone)}."
        do = "Run `python -m bot keys revoke NAME` for each whose program is gone."
        yield amber(NAME, said, do)
    if valid and not ending and not gone:
        yield green(NAME, f"Programs with a key: {len(programs)}.")


def _ends(key: ApiKey, now: datetime) -> bool:
    return key.expires is not None and key.expires <= now + SOON


def _is_unused(key: ApiKey, now: datetime) -> bool:
    return (key.used or key.made) <= now - GONE


def _named(names: Sequence[str]) -> str:
    return f"{len(names)} ({', '.join(sorted(names))})"

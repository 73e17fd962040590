"""Judges whether guests reach their pages."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diagnosis.findings import Finding, amber, green

NAME = "guests' pages"

LONGEST_FOR_TEXTS = 50
"""The longest public address, in characters, with which an invitation fits one text message."""


def doors_off() -> Finding:
    """Say that the settings turn guests' pages off."""
    return green(NAME, "DOOR is off, so guests' links lead straight into a meeting.")


def of_doors(url: str | None, *, reached: bool, texts: bool) -> Iterator[Finding]:
    """Judge the pages of guests.

    Args:
        url: the public address; None for none.
        reached: whether the bot reached its own page there.
        texts: whether guests can be sent text messages.
    """
    if url is None:
        yield green(NAME, "PUBLIC_URL isn't set, so guests' links lead straight into a meeting.")
        return
    if not reached:
        says = f"I can't reach {url}/j/, so guests' links lead straight into a meeting."
        do = "Have the proxy pass on /j/, /h/, /d/ and /lost to the bot, or set DOOR=off."
        yield amber(NAME, says, do)
        return
    yield green(NAME, f"Guests reach their pages at {url}/j/.")
    if texts and len(url) > LONGEST_FOR_TEXTS:
        says = f"PUBLIC_URL has {len(url)} characters, so invitations take several text messages."
        yield amber(NAME, says, f"Use an address of at most {LONGEST_FOR_TEXTS} characters.")

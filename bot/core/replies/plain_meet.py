"""What a request for a meeting does, in a few plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from bot.core.domain.commands import Guest, Meet
from bot.core.wording.languages import NAMES, Language

When = Callable[[datetime], str]
"""Writes a time."""


def meet_plainly(t: Language, command: Meet, when: When) -> str:
    """Return what a request for a meeting does.

    Args:
        t: the reader's language.
        command: the request.
        when: writes the time in it.
    """
    return " – ".join([_meet(t, command, when), *_details(t, command)])


def _meet(t: Language, command: Meet, when: When) -> str:
    people = all_people(command.guests)
    if command.opens:
        opens = when(command.opens)
        if people:
            return t("Meet {people}: {when}", people=people, when=opens)
        return t("Plan a meeting: {when}", when=opens)
    return t("Meet {people} now", people=people) if people else t("Start a meeting now")


def _details(t: Language, command: Meet) -> Iterator[str]:
    if command.minutes:
        yield t.length(command.minutes)
    if command.subject:
        yield t("“{subject}”", subject=command.subject)
    if command.spare:
        yield t.count("{number} guest link", "{number} guest links", command.spare)
    if command.vertical == "hc":
        yield t("Healthcare")
    if command.here:
        yield t("a link for everybody in this space")
    if command.qr:
        yield t("a QR code")
    if command.admit_first:
        yield t("guests wait until I let them in")
    yield from command.devices
    yield from in_language(command.language)


def in_language(code: str | None) -> list[str]:
    """Return the name of a language, if one is said."""
    return [NAMES[code]] if code in NAMES else []


def all_people(some: Sequence[Guest]) -> str:
    """Return what to call some people."""
    return ", ".join(each.display_name for each in some)

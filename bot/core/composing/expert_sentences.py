"""Composes a sentence of the grammar about a group of experts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.composing.evidence import Evidence
from bot.core.parsing.slots.slot import say_people
from bot.core.parsing.slots.subjects import quoted
from bot.core.parsing.text.phrases import any_phrase

_OF_A_REQUEST = frozenset({"take", "not me"})
"""Commands about a request to a group, which isn't among the speaker's meetings."""

OF_EXPERTS = _OF_A_REQUEST | {"on duty", "off duty", "swap"}
"""Commands about requests to groups of experts, and about their duty."""

_NUMBER = re.compile(r"#[1-9]\d{0,9}\b")


def of_expert(name: str, found: Evidence, text: str, groups: Sequence[str]) -> list[str]:
    """Return what says a command to a group of experts, or about its duty.

    Args:
        name: the command.
        found: what the original sentence mentions.
        text: the original sentence.
        groups: the names of the groups that there are.
    """
    if name not in _OF_A_REQUEST:
        return _duty(name, found)
    if number := _NUMBER.search(text):
        return [f"{name} {number[0]}"]
    if name != "take":
        return []
    return [name if groups else "help take"]


def asked_group(group: str, found: Evidence) -> str:
    """Return what asks a group for an expert, for the people and the subject that there are."""
    whom = f" for {say_people(found.people)}" if found.people else ""
    about = f" about {quoted(found.subject)}" if found.subject else ""
    return f"expert {group}{whom}{about}"


def _duty(name: str, found: Evidence) -> list[str]:
    until = found.times if _UNTIL.match(found.times) else found.length
    if name != "swap":
        return [f"{name} {until}"]
    if not until and found.times and _UNTIL.search(found.text):
        until = f"until {found.times}"
    return [f"swap with {say_people(found.people)} {until}"] if found.people else []


_UNTIL = any_phrase("until|till|to", "bis", "jusqu", "hasta")

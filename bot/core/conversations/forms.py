"""Turns a button press and its form inputs into a command."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.domain.commands import Command, Meet
from bot.core.domain.email_addresses import address_key
from bot.core.parsing import grammar
from bot.core.parsing.slots.subjects import quoted
from bot.core.parsing.text.addresses import address
from bot.core.parsing.text.mentions import Said
from bot.core.replies.cards import QUESTION, SAY, TOLD, WHOSE


def command_of(
    inputs: dict[str, Any], now: datetime, devices: Iterable[str] = (), region: str = ""
) -> Command:
    """Return the command of a button press with its inputs.

    Args:
        inputs: the press's inputs, which may be anything: anybody can submit anything.
        now: the time, in the zone of the person who pressed.
        devices: the names of devices that can be dialed.
        region: the country of phone numbers without a country code, as two letters.
    """
    given = {name: value for name, value in inputs.items() if isinstance(value, str)}
    command = grammar.parse(Said(_sentence(given)), now, devices, region)
    subject = " ".join(given.get("subject", "").split())[:200]
    return replace(command, subject=subject) if isinstance(command, Meet) and subject else command


def asked_someone_else(inputs: dict[str, Any], email: str) -> str | None:
    """Return the address of the person a question was for, unless that is `email`."""
    whose = address(str(inputs.get(WHOSE, "")))
    return whose if whose and address_key(whose) != address_key(email) else None


def _sentence(given: dict[str, str]) -> str:
    sentence = given.get(SAY, "")
    people = given.get("people", "").strip()
    if sentence.startswith("add ") and people:
        return sentence.replace("add ", f"add {people} to ", 1)
    if sentence.startswith("tell "):
        return f"{sentence} {given.get(TOLD, '')}"
    slots = [
        people,
        _prefixed("at ", f"{given.get('date', '')} {given.get('time', '')}".strip()),
        _prefixed("for ", given.get("duration", "")),
        _prefixed("as ", given.get("vertical", "")),
        _prefixed("", given.get("language", "")),
        _prefixed("with ", quoted(given.get("device", "-"))),
    ]
    return " ".join([sentence, *filter(None, slots)])


def _prefixed(word: str, value: str) -> str:
    return f"{word}{value}" if value.strip('-" ') else ""


def is_answer(inputs: dict[str, Any]) -> bool:
    """Return whether a press answers a question, which can only be answered once."""
    return WHOSE in inputs


def fingerprint(inputs: dict[str, Any], message_id: str) -> str:
    """Return what a press is known by, so that it counts once; a question has one answer.

    Args:
        inputs: of the press.
        message_id: of the message with the card.
    """
    asked = inputs.get(QUESTION)
    if isinstance(asked, str) and re.fullmatch(r"[0-9a-f]{24}", asked):
        return f"question {asked}"
    if is_answer(inputs):
        return f"pressed {message_id} answered"
    canonical = json.dumps(inputs, sort_keys=True, default=str)
    return f"pressed {message_id} {hashlib.sha256(canonical.encode()).hexdigest()[:24]}"

"""Turns a button press and its form inputs into a command."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.domain.commands import Command, GiveBack, Meet, Rename, Tell, Unclear
from bot.core.domain.email_addresses import address_key
from bot.core.domain.hints import Hint
from bot.core.parsing import grammar
from bot.core.parsing.slots.subjects import quoted
from bot.core.parsing.text.addresses import address
from bot.core.parsing.text.mentions import Said
from bot.core.replies.card_inputs import LONGEST_SUBJECT
from bot.core.replies.cards import FORM, QUESTION, SAY, WHOSE, ZONE
from bot.core.replies.group_cards import GROUP, SWAP
from bot.core.replies.meeting_cards import CHOSEN, GUEST, MEETINGS
from bot.core.replies.plan_card import EVERYONE

_BEFORE_MEETING = {"add": "to", "remove": "from", "tell": "of", "resend": "of"}
"""The word between people and meeting, for commands that name the people first."""

_WORDS = {
    "rename": ("subject", " to subject"),
    "tell": ("text", ": text"),
    "give": ("text", ": text"),
}
"""Free-text inputs, and what stands for their text while the sentence is parsed."""

_NUMBER = re.compile(r"[1-9]\d{0,9}")


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
    given = _of_its_form({name: each for name, each in inputs.items() if isinstance(each, str)})
    if not _is_chosen(given):
        return Unclear("", Hint.NOT_CHOSEN)
    command = _with_words(grammar.parse(Said(_sentence(given)), now, devices, region), given)
    return Unclear("", Hint.NOBODY) if _invites_nobody(command, given) else command


def _invites_nobody(command: Command, given: dict[str, str]) -> bool:
    """Return whether a form in a space has no guest, and no tick for everyone there."""
    if EVERYONE not in given or not isinstance(command, Meet):
        return False
    return not (command.guests or command.here or command.spare or command.qr)


def _is_chosen(given: dict[str, str]) -> bool:
    """Return whether a meeting or a guest was chosen where one has to be; not every app asks."""
    if given.get(FORM) == MEETINGS:
        return _NUMBER.fullmatch(given.get("meeting", "")) is not None
    return given.get(FORM) != GUEST or given.get("people", "").strip() != ""


def _of_its_form(given: dict[str, str]) -> dict[str, str]:
    """Return the fields of a button and the inputs of its form, without those of other forms."""
    form = given.get(FORM)
    if not form:
        return given
    own = {key.partition(".")[2]: each for key, each in given.items() if key.startswith(f"{form}.")}
    return own | {key: given[key] for key in (SAY, FORM, ZONE) if key in given}


def _with_words(command: Command, given: dict[str, str]) -> Command:
    """Return the command with the words of the form."""
    subject, text = (" ".join(given.get(name, "").split()) for name in ("subject", "text"))
    if isinstance(command, Meet | Rename) and subject:
        return replace(command, subject=subject[:LONGEST_SUBJECT])
    if isinstance(command, GiveBack) and text:
        return replace(command, note=text)
    return replace(command, text=text) if isinstance(command, Tell) and text else command


def asked_someone_else(inputs: dict[str, Any], email: str) -> str | None:
    """Return the address of the person a question was for, unless that is `email`."""
    whose = address(str(inputs.get(WHOSE, "")))
    return whose if whose and address_key(whose) != address_key(email) else None


def _sentence(given: dict[str, str]) -> str:
    sentence, people = given.get(SAY, ""), given.get("people", "").strip()
    if given.get(FORM) == MEETINGS:
        sentence = sentence.replace(CHOSEN, f"#{given['meeting']}")
    if given.get(FORM) == GROUP:
        return _group_sentence(sentence, given)
    if given.get(FORM) == SWAP:
        return f"{sentence} {_prefixed('with ', people)} {_prefixed('until ', _time(given))}"
    command, _, meeting = sentence.partition(" ")
    if people and command in _BEFORE_MEETING:
        sentence, people = f"{command} {people} {_BEFORE_MEETING[command]} {meeting}", ""
    words, stand_in = _WORDS.get(command, ("", ""))
    if given.get(words, "").strip():
        return f"{sentence}{stand_in}"
    slots = [
        people,
        EVERYONE if given.get(EVERYONE) == EVERYONE else "",
        *_times(command, given),
        _prefixed("as ", given.get("vertical", "")),
        _prefixed("", given.get("language", "")),
        _prefixed("with ", quoted(given.get("device", "-"))),
    ]
    return " ".join([sentence, *filter(None, slots)])


def _times(command: str, given: dict[str, str]) -> Iterator[str]:
    """Yield when it begins and how long it lasts; for `extend … until`, only the end."""
    if command == "extend":
        yield _time(given)
        return
    yield _prefixed("at ", _time(given))
    yield _prefixed("for ", given.get("duration", ""))


def _group_sentence(sentence: str, given: dict[str, str]) -> str:
    """Return what the form of a group says; without both times, it says nothing of hours."""
    opens, closes = given.get("opens", "").strip(), given.get("closes", "").strip()
    hours = f"from {opens} to {closes}" if opens and closes else f"{opens}{closes}"
    slots = [
        _prefixed("is ", given.get("people", "").strip()),
        given.get("days", "") if opens and closes else "",
        hours,
        _prefixed("in ", given.get(ZONE, "")) if opens and closes else "",
    ]
    return " ".join([sentence, *filter(None, slots)])


def _time(given: dict[str, str]) -> str:
    """Return the day and the time of a form, in its zone if it has one."""
    day, clock = given.get("date", "").strip(), given.get("time", "").strip()
    return " ".join(filter(None, (day, clock, given.get(ZONE, "") if clock else "")))


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

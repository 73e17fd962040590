"""Asks about a message of which a part may not be for those who are told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.core.composing.plain_messages import leaves_out, leaves_out_somebody, plain_part
from bot.core.domain.commands import Cancel, Move, Sayable, Tell, Unclear
from bot.core.domain.hints import Hint
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing.grammar import SentenceParser, acts
from bot.core.parsing.text.phrases import any_phrase, one_of
from bot.core.parsing.vocabulary.all_languages import sentence_words
from bot.core.parsing.vocabulary.aside_words import TAKEN_BACK
from bot.core.parsing.vocabulary.verb_stems import any_form
from bot.core.suggesting.further_requests import request_at_end
from bot.core.suggesting.guesses import MOST, once
from bot.core.suggesting.readings import Suggested, suggested
from bot.core.suggesting.several_requests import forbids_telling

_ANDS = r"(?:and|then|also|und|dann|danach|et|puis|ensuite|y|e|luego|después|&)"
_AND = re.compile(rf"^[\s,;.:–—-]*(?:{_ANDS}\s+)*", re.IGNORECASE)
_ANDS_AT_END = re.compile(rf"[\s,;.–—-]*(?:\s+{_ANDS})*\s*$", re.IGNORECASE)

_CANCELLED = any_phrase(
    "cancell?ed|called off", "abgesagt|storniert", "annulée?s?", "cancelad[ao]s?|anulad[ao]s?"
)
_MOVED = re.compile(
    rf"(?:{any_form('moves').pattern}|\b(?:verschob|cambi)\w*)(.*)", re.IGNORECASE | re.DOTALL
)
"""What says that the meeting is cancelled or moved, which telling it does not do."""

_TAKEN_BACK = any_phrase(*TAKEN_BACK)

_ASKS_POLITELY = re.compile(rf"{one_of(sentence_words('requests'))}\b", re.IGNORECASE)
"""How a request begins whose question mark is no part of the message: `can you tell alice …?`"""


def asked_about(command: Tell, sentence: str, by: SentenceParser) -> Suggested | Unclear | None:
    """Return what to ask instead of passing a message on; None if it is plainly one.

    Args:
        command: the message.
        sentence: the sentence; a message behind a colon or in quotes is a message.
        by: parses what else the sentence may ask for.
    """
    if command.everybody and (leaves_out_somebody(command.text) or forbids_telling(sentence)):
        return Unclear(command.text[:100], Hint.EXCEPT)
    if mark := _mark(sentence, command.text):
        request = request_at_end(command.text) if mark in _COLONS else None
        if request is None and mark in _COLONS and _TAKEN_BACK.search(command.text):
            return suggested(command)
        return _before_request(command, *request, by) if request else None
    if "?" in command.text and _ASKS_POLITELY.match(sentence.strip()):
        told = command.text[: command.text.rindex("?")].rstrip()
        return suggested(replace(command, text=told), command)
    if beside := _plain_first(command, by):
        return beside
    done = _said_to_be_done(command, by)
    return suggested(command, *done) if done else None


def told_to_all_named(reading: Suggested) -> Suggested | Unclear:
    """Return suggestions, or ask whom to tell if a message to several people leaves one out.

    `let alice know he called, don't tell bob` names both.
    """
    leaves_out_one = any(map(_leaves_one_out, reading.choices))
    return Unclear(reading.because.said, Hint.EXCEPT) if leaves_out_one else reading


def _leaves_one_out(command: Sayable) -> bool:
    if not isinstance(command, Tell) or (len(command.guests) < 2 and not command.everybody):
        return False
    return leaves_out(command.text) or bool(_NOT_AT_END.search(command.text))


_NOT_AT_END = re.compile(r"\S+\s+(?:not|nicht|pas|no)\W*$", re.IGNORECASE)
"""Who is not to be told, at the end: `…, bob not`."""


def _said_to_be_done(command: Tell, by: SentenceParser) -> list[Sayable]:
    """Return the commands for what a message says is done: `it's cancelled`."""
    moved = _MOVED.search(command.text)
    to = by.command(f"move it{moved[1]}") if moved else None
    moves: list[Sayable] = [replace(to, which=command.which)] if isinstance(to, Move) else []
    return [*moves, *([Cancel(command.which)] if _CANCELLED.search(command.text) else [])]


def _plain_first(command: Tell, by: SentenceParser) -> Suggested | Unclear | None:
    """Return the part of a message that is plainly one before all of it; None if all is."""
    of_one = len(command.guests) == 1 and not command.everybody
    part = plain_part(command.text, of_one=of_one)
    if part == command.text:
        return None
    rest = _AND.sub("", command.text[len(part) :], count=1).strip()
    further = by.command(rest)
    if further is None or not acts(further):
        return _part_first(command, part, rest, None, Hint.UNKNOWN)
    return _part_first(command, part, rest, further, Hint.TWO_REQUESTS if part else Hint.UNKNOWN)


def _before_request(
    command: Tell, before: str, request: str, by: SentenceParser
) -> Suggested | Unclear:
    """Return the message before a request to the bot, the request, and all of the message.

    The request has no button where it may be for another meeting than the guests are told of.
    """
    further = _of_same_meeting(by.command(request), command)
    return _part_first(command, _ANDS_AT_END.sub("", before), request, further, Hint.TWO_REQUESTS)


def _of_same_meeting(further: Any, told: Tell) -> Any:
    """Return a command for the meeting whose guests are told; None if that may be another."""
    is_named = getattr(further, "which", None) != NO_MEETING
    if is_named or (told.everybody and told.which == NO_MEETING):
        return further
    return None if told.which == NO_MEETING else replace(further, which=told.which)


def _part_first(
    command: Tell, part: str, rest: str, further: Sayable | None, hint: Hint
) -> Suggested | Unclear:
    """Return the part of a message before something else, what that asks for, and all of it."""
    if command.everybody and leaves_out(rest):
        return Unclear(rest[:100], Hint.EXCEPT)  # a button would tell them, too
    choices: list[Sayable] = [replace(command, text=part)] if part else []
    choices += [further] if further else []
    return Suggested(once([*choices, command])[:MOST], Unclear(rest[:100], hint))


_COLONS = (":", "：")


def _mark(sentence: str, message: str) -> str:
    """Return the colon or the quote that leads to the message; empty if there is none."""
    said, told = " ".join(sentence.split()), " ".join(message.split())
    before, found, _ = said.rpartition(told)
    last = before.rstrip()[-1:] if found else ""
    return last if last in (*_COLONS, '"', "“", "”", "„", "«") else ""

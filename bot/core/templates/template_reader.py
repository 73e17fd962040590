"""Reads sentences that match a template from the first word to the last: they are done.

The template has to be the only one that fits. The grammar then parses the command composed of
it, so that people, times and subjects are read as strictly as ever.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.composing import evidence
from bot.core.composing.bare_numbers import with_units
from bot.core.composing.cancelling_all import cancels_all
from bot.core.composing.courtesies import without_courtesies
from bot.core.composing.evidence import Evidence
from bot.core.composing.grammar_sentences import OF_A_MEETING, compose
from bot.core.composing.group_names import with_group
from bot.core.composing.renaming import leaves_out_of_name, meeting_renamed, new_subject
from bot.core.composing.spoken_meetings import AT_THE_DOOR, MentionableMeetings
from bot.core.composing.tokens import negates, tokens
from bot.core.composing.told_messages import means_everybody, told_plainly
from bot.core.domain.commands import Cancel, Rename, Sayable, Unclear
from bot.core.domain.hints import OF_TIMES, OPEN
from bot.core.domain.meeting_commands import NO_MEETING
from bot.core.parsing.grammar import SentenceParser, is_question
from bot.core.parsing.slots.slot import say_people
from bot.core.parsing.slots.subjects import KEYWORDS
from bot.core.parsing.text.phrases import one_of
from bot.core.parsing.text.words import split
from bot.core.parsing.vocabulary.all_languages import all_of, sentence_words
from bot.core.templates import clear_sentences
from bot.core.templates.fitting_commands import (
    EXPERT,
    WHO_IS_ON,
    as_things_are,
    is_only_guest,
    means_by_guests,
    takes_all,
)

_OTHERS_WORDS = re.compile(r'["“”„«»「」\n\\]|://')
"""Signs that a sentence is not only somebody's own words."""

_LETTER = re.compile(r"(?<=\s)(?:A(?!\S)|a(?=\s*[.!?]*$))")
"""A letter that may be a subject, and is then no article: `cancel A`."""

_ABOUT = re.compile(
    rf"(?:(?<=\s)(?:à|au|to|zum|con|acerca)\s)?(?<![\w<|:'’]){one_of(KEYWORDS)}(?![\w>])[:.]?\s.*",
    re.IGNORECASE,
)
_WE_ASK = re.compile(rf"(?:\w+ ){{0,3}}{one_of(clear_sentences.ASKING)}\b")
_ASKED_FOR = frozenset({"meet", "add", "extend"})
"""What `can we …?` asks for; what it says of other commands is a question about them."""

_OF_ONE_MEETING = frozenset({"cancel", "extend", "move", "rename", "status", "again", "resend all"})
"""Commands in which the people only say which meeting is meant."""

_NEW = frozenset({"meet", EXPERT})
"""Commands that make a new meeting, and take a subject."""

_MORE = re.compile(
    r"^\+|\b(?:more|another|extra|additional|noch|weitere\w*|zusätzliche\w*|encore|de plus"
    r"|supplémentaires?|más|otr[oa]s?)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = frozenset({"resend", "text for", "let in", *AT_THE_DOOR})
"""Commands that mean the only guest of the only meeting if nobody is named."""

_THANKS = re.compile(rf"\s*{one_of(sentence_words('thanks') - {'ok', 'okay'})}\b", re.IGNORECASE)

_NOW = re.compile(rf"{one_of(all_of('now'))}", re.IGNORECASE)


def read(
    unclear: Unclear,
    sentence: str,
    spoken: MentionableMeetings,
    by: SentenceParser,
    whole: Evidence | None = None,
) -> Sayable | None:
    """Return the command that a whole sentence says, or None.

    Args:
        unclear: what the grammar of words found unclear.
        sentence: the sentence.
        spoken: the meetings that the speaker may mention.
        by: parses the command.
        whole: what the sentence mentions, if that is known.
    """
    is_open = unclear.hint in OPEN | OF_TIMES or evidence.is_whose(unclear)
    if not is_open or _LETTER.search(sentence) or _OTHERS_WORDS.search(sentence):
        return None
    plain = without_courtesies(sentence)
    whole = whole if plain == sentence.strip() else None
    if spoken.meetings and cancels_all(plain, len(spoken.meetings)):
        return Cancel(ask_first=True)
    told = _read_message(sentence, spoken, by) or _read_renaming(plain, spoken, by)
    said = told or (by.command(plain) if plain != sentence.strip() else None)
    said = said or _read_template(plain, spoken, by, whole)
    return None if isinstance(said, Rename) and leaves_out_of_name(sentence, plain) else said


def _read_template(
    sentence: str, spoken: MentionableMeetings, by: SentenceParser, whole: Evidence | None
) -> Sayable | None:
    """Return the command of the one template that a sentence matches."""
    about = _ABOUT.search(sentence)
    head = sentence[: about.start()] if about else sentence
    if with_units(head) != head:
        return None
    found = (
        whole
        if whole and not about
        else evidence.find(head, spoken.meetings, by.devices, by.region)
    )
    if not about and _NOW.fullmatch(found.times):
        found = replace(found, times="", sentence=found.sentence.replace("{time}", ""))
    said = _of_evidence(found, sentence, about, spoken, by)
    if said is None and (of_group := with_group(found, spoken.groups)):
        said = _of_evidence(of_group, sentence, about, spoken, by)
    return said


def _of_evidence(
    found: Evidence,
    sentence: str,
    about: re.Match[str] | None,
    spoken: MentionableMeetings,
    by: SentenceParser,
) -> Sayable | None:
    """Return the command of the one template that a sentence with such evidence matches."""
    said = clear_sentences.commands(_with_more(found))
    if said == {"timed meet"} and _THANKS.match(sentence):
        return None  # `thanks alice@x.com, tomorrow 3pm`
    names = {name for each in said if (name := as_things_are(each, found, spoken))}
    if len(names) != 1:
        return None
    (name,) = names
    # to meet Alice may mean another one than the guest
    fits = not found.by_name if name in _NEW else not about
    if not (fits and takes_all(name, found) and _is_request(name, sentence)):
        return None
    return _command(name, found, spoken, sentence, by)


def _read_message(sentence: str, spoken: MentionableMeetings, by: SentenceParser) -> Sayable | None:
    """Return the command of a sentence such as `tell alice I am late`."""
    said = told_plainly(sentence, spoken.guests)
    if said is None or is_question(split(sentence)):
        return None
    whom, message = said
    if means_everybody(whom):
        return by.command(f"tell all: {message}") if spoken.meetings else None
    people = evidence.find(whom, spoken.meetings, by.devices, by.region).people
    meeting = spoken.with_guests(people)
    return (
        by.command(f"tell {say_people(people)} of #{meeting.number}: {message}")
        if meeting
        else None
    )


def _read_renaming(
    sentence: str, spoken: MentionableMeetings, by: SentenceParser
) -> Sayable | None:
    """Return the command of a sentence such as `name it the budget`, as the grammar reads it."""
    subject = new_subject(sentence) if spoken.meetings else ""
    number = meeting_renamed(sentence)
    which = f"#{number} " if number else ""
    renamed = by.command(f"rename {which}to {subject}") if subject and "?" not in subject else None
    return renamed if isinstance(renamed, Rename) else None


def _with_more(found: Evidence) -> str:
    """Return the sentence in which it shows whether a length or links are in addition."""
    sentence = found.sentence
    if _MORE.search(found.length):
        sentence = sentence.replace("{length}", "another {length}")
    if _MORE.search(found.options):
        sentence = sentence.replace("{guests}", "another {guests}")
    return sentence


_CLAUSES = re.compile(r"[,.;:!]\s")


def _is_request(name: str, sentence: str) -> bool:
    """Return whether a sentence requests a command, and does not ask about it."""
    words = split(sentence)
    if name == EXPERT and negates(tokens(sentence)):
        return False  # `no billing for alice@x.com`
    if any("?" in each and negates(tokens(each)) for each in _CLAUSES.split(sentence)):
        return False  # `no puede abrirlo?`
    if name == WHO_IS_ON or not is_question(words):
        return True
    said = " ".join(word.key for word in words[:12] if word.key)
    asked_for = _ASKED_FOR if "?" in sentence else _ASKED_FOR | {"move", "again"}
    return name in asked_for and bool(_WE_ASK.match(said))


def _command(
    name: str, found: Evidence, spoken: MentionableMeetings, text: str, by: SentenceParser
) -> Sayable | None:
    if name in _OF_SOMEBODY and not found.people and not is_only_guest(spoken):
        return None
    composed = compose(name, found, spoken, text)
    if len(composed) != 1 and not _has_its_time(name, composed, by):
        return None
    about = _ABOUT.search(text) if name in _NEW else None
    command = by.command(f"{composed[0]} {about[0]}" if about else composed[0])
    if command is None or name not in OF_A_MEETING:
        return command
    of_guests = means_by_guests(name, found, spoken)
    if found.people and name in _OF_ONE_MEETING and not of_guests:
        return None
    return command if of_guests or found.meeting is not None else _of_no_meeting(command, text)


def _has_its_time(name: str, composed: Sequence[str], by: SentenceParser) -> bool:
    """Return whether a move says a time of day, so that the one it has now isn't meant."""
    return name == "move" and len(composed) > 1 and by.command(composed[1]) is None


_MAY_BE_NAMES = frozenset(
    tokens(
        "visit visite visita consultation consult consulta sprechstunde chat talk slot interview"
    )
)
"""Words for a meeting by which somebody may have called another one."""


def _of_no_meeting(command: Sayable, text: str) -> Sayable | None:
    """Return a command without the meeting that was only assumed: its conversation finds it.

    Words that may be another meeting's name are asked about.
    """
    if not _MAY_BE_NAMES.isdisjoint(tokens(text)):
        return Cancel(ask_first=True) if isinstance(command, Cancel) else None
    of: Any = command
    anew: Sayable = replace(of, which=NO_MEETING)
    return anew

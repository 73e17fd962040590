"""Reads what a host says to guests in words of their own: `reply to alice: no worries`."""

from __future__ import annotations

import re

from bot.core.composing import evidence
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.told_messages import message_in
from bot.core.composing.told_of_meetings import told_of_another, told_of_meeting
from bot.core.domain.commands import Unclear
from bot.core.domain.hints import Hint
from bot.core.parsing.grammar import SentenceParser
from bot.core.parsing.slots.slot import say_people
from bot.core.parsing.text.mentions import named
from bot.core.suggesting.guesses import Guess, of_sentences

MOST = 3
"""The most guests of whom each is offered."""

_REPLY = re.compile(
    r"(?:(?:please|pls|bitte)\s+)?(?:reply|answer|respond|antworte|antwort|réponds|répondez"
    r"|responde|contesta)\b[:,]?\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TO = re.compile(r"^(?:to|an|à|a)\s+", re.IGNORECASE)
_LONGEST_NAME = 4


def told_instead(sentence: str, spoken: MentionableMeetings, by: SentenceParser) -> list[str]:
    """Return the sentences that tell guests what a reply in free words says; none for others.

    Args:
        sentence: one that the grammar finds no fixed answer in.
        spoken: the meetings that the speaker may mention.
        by: holds the devices and the region.
    """
    reply = _REPLY.fullmatch(sentence.strip())
    if reply is None:
        return []
    head, colon, text = reply["rest"].partition(":")
    named = bool(colon) and len(head.split()) <= _LONGEST_NAME
    whom = head if named else reply["rest"]
    people = evidence.find(whom, spoken.meetings, by.devices, by.region).people
    meeting = spoken.with_guests(people) if people else spoken.default
    if meeting is None or (named and not people):
        return []
    said = text.strip() if named else _without_name(reply["rest"], spoken)
    guests = [people] if people else [(each,) for each in meeting.guests[:MOST]]
    return [f"tell {say_people(each)} of #{meeting.number}: {said}" for each in guests]


def _without_name(rest: str, spoken: MentionableMeetings) -> str:
    """Return the words to pass on behind `alice` or `to alice`."""
    told = f"tell {_TO.sub('', rest)}"
    message = message_in(told, spoken.guests)
    return rest if message == told else message


def of_named_meeting(
    sentence: str, spoken: MentionableMeetings, by: SentenceParser
) -> Guess | None:
    """Return the words to pass on to guests of the meeting that is named behind `of`."""
    opened = Unclear("", Hint.UNKNOWN)
    if told := told_of_meeting(sentence, spoken.meetings):
        meeting, whom, message = told
        people = evidence.find(whom, [meeting], by.devices, by.region).people
        if not (people or whom == "all"):
            return None
        said = f"tell {say_people(people) or 'all'} of #{meeting.number}: {message}"
        return of_sentences([said], opened, by, doubtless=False)
    another = told_of_another(sentence, spoken.guests)
    return Unclear(named(another)[:100], Hint.WHICH) if another else None

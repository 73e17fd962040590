"""Reads what colleagues say as guests of somebody else's meeting."""

from __future__ import annotations

from dataclasses import replace

from bot.core.composing import evidence
from bot.core.composing.evidence import Evidence
from bot.core.composing.grammar_sentences import TELL_HOST, compose
from bot.core.composing.names import OwnMeeting
from bot.core.composing.spoken_meetings import MentionableMeetings
from bot.core.composing.told_messages import names_of, said_to
from bot.core.domain.commands import Meetings, Unclear
from bot.core.domain.hints import OF_TIMES, OPEN, Hint
from bot.core.parsing.grammar import SentenceParser
from bot.core.suggesting.first_names import unknown_addressee
from bot.core.suggesting.guesses import Guess, of_sentences
from bot.core.suggesting.guest_questions import WHEN, asked
from bot.core.suggesting.guests_host import addressed_host
from bot.core.suggesting.nearest_examples import ALSO, NEAR
from bot.core.suggesting.ranking import likeliest
from bot.core.suggesting.which_meeting import meetings_meant

MOST = 3
"""The most hosts, and commands, to offer."""

_NEARLY_BEST = 0.9
"""The share of the best score from which somebody who is invited speaks as a guest."""


def said_as_guest(
    unclear: Unclear, sentence: str, spoken: MentionableMeetings, by: SentenceParser
) -> Guess | None:
    """Return the answer to when a colleague is invited, or what they say to a host by name.

    Args:
        unclear: the grammar's result.
        sentence: what was said.
        spoken: the meetings that the speaker may mention.
        by: parses the suggested sentences.
    """
    if not spoken.invitations or unclear.hint not in OPEN | OF_TIMES:
        return None
    if asked(evidence.find(sentence, ())) == WHEN:
        return Meetings()
    whom, told = said_to(sentence)
    if not told.strip() or whom.casefold() in names_of(spoken.guests):
        return None
    hosts = {each.number: each.host for each in spoken.invitations}
    numbers, told = addressed_host(sentence, hosts)
    if not numbers and told == sentence:
        return None
    next_ones = [each.number for each in spoken.next_invitations]
    numbers = [each for each in next_ones if not numbers or each in numbers]
    said = [f"{TELL_HOST} of #{each}: {told}" for each in numbers[:MOST]]
    return of_sentences(said, Unclear("", Hint.UNKNOWN), by, doubtless=False)


def to_host(found: Evidence, spoken: MentionableMeetings, by: SentenceParser) -> Guess | None:
    """Return what to suggest to somebody who probably speaks as a guest; None for others.

    Args:
        found: what the sentence mentions.
        spoken: the meetings that the speaker may mention.
        by: parses the suggested sentences.
    """
    if not spoken.invitations or unknown_addressee(found.text, spoken):
        return None
    likely = dict(likeliest(found, spoken))
    best, to_host = max(likely.values(), default=0.0), likely.pop(TELL_HOST, 0.0)
    if to_host < max(NEAR, _NEARLY_BEST * best):
        return None
    invited = _invited_to(found, spoken, by)
    if not isinstance(invited, MentionableMeetings):
        return invited
    least = {"tell": NEAR}
    also = [each for each, value in likely.items() if value >= least.get(each, ALSO * best)]
    near = [TELL_HOST, *([] if spoken.unknown else also)][:MOST]
    said = [text for each in near for text in compose(each, found, invited, found.text)]
    return of_sentences(said, Unclear(found.text[:100], Hint.UNKNOWN), by, doubtless=False)


def _invited_to(
    found: Evidence, spoken: MentionableMeetings, by: SentenceParser
) -> MentionableMeetings | Unclear:
    """Return the invitations that a sentence may be about; unclear if it names another meeting."""
    theirs = {each.number: each for each in spoken.invitations}
    invited = [OwnMeeting(each.number, each.subject, opens=each.opens) for each in theirs.values()]
    every = MentionableMeetings((*invited, *spoken.meetings))
    meant = meetings_meant("status", found, every, by)
    if meant.unknown:
        return Unclear(meant.unknown[:100], Hint.WHICH)
    named = tuple(theirs[each.number] for each in meant.meetings if each.number in theirs)
    return replace(spoken, invitations=named) if named else spoken

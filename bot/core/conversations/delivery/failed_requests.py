"""Says that there are no links, with a button to try again where that may help."""

from __future__ import annotations

from bot.core.conversations.requests.meeting_candidates import OfMeeting
from bot.core.conversations.requests.meeting_choice import with_number
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Sayable
from bot.core.domain.errors import Passing, Trouble, Unintelligible
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies import question_cards
from bot.core.steps.last_word import LastWord
from bot.core.wording.texts import Text


def no_links(request: Request, trouble: Trouble, text: Text, command: Sayable | None) -> LastWord:
    """Return the last word of a request that failed.

    Args:
        request: the request.
        trouble: the broker's.
        text: what is said of it.
        command: what its button does; None for no button.
    """
    may_pass = isinstance(trouble, Passing | Unintelligible)
    if command is None or not may_pass or request.moved_to_private:
        return LastWord(text, request.places)
    sentence = grammar.say(command)
    card = question_cards.try_again(request.language, sentence, request.asked_person)
    return LastWord(text, request.places, card)


def of_meeting(command: Sayable | None, meeting: Meeting) -> Sayable | None:
    """Return a command with the number of the meeting that it meant."""
    return with_number(command, meeting) if isinstance(command, OfMeeting) else command

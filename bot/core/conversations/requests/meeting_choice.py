"""Finds the meeting that a command means, or asks which one."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import wraps
from typing import Any, TypeVar

from bot.core import replies
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.certain_meetings import may_be_another
from bot.core.conversations.requests.clarify import suggest_for, suggest_instead
from bot.core.conversations.requests.meeting_candidates import (
    JUST_PAST,
    OfMeeting,
    asks_for,
    find_candidates,
    means_the_last,
    mentioned_just_now,
)
from bot.core.conversations.requests.own_meetings import still_on
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Again, Extend, MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.replies import cards, question_cards
from bot.core.steps.last_word import LastWord
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import Say

JUST_ENDED = timedelta(hours=1)
"""How long a command that names no meeting may mean one that is over."""


def choose_meeting(
    command: OfMeeting, request: Request
) -> Generator[Step, Any, MeetingRecord | None]:
    """Return the meeting that `command` means; None if the person had to be asked or told."""
    fitting = yield from find_candidates(command, request)
    return (yield from only_match(fitting, command, request))


C = TypeVar("C", bound=OfMeeting)


def of_one_meeting(
    answer: Callable[[C, MeetingRecord, Request], Conversation],
) -> Callable[[C, Request], Conversation]:
    """Find the meeting of a command first, then answer where that meeting belongs."""

    @wraps(answer)
    def choose_and_answer(command: C, request: Request) -> Conversation:
        record = yield from choose_meeting(command, request)
        if record:
            yield from answer(command, record, request.for_meeting(record.meeting))

    return choose_and_answer


def only_match(
    fitting: Sequence[MeetingRecord], command: OfMeeting, request: Request
) -> Generator[Step, Any, MeetingRecord | None]:
    """Return the one meeting that fits; None if there isn't one, and the person was told."""
    if len(fitting) == 1 and not (yield from _is_unclear(command, fitting[0], request)):
        return fitting[0]
    if len(fitting) == 1:
        named = with_number(command, fitting[0].meeting)
        yield from suggest_for(fitting[0].meeting, [named], request)
    elif fitting:
        yield from _question(command, [each.meeting for each in fitting], request)
    else:
        yield from _say_why_none(command, request)
    return None


def _is_unclear(
    command: OfMeeting, record: MeetingRecord, request: Request
) -> Generator[Step, Any, bool]:
    """Return whether a command may be for another meeting than the only one that fits."""
    if command.which != MeetingReference() or request.unclear_since is None:
        return False
    mentioned = yield from mentioned_just_now(command, [record], request)
    return may_be_another(command, record, mentioned, request)


def _say_why_none(command: OfMeeting, request: Request) -> Conversation:
    t, asks = request.language, asks_for(command, request)
    if means_the_last(command):
        yield from _offer_others(command, request)
        return
    handed_over: tuple[MeetingRecord, ...] = yield replace(asks, include_handed_over=True)
    for each in handed_over:
        places = request.for_meeting(each.meeting).places
        yield LastWord(replies.no_longer_host(t, each.meeting), places)
        return
    past = JUST_ENDED if command.which == MeetingReference() else JUST_PAST
    ended: tuple[MeetingRecord, ...] = yield replace(asks, past=past)
    if ended:
        yield from _offer_again(command, ended[0].meeting, request)
        return
    none = replies.no_such_meeting(t, command.which, in_space=request.room_id is not None)
    unnumbered = command.which.number is None
    if unnumbered and (yield from suggest_instead(none.markdown, request, command.which.words)):
        return
    yield LastWord(none, request.places)


def _offer_others(command: OfMeeting, request: Request) -> Conversation:
    """Ask which other meeting to cancel, for which only a button will do; or say there is none."""
    t, others = request.language, (yield from still_on(asks_for(command, request)))
    if not others:
        yield LastWord(
            replies.nothing_to_cancel(t, in_space=request.room_id is not None), request.places
        )
        return
    shown = others[: cards.MOST_BUTTONS]
    more = len(others) > len(shown)
    said = replies.which_meeting(t, shown, request.zone, more=more, lost=True)
    choices = [(each, grammar.say(with_number(command, each))) for each in shown]
    yield Say(said, request.places, cards.which(t, choices, request.asked_person))


def _offer_again(command: OfMeeting, ended: Meeting, request: Request) -> Conversation:
    """Offer to meet the guests of a meeting again that is over."""
    request = request.for_meeting(ended)
    minutes = command.minutes if isinstance(command, Extend) else None
    sentence = grammar.say(Again(minutes=minutes, which=MeetingReference(ended.number)))
    card = None
    if not request.moved_to_private:
        card = question_cards.meet_again(request.language, ended, sentence, request.asked_person)
    yield from ask(request, replies.is_over(request.language, ended), card, choices=[sentence])


def _question(command: OfMeeting, fitting: Sequence[Meeting], request: Request) -> Conversation:
    """Ask which meeting is meant, and say if there are more than buttons."""
    shown = fitting[: cards.MOST_BUTTONS]
    choices = [(each, grammar.say(with_number(command, each))) for each in shown]
    buttons = cards.which(request.language, choices, request.asked_person)
    more = len(fitting) > len(shown)
    text = replies.which_meeting(request.language, shown, request.zone, more=more)
    sentences = [sentence for _, sentence in choices]
    yield from ask(request, text, buttons, choices=sentences, labels=_called(shown, request))


def _called(meetings: Sequence[Meeting], request: Request) -> list[str]:
    """Return the words by which an answer can name each meeting: its number and subject."""
    shown = request.installation.public_view
    return [f"#{each.number} {shown(each).subject or ''}" for each in meetings]


def with_number(command: OfMeeting, meeting: Meeting) -> OfMeeting:
    """Return a command that names its meeting by the number."""
    return replace(command, which=MeetingReference(meeting.number))

"""Reminders, and cleaning up after a meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.core import replies
from bot.core.conversations.decision import RunScheduledTask
from bot.core.conversations.event_publishing import publish
from bot.core.conversations.expert_asking import LATER
from bot.core.conversations.expert_claims import UNUSED
from bot.core.conversations.expert_requests import ask_next, ask_those_left
from bot.core.conversations.expert_returns import LAPSE, ask_claimer, lapse
from bot.core.conversations.expert_tiers import ASK
from bot.core.conversations.extension_offer import offer_extension
from bot.core.conversations.message_removal import withdrawal_steps
from bot.core.conversations.minting import direct_chat_of
from bot.core.conversations.no_shows import tell_who_is_missing
from bot.core.conversations.reader_languages import Readers
from bot.core.conversations.reminders import remind
from bot.core.conversations.waiting_list import clear_waiting_list
from bot.core.domain.commands import Again, Guest, MeetingReference
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Delivery
from bot.core.domain.program_events import EventType, ProgramEvent
from bot.core.parsing import grammar
from bot.core.replies import question_cards
from bot.core.steps.ledger_steps import MarkWithdrawn
from bot.core.steps.step import Conversation, Together
from bot.core.steps.webex_steps import Say
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text


def run_scheduled_task(due: RunScheduledTask) -> Conversation:
    """Run a task that is due."""
    record, installation, recalled = due.record, due.installation, due.recalled
    kind, is_over = due.task.kind, record.meeting.is_over(due.now)
    if kind == "remind" and not is_over and _is_of_this_time(due):  # a process may have been late
        yield from remind(record, installation, recalled, due.now)
    elif kind == "warn" and not is_over:
        yield from offer_extension(record, due.task.due, installation, recalled)
    elif kind in _WHILE_IT_IS_ON and not is_over:
        yield from _WHILE_IT_IS_ON[kind](due)
    elif kind == "tidy":
        yield from _tidy(due)


_WHILE_IT_IS_ON: dict[str, Callable[[RunScheduledTask], Conversation]] = {
    "noshow": tell_who_is_missing,
    ASK: ask_next,
    LATER: ask_those_left,
    UNUSED: ask_claimer,
    LAPSE: lapse,
}


def _is_of_this_time(due: RunScheduledTask) -> bool:
    """Return whether a reminder is one of the time to which the meeting was moved, if it was."""
    meeting = due.record.meeting
    ahead = timedelta(minutes=due.installation.remind_minutes)
    return meeting.moves == 0 or due.task.due == meeting.opens - ahead


def _that_it_ended(record: MeetingRecord, t: Language, host: Guest) -> Say:
    """Tell a host that the links have expired, with a button to meet the guests again."""
    meeting = record.meeting
    if not record.invited:
        return Say(replies.expired_for_host(t, meeting), (direct_chat_of(host),))
    sentence = grammar.say(Again(which=MeetingReference(meeting.number)))
    button = question_cards.meet_again(t, meeting, sentence, whose="")
    return Say(replies.ended_for_host(t, meeting), (direct_chat_of(host),), button)


def _tidy(due: RunScheduledTask) -> Conversation:
    """Remove links and buttons that no longer work from messages.

    If the meeting was extended, only former hosts' links have ended: they got no new ones.
    """
    record, end = due.record, due.task.due
    meeting, gone, formers = record.meeting, record.expired_by(end), record.former_hosts_until(end)
    ended_before = meeting.moves > 0 and meeting.expires < end  # it was moved to an earlier time
    is_over = meeting.is_over(end) and not ended_before
    if is_over:
        ended = ProgramEvent(EventType.MEETING_ENDED, due.now, due.task.key, meeting.number)
        yield from publish(meeting, [ended])
    hosts = record.hosts if is_over else ()
    if not (hosts or gone or formers):
        return
    readers = Readers(due.installation.languages, due.recalled.for_person(record.host_id))
    expired = replies.expired_for_host(readers.host, meeting)
    handed_over = replies.expired_for_former_host(readers.host, meeting)
    notes = [_that_it_ended(record, readers.host, each) for each in hosts]
    notes += [Say(handed_over, (direct_chat_of(each),)) for each in formers]
    yield Together(tuple(notes))
    own = record.messages_to_forward  # spare links are in the host's own chat

    def notice(each: Delivery) -> Text:
        return expired if each in own else replies.expired(readers.of(each), meeting)

    yield Together(withdrawal_steps(gone, notice))
    yield MarkWithdrawn(tuple(str(each.message_id) for each in gone))
    if hosts:
        yield from clear_waiting_list(record)

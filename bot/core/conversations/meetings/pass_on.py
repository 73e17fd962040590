"""Passes on to the host what a guest says to the bot."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import tzinfo
from typing import Any

from bot.core import replies
from bot.core.composing.names import OwnMeeting
from bot.core.conversations.meetings.own_links import find_invitations
from bot.core.conversations.requests.ask import ask
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import MeetingReference, TellInviter
from bot.core.domain.meeting_record import GuestInvitation, MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.parsing import grammar
from bot.core.parsing.grammar import SentenceParser
from bot.core.replies import cards, guest_answers, passed_on, suggestions
from bot.core.replies.guest_texts import full_name
from bot.core.steps.find_steps import FindInvitations, ReadMeeting
from bot.core.steps.last_word import LastWord
from bot.core.steps.ledger_steps import ClaimOnce, MentionMeeting
from bot.core.steps.preference_steps import ReadPreferences, StoredPreferences
from bot.core.steps.step import Conversation, Step
from bot.core.steps.webex_steps import DirectChat, Say
from bot.core.suggesting import guest_questions
from bot.core.suggesting.guests_host import addressed_host, fitting_meetings, ruled_out
from bot.core.suggesting.readings import GuestSays
from bot.core.wording.languages import FOR_HOSTS, Language

MOST_AN_HOUR = 5
"""Messages of one guest that are passed on in an hour."""


def pass_on(command: GuestSays, request: Request) -> Conversation:
    """Pass a guest's words on to their host in private, and only a guest's."""
    invited: tuple[GuestInvitation, ...] = yield FindInvitations(
        request.requester.person_id, request.requester.email, request.at
    )
    if not invited or not request.requester.direct:
        yield from refuse(request)
        return
    yield from _pass_on(command, invited, request)


def tell_host(command: TellInviter, request: Request) -> Conversation:
    """Pass on what a colleague says who is a guest of somebody else's meeting."""
    invited = yield from find_invitations(request, command.which)
    if invited:
        of_host = command.which.number and invited[0].meeting.number
        yield from _pass_on(GuestSays(command.text, of_host), invited, request)
    else:
        yield LastWord(replies.no_invitation(request.language), request.direct_chat)


def _pass_on(
    command: GuestSays, invited: Sequence[GuestInvitation], request: Request
) -> Conversation:
    t = _language_of(invited, request)
    if command.asks in (guest_questions.WHEN, guest_questions.HELP):
        answer = guest_answers.your_invitations(t, _dated(invited, request))
        yield Say(answer, request.direct_chat)
        return
    if command.asks and t.code in FOR_HOSTS:
        yield Say(suggestions.answer(t, command.asks, {}), request.direct_chat)
        return
    of_hosts, text = _meant(command, invited, request)
    meant = of_hosts[0]
    if len(of_hosts) > 1:
        yield from _ask_which_host(of_hosts, text, t, request)
    elif not (yield from _may_pass_on(request)):
        yield Say(replies.passed_on_enough(t, meant.meeting), request.direct_chat)
    else:
        yield from _tell_host(meant, text, request)
        yield Say(replies.was_passed_on(t, meant.meeting), request.direct_chat)


def _meant(
    command: GuestSays, invited: Sequence[GuestInvitation], request: Request
) -> tuple[list[GuestInvitation], str]:
    """Return a meeting of each host who may be meant, the likeliest first, and what to tell."""
    hosts = {each.meeting.number: each.meeting.host_called for each in invited}
    named, text = addressed_host(command.text or request.said, hosts)
    named = [command.number] if command.number in hosts else named
    by = SentenceParser(request.at, (), request.installation.region)
    own = [_own(each, request) for each in invited]
    fitting = fitting_meetings(text, own, hosts, by)
    others = [each for each in invited if each.meeting.number not in ruled_out(text, hosts)]
    likeliest = sorted(others or invited, key=lambda each: each.meeting.number not in fitting)
    meant = [each for each in likeliest if each.meeting.number in named] or likeliest
    of_hosts = {each.meeting.host_id: each for each in reversed(meant)}
    return [*reversed(of_hosts.values())], text


def _own(invitation: GuestInvitation, request: Request) -> OwnMeeting:
    shown = request.installation.public_view(invitation.meeting)
    opens = shown.opens.astimezone(request.in_zone(invitation.zone).zone)
    return OwnMeeting(shown.number, shown.subject or "", opens=opens)


def _dated(invited: Sequence[GuestInvitation], request: Request) -> list[tuple[Meeting, tzinfo]]:
    """Return the meetings as guests may know them, with the zone in which they read of them."""
    shown = request.installation.public_view
    return [(shown(each.meeting), request.in_zone(each.zone).zone) for each in invited]


def _ask_which_host(
    invitations: Sequence[GuestInvitation], text: str, t: Language, request: Request
) -> Conversation:
    words = " ".join(text.split())[: passed_on.LONGEST]
    shown = _dated(invitations[: cards.MOST_BUTTONS], request)
    titles = [guest_answers.short_title(t, *each) for each in shown]
    choices = [grammar.say(TellInviter(words, MeetingReference(each.number))) for each, _ in shown]
    form = passed_on.which_host(titles, words, choices)
    labels = [f"{full_name(each)} {each.subject or ''}" for each, _ in shown]
    question = guest_answers.several_hosts(t, shown)
    yield from ask(request, question, form, choices=choices, labels=labels)


def refuse(request: Request) -> Conversation:
    """Tell somebody that they aren't allowed to use the bot, once an hour."""
    hour = f"{request.at:%Y-%m-%d %H}"
    if (yield ClaimOnce(f"refused {request.requester.person_id} {hour}", request.seed)):
        t = request.installation.languages.for_guest(
            request.preferences.language, request.requester.email
        )
        yield Say(replies.not_allowed(t), request.places)


def _may_pass_on(request: Request) -> Generator[Step, Any, bool]:
    """Return whether this guest said fewer than `MOST_AN_HOUR` things in this hour."""
    who = f"passed on {request.requester.person_id} {request.at:%Y-%m-%d %H}"
    for number in range(MOST_AN_HOUR):
        if (yield ClaimOnce(f"{who} {number}", request.seed)):
            return True
    return False


def _tell_host(invitation: GuestInvitation, words: str, request: Request) -> Conversation:
    record: MeetingRecord | None = yield ReadMeeting(invitation.meeting.number)
    if record is None:
        return
    stored: StoredPreferences = yield ReadPreferences(None, record.host_id)
    t = request.installation.languages.for_host(stored.preferences.language)
    guest = invitation.guest.display_name or request.requester.email
    text = passed_on.guest_says(t, record.meeting, guest, words)
    form = passed_on.answer_form(t, record.meeting, invitation.guest)
    yield Say(text, (DirectChat(record.host_id),), form)
    yield MentionMeeting(record.meeting.number, request.at)


def _language_of(invited: Sequence[GuestInvitation], request: Request) -> Language:
    said = request.preferences.language or invited[0].guest.language
    return request.installation.languages.for_guest(said, request.requester.email)

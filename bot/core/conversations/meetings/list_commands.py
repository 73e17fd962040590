"""The `meetings`, `status`, `devices`, `defaults`, `join` and `host` commands."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from bot.core import replies
from bot.core.conversations.delivery.who_came import who_came
from bot.core.conversations.requests.ask import doubt_what_follows
from bot.core.conversations.requests.meeting_candidates import JUST_PAST
from bot.core.conversations.requests.meeting_choice import choose_meeting
from bot.core.conversations.requests.private_answers import point_to_direct_chat
from bot.core.conversations.requests.request import Request
from bot.core.domain.commands import Defaults, Devices, HostClassic, Join, Meetings, Status
from bot.core.domain.meeting_record import GuestInvitation
from bot.core.domain.meetings import Meeting, Preferences
from bot.core.replies import meeting_cards
from bot.core.steps.find_steps import FindInvitations, ListMeetings
from bot.core.steps.last_word import LastWord
from bot.core.steps.preference_steps import SavePreferences
from bot.core.steps.step import Conversation
from bot.core.steps.webex_steps import MayModerate, Say
from bot.core.wording.texts import Text


def meetings(_command: Meetings, request: Request) -> Conversation:
    """List the requester's own meetings, and those of others to which they are invited."""
    by = request.requester
    mine: tuple[Meeting, ...] = yield ListMeetings(by.person_id, request.at - JUST_PAST)
    invited: tuple[GuestInvitation, ...] = yield FindInvitations(by.person_id, by.email, request.at)
    others = [each.meeting for each in invited if each.meeting.host_id != by.person_id]
    still = [each for each in mine if not each.is_over(request.at)]
    card = meeting_cards.meetings_card(request.readers.host, still, request.zone) if still else None
    text = replies.meetings(request.readers.host, mine, request.at, request.zone, others)
    if len(still) > 1:
        yield from doubt_what_follows(request)
    yield Say(text, request.direct_chat, card)
    yield from point_to_direct_chat(request)


def status(command: Status, request: Request) -> Conversation:
    """Say who got which link and how, and when it expires."""
    record = yield from choose_meeting(command, request)
    if record:
        t, deliveries = request.readers.host, record.deliveries
        names = request.installation.device_names(record.meeting)
        came = yield from who_came(record.meeting, request.installation)
        *pages, last = replies.status(
            t, record.meeting, deliveries, request.at, request.zone, devices=names, came=came
        )
        for page in pages:
            yield Say(page, request.direct_chat)
        is_host = request.requester.person_id in {each.person_id for each in record.hosts}
        card = meeting_cards.change_card(t, record, request.at) if is_host else None
        yield Say(last, request.direct_chat, card)
        yield from point_to_direct_chat(request)


def devices(_command: Devices, request: Request) -> Conversation:
    """List the devices that can be dialed."""
    yield Say(replies.devices(request.language, list(request.installation.devices)), request.places)


def defaults(command: Defaults, request: Request) -> Conversation:
    """Show or set defaults: of a space, or in private the requester's own."""
    said = Preferences(**vars(command))
    if said == Preferences():
        yield Say(_told(request.preferences, request), request.places)
        return
    if (said.minutes or 0) > request.installation.most_minutes:
        yield LastWord(
            replies.too_long(request.language, request.installation.most_minutes), request.places
        )
        return
    if not request.requester.direct and not (
        yield MayModerate(request.requester.room_id, request.requester.person_id)
    ):
        yield LastWord(replies.only_moderators(request.language), request.places)
        return
    owner = request.requester.person_id if request.requester.direct else request.requester.room_id
    kept: Preferences = yield SavePreferences(owner, said)
    yield Say(_told(kept.with_fallback(request.preferences), request), request.places)


def _told(now: Preferences, request: Request) -> Text:
    """Say the defaults, in the default language."""
    t = request.installation.languages.for_host(now.language)
    language = now.language or request.installation.languages.default
    return replies.usual(t, replace(now, language=language), direct=request.requester.direct)


def classic_join(command: Join, request: Request) -> Conversation:
    """Send a link to join a classic meeting."""
    arguments = {"AT": "JM", "MK": command.number, "AN": command.name}
    yield Say(_classic(request, arguments, command.number), request.places)


def classic_host(command: HostClassic, request: Request) -> Conversation:
    """Send a link to host a classic meeting; Webex asks its owner to sign in."""
    yield Say(_classic(request, {"AT": "HM", "MK": command.number}, command.number), request.places)


def _classic(request: Request, arguments: dict[str, str | None], number: str) -> Text:
    """Every argument is encoded. There is no password: addresses end up in logs.

    https://developer.cisco.com/docs/webex-meetings/url-api/
    """
    site = request.installation.site
    if site is None:
        return replies.no_site(request.language)
    name = site.split("//")[-1].split(".")[0]
    given = {key: value for key, value in arguments.items() if value} | {"BU": site}
    return replies.classic_link(request.language, number, f"{site}/{name}/m.php?{urlencode(given)}")

"""What one can look up, and what is usual: meetings, status, devices, defaults, classic links."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from bot.core import cards, replies
from bot.core.commands import Defaults, Devices, HostClassic, Join, Meetings, Status
from bot.core.conversations.asked import Asked
from bot.core.conversations.choosing import JUST_PAST, choose
from bot.core.ending import LastWord
from bot.core.meetings import Meeting, Usual
from bot.core.remembering import FindMine, KeepUsual
from bot.core.steps import Conversation, MayModerate, Say
from bot.core.texts import Text


def meetings(_command: Meetings, asked: Asked) -> Conversation:
    """List my meetings: now, later, just past. Nobody sees another's."""
    mine: tuple[Meeting, ...] = yield FindMine(asked.by.person_id, asked.at - JUST_PAST)
    still = [each for each in mine if not each.over(asked.at)]
    card = cards.list_card(asked.readers.host, still, asked.zone) if still else None
    told = replies.meetings(asked.readers.host, mine, asked.at, asked.zone)
    yield Say(told, asked.direct, card)


def status(command: Status, asked: Asked) -> Conversation:
    """Tell who got which link by which way, and when it expires."""
    held = yield from choose(command, asked)
    if held:
        t, told = asked.readers.host, held.deliveries
        for page in replies.status(t, held.meeting, told, asked.at, asked.zone):
            yield Say(page, asked.direct)


def devices(_command: Devices, asked: Asked) -> Conversation:
    """Name what can be dialled."""
    yield Say(replies.devices(asked.tongue, list(asked.house.devices)), asked.places)


def defaults(command: Defaults, asked: Asked) -> Conversation:
    """Show or set what is usual: in a space by those who moderate it, in a 1:1 for oneself."""
    said = Usual(**vars(command))
    if said == Usual():
        yield Say(_told(asked.usual, asked), asked.places)
        return
    if (said.minutes or 0) > asked.house.most_minutes:
        yield LastWord(replies.too_long(asked.tongue, asked.house.most_minutes), asked.places)
        return
    if not asked.by.direct and not (yield MayModerate(asked.by.room_id, asked.by.person_id)):
        yield LastWord(replies.only_moderators(asked.tongue), asked.places)
        return
    owner = asked.by.person_id if asked.by.direct else asked.by.room_id
    kept: Usual = yield KeepUsual(owner, said)
    yield Say(_told(kept.over(asked.usual), asked), asked.places)


def _told(now: Usual, asked: Asked) -> Text:
    """What is usual, in the language that is."""
    t = asked.house.tongues.for_host(now.language)
    language = now.language or asked.house.tongues.usual
    return replies.usual(t, replace(now, language=language), direct=asked.by.direct)


def classic_join(command: Join, asked: Asked) -> Conversation:
    """Give a link to join a classic meeting."""
    arguments = {"AT": "JM", "MK": command.number, "AN": command.name}
    yield Say(_classic(asked, arguments, command.number), asked.places)


def classic_host(command: HostClassic, asked: Asked) -> Conversation:
    """Give a link to host a classic meeting; Webex asks its owner to sign in."""
    yield Say(_classic(asked, {"AT": "HM", "MK": command.number}, command.number), asked.places)


def _classic(asked: Asked, arguments: dict[str, str | None], number: str) -> Text:
    """The URL API encodes every argument; a password in an address would be in logs for ever.

    https://developer.cisco.com/docs/webex-meetings/url-api/
    """
    site = asked.house.site
    if site is None:
        return replies.no_site(asked.tongue)
    name = site.split("//")[-1].split(".")[0]
    given = {key: value for key, value in arguments.items() if value} | {"BU": site}
    return replies.classic_link(asked.tongue, number, f"{site}/{name}/m.php?{urlencode(given)}")

"""Composes what each person gets, for each way of delivery."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from bot.core import replies
from bot.core.conversations.delivery.minting import Recipient
from bot.core.conversations.requests.request import Request
from bot.core.domain.links import GuestLink, HostDoor, HostLink, Links
from bot.core.domain.meetings import Meeting, Role, Way
from bot.core.steps.mail_steps import Occasion, TryMail, mail_id
from bot.core.steps.qr_steps import ShowQr
from bot.core.steps.sms_steps import PhoneMessage, TryText, empty_message
from bot.core.steps.step import Send
from bot.core.steps.webex_steps import Say, TellHost
from bot.core.wording.texts import LINK, HostText, Text, filled_in


@dataclass(frozen=True)
class OutgoingMessage:
    """A message with links for one recipient, by one way.

    Args:
        recipient: the recipient.
        way: how it is sent.
        step: the step that sends it.
        links: a guest's links, to pass on if it doesn't arrive; none for a host.
    """

    recipient: Recipient
    way: Way
    step: Send
    links: tuple[GuestLink, ...] = ()

    def without_link(self) -> OutgoingMessage:
        """Return this message marked as lost: its link can't be had again, so it isn't sent."""
        return replace(self, step=replace(self.step, lost=True))


def compose_messages(
    request: Request, meeting: Meeting, recipients: Sequence[Recipient], links: Links
) -> Iterator[OutgoingMessage]:
    """Yield a message for each recipient and each of their ways, with their own link."""
    hosts, guests = iter(links.hosts), iter(links.guests)
    for to in recipients:
        if to.role is Role.HOST:
            page = links.pages.get(to.guest.person_id)
            text = _host_text(request, meeting, to, tuple(islice(hosts, to.count)), page)
            yield OutgoingMessage(
                to, to.ways[0], TellHost(text, to.guest.person_id, lost=links.lost)
            )
        else:
            theirs = tuple(islice(guests, to.count))
            each = (compose_message(way, request, meeting, to, theirs) for way in to.ways)
            lost = links.lost and not links.doors
            yield from (one.without_link() if lost else one for one in each)


def compose_message(
    way: Way, request: Request, meeting: Meeting, to: Recipient, links: tuple[GuestLink, ...]
) -> OutgoingMessage:
    """Return the message for a guest, or for anybody, by one way."""
    if way is Way.MAIL:
        t, occasion = request.readers.guest(to.guest), _occasion(request, meeting, to)
        shown = request.installation.public_view(meeting)
        mail = replies.invitation_mail(t, shown, to.guest, links[0], occasion)
        return OutgoingMessage(to, way, TryMail(mail, meeting), links)
    if way is Way.PHONE:
        return OutgoingMessage(
            to, way, TryText(_text(request, meeting, to, links[0]), meeting), links
        )
    text = chat_text(request, meeting, to, links)
    if to.qr:
        picture = ShowQr(text, to.places, link=Text(filled_in(LINK, links[0])))
        return OutgoingMessage(to, way, picture, links)
    return OutgoingMessage(to, way, Say(text, to.places), links)


def _text(request: Request, meeting: Meeting, to: Recipient, link: GuestLink) -> PhoneMessage:
    t, shown = request.readers.guest(to.guest), request.installation.public_view(meeting)
    empty = empty_message(meeting, to.guest.phone, request.seed)
    if to.moved:
        return replies.moved_text(t, shown, link, request.zone, empty)
    say = replies.fresh_text if to.again else replies.invitation_text
    return say(t, shown, link, request.zone, empty)


def _occasion(request: Request, meeting: Meeting, to: Recipient) -> Occasion:
    installation, name = request.installation, mail_id(meeting, to.guest, request.seed)
    remind = timedelta(minutes=installation.remind_minutes)
    times = request.times(meeting)
    return Occasion(name, times, remind, installation.logo_url, to.again, moved=to.moved)


def _host_text(
    request: Request,
    meeting: Meeting,
    to: Recipient,
    links: tuple[HostLink, ...],
    page: HostDoor | None,
) -> HostText:
    """Return the message for a host.

    An expert starts on their page alone: what was opened there is known, and can be taken back.
    """
    t = request.readers.host
    if Way.HANDED in to.ways:
        return replies.hosts_to_hand_on(t, meeting, links)
    times, link = request.times(meeting), page if page and meeting.expert_group else links[0]
    return replies.host_note(
        t,
        meeting,
        link,
        times,
        reason=to.reason,
        requester=request.requester.called,
        devices=request.installation.device_names(meeting),
        page=None if link is page else page,
    )


def chat_text(
    request: Request, meeting: Meeting, to: Recipient, links: tuple[GuestLink, ...]
) -> Text:
    """Return the message's text for a chat."""
    readers, shown = request.readers, request.installation.public_view(meeting)
    if to.qr:
        return replies.qr_caption(readers.host, meeting, links[0])
    if Way.HANDED in to.ways:
        return replies.guests_to_hand_on(readers.host, meeting, links)
    times = request.times(meeting)
    if Way.SPACE in to.ways:
        return replies.space_note(readers.guest(to.guest), shown, links[0], times)
    if Way.PHONE in to.ways:
        return replies.text_to_copy(readers.guest(to.guest), shown, links[0], request.zone)
    say = replies.moved_note if to.moved else replies.guest_note
    return say(readers.guest(to.guest), shown, links[0], times)

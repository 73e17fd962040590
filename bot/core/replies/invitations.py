"""What hosts are told about a meeting and about who was invited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.domain.access import is_bot
from bot.core.domain.commands import Guest
from bot.core.domain.desks import desk_of
from bot.core.domain.links import GuestLink, HostDoor, HostLink
from bot.core.domain.meetings import Delivery, HostReason, Meeting, Role, Way
from bot.core.pages.host_calendar import CALENDAR
from bot.core.replies.delivery_outcomes import (
    how_it_went,
    is_lost,
    is_passed_on,
    name,
    of_each,
)
from bot.core.replies.guest_texts import validity
from bot.core.replies.meeting_cards import host_card
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import LINK, HostText, Text, lines, pages
from bot.core.wording.times import Times, at_home


def host_note(
    t: Language,
    meeting: Meeting,
    link: HostLink | HostDoor,
    times: Times,
    *,
    reason: HostReason = HostReason.STARTED,
    requester: str = "",
    devices: Sequence[str] = (),
    page: HostDoor | None = None,
) -> HostText:
    """Return the message with a host's own link, with its buttons.

    Args:
        t: the host's language.
        meeting: whose link it is.
        link: the host's.
        times: how its times are said.
        reason: why they get it.
        requester: the name or address of the person who asked for it.
        devices: the names of those that are dialled.
        page: the host's page, where guests' arrivals are seen; None without doors.
    """
    said = _CALL if reason is HostReason.EXPERT and desk_of(meeting) else _WHY_HOST[reason]
    why = t(said, meeting=numbered(t, meeting), by=inert(requester))
    how = t("Start here: {link}", link=LINK)
    on_page = list(_on_page(t, meeting, page)) if page else []
    more = [row for row, _ in on_page]
    rows = (f"{why} {how}", _about_host_link(t, meeting, times, devices), *more)
    card = host_card(t, meeting, times.zone, has_page=page is not None)
    return HostText(lines(*rows), link, *[door for _, door in on_page], card=card)


def _about_host_link(t: Language, meeting: Meeting, times: Times, devices: Sequence[str]) -> str:
    only = t("This is your host link. Don’t share it: anyone who opens it becomes the host.")
    return " ".join(filter(None, (_works(t, meeting, times), dialled(t, devices), only)))


def _on_page(t: Language, meeting: Meeting, page: HostDoor) -> Iterator[tuple[str, HostDoor]]:
    """Yield what a host's page is for, each line with its link."""
    yield t("See who is here, and answer them: {link}", link=LINK), page
    if meeting.planned:
        yield t("Add it to your calendar: {link}", link=LINK), page.below(CALENDAR)


def dialled(t: Language, devices: Sequence[str]) -> str:
    """Return which devices are dialled; empty if none are."""
    if not devices:
        return ""
    return t.count(
        "When you join, I dial {names}.",
        "When you join, I dial these devices: {names}.",
        len(devices),
        names=", ".join(map(inert, devices)),
    )


_WHY_HOST = {
    HostReason.STARTED: msgid("**Your meeting is ready:** {meeting}."),
    HostReason.AGAIN: msgid("**Here’s a fresh host link** for {meeting}."),
    HostReason.MOVED: msgid("**New time for {meeting}.**"),
    HostReason.COHOST: msgid("**{by} made you a host** of {meeting}."),
    HostReason.EXPERT: msgid("**You took {meeting}**, which {by} asked for."),
    HostReason.HANDOVER: msgid("**{by} handed over {meeting} to you.** You’re the host now."),
}

_CALL = msgid("**You took the call** {meeting}.")


def _works(t: Language, meeting: Meeting, times: Times) -> str:
    """Return when the links work, also in the host's own time zone if that is another."""
    own = at_home(t, meeting.opens, times) if meeting.planned and not times.ago else ""
    sentences = [validity(t, meeting, times)]
    if own:
        sentences.append(t("That’s {opens} for you.", opens=own))
    return " ".join(sentences)


def guests_to_hand_on(t: Language, meeting: Meeting, links: Sequence[GuestLink]) -> Text:
    """Return guest links for the host to share, one a line, ready to copy."""
    what = t("Guest links for {meeting}, one per person:", meeting=numbered(t, meeting))
    return Text.with_links(lines(what, "", *[LINK] * len(links)), *links)


def hosts_to_hand_on(t: Language, meeting: Meeting, links: Sequence[HostLink]) -> HostText:
    """Return more host links for the host to share."""
    what = t(
        "More host links for {meeting}. Anyone who opens one becomes a host, so give each to just"
        " one colleague:",
        meeting=numbered(t, meeting),
    )
    return HostText(lines(what, "", *[LINK] * len(links)), *links)


def receipt(
    t: Language,
    meeting: Meeting,
    deliveries: Sequence[Delivery],
    left_out: Sequence[Guest],
    times: Times,
    *,
    direct: bool = False,
    more: bool = False,
) -> tuple[Text, ...]:
    """Return who was invited and how that went, in as many messages as it takes; no links.

    Args:
        t: the host's language.
        meeting: they were invited to.
        deliveries: what was sent, with the outcome.
        left_out: people who were named but don't need a guest link.
        times: how the times of a later meeting are said.
        direct: whether it is for the host's direct chat.
        more: whether the meeting existed before.
    """
    guests = of_each([each for each in deliveries if each.role is Role.GUEST])
    rows = [f"- {name(some[0].guest)}: {how_it_went(t, some, direct=direct)}" for some in guests]
    rows += [f"- {name(guest)}: {_why_left_out(t, guest)}" for guest in left_out]
    if any(is_lost(some) and not is_passed_on(some) for some in guests):
        rows += ["", t("Say `resend all` to try again.")]
    invited = _who_is_invited(t, meeting, deliveries, guests, _MORE_LINKS if more else _READY)
    head = [invited, *_what_the_host_has(t, meeting, deliveries, direct=direct)]
    head += [_works(t, meeting, times)] * (meeting.planned and not direct)
    return pages(" ".join(head), "", *rows)


def _why_left_out(t: Language, guest: Guest) -> str:
    return t("a bot, not invited") if is_bot(guest.email) else t("doesn’t need a guest link")


_READY = msgid("**The meeting is ready:** {meeting}.")
_MORE_LINKS = msgid("**More links are ready** for {meeting}.")


def _who_is_invited(
    t: Language,
    meeting: Meeting,
    deliveries: Sequence[Delivery],
    guests: Sequence[Sequence[Delivery]],
    ready: str,
) -> str:
    what = numbered(t, meeting)
    reached = sum(any(each.trouble is None for each in some) for some in guests)
    if not deliveries:
        return t("**Nobody new was invited** to {meeting}.", meeting=what)
    if not guests:
        return t(ready, meeting=what)
    if reached == len(guests):
        return t.count(
            "**{number} guest invited** to {meeting}.",
            "**{number} guests invited** to {meeting}.",
            reached,
            meeting=what,
        )
    return t(
        "**{reached} of {guests} guests invited** to {meeting}.",
        reached=reached,
        guests=len(guests),
        meeting=what,
    )


def _what_the_host_has(
    t: Language, meeting: Meeting, deliveries: Sequence[Delivery], *, direct: bool
) -> Iterator[str]:
    """Yield which links the host has; the link for a space is in the space."""
    if any(each.role is Role.HOST and each.trouble is None for each in deliveries):
        here = t("Your host link is in this chat.")
        yield here if direct else t("{host} has the host link.", host=inert(meeting.host_called))
    spare = [each for each in deliveries if each.role is Role.SPARE]
    lost = sum(each.trouble is not None for each in spare)
    kept = sum(each.way is not Way.SPACE and each.trouble is None for each in spare)
    if kept and direct:
        yield t.count(
            "{number} guest link to share is in this chat.",
            "{number} guest links to share are in this chat.",
            kept,
        )
    elif kept:
        yield t.count(
            "{host} has {number} guest link to share.",
            "{host} has {number} guest links to share.",
            kept,
            host=inert(meeting.host_called),
        )
    if lost:
        yield t.count(
            "{number} guest link to share couldn’t be delivered.",
            "{number} guest links to share couldn’t be delivered.",
            lost,
        )


def numbered(t: Language, meeting: Meeting, limit: int = 200) -> str:
    """Return a meeting's number, after its subject if it has one."""
    if not meeting.subject:
        return f"#{meeting.number}"
    subject = inert(meeting.subject, limit)
    return t("“{subject}” (#{number})", number=meeting.number, subject=subject)

"""What hosts, guests and spaces are told about a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from bot.core import cards, reasons
from bot.core.commands import Guest
from bot.core.errors import Late, Refused, Trouble
from bot.core.links import GuestLink, HostLink
from bot.core.meetings import Delivery, Meeting, Role, Way
from bot.core.texts import LINK, HostText, Text, inert, lines, pages
from bot.core.times import duration, moment


def host_note(meeting: Meeting, link: HostLink, zone: tzinfo) -> HostText:
    """Return the host's own message, with its buttons."""
    return HostText(
        lines(
            f"**Your meeting{about(meeting)} is ready.** It is #{meeting.number}."
            f" Open it as the host: {LINK}",
            f"{validity(meeting, zone)} This link is only for you; whoever opens it is the host,"
            " so please do not forward it.",
        ),
        link,
        card=cards.host_card(meeting, zone),
    )


def guest_note(meeting: Meeting, link: GuestLink, zone: tzinfo) -> Text:
    """Return an invitation, ready to be forwarded as it is."""
    return Text.with_links(
        lines(
            f"{inert(meeting.host)} invites you to a video meeting{about(meeting)}.",
            f"Open this link to join, no account is needed: {LINK}",
            validity(meeting, zone),
        ),
        link,
    )


def space_note(meeting: Meeting, link: GuestLink, zone: tzinfo) -> Text:
    """Return the link that anybody in a space may use."""
    return Text.with_links(
        lines(
            f"**A video meeting{about(meeting)}.** Everybody here can join: {LINK}",
            f"{validity(meeting, zone)} {inert(meeting.host)} is the host and got the host link"
            " in private.",
        ),
        link,
    )


def guests_to_hand_on(meeting: Meeting, links: Sequence[GuestLink]) -> Text:
    """Return guests' links for the host to hand on, one a line, ready to copy."""
    return Text.with_links(
        lines(
            f"Guest links for #{meeting.number}{about(meeting)}, one for each person:",
            "",
            *[LINK] * len(links),
        ),
        *links,
    )


def hosts_to_hand_on(meeting: Meeting, links: Sequence[HostLink]) -> HostText:
    """Return further hosts' links for the host to hand on."""
    return HostText(
        lines(
            f"More host links for #{meeting.number}{about(meeting)}. Whoever opens one is a host,"
            " so hand each to one colleague and nobody else:",
            "",
            *[LINK] * len(links),
        ),
        *links,
    )


def validity(meeting: Meeting, zone: tzinfo) -> str:
    """Return when the links of `meeting` work."""
    if meeting.planned:
        return (
            f"It begins on {moment(meeting.opens, zone)} and its links work for"
            f" {duration(meeting.minutes)} from then."
        )
    return f"The link works for {duration(meeting.minutes)}."


def undelivered(guest: Guest, trouble: Trouble, way: Way, meant: Text) -> Text:
    """Return, for the requester, what a guest was to get and did not, by the last way tried."""
    quoted = "  \n".join(f"> {row}" for row in meant.markdown.split("  \n"))
    return Text(
        lines(
            f"I could not reach {name(guest)}: {reasons.not_reached(trouble, way)}."
            " Please pass this on to them yourself:",
            "",
            quoted,
            "",
            reasons.for_the_log(trouble),
        )
    )


def why_not_reached(delivery: Delivery) -> str:
    """Return why somebody was not reached by one way."""
    trouble = Trouble.from_record({**_PLAIN, "trouble": delivery.trouble})
    return reasons.not_reached(trouble, delivery.way)


_PLAIN = Refused().record()


def receipt(
    meeting: Meeting, told: Sequence[Delivery], left_out: Sequence[Guest]
) -> tuple[Text, ...]:
    """Return who was invited and whether it worked, in as many messages as it takes; no links."""
    guests = of_each([each for each in told if each.role is Role.GUEST])
    rows = [f"- {name(some[0].guest)}: {how_it_went(some)}" for some in guests]
    rows += [f"- {name(guest)}: needs no guest link" for guest in left_out]
    reached = sum(any(each.trouble is None for each in some) for some in guests)
    host_told = any(each.role is Role.HOST and each.trouble is None for each in told)
    return pages(_headline(meeting, reached, len(guests), host_told), "", *rows)


_BY = {
    Way.DIRECT: "by direct message",
    Way.MAIL: "by e-mail",
    Way.SPACE: "in the space",
    Way.HANDED: "to the host, to hand on",
}


def how_it_went(some: Sequence[Delivery], done: str = "invited") -> str:
    """Return what happened to one link, by each way that it was to go.

    Args:
        some: of one person, or of the link for anybody.
        done: what to call it where it went well.
    """
    went = [each for each in some if each.trouble is None]
    late = [why_not_reached(each) for each in some if each.trouble == Late.__name__]
    failed = [each for each in some if each.trouble not in (None, Late.__name__)]
    if went:
        but = [f"not {_BY[each.way]}: {why_not_reached(each)}" for each in failed]
        return "; ".join([_well(went, done), *late, *but])
    if late:
        return f"not reached yet, {'; '.join(late)}"
    why = " and ".join(map(why_not_reached, failed))
    to_pass_on = any(each.role is Role.GUEST and each.room_id for each in failed)
    return f"not reached, {why}{'; the host has the text to pass on' * to_pass_on}"


def _well(went: Sequence[Delivery], done: str) -> str:
    if went[0].role is Role.HOST and done == "invited":
        return "has the host link"
    return f"{done} {' and '.join(_BY[each.way] for each in went)}"


def _headline(meeting: Meeting, reached: int, guests: int, host_told: bool) -> str:
    what = f"#{meeting.number}{about(meeting)}"
    who = "Everybody is invited" if reached == guests else f"Invited {reached} of {guests}"
    link = " The host link went to the host in private." if host_told else ""
    return f"**{who}** to {what}.{link}"


def no_private_word(delivery: Delivery) -> Text:
    """Return that the host link could not be handed over."""
    return Text(
        f"I could not give you the host link in private: {why_not_reached(delivery)}."
        " Open a direct chat with me and say `resend me` there."
    )


def about(meeting: Meeting) -> str:
    """Return the subject as a part of a sentence, or nothing."""
    return f" about “{inert(meeting.subject)}”" if meeting.subject else ""


def name(guest: Guest) -> str:
    """Return what to call a guest."""
    if guest.name and guest.email:
        return f"{inert(guest.name)} ({inert(guest.email)})"
    return inert(guest.called)


def who(each: Delivery) -> str:
    """Return what to call whoever a link went to."""
    if each.way is Way.HANDED or each.role is Role.SPARE:
        return "the link for everybody" if each.way is Way.SPACE else "links to hand on"
    if each.role is Role.HOST:
        return f"{name(each.guest)} (host)" if each.guest.email else "the host"
    return name(each.guest)


def of_each(told: Iterable[Delivery]) -> list[tuple[Delivery, ...]]:
    """Return what went out last by each way, for each person and for each place in turn."""
    latest = {(each.role, each.way, each.guest.same_as): each for each in told}
    groups: dict[tuple[str, ...], tuple[Delivery, ...]] = {}
    for (role, way, same_as), each in latest.items():
        place = way if way in (Way.SPACE, Way.HANDED) else ""
        key = (role, place, same_as)
        groups[key] = (*groups.get(key, ()), each)
    return list(groups.values())

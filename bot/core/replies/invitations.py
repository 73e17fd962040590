"""What hosts are told about a meeting, and about who was invited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.domain.commands import Guest
from bot.core.domain.errors import Trouble
from bot.core.domain.links import GuestLink, HostLink
from bot.core.domain.meetings import Delivery, Meeting, Role, Way
from bot.core.replies import cards
from bot.core.replies.delivery_outcomes import (
    how_it_went,
    is_lost,
    is_passed_on,
    name,
    of_each,
    why_not_reached,
)
from bot.core.replies.guest_texts import validity
from bot.core.wording import failure_reasons
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import LINK, HostText, Text, inert, lines, pages
from bot.core.wording.times import Times, at_home


def host_note(t: Language, meeting: Meeting, link: HostLink, times: Times) -> HostText:
    """Return the host's own message, with its buttons."""
    ready = (
        t("**Your meeting about “{subject}” is ready.**", subject=inert(meeting.subject))
        if meeting.subject
        else t("**Your meeting is ready.**")
    )
    how = t("It is #{number}. Open it as the host: {link}", number=meeting.number, link=LINK)
    only = t(
        "This link is only for you; whoever opens it is the host, so please do not forward it."
    )
    works = _works(t, meeting, times)
    said = lines(f"{ready} {how}", f"{works} {only}")
    return HostText(said, link, card=cards.host_card(t, meeting, times.zone))


def _works(t: Language, meeting: Meeting, times: Times) -> str:
    """Return when the links work, and what the host's own clock shows where theirs is another."""
    own = at_home(t, meeting.opens, times) if meeting.planned and not times.ago else ""
    told = [validity(t, meeting, times)]
    if own:
        told.append(t("That is {opens}.", opens=own))
    return " ".join(told)


def guests_to_hand_on(t: Language, meeting: Meeting, links: Sequence[GuestLink]) -> Text:
    """Return guests' links for the host to hand on, one a line, ready to copy."""
    what = t("Guest links for {meeting}, one for each person:", meeting=numbered(t, meeting))
    return Text.with_links(lines(what, "", *[LINK] * len(links)), *links)


def hosts_to_hand_on(t: Language, meeting: Meeting, links: Sequence[HostLink]) -> HostText:
    """Return further hosts' links for the host to hand on."""
    what = t(
        "More host links for {meeting}. Whoever opens one is a host, so hand each to one colleague"
        " and nobody else:",
        meeting=numbered(t, meeting),
    )
    return HostText(lines(what, "", *[LINK] * len(links)), *links)


def undelivered(
    t: Language, guest: Guest, troubles: Sequence[tuple[Way, Trouble]], meant: Text
) -> Text:
    """Return, for the requester, what a guest was to get and did not, by the ways tried."""
    quoted = "  \n".join(f"> {row}" for row in meant.markdown.split("  \n"))
    sorry = t(
        "I could not reach {guest}: {why}. Please pass this on to them yourself:",
        guest=name(guest),
        why="; ".join(failure_reasons.not_reached(t, trouble, way) for way, trouble in troubles),
    )
    for_the_log = [failure_reasons.for_the_log(t, trouble) for _, trouble in troubles]
    return Text(lines(sorry, "", quoted, "", *for_the_log))


def receipt(
    t: Language,
    meeting: Meeting,
    told: Sequence[Delivery],
    left_out: Sequence[Guest],
    times: Times,
    *,
    direct: bool = False,
    more: bool = False,
) -> tuple[Text, ...]:
    """Return who was invited, when and how it went, in as many messages as it takes; no links.

    Args:
        t: the host's language.
        meeting: to which.
        told: what went out, and what came of it.
        left_out: who was named and needs no guest link.
        times: how a later meeting's are said.
        direct: whether it is said in the host's direct chat.
        more: whether there was the meeting already.
    """
    guests = of_each([each for each in told if each.role is Role.GUEST])
    rows = [f"- {name(some[0].guest)}: {how_it_went(t, some, direct=direct)}" for some in guests]
    rows += [t("- {guest}: needs no guest link", guest=name(guest)) for guest in left_out]
    if any(is_lost(some) and not is_passed_on(some) for some in guests):
        rows += ["", t("Say `resend all` to try again.")]
    ready = _MORE_LINKS if more else _READY
    head = [
        _who_is_invited(t, meeting, told, guests, ready),
        *_what_the_host_has(t, told, direct=direct),
    ]
    head += [_works(t, meeting, times)] * meeting.planned
    return pages(" ".join(head), "", *rows)


_READY = msgid("**The meeting is ready:** {meeting}.")
_MORE_LINKS = msgid("**More links are ready:** {meeting}.")


def _who_is_invited(
    t: Language,
    meeting: Meeting,
    told: Sequence[Delivery],
    guests: Sequence[Sequence[Delivery]],
    ready: str,
) -> str:
    what = numbered(t, meeting)
    reached = sum(any(each.trouble is None for each in some) for some in guests)
    if not told:
        return t("**Nobody new was invited** to {meeting}.", meeting=what)
    if not guests:
        return t(ready, meeting=what)
    if reached == len(guests):
        return t("**Everybody is invited** to {meeting}.", meeting=what)
    return t(
        "**Invited {reached} of {guests}** to {meeting}.",
        reached=reached,
        guests=len(guests),
        meeting=what,
    )


def _what_the_host_has(t: Language, told: Sequence[Delivery], *, direct: bool) -> Iterator[str]:
    """Yield which links the host got; that of a space stands in the space."""
    if any(each.role is Role.HOST and each.trouble is None for each in told):
        here = t("Your host link is in this chat.")
        yield here if direct else t("The host link went to the host in private.")
    spare = [each for each in told if each.role is Role.SPARE]
    lost = sum(each.trouble is not None for each in spare)
    kept = sum(each.way is not Way.SPACE and each.trouble is None for each in spare)
    if kept and direct:
        yield t.count(
            "{number} guest link to hand on is in this chat.",
            "{number} guest links to hand on are in this chat.",
            kept,
        )
    elif kept:
        yield t.count(
            "{number} guest link to hand on went to the host in private.",
            "{number} guest links to hand on went to the host in private.",
            kept,
        )
    if lost:
        yield t.count(
            "{number} guest link to hand on could not be delivered.",
            "{number} guest links to hand on could not be delivered.",
            lost,
        )


def no_private_word(t: Language, delivery: Delivery) -> Text:
    """Return that the host link could not be handed over."""
    return Text(
        t(
            "I could not give you the host link in private: {why}. Open a direct chat with me and"
            " say `resend me` there.",
            why=why_not_reached(t, delivery),
        )
    )


def numbered(t: Language, meeting: Meeting, limit: int = 200) -> str:
    """Return a meeting's number, with its subject where it has one."""
    if not meeting.subject:
        return f"#{meeting.number}"
    subject = inert(meeting.subject, limit)
    return t("#{number} about “{subject}”", number=meeting.number, subject=subject)

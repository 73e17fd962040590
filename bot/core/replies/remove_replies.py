"""What hosts are told when they withdraw invitations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Meeting
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines
from bot.core.wording.times import moment


def removed(
    t: Language,
    meeting: Meeting,
    gone: Sequence[Guest],
    zone: tzinfo,
    *,
    shared: bool,
    closed: str = "",
) -> Text:
    """Return who is no longer invited, and what can't be taken back.

    Args:
        t: the host's language.
        meeting: the meeting.
        gone: who is no longer invited.
        zone: the time zone of its times.
        shared: whether a space has a link for everyone.
        closed: which links stopped working; empty if none did.
    """
    done = t(
        "**No longer invited to {meeting}:** {guests}. I removed my messages with their links, and"
        " I’m telling them.",
        meeting=numbered(t, meeting),
        guests=", ".join(map(name, gone)),
    )
    others = t("The link for everyone in the space still works for them too.")
    return Text(lines(done, closed or _beyond_reach(t, meeting, zone), *[others] * shared))


def _beyond_reach(t: Language, meeting: Meeting, zone: tzinfo) -> str:
    return t(
        "A link that was opened, copied, or sent by email or text message can’t be taken back. It"
        " works until {expires}.",
        expires=moment(t, meeting.last_link_ends, zone),
    )


def nobody_to_remove(t: Language, unknown: Sequence[Guest], meeting: Meeting) -> Text:
    """Say that people aren't guests, so nobody was removed."""
    return Text(
        t(
            "Not invited to #{number}: {names}. Nothing changed. Say `status #{number}` to see who"
            " is.",
            names=", ".join(map(name, unknown)),
            number=meeting.number,
        )
    )


def tell_them_themselves(t: Language, meeting: Meeting, guests: Sequence[Guest]) -> Text:
    """Return which guests the host must tell that they are no longer invited."""
    return Text(
        t(
            "I couldn’t tell {guests} that they are no longer invited to {meeting}. Please tell"
            " them yourself.",
            meeting=numbered(t, meeting),
            guests=", ".join(map(name, guests)),
        )
    )


def still_hosts(t: Language, meeting: Meeting, hosts: Sequence[Guest]) -> Text:
    """Return who is no guest any more, but a host as before."""
    return Text(
        t(
            "Still a host of #{number}, with a host link: {names}. Only the invitation as a guest"
            " is gone.",
            names=", ".join(map(name, hosts)),
            number=meeting.number,
        )
    )

"""What people are told when a colleague becomes a host, or can't."""

from __future__ import annotations

from datetime import tzinfo

from bot.core.domain.commands import Guest
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.replies.delivery_outcomes import name, why_not_reached
from bot.core.replies.invitations import numbered
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines
from bot.core.wording.times import moment


def mention_colleague(t: Language, to: Guest) -> Text:
    """Ask for a mention of the new host."""
    return Text(
        t(
            "Host links only go to people in Webex, and I can’t find {person} there. Mention your"
            " colleague with @. Nothing was sent.",
            person=name(to),
        )
    )


def not_a_colleague(t: Language, to: Guest) -> Text:
    """Say that a person isn't allowed to use the bot, so they can't be a host."""
    return Text(
        t(
            "{person} isn’t allowed to use me, so I didn’t send them a host link. Ask my"
            " administrator to add their address.",
            person=name(to),
        )
    )


def bots_are_no_hosts(t: Language, to: Guest) -> Text:
    """Say that a bot can't be a host."""
    return Text(t("{person} is a bot, so it can’t be a host. Nothing was sent.", person=name(to)))


def colleague_not_reached(t: Language, to: Guest, delivery: Delivery) -> Text:
    """Say that a colleague did not get the host link, and why."""
    why = why_not_reached(t, delivery)
    return Text(t("{person} didn’t get the host link: {why}.", person=name(to), why=why))


def is_host_already(t: Language, meeting: Meeting) -> Text:
    """Tell somebody that they are already a host."""
    return Text(
        t(
            "You’re already a host of {meeting}, so nothing was sent. Say"
            " `resend me of #{number}` for a new link.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def is_host_too(t: Language, meeting: Meeting, to: Guest) -> Text:
    """Say that a colleague is now a host too."""
    return Text(
        t(
            "{person} is now a host of {meeting} too, with their own host link.",
            person=inert(to.display_name),
            meeting=numbered(t, meeting),
        )
    )


def is_host_now(t: Language, meeting: Meeting, to: Guest) -> Text:
    """Say that a colleague is now the host."""
    what = numbered(t, meeting)
    return Text(
        t("{person} is now the host of {meeting}.", person=inert(to.display_name), meeting=what)
    )


def handed_over(t: Language, meeting: Meeting, to: Guest, zone: tzinfo) -> Text:
    """Return what the former host needs to know."""
    now = t(
        "**{person} is now the host of {meeting}** and has their own host link.",
        person=inert(to.display_name),
        meeting=numbered(t, meeting),
    )
    yours = t(
        "I removed my message with your host link. If you opened or copied it, it works until"
        " {expires}. Please don’t use it.",
        expires=moment(t, meeting.expires, zone),
    )
    still = t(
        "You’re no longer a host, but you can still say `status #{number}`.",
        number=meeting.number,
    )
    return Text(lines(now, yours, still))

"""What is said while a meeting lives: added to, sent again, handed over, extended, over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from bot.core import grammar
from bot.core.commands import Command, Guest, Meet, Unclear
from bot.core.meetings import Delivery, Meeting, Role
from bot.core.replies.general import as_typed
from bot.core.replies.invitations import (
    about,
    how_it_went,
    name,
    of_each,
    validity,
    who,
    why_not_reached,
)
from bot.core.texts import Text, inert, lines, pages
from bot.core.times import duration, moment


def too_long(most: int) -> Text:
    """Return that links cannot work for so long."""
    return Text(
        f"Links can work for {duration(most)} at most. Nothing was changed; say a shorter time."
    )


def too_far(days: int) -> Text:
    """Return that a meeting cannot be planned so far ahead."""
    return Text(f"I can plan {days} days ahead at most. Nothing was sent; say an earlier day.")


def unknown_device(said: str, known: Mapping[str, str]) -> Text:
    """Return that there is no such device, with those there are."""
    names = ", ".join(inert(each) for each in known) or "none so far"
    return Text(f"I know no device called “{inert(said)}”. I know: {names}. Nothing was sent.")


def may_dial(command: Meet) -> Text:
    """Return the question whether a camera may open by itself."""
    names = ", ".join(inert(each) for each in command.devices)
    return Text(
        lines(
            f"**{names} answers by itself when you join: its camera and microphone open without"
            " anybody there touching it.** Nothing was sent yet.",
            "Shall I go ahead? Press a button, or say the same again with `dial it` at the end.",
        )
    )


def pressed_already(command: Command) -> Text:
    """Return that a button was pressed before, and how to have the same once more."""
    said = grammar.say(command) if not isinstance(command, Unclear) else ""
    again = f" To do it again, say: {as_typed(said)}" if said else ""
    return Text(f"You pressed that button already, so I did nothing more.{again}")


def retired() -> Text:
    """Return that a card is no longer there."""
    return Text(
        "That button belongs to a message that I have replaced since, so I did nothing. Say"
        " `meetings` for your meetings as they are now."
    )


def not_invited(unknown: Sequence[Guest], meeting: Meeting) -> Text:
    """Return that somebody is no guest, so that nothing can be sent again."""
    names = ", ".join(name(each) for each in unknown)
    return Text(
        f"{names}: not invited to #{meeting.number} so far, so nothing was sent."
        f" Say `add … to #{meeting.number}` to invite them."
    )


def no_invitation() -> Text:
    """Return that a guest has no meeting."""
    return Text(
        "I know of no meeting that you are invited to now. Please ask whoever invited you to send"
        " you the link."
    )


def resent(meeting: Meeting, told: Sequence[Delivery]) -> tuple[Text, ...]:
    """Return to whom fresh links went."""
    head = f"**Fresh links for #{meeting.number}{about(meeting)}.** Earlier ones work as well."
    return pages(head, "", *_rows(told))


def _rows(told: Sequence[Delivery]) -> list[str]:
    return [f"- {who(some[0])}: {how_it_went(some, 'sent')}" for some in of_each(told)]


def mention_colleague(to: Guest) -> Text:
    """Return that a host is to be mentioned."""
    return Text(
        f"A host link goes to people in Webex only, and I cannot tell who {name(to)} is there."
        " Mention the colleague with @. Nothing was sent."
    )


def not_a_colleague(to: Guest) -> Text:
    """Return that somebody may not be a host."""
    return Text(
        f"{name(to)} may not use me, so I gave them no host link. Ask whoever runs me to allow"
        " their address."
    )


def colleague_not_reached(to: Guest, delivery: Delivery) -> Text:
    """Return that a colleague did not get the host link."""
    return Text(f"{name(to)} did not get the host link: {why_not_reached(delivery)}.")


def is_host_too(meeting: Meeting, to: Guest) -> Text:
    """Return that a colleague is a host as well."""
    return Text(f"{name(to)} has a host link of their own for #{meeting.number}{about(meeting)}.")


def is_host_now(meeting: Meeting, to: Guest) -> Text:
    """Return that a colleague is the host."""
    return Text(f"{name(to)} is the host of #{meeting.number}{about(meeting)} now.")


def handed_over(meeting: Meeting, to: Guest, zone: tzinfo) -> Text:
    """Return what the former host is to know."""
    return Text(
        lines(
            f"**{name(to)} is the host of #{meeting.number}{about(meeting)} now** and has the host"
            " link in private.",
            "Your own host link cannot be taken back. Leave it unused: it stops working on"
            f" {moment(meeting.expires, zone)}.",
        )
    )


def extended(meeting: Meeting, told: Sequence[Delivery], zone: tzinfo) -> tuple[Text, ...]:
    """Return until when a meeting lasts now, and who has a new link."""
    head = f"**#{meeting.number}{about(meeting)} lasts until {moment(meeting.expires, zone)}.**"
    return pages(f"{head} New links:", "", *_rows(told))


def replaced_by_longer() -> Text:
    """Return what stands where an earlier link stood."""
    return Text("This link was replaced: the meeting lasts longer, and you have a new link.")


def withdrawn() -> Text:
    """Return what stands where the link of a cancelled meeting stood."""
    return Text("This meeting was cancelled.")


def expired(meeting: Meeting) -> Text:
    """Return what stands where a link stood that no longer works."""
    return Text(
        f"This link has expired. If you still need to meet, ask {inert(meeting.host)} for another."
    )


def expired_for_host(meeting: Meeting) -> Text:
    """Return what the host is told after the end."""
    return Text(
        f"The links of #{meeting.number}{about(meeting)} have expired. Say `meet` for a new one."
    )


def cancelled_for_others(meeting: Meeting, by: str, zone: tzinfo) -> Text:
    """Return what the guests and the other hosts of a cancelled meeting are told."""
    when = f" on {moment(meeting.opens, zone)}" if meeting.planned else ""
    return Text(
        f"{inert(by)} cancelled the video meeting{about(meeting)}{when}. You need not do anything."
    )


def cancelled(meeting: Meeting, guests: int, zone: tzinfo) -> Text:
    """Return what cancelling did, and what it cannot do."""
    return Text(
        lines(
            f"**#{meeting.number}{about(meeting)} is cancelled.** I took back my messages with its"
            f" links and told {guests} {'guest' if guests == 1 else 'guests'}.",
            "Nobody can take back a link that was opened or copied: such a link works until"
            f" {moment(meeting.expires, zone)}.",
        )
    )


def reminder(meeting: Meeting, role: Role, zone: tzinfo) -> Text:
    """Return the word before a later meeting."""
    if role is Role.HOST:
        how = f"Your host link is in this chat; say `resend me of #{meeting.number}` for another."
    elif role is Role.GUEST:
        how = "Your link is in this chat; say `my link` for another."
    else:
        how = "The link for everybody is in this space."
    return Text(
        lines(f"**Soon: the video meeting{about(meeting)}.** {validity(meeting, zone)}", how)
    )

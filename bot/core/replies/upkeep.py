"""What is said while a meeting lives: added to, sent again, handed over, extended, over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from bot.core.commands import Guest, Meet, Which
from bot.core.meetings import Delivery, Meeting, Role
from bot.core.replies.invitations import about, how_it_went, name, validity, why_not_reached
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


def no_such_meeting(which: Which) -> Text:
    """Return that no meeting fits."""
    if which.number is not None:
        return Text(
            f"You have no meeting #{which.number} that is still open. Say `meetings` for yours."
        )
    what = f" about “{inert(which.words)}”" if which.words else ""
    return Text(f"You have no open meeting{what}. Say `meet` to start one, or `meetings`.")


def which_meeting(sentences: Sequence[str]) -> Text:
    """Return the question which meeting is meant."""
    rows = [f"- `{each}`" for each in sentences]
    return Text(lines("**Which meeting do you mean?** Press a button, or say:", "", *rows))


def pressed_already() -> Text:
    """Return that a button was pressed before."""
    return Text("That button was pressed already, so I did nothing more. Say `meetings` for yours.")


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


def resent(meeting: Meeting, told: Sequence[Delivery]) -> Text:
    """Return to whom fresh links went."""
    rows = [f"- {_who(each)}: {_again(each)}" for each in told]
    head = f"**Fresh links for #{meeting.number}{about(meeting)}.** Earlier ones work as well."
    return Text(lines(head, "", *rows))


def _who(each: Delivery) -> str:
    return "the host" if each.role is Role.HOST else name(each.guest)


def _again(each: Delivery) -> str:
    return f"not reached, {why_not_reached(each.trouble)}" if each.trouble else "sent"


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
    return Text(f"{name(to)} did not get the host link: {why_not_reached(delivery.trouble)}.")


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


def extended(meeting: Meeting, told: Sequence[Delivery], zone: tzinfo) -> Text:
    """Return until when a meeting lasts now, and who has a new link."""
    rows = [f"- {_who(each)}: {_again(each)}" for each in told]
    head = f"**#{meeting.number}{about(meeting)} lasts until {moment(meeting.expires, zone)}.**"
    return Text(lines(f"{head} New links:", "", *rows))


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


def cancelled_for_guest(meeting: Meeting, zone: tzinfo) -> Text:
    """Return what a guest of a cancelled meeting is told."""
    when = f" on {moment(meeting.opens, zone)}" if meeting.planned else ""
    return Text(
        f"{inert(meeting.host)} cancelled the video meeting{about(meeting)}{when}. You need not do"
        " anything."
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
    else:
        how = "Your link is in this chat; say `my link` for another."
    return Text(
        lines(f"**Soon: the video meeting{about(meeting)}.** {validity(meeting, zone)}", how)
    )


def meetings(mine: Sequence[Meeting], now: datetime, zone: tzinfo) -> Text:
    """Return my meetings by when they are."""
    if not mine:
        return Text("You have no meetings. Say `meet` to start one, or `plan` for a form.")
    parts = {
        "Now": [each for each in mine if not each.over(now) and each.opens <= now],
        "Later": [each for each in mine if not each.over(now) and each.opens > now],
        "Just past": [each for each in mine if each.over(now)],
    }
    rows = [row for title, some in parts.items() for row in _part(title, some, zone)]
    return pages(*rows)[0]


def _part(title: str, some: Sequence[Meeting], zone: tzinfo) -> list[str]:
    return [f"**{title}**", "", *(f"- {_row(each, zone)}" for each in some), ""] if some else []


def _row(meeting: Meeting, zone: tzinfo) -> str:
    return (
        f"#{meeting.number}{about(meeting)}: {moment(meeting.opens, zone)}, for"
        f" {duration(meeting.minutes)}, {meeting.state}"
    )


def meeting_row(meeting: Meeting, zone: tzinfo) -> Text:
    """Return one meeting, beside its buttons."""
    return Text(_row(meeting, zone))


def status(meeting: Meeting, told: Sequence[Delivery], zone: tzinfo) -> tuple[Text, ...]:
    """Return who got which link by which way, and when it expires."""
    rows = [f"- {_who(each)}: {how_it_went(each)}" for each in told if each.role is not Role.SPARE]
    spare = sum(each.role is Role.SPARE for each in told)
    rows += [f"- links for anybody: {spare} messages"] * bool(spare)
    head = f"**#{meeting.number}{about(meeting)}**: {moment(meeting.opens, zone)}."
    return pages(f"{head} Its links expire on {moment(meeting.expires, zone)}.", "", *rows)

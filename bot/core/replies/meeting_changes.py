"""What hosts are told about a meeting they have: resent, handed over, extended, cancelled, over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from bot.core.domain.commands import Guest, Meet
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.replies.delivery_outcomes import name, rows_of, why_not_reached
from bot.core.replies.guest_texts import soon
from bot.core.replies.invitations import numbered
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, inert, lines, pages
from bot.core.wording.times import Times, moment


def too_long(t: Language, most: int) -> Text:
    """Return that links can't work for so long."""
    return Text(
        t(
            "Links can work for at most {length}. Nothing changed. Give a shorter time.",
            length=t.length(most),
        )
    )


def too_far(t: Language, days: int) -> Text:
    """Return that a meeting can't be planned so far ahead."""
    return Text(
        t.count(
            "I can plan at most {number} day ahead. Nothing was sent. Pick an earlier day.",
            "I can plan at most {number} days ahead. Nothing was sent. Pick an earlier day.",
            days,
        )
    )


def unknown_device(t: Language, said: str, known: Mapping[str, str]) -> Text:
    """Return that there is no such device, with the ones there are."""
    device = inert(said)
    if not known:
        return Text(
            t(
                "There’s no device called “{device}”; none are set up. Nothing was sent.",
                device=device,
            )
        )
    return Text(
        t(
            "There’s no device called “{device}”. I can dial: {names}. Nothing was sent.",
            device=device,
            names=", ".join(inert(each) for each in known),
        )
    )


def may_dial(t: Language, command: Meet, *, buttons: bool) -> Text:
    """Return the question whether a camera may turn on by itself, with or without buttons below."""
    opens = t.count(
        "**{names} answers by itself when you join: its camera and microphone turn on without"
        " anyone there touching it.** Nothing was sent yet.",
        "**{names} answer by themselves when you join: their cameras and microphones turn on"
        " without anyone there touching them.** Nothing was sent yet.",
        len(command.devices),
        names=", ".join(inert(each) for each in command.devices),
    )
    shall_i = (
        t("Should I go ahead? Press a button, or say it again with `dial it` at the end.")
        if buttons
        else t("Should I go ahead? Say it again in the space, with `dial it` at the end.")
    )
    return Text(lines(opens, shall_i))


def not_invited(t: Language, unknown: Sequence[Guest], meeting: Meeting) -> Text:
    """Return that someone is not a guest, so nothing can be resent."""
    return Text(
        t(
            "Not invited to #{number} yet: {names}. Nothing was sent. Say `add … to #{number}` to"
            " invite them.",
            names=", ".join(name(each) for each in unknown),
            number=meeting.number,
        )
    )


def resent(t: Language, meeting: Meeting, told: Sequence[Delivery]) -> tuple[Text, ...]:
    """Return who was sent fresh links."""
    head = t(
        "**Fresh links for {meeting}.** Earlier ones still work.", meeting=numbered(t, meeting)
    )
    return pages(head, "", *rows_of(t, told))


def mention_colleague(t: Language, to: Guest) -> Text:
    """Return that a new host must be mentioned."""
    return Text(
        t(
            "Host links only go to people in Webex, and I can’t find {person} there. Mention your"
            " colleague with @. Nothing was sent.",
            person=name(to),
        )
    )


def not_a_colleague(t: Language, to: Guest) -> Text:
    """Return that someone may not be a host."""
    return Text(
        t(
            "{person} isn’t allowed to use me, so I didn’t send them a host link. Ask my"
            " administrator to add their address.",
            person=name(to),
        )
    )


def bots_are_no_hosts(t: Language, to: Guest) -> Text:
    """Return that a bot can't be a host."""
    return Text(t("{person} is a bot, so it can’t be a host. Nothing was sent.", person=name(to)))


def colleague_not_reached(t: Language, to: Guest, delivery: Delivery) -> Text:
    """Return that a colleague did not get the host link, and why."""
    why = why_not_reached(t, delivery)
    return Text(t("{person} didn’t get the host link: {why}.", person=name(to), why=why))


def is_host_already(t: Language, meeting: Meeting) -> Text:
    """Return that whoever asks is already a host."""
    return Text(
        t(
            "You’re already a host of {meeting}, so nothing was sent. Say"
            " `resend me of #{number}` for a new link.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def is_host_too(t: Language, meeting: Meeting, to: Guest) -> Text:
    """Return that a colleague is now a host too."""
    return Text(
        t(
            "{person} is now a host of {meeting} too, with their own host link.",
            person=name(to),
            meeting=numbered(t, meeting),
        )
    )


def is_host_now(t: Language, meeting: Meeting, to: Guest) -> Text:
    """Return that a colleague is now the host."""
    what = numbered(t, meeting)
    return Text(t("{person} is now the host of {meeting}.", person=name(to), meeting=what))


def handed_over(t: Language, meeting: Meeting, to: Guest, zone: tzinfo) -> Text:
    """Return what the former host needs to know."""
    now = t(
        "**{person} is now the host of {meeting}** and has their own host link.",
        person=name(to),
        meeting=numbered(t, meeting),
    )
    yours = t(
        "Your own host link can’t be taken back. Please don’t use it. It stops working on"
        " {expires}.",
        expires=moment(t, meeting.expires, zone),
    )
    still = t(
        "You’re no longer a host, but you can still say `status #{number}`.",
        number=meeting.number,
    )
    return Text(lines(now, yours, still))


def extended(
    t: Language, meeting: Meeting, told: Sequence[Delivery], zone: tzinfo
) -> tuple[Text, ...]:
    """Return the new end of a meeting, and who has a new link."""
    head = t(
        "**{meeting} now lasts until {expires}.** New links:",
        meeting=numbered(t, meeting),
        expires=moment(t, meeting.expires, zone),
    )
    return pages(head, "", *rows_of(t, told))


def expired_for_host(t: Language, meeting: Meeting) -> Text:
    """Return what a host is told after the end."""
    what = numbered(t, meeting)
    return Text(
        t("The links for {meeting} have expired. Say `meet` to start a new meeting.", meeting=what)
    )


def expired_for_former_host(t: Language, meeting: Meeting) -> Text:
    """Return what a former host is told when their link expires."""
    what = numbered(t, meeting)
    return Text(
        t("Your host link for {meeting}, which you handed over, has expired.", meeting=what)
    )


def cancelled(t: Language, meeting: Meeting, guests: int, handed_on: int, zone: tzinfo) -> Text:
    """Return what was cancelled, and what can't be taken back.

    Args:
        t: the host's language.
        meeting: the cancelled one.
        guests: how many were told.
        handed_on: how many links the host had to share; nobody knows who has them.
        zone: the time zone of its times.
    """
    what = numbered(t, meeting)
    alone = t("**{meeting} is cancelled.** I removed my messages with its links.", meeting=what)
    told = t.count(
        "**{meeting} is cancelled.** I removed my messages with its links and told {number} guest.",
        "**{meeting} is cancelled.** I removed my messages with its links and told {number}"
        " guests.",
        guests,
        meeting=what,
    )
    unknown = t.count(
        "You had {number} link to share. I can’t know who has it, so please tell them.",
        "You had {number} links to share. I can’t know who has them, so please tell them.",
        handed_on,
    )
    beyond = t(
        "Links that were already opened or copied can’t be taken back. They work until {expires}.",
        expires=moment(t, meeting.expires, zone),
    )
    return Text(lines(told if guests else alone, *[unknown] * bool(handed_on), beyond))


def tell_them(t: Language, meeting: Meeting, guests: Sequence[Guest]) -> Text:
    """Return which guests the host must tell that a meeting is cancelled."""
    return Text(
        t(
            "I couldn’t tell these guests that {meeting} is cancelled: {guests}. Please tell them"
            " yourself.",
            meeting=numbered(t, meeting),
            guests=", ".join(map(name, guests)),
        )
    )


def reminder_for_host(t: Language, meeting: Meeting, times: Times) -> Text:
    """Return the reminder to a host before a later meeting."""
    how = t(
        "Your host link is in this chat. Say `resend me of #{number}` for a new one.",
        number=meeting.number,
    )
    return Text(lines(soon(t, meeting, times), how))

"""What hosts are told about a meeting they have: resent, extended, over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from bot.core.domain.commands import Guest, Meet
from bot.core.domain.links import HostLink
from bot.core.domain.meetings import Delivery, Meeting
from bot.core.replies.delivery_outcomes import name, rows_of
from bot.core.replies.guest_texts import soon
from bot.core.replies.invitations import numbered
from bot.core.replies.meeting_cards import host_card
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, HostText, Text, lines, pages
from bot.core.wording.times import Times, moment


def too_long(t: Language, most: int) -> Text:
    """Say that links can't work for that long."""
    return Text(
        t(
            "Links can work for at most {length}. Nothing changed. Give a shorter time.",
            length=t.length(most),
        )
    )


def too_far(t: Language, days: int) -> Text:
    """Say that a meeting can't be planned that far ahead."""
    return Text(
        t.count(
            "I can plan at most {number} day ahead. Nothing was sent. Pick an earlier day.",
            "I can plan at most {number} days ahead. Nothing was sent. Pick an earlier day.",
            days,
        )
    )


def unknown_device(t: Language, said: str, known: Mapping[str, str]) -> Text:
    """Say that there is no such device, and list those there are."""
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
    """Ask whether a camera may turn on by itself, with or without buttons below."""
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
    """Say that a person isn't a guest, so nothing was resent."""
    return Text(
        t(
            "Not invited to #{number} yet: {names}. Nothing was sent. Say `add … to #{number}` to"
            " invite them.",
            names=", ".join(name(each) for each in unknown),
            number=meeting.number,
        )
    )


def resent(t: Language, meeting: Meeting, deliveries: Sequence[Delivery]) -> tuple[Text, ...]:
    """Return who was sent fresh links."""
    head = t(
        "**Fresh links for {meeting}.** Earlier ones still work.", meeting=numbered(t, meeting)
    )
    return pages(head, "", *rows_of(t, deliveries))


def called_what(t: Language, meeting: Meeting) -> Text:
    """Ask for a meeting's new subject."""
    return Text(
        t(
            "What should {meeting} be called? Say it now, or as in `rename #{number} to Budget`."
            " Nothing changed.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def renamed(t: Language, meeting: Meeting) -> Text:
    """Return the new subject of a meeting."""
    return Text(
        t(
            "#{number} is now called “{subject}”.",
            number=meeting.number,
            subject=inert(meeting.subject or ""),
        )
    )


def extended(
    t: Language, meeting: Meeting, deliveries: Sequence[Delivery], zone: tzinfo
) -> tuple[Text, ...]:
    """Return the new end of a meeting, and who was sent their link."""
    head = t(
        "**{meeting} now lasts until {expires}.** Links were sent:",
        meeting=numbered(t, meeting),
        expires=moment(t, meeting.expires, zone),
    )
    return pages(head, "", *rows_of(t, deliveries))


def lasts_until(t: Language, meeting: Meeting, zone: tzinfo) -> Text:
    """Say that a meeting already lasts until the time that was named, or longer."""
    return Text(
        t(
            "{meeting} already lasts until {expires}. Nothing changed. Say a later time, with the"
            " day if it’s another one, or say how much longer, as in `extend 30m`.",
            meeting=numbered(t, meeting),
            expires=moment(t, meeting.expires, zone),
        )
    )


def expired_for_host(t: Language, meeting: Meeting) -> Text:
    """Return what a host is told after the end."""
    what = numbered(t, meeting)
    return Text(
        t("The links for {meeting} have expired. Say `meet` to start a new meeting.", meeting=what)
    )


def ended_for_host(t: Language, meeting: Meeting) -> Text:
    """Return what a host is told after the end of a meeting whose guests they may meet again."""
    return Text(
        t(
            "The links for {meeting} have expired. To meet the same guests again, say"
            " `again #{number}`.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def expired_for_former_host(t: Language, meeting: Meeting) -> Text:
    """Return what a former host is told when their link expires."""
    what = numbered(t, meeting)
    return Text(
        t("Your host link for {meeting}, which you handed over, has expired.", meeting=what)
    )


def ends_soon(t: Language, meeting: Meeting) -> Text:
    """Warn a host that a meeting's links are about to expire; a button extends it."""
    return Text(
        t(
            "**{meeting} ends in a few minutes.** Then its links stop working. Need more time?",
            meeting=numbered(t, meeting),
        )
    )


def reminder_with_host_link(
    t: Language, meeting: Meeting, link: HostLink, times: Times
) -> HostText:
    """Return the reminder to a host with a fresh link and its buttons."""
    how = t("Start here: {link}", link=LINK)
    card = host_card(t, meeting, times.zone)
    return HostText(lines(soon(t, meeting, times), how), link, card=card)


def reminder_for_host(t: Language, meeting: Meeting, times: Times) -> Text:
    """Return the reminder to a host before a later meeting."""
    how = t(
        "Your host link is in this chat. Say `resend me of #{number}` for a new one.",
        number=meeting.number,
    )
    return Text(lines(soon(t, meeting, times), how))

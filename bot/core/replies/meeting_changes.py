"""What hosts are told while a meeting lives: added to, sent again, handed over, extended, over."""

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
    """Return that links cannot work for so long."""
    return Text(
        t(
            "Links can work for {length} at most. Nothing was changed; say a shorter time.",
            length=t.length(most),
        )
    )


def too_far(t: Language, days: int) -> Text:
    """Return that a meeting cannot be planned so far ahead."""
    return Text(
        t.count(
            "I can plan {number} day ahead at most. Nothing was sent; say an earlier day.",
            "I can plan {number} days ahead at most. Nothing was sent; say an earlier day.",
            days,
        )
    )


def unknown_device(t: Language, said: str, known: Mapping[str, str]) -> Text:
    """Return that there is no such device, with those there are."""
    device = inert(said)
    if not known:
        return Text(
            t(
                "I know no device called “{device}”, and none so far. Nothing was sent.",
                device=device,
            )
        )
    return Text(
        t(
            "I know no device called “{device}”. I know: {names}. Nothing was sent.",
            device=device,
            names=", ".join(inert(each) for each in known),
        )
    )


def may_dial(t: Language, command: Meet, *, buttons: bool) -> Text:
    """Return the question whether a camera may open by itself, with or without buttons below."""
    opens = t.count(
        "**{names} answers by itself when you join: its camera and microphone open without anybody"
        " there touching it.** Nothing was sent yet.",
        "**{names} answer by themselves when you join: their cameras and microphones open without"
        " anybody there touching them.** Nothing was sent yet.",
        len(command.devices),
        names=", ".join(inert(each) for each in command.devices),
    )
    shall_i = (
        t("Shall I go ahead? Press a button, or say the same again with `dial it` at the end.")
        if buttons
        else t("Shall I go ahead? Say the same again in the space, with `dial it` at the end.")
    )
    return Text(lines(opens, shall_i))


def not_invited(t: Language, unknown: Sequence[Guest], meeting: Meeting) -> Text:
    """Return that somebody is no guest, so that nothing can be sent again."""
    return Text(
        t(
            "{names}: not invited to #{number} so far, so nothing was sent. Say"
            " `add … to #{number}` to invite them.",
            names=", ".join(name(each) for each in unknown),
            number=meeting.number,
        )
    )


def resent(t: Language, meeting: Meeting, told: Sequence[Delivery]) -> tuple[Text, ...]:
    """Return to whom fresh links went."""
    head = t(
        "**Fresh links for {meeting}.** Earlier ones work as well.", meeting=numbered(t, meeting)
    )
    return pages(head, "", *rows_of(t, told))


def mention_colleague(t: Language, to: Guest) -> Text:
    """Return that a host is to be mentioned."""
    return Text(
        t(
            "A host link goes to people in Webex only, and I cannot tell who {person} is there."
            " Mention the colleague with @. Nothing was sent.",
            person=name(to),
        )
    )


def not_a_colleague(t: Language, to: Guest) -> Text:
    """Return that somebody may not be a host."""
    return Text(
        t(
            "{person} may not use me, so I gave them no host link. Ask whoever runs me to allow"
            " their address.",
            person=name(to),
        )
    )


def colleague_not_reached(t: Language, to: Guest, delivery: Delivery) -> Text:
    """Return that a colleague did not get the host link."""
    why = why_not_reached(t, delivery)
    return Text(t("{person} did not get the host link: {why}.", person=name(to), why=why))


def is_host_already(t: Language, meeting: Meeting) -> Text:
    """Return that whoever asks is a host already."""
    return Text(
        t(
            "You are a host of {meeting} already, so nothing was sent. Say"
            " `resend me of #{number}` for another link.",
            meeting=numbered(t, meeting),
            number=meeting.number,
        )
    )


def is_host_too(t: Language, meeting: Meeting, to: Guest) -> Text:
    """Return that a colleague is a host as well."""
    return Text(
        t(
            "{person} has a host link of their own for {meeting}.",
            person=name(to),
            meeting=numbered(t, meeting),
        )
    )


def is_host_now(t: Language, meeting: Meeting, to: Guest) -> Text:
    """Return that a colleague is the host."""
    what = numbered(t, meeting)
    return Text(t("{person} is the host of {meeting} now.", person=name(to), meeting=what))


def handed_over(t: Language, meeting: Meeting, to: Guest, zone: tzinfo) -> Text:
    """Return what the former host is to know."""
    now = t(
        "**{person} is the host of {meeting} now** and has the host link in private.",
        person=name(to),
        meeting=numbered(t, meeting),
    )
    yours = t(
        "Your own host link cannot be taken back. Leave it unused: it stops working on {expires}.",
        expires=moment(t, meeting.expires, zone),
    )
    still = t(
        "You are no longer a host: you can say `status #{number}`, and nothing else about it.",
        number=meeting.number,
    )
    return Text(lines(now, yours, still))


def extended(
    t: Language, meeting: Meeting, told: Sequence[Delivery], zone: tzinfo
) -> tuple[Text, ...]:
    """Return until when a meeting lasts now, and who has a new link."""
    head = t(
        "**{meeting} lasts until {expires}.** New links:",
        meeting=numbered(t, meeting),
        expires=moment(t, meeting.expires, zone),
    )
    return pages(head, "", *rows_of(t, told))


def expired_for_host(t: Language, meeting: Meeting) -> Text:
    """Return what the host is told after the end."""
    what = numbered(t, meeting)
    return Text(t("The links of {meeting} have expired. Say `meet` for a new one.", meeting=what))


def expired_for_former_host(t: Language, meeting: Meeting) -> Text:
    """Return what somebody is told whose host link ran out after they handed the meeting over."""
    what = numbered(t, meeting)
    return Text(t("Your host link of {meeting}, which you handed over, has expired.", meeting=what))


def cancelled(t: Language, meeting: Meeting, guests: int, handed_on: int, zone: tzinfo) -> Text:
    """Return what cancelling did, and what it cannot do.

    Args:
        t: the host's language.
        meeting: that is cancelled.
        guests: how many were told.
        handed_on: links of which nobody knows who has them.
        zone: of times.
    """
    what = numbered(t, meeting)
    alone = t("**{meeting} is cancelled.** I took back my messages with its links.", meeting=what)
    told = t.count(
        "**{meeting} is cancelled.** I took back my messages with its links and told {number}"
        " guest.",
        "**{meeting} is cancelled.** I took back my messages with its links and told {number}"
        " guests.",
        guests,
        meeting=what,
    )
    unknown = t.count(
        "{number} link was there to hand on: I cannot know who has it, so please tell them.",
        "{number} links were there to hand on: I cannot know who has them, so please tell them.",
        handed_on,
    )
    beyond = t(
        "Nobody can take back a link that was opened or copied: such a link works until {expires}.",
        expires=moment(t, meeting.expires, zone),
    )
    return Text(lines(told if guests else alone, *[unknown] * bool(handed_on), beyond))


def tell_them(t: Language, meeting: Meeting, guests: Sequence[Guest]) -> Text:
    """Return who has to be told by the host that a meeting is cancelled."""
    return Text(
        t(
            "I could not tell these guests that {meeting} is cancelled: {guests}. Please tell them"
            " yourself.",
            meeting=numbered(t, meeting),
            guests=", ".join(map(name, guests)),
        )
    )


def reminder_for_host(t: Language, meeting: Meeting, times: Times) -> Text:
    """Return the word to a host before a later meeting."""
    how = t(
        "Your host link is in this chat; say `resend me of #{number}` for another.",
        number=meeting.number,
    )
    return Text(lines(soon(t, meeting, times), how))

"""What guests read; some of it hosts read too. Translated into every language."""

from __future__ import annotations

from datetime import tzinfo

from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, Text, lines
from bot.core.wording.times import Times, moment


def guest_note(t: Language, meeting: Meeting, link: GuestLink, times: Times) -> Text:
    """Return an invitation that can be forwarded as it is."""
    how = t("Join here, no account needed: {link}", link=LINK)
    works = validity(t, meeting, times)
    return Text.with_links(lines(invitation(t, meeting), how, works), link)


def moved_note(t: Language, meeting: Meeting, link: GuestLink, times: Times) -> Text:
    """Return a guest's link to a meeting that was moved, with its new time."""
    host, subject = inert(meeting.host_in_full), inert(meeting.subject or "")
    what = (
        t("{host} moved the video meeting about “{subject}”.", host=host, subject=subject)
        if subject
        else t("{host} moved the video meeting.", host=host)
    )
    how = t("Join here, no account needed: {link}", link=LINK)
    return Text.with_links(lines(what, how, validity(t, meeting, times)), link)


def invitation(t: Language, meeting: Meeting) -> str:
    """Return who invites, and to what."""
    host = inert(meeting.host_in_full)
    if not meeting.subject:
        return t("{host} invites you to a video meeting.", host=host)
    return t(
        "{host} invites you to a video meeting about “{subject}”.",
        host=host,
        subject=inert(meeting.subject),
    )


def space_note(t: Language, meeting: Meeting, link: GuestLink, times: Times) -> Text:
    """Return the link that anyone in a space may use."""
    what = (
        t("**Video meeting about “{subject}”.**", subject=inert(meeting.subject))
        if meeting.subject
        else t("**Video meeting.**")
    )
    how = t("Anyone here can join: {link}", link=LINK)
    host = t("{host} is the host.", host=inert(meeting.host_in_full))
    works = validity(t, meeting, times)
    return Text.with_links(lines(f"{what} {how}", f"{works} {host}"), link)


def validity(t: Language, meeting: Meeting, times: Times) -> str:
    """Return when the links of `meeting` work; only until when if it has already started."""
    if times.ago:
        return t("The link works until {until}.", until=moment(t, meeting.expires, times.zone))
    length = t.length(meeting.minutes)
    if not meeting.planned:
        return t("The link works for {length}.", length=length)
    values = {"opens": moment(t, meeting.opens, times.zone), "length": length}
    if not times.early:
        return t("It starts on {opens}, and the links work for {length}.", **values)
    return t(
        "It starts on {opens}, and the links work for {length}. You can join {early} early.",
        early=t.length(times.early),
        **values,
    )


def steps_to_join(t: Language) -> tuple[str, ...]:
    """Return how to join, step by step."""
    return (
        t("Open the link on a phone, tablet or computer. You don’t need an account."),
        t("Enter your name, and allow the camera and microphone when asked."),
        t("Join. If you’re the first one there, please wait for the host."),
    )


def not_allowed(t: Language) -> Text:
    """Return the answer to somebody who isn't allowed to use the bot; they get it once."""
    return Text(
        t(
            "Sorry, I only start meetings for people in my own organization. If you were invited"
            " to one, say `my link` and I’ll send you your link again. If you should have access,"
            " ask my administrator to add your address."
        )
    )


def was_passed_on(t: Language, meeting: Meeting) -> Text:
    """Tell a guest that their message was passed on."""
    return Text(
        t(
            "I passed your message on to {host}. Say `my link` if you need your link again.",
            host=inert(meeting.host),
        )
    )


def passed_on_enough(t: Language, meeting: Meeting) -> Text:
    """Tell a guest that their message wasn't passed on, because they sent too many."""
    return Text(
        t(
            "I can’t pass on any more messages right now. Please write to {host} directly.",
            host=inert(meeting.host),
        )
    )


def full_name(meeting: Meeting) -> str:
    """Return a host's name with their address, for a guest who has to tell hosts apart."""
    return f"{meeting.host_name} ({meeting.host})" if meeting.host_name else meeting.host


def no_invitation(t: Language) -> Text:
    """Tell a guest that the bot knows of no meeting of theirs."""
    return Text(
        t(
            "I don’t know of any meeting you’re invited to right now. Please ask the person who"
            " invited you to send you the link."
        )
    )


def newest_link(t: Language) -> Text:
    """Tell a guest that they asked for their link too often."""
    return Text(
        t(
            "I’ve sent you your link several times in the last hour. Please use the newest one, or"
            " ask the person who invited you."
        )
    )


def nobody_free_yet(t: Language) -> Text:
    """Tell a guest that they get their link once an expert is free."""
    return Text(t("Nobody is free for your meeting yet. You get your link as soon as somebody is."))


def reminder_for_guest(t: Language, meeting: Meeting, link: GuestLink | None, times: Times) -> Text:
    """Return the reminder to a guest, before a later meeting or after it has started."""
    if link:
        how = t("Join here, no account needed: {link}", link=LINK)
        return Text.with_links(lines(soon(t, meeting, times), how), link)
    how = t("Your link is in this chat. Say `my link` for a new one.")
    return Text(lines(soon(t, meeting, times), how))


def reminder_in_space(t: Language, meeting: Meeting, link: GuestLink | None, times: Times) -> Text:
    """Return the reminder in a space."""
    if link:
        how = t("Anyone here can join: {link}", link=LINK)
        return Text.with_links(lines(soon(t, meeting, times), how), link)
    return Text(lines(soon(t, meeting, times), t("The link for everyone is in this space.")))


def soon(t: Language, meeting: Meeting, times: Times) -> str:
    """Say that a meeting starts soon, or that it started while no reminder could be sent."""
    what = _started(t, meeting, times.ago) if times.ago else _starts_soon(t, meeting)
    return f"{what} {validity(t, meeting, times)}"


def _starts_soon(t: Language, meeting: Meeting) -> str:
    if not meeting.subject:
        return t("**The video meeting starts soon.**")
    return t("**The video meeting about “{subject}” starts soon.**", subject=inert(meeting.subject))


def _started(t: Language, meeting: Meeting, minutes: int) -> str:
    ago = t.length(minutes)
    if not meeting.subject:
        return t("**The video meeting started {ago} ago.**", ago=ago)
    subject = inert(meeting.subject)
    return t("**The video meeting about “{subject}” started {ago} ago.**", subject=subject, ago=ago)


def cancelled_for_others(t: Language, meeting: Meeting, by: str, zone: tzinfo) -> Text:
    """Return what guests and the other hosts of a cancelled meeting are told."""
    host, subject = inert(by), inert(meeting.subject or "")
    what = (
        t("{host} cancelled the video meeting about “{subject}”.", host=host, subject=subject)
        if subject
        else t("{host} cancelled the video meeting.", host=host)
    )
    when = t("It was planned for {opens}.", opens=moment(t, meeting.opens, zone))
    sentences = [what, *[when] * meeting.planned, t("You don’t need to do anything.")]
    return Text(" ".join(sentences))


def replaced_by_longer(t: Language) -> Text:
    """Return what replaces a message with a link when its meeting was extended."""
    return Text(t("The meeting was extended. Your link is in a newer message."))


def replaced_by_moved(t: Language) -> Text:
    """Return what replaces a message with a link when its meeting was moved."""
    return Text(t("The meeting was moved. Your link is in a newer message."))


def replaced_by_newer(t: Language) -> Text:
    """Return what replaces a link, which still works, when a newer one was posted elsewhere."""
    return Text(t("This link was replaced by a newer one."))


def withdrawn(t: Language) -> Text:
    """Return what replaces the link of a cancelled meeting."""
    return Text(t("This meeting was cancelled."))


def expired(t: Language, meeting: Meeting) -> Text:
    """Return what replaces a link that no longer works."""
    return Text(
        t(
            "This link has expired. If you still need to meet, ask {host} to start a new meeting.",
            host=inert(meeting.host_in_full),
        )
    )

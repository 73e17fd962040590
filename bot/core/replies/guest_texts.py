"""What guests read, in more languages than the rest; hosts read some of it with them."""

from __future__ import annotations

from datetime import tzinfo

from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, Text, inert, lines
from bot.core.wording.times import Times, moment


def guest_note(t: Language, meeting: Meeting, link: GuestLink, times: Times) -> Text:
    """Return an invitation, ready to be forwarded as it is."""
    how = t("Open this link to join, no account is needed: {link}", link=LINK)
    works = validity(t, meeting, times)
    return Text.with_links(lines(invitation(t, meeting), how, works), link)


def invitation(t: Language, meeting: Meeting) -> str:
    """Return who invites, and to what."""
    host = inert(meeting.host)
    if not meeting.subject:
        return t("{host} invites you to a video meeting.", host=host)
    return t(
        "{host} invites you to a video meeting about “{subject}”.",
        host=host,
        subject=inert(meeting.subject),
    )


def space_note(t: Language, meeting: Meeting, link: GuestLink, times: Times) -> Text:
    """Return the link that anybody in a space may use."""
    what = (
        t("**A video meeting about “{subject}”.**", subject=inert(meeting.subject))
        if meeting.subject
        else t("**A video meeting.**")
    )
    how = t("Everybody here can join: {link}", link=LINK)
    host = t("{host} is the host.", host=inert(meeting.host))
    works = validity(t, meeting, times)
    return Text.with_links(lines(f"{what} {how}", f"{works} {host}"), link)


def validity(t: Language, meeting: Meeting, times: Times) -> str:
    """Return when the links of `meeting` work; only until when, where it has begun."""
    if times.ago:
        return t("The link works until {until}.", until=moment(t, meeting.expires, times.zone))
    length = t.length(meeting.minutes)
    if not meeting.planned:
        return t("The link works for {length}.", length=length)
    told = {"opens": moment(t, meeting.opens, times.zone), "length": length}
    if not times.early:
        return t("It begins on {opens} and its links work for {length} from then.", **told)
    return t(
        "It begins on {opens} and its links work for {length} from then; they open {early}"
        " earlier.",
        early=t.length(times.early),
        **told,
    )


def not_allowed(t: Language) -> Text:
    """Return what somebody is told, once, who may not ask."""
    return Text(
        t(
            "Sorry, I only start meetings for the people of my own organisation, so I did nothing."
            " If you are invited to a meeting, say `my link`, and I send you your link again. If"
            " you should be one of them, ask whoever runs me to add your address."
        )
    )


def no_invitation(t: Language) -> Text:
    """Return that a guest has no meeting."""
    return Text(
        t(
            "I know of no meeting that you are invited to now. Please ask whoever invited you to"
            " send you the link."
        )
    )


def reminder_for_guest(t: Language, meeting: Meeting, times: Times) -> Text:
    """Return the word to a guest before a later meeting, or late."""
    how = t("Your link is in this chat; say `my link` for another.")
    return Text(lines(soon(t, meeting, times), how))


def reminder_in_space(t: Language, meeting: Meeting, times: Times) -> Text:
    """Return the word in a space before a later meeting."""
    return Text(lines(soon(t, meeting, times), t("The link for everybody is in this space.")))


def soon(t: Language, meeting: Meeting, times: Times) -> str:
    """Return that a meeting is to begin, or began while nobody could say so."""
    what = _began(t, meeting, times.ago) if times.ago else _begins_soon(t, meeting)
    return f"{what} {validity(t, meeting, times)}"


def _begins_soon(t: Language, meeting: Meeting) -> str:
    if not meeting.subject:
        return t("**Soon: the video meeting.**")
    return t("**Soon: the video meeting about “{subject}”.**", subject=inert(meeting.subject))


def _began(t: Language, meeting: Meeting, minutes: int) -> str:
    ago = t.length(minutes)
    if not meeting.subject:
        return t("**The video meeting began {ago} ago.**", ago=ago)
    subject = inert(meeting.subject)
    return t("**The video meeting about “{subject}” began {ago} ago.**", subject=subject, ago=ago)


def cancelled_for_others(t: Language, meeting: Meeting, by: str, zone: tzinfo) -> Text:
    """Return what the guests and the other hosts of a cancelled meeting are told."""
    host, subject = inert(by), inert(meeting.subject or "")
    what = (
        t("{host} cancelled the video meeting about “{subject}”.", host=host, subject=subject)
        if subject
        else t("{host} cancelled the video meeting.", host=host)
    )
    when = t("It was to begin on {opens}.", opens=moment(t, meeting.opens, zone))
    told = [what, *[when] * meeting.planned, t("You need not do anything.")]
    return Text(" ".join(told))


def replaced_by_longer(t: Language) -> Text:
    """Return what stands where an earlier link stood."""
    return Text(t("This link was replaced: the meeting lasts longer, and you have a new link."))


def replaced_by_newer(t: Language) -> Text:
    """Return what stands where a link stood that goes on working, with a newer one elsewhere."""
    return Text(t("This link was replaced by a newer one."))


def withdrawn(t: Language) -> Text:
    """Return what stands where the link of a cancelled meeting stood."""
    return Text(t("This meeting was cancelled."))


def expired(t: Language, meeting: Meeting) -> Text:
    """Return what stands where a link stood that no longer works."""
    return Text(
        t(
            "This link has expired. If you still need to meet, ask {host} for another.",
            host=inert(meeting.host),
        )
    )

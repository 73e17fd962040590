"""Text messages to guests, and texts for hosts to forward.

What a person wrote goes through `one_line`, or `inert` where a chat shows it. Links go in through
`filled_in` or `Text.with_links`, which refuse host links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import tzinfo

from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.replies.guest_texts import invitation, steps_to_join, validity
from bot.core.steps.sms_steps import PhoneMessage
from bot.core.wording import sms_length
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, Text, filled_in, inert, is_plain, lines, one_line
from bot.core.wording.times import Times, moment

Shown = Callable[[str], str]
"""Makes what a person wrote safe for the place where it is shown."""


def invitation_text(
    t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with an invitation and a guest's link."""
    words = filled_in(short_words(t, meeting, zone, one_line), link)
    return replace(empty, text=words, link=filled_in(LINK, link), language=t.code)


def fresh_text(
    t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with a guest's link that replaces the one in an earlier text."""
    said = {"host": one_line(meeting.host), "link": LINK}
    words = (
        t(
            "New link for your video meeting with {host}, {opens}: {link}",
            opens=moment(t, meeting.opens, zone),
            **said,
        )
        if meeting.planned
        else t("New link for your video meeting with {host}: {link}", **said)
    )
    return replace(empty, text=filled_in(words, link), link=filled_in(LINK, link), language=t.code)


def text_to_copy(t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo) -> Text:
    """Return the same invitation for the host to send."""
    return Text.with_links(short_words(t, meeting, zone, inert), link)


def reminder_text(t: Language, meeting: Meeting, times: Times, empty: PhoneMessage) -> PhoneMessage:
    """Return `empty` with the reminder of a later meeting; the link is in an earlier text."""
    host = one_line(meeting.host)
    words = (
        t(
            "Your video meeting with {host} started {ago} ago. Your link is in an earlier text"
            " message.",
            host=host,
            ago=t.length(times.ago),
        )
        if times.ago
        else t(
            "Starting soon: your video meeting with {host}, {opens}. Your link is in an earlier"
            " text message.",
            host=host,
            opens=moment(t, meeting.opens, times.zone),
        )
    )
    return replace(empty, text=words, language=t.code)


def cancellation_text(
    t: Language, meeting: Meeting, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with the news that a meeting is cancelled."""
    said = t("{host} cancelled the video meeting.", host=one_line(meeting.host))
    when = t("It was planned for {opens}.", opens=moment(t, meeting.opens, zone))
    return replace(empty, text=" ".join([said, *[when] * meeting.planned]), language=t.code)


def short_words(t: Language, meeting: Meeting, zone: tzinfo, shown: Shown) -> str:
    """Return an invitation with one ``LINK``: the longest one that costs the fewest SMS.

    Args:
        t: the guest's.
        meeting: to which they are invited.
        zone: of its time.
        shown: makes what the host wrote safe.
    """
    plain = list(_short(t, meeting, zone, one_line))
    sizes = [sms_length.messages(words.replace(LINK, "")) for words in plain]
    return list(_short(t, meeting, zone, shown))[sizes.index(min(sizes))]


def _short(t: Language, meeting: Meeting, zone: tzinfo, shown: Shown) -> Iterator[str]:
    """Yield invitations, the longest first."""
    # Phones turn bare domains into links; the character that prevents it halves an SMS.
    subject = meeting.subject if is_plain(meeting.subject or "") else None
    said = {"host": shown(meeting.host), "subject": shown(subject or ""), "link": LINK}
    if meeting.planned:
        yield from _short_later(t, said | {"opens": moment(t, meeting.opens, zone)})
        return
    if subject:
        yield t('{host} invites you to a video meeting about "{subject}". Join: {link}', **said)
    yield t("{host} invites you to a video meeting. Join: {link}", **said)
    yield t("Video meeting: {link}", **said)


def _short_later(t: Language, said: dict[str, str]) -> Iterator[str]:
    if said["subject"]:
        yield t(
            '{host} invites you to a video meeting about "{subject}", {opens}. Join: {link}', **said
        )
    yield t("{host} invites you to a video meeting, {opens}. Join: {link}", **said)
    yield t("Video meeting, {opens}: {link}", **said)


def long_words(t: Language, meeting: Meeting, times: Times) -> str:
    """Return an invitation of several lines with one ``LINK``, in markdown."""
    return lines(
        invitation(t, meeting),
        validity(t, meeting, times),
        LINK,
        *(f"{number}. {step}" for number, step in enumerate(steps_to_join(t), 1)),
    )

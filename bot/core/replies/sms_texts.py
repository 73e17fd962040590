"""What a guest reads in a text message, or in a text that the host forwards.

Whatever a person wrote goes in by `one_line`, or by `inert` where a chat shows it; a link goes in
by `filled_in` or `Text.with_links`, which take no host's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import tzinfo

from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.replies.guest_texts import invitation, validity
from bot.core.steps.sms_steps import PhoneMessage
from bot.core.wording import sms_length
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, Text, filled_in, inert, is_plain, lines, one_line
from bot.core.wording.times import Times, moment

Shown = Callable[[str], str]
"""Makes what a person wrote safe for where it is shown."""


def invitation_text(
    t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with an invitation and a guest's link."""
    words = filled_in(short_words(t, meeting, zone, one_line), link)
    return replace(empty, text=words, link=filled_in(LINK, link), language=t.code)


def fresh_text(
    t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with a guest's link that takes the place of one in an earlier text."""
    said = {"host": one_line(meeting.host), "link": LINK}
    words = (
        t(
            "A new link to the video meeting with {host}, {opens}: {link}",
            opens=moment(t, meeting.opens, zone),
            **said,
        )
        if meeting.planned
        else t("A new link to the video meeting with {host}: {link}", **said)
    )
    return replace(empty, text=filled_in(words, link), link=filled_in(LINK, link), language=t.code)


def text_to_copy(t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo) -> Text:
    """Return the same for the host to send."""
    return Text.with_links(short_words(t, meeting, zone, inert), link)


def reminder_text(t: Language, meeting: Meeting, times: Times, empty: PhoneMessage) -> PhoneMessage:
    """Return `empty` with the word before a later meeting; the link is in an earlier text."""
    host = one_line(meeting.host)
    words = (
        t(
            "Your video meeting with {host} began {ago} ago. The link is in an earlier text"
            " message.",
            host=host,
            ago=t.length(times.ago),
        )
        if times.ago
        else t(
            "Soon: your video meeting with {host}, {opens}. The link is in an earlier text"
            " message.",
            host=host,
            opens=moment(t, meeting.opens, times.zone),
        )
    )
    return replace(empty, text=words, language=t.code)


def cancellation_text(
    t: Language, meeting: Meeting, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with the word that a meeting is off."""
    said = t("{host} cancelled the video meeting.", host=one_line(meeting.host))
    when = t("It was to begin on {opens}.", opens=moment(t, meeting.opens, zone))
    return replace(empty, text=" ".join([said, *[when] * meeting.planned]), language=t.code)


def short_words(t: Language, meeting: Meeting, zone: tzinfo, shown: Shown) -> str:
    """Return an invitation with one ``LINK``: the longest that leaves one SMS room for it.

    Args:
        t: the guest's.
        meeting: to which they are invited.
        zone: in which its time is said.
        shown: makes what the host wrote safe.
    """
    plain = list(_short(t, meeting, zone, one_line))
    sizes = [sms_length.messages(words.replace(LINK, "")) for words in plain]
    return list(_short(t, meeting, zone, shown))[sizes.index(min(sizes))]


def _short(t: Language, meeting: Meeting, zone: tzinfo, shown: Shown) -> Iterator[str]:
    """Yield invitations, the longest first."""
    # A phone makes links of bare domains; what keeps it from that costs a text half its length.
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
    """Return an invitation of several lines with one ``LINK``, as markdown."""
    return lines(
        invitation(t, meeting),
        validity(t, meeting, times),
        LINK,
        f"1. {t('Open the link on a phone, a tablet or a computer. You need no account.')}",
        f"2. {t('Type your name, and allow camera and microphone when you are asked.')}",
        f"3. {t('Join. If you are the first one there, wait a moment for the host.')}",
    )

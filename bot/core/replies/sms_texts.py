"""Text messages to guests, and texts for hosts to forward.

What a person wrote goes through `unlinked`, and `inert` where a chat shows it. Links go in through
`filled_in` or `Text.with_links`, which refuse host links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import product

from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.replies.guest_texts import invitation, steps_to_join, validity
from bot.core.steps.sms_steps import PhoneMessage
from bot.core.wording import sms_length
from bot.core.wording.inert_text import inert, unlinked
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import LINK, Text, filled_in, lines
from bot.core.wording.times import Times, moment

Shown = Callable[[str], str]
"""Makes what a person wrote safe for the place where it is shown."""

SUBJECT = 40
"""Characters of a long subject in the shorter forms of a text."""


def invitation_text(
    t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with an invitation and a guest's link."""
    return _with_link(t, empty, short_words(t, meeting, zone, link), link)


def fresh_text(
    t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with the guest's link to a meeting that was changed."""
    return _with_link(t, empty, _shortest(list(_changed(t, meeting, zone)), link), link)


def moved_text(
    t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with the guest's link to a meeting that was moved."""
    return _with_link(t, empty, _shortest(list(_moved(t, meeting, zone)), link), link)


def text_to_copy(t: Language, meeting: Meeting, link: GuestLink, zone: tzinfo) -> Text:
    """Return the same invitation for the host to send."""
    return Text.with_links(short_words_in_chat(t, meeting, zone, link), link)


def reminder_text(
    t: Language, meeting: Meeting, link: GuestLink | None, times: Times, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with the reminder of a later meeting."""
    where = LINK if link else t("Your link is in an earlier text message.")
    words = _shortest([f"{each} {where}" for each in _reminding(t, meeting, times)], link)
    if link:
        return _with_link(t, empty, words, link)
    return replace(empty, text=words, language=t.code)


def cancellation_text(
    t: Language, meeting: Meeting, zone: tzinfo, empty: PhoneMessage
) -> PhoneMessage:
    """Return `empty` with the news that a meeting is cancelled."""
    words = _shortest(list(_cancelled(t, meeting, zone)))
    return replace(empty, text=words, language=t.code)


def short_words(t: Language, meeting: Meeting, zone: tzinfo, link: GuestLink) -> str:
    """Return an invitation with one ``LINK``: the longest one that costs the fewest SMS.

    Args:
        t: the guest's.
        meeting: to which they are invited.
        zone: of its time.
        link: which stands in it in the end, and whose length counts.
    """
    return _shortest(list(_invited(t, meeting, zone, _safe)), link)


def short_words_in_chat(t: Language, meeting: Meeting, zone: tzinfo, link: GuestLink) -> str:
    """Return the same as markdown, for a host to copy."""
    plain = list(_invited(t, meeting, zone, _safe))
    chosen = [sms_length.in_gsm(each) for each in plain].index(_shortest(plain, link))
    words = list(_invited(t, meeting, zone, lambda said: inert(_safe(said))))[chosen]
    return sms_length.with_similar(words)


def _safe(said: str) -> str:
    """Keep phones from making a link of what a person wrote; spaces leave the text in GSM."""
    return unlinked(said, " ")


def _with_link(t: Language, empty: PhoneMessage, words: str, link: GuestLink) -> PhoneMessage:
    return replace(empty, text=filled_in(words, link), link=filled_in(LINK, link), language=t.code)


def _shortest(forms: Sequence[str], link: GuestLink | None = None) -> str:
    """Return the first of those that take the fewest SMS, with the link that stands in them."""
    return min(
        map(sms_length.in_gsm, forms),
        key=lambda words: sms_length.messages(filled_in(words, link) if link else words),
    )


def _hosts(meeting: Meeting, shown: Shown) -> list[str]:
    """Return the host's name with the organisation, if there is one, and without."""
    return list(dict.fromkeys((shown(meeting.host_in_full), shown(meeting.host_called))))


def _subjects(meeting: Meeting, shown: Shown) -> list[str]:
    """Return the subject as long as it is, and cut, where there is one."""
    whole = meeting.subject or ""
    cut = [f"{whole[:SUBJECT].rstrip()}..."] if len(whole) > SUBJECT else []
    return [shown(each) for each in ([whole, *cut] if whole else [])]


def _forms(
    t: Language, meeting: Meeting, about: str, plain: str, shown: Shown, **values: str
) -> Iterator[str]:
    """Yield forms of one text, the most telling first.

    Args:
        t: the reader's language.
        meeting: the meeting.
        about: the text with the subject.
        plain: the text without it.
        shown: makes the host and the subject safe.
        values: the other values that the texts name.
    """
    hosts = _hosts(meeting, shown)
    for host, subject in product(hosts, _subjects(meeting, shown)):
        yield t(about, host=host, subject=subject, **values)
    for host in hosts:
        yield t(plain, host=host, **values)


def _invited(t: Language, meeting: Meeting, zone: tzinfo, shown: Shown) -> Iterator[str]:
    """Yield invitations, the most telling first."""
    opens = moment(t, meeting.opens, zone)
    if meeting.planned:
        about = msgid(
            '{host} invites you to a video meeting about "{subject}", {opens}. Join: {link}'
        )
        plain = msgid("{host} invites you to a video meeting, {opens}. Join: {link}")
        yield from _forms(t, meeting, about, plain, shown, opens=opens, link=LINK)
        yield t("Video meeting, {opens}: {link}", opens=opens, link=LINK)
    else:
        about = msgid('{host} invites you to a video meeting about "{subject}". Join: {link}')
        plain = msgid("{host} invites you to a video meeting. Join: {link}")
        yield from _forms(t, meeting, about, plain, shown, link=LINK)
        yield t("Video meeting: {link}", link=LINK)


def _reminding(t: Language, meeting: Meeting, times: Times) -> Iterator[str]:
    """Yield reminders that a meeting begins soon or has begun, the most detailed first."""
    opens, ago = moment(t, meeting.opens, times.zone), t.length(times.ago)
    for host in _hosts(meeting, _safe):
        if times.ago:
            yield t("Your video meeting with {host} started {ago} ago.", host=host, ago=ago)
        else:
            yield t(
                "Starting soon: your video meeting with {host}, {opens}.", host=host, opens=opens
            )


def _changed(t: Language, meeting: Meeting, zone: tzinfo) -> Iterator[str]:
    """Yield what became of a meeting, with one ``LINK``, the most telling first."""
    about = msgid(
        '{host} changed the video meeting about "{subject}". It now lasts until {until}.'
        " Join: {link}"
    )
    plain = msgid("{host} changed the video meeting. It now lasts until {until}. Join: {link}")
    until = moment(t, meeting.expires, zone)
    return _forms(t, meeting, about, plain, _safe, until=until, link=LINK)


def _moved(t: Language, meeting: Meeting, zone: tzinfo) -> Iterator[str]:
    """Yield the new time of a meeting, with one ``LINK``, the most telling first."""
    about = msgid('{host} moved the video meeting about "{subject}" to: {opens}. Join: {link}')
    plain = msgid("{host} moved the video meeting to: {opens}. Join: {link}")
    opens = moment(t, meeting.opens, zone)
    return _forms(t, meeting, about, plain, _safe, opens=opens, link=LINK)


def _cancelled(t: Language, meeting: Meeting, zone: tzinfo) -> Iterator[str]:
    """Yield the news of a cancellation, the most telling first."""
    about = msgid('{host} cancelled the video meeting about "{subject}", {opens}.')
    plain = msgid("{host} cancelled the video meeting, {opens}.")
    return _forms(t, meeting, about, plain, _safe, opens=moment(t, meeting.opens, zone))


def long_words(t: Language, meeting: Meeting, times: Times) -> str:
    """Return an invitation of several lines with one ``LINK``, in markdown."""
    return lines(
        invitation(t, meeting),
        validity(t, meeting, times),
        LINK,
        *(f"{number}. {step}" for number, step in enumerate(steps_to_join(t), 1)),
    )

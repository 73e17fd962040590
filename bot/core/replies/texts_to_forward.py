"""What hosts share themselves: texts to forward, and a QR code to scan."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.domain.commands import Guest
from bot.core.domain.links import GuestLink
from bot.core.domain.meetings import Meeting
from bot.core.replies.delivery_outcomes import name
from bot.core.replies.sms_texts import long_words, short_words, short_words_in_chat
from bot.core.wording import sms_length
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, Text, filled_in, lines
from bot.core.wording.times import Times


def texts_for(
    t: Language, theirs: Language, meeting: Meeting, whom: tuple[Guest, GuestLink], times: Times
) -> Text:
    """Return a short and a long text for a guest, ready to copy.

    Args:
        t: the host's language.
        theirs: the guest's language.
        meeting: as its guests are told about it.
        whom: the guest, or nobody in particular, with a fresh link.
        times: how its times are said.
    """
    guest, link = whom
    short = short_words(theirs, meeting, times.zone, link)
    return Text.with_links(
        lines(
            _heading(t, meeting, guest),
            "",
            _size(t, short.replace(LINK, ""), filled_in(short, link)),
            "",
            *_quoted(short_words_in_chat(theirs, meeting, times.zone, link)),
            "",
            t("Longer, for an email or a chat:"),
            "",
            *_quoted(long_words(theirs, meeting, times)),
        ),
        link,
        link,
    )


def _heading(t: Language, meeting: Meeting, guest: Guest) -> str:
    if not guest.identity:
        return t("**Texts to forward** for #{number}, with a fresh link:", number=meeting.number)
    return t(
        "**Texts to forward to {guest}** for #{number}, with a fresh link:",
        **_facts(meeting, guest),
    )


def _facts(meeting: Meeting, guest: Guest) -> dict[str, object]:
    return {"guest": name(guest), "number": meeting.number}


def _size(t: Language, words: str, whole: str) -> str:
    """Return how long the short text is, and how many SMS it takes."""
    return t(
        "Short: {words} characters, {whole} with the link ({number} SMS).",
        words=sms_length.length(words),
        whole=sms_length.length(whole),
        number=sms_length.messages(whole),
    )


def _quoted(words: str) -> list[str]:
    return [f"> {row}" for row in words.split("  \n")]


def nobody_called(t: Language, names: Sequence[str], meeting: Meeting) -> Text:
    """Say that no guest has such a name."""
    return Text(
        t(
            "#{number} has no guest called {names}, so there’s no text. Say `status #{number}` to"
            " see its guests, or `add` and a person to invite someone.",
            names=", ".join(f"“{inert(each)}”" for each in names),
            number=meeting.number,
        )
    )


def qr_caption(t: Language, meeting: Meeting, link: GuestLink) -> Text:
    """Return the text beside a QR code."""
    said = t(
        "**Scan to join:** a guest link for #{number}. Show it at a desk or print it. Anyone who"
        " scans it can join: {link}",
        number=meeting.number,
        link=LINK,
    )
    return Text.with_links(said, link)

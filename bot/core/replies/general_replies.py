"""Greetings, apologies and refusals that belong to no single command."""

from __future__ import annotations

from bot.core.domain.errors import Trouble
from bot.core.domain.limits import LimitReached
from bot.core.wording import failure_reasons
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, lines

TRIED = ("meet alice@x.com", "meet", "help")
"""What the greeting suggests; the grammar's tests say each."""


def greeting(t: Language) -> Text:
    """Return what the bot says when it is added to a space."""
    hi = t(
        "Hi! I start video meetings with anyone, with or without Webex. You get the host link"
        " privately, and each guest gets their own link. Mention me and say:"
    )
    return Text(lines(hi, "", *(f"- `{example}`" for example in TRIED)))


def hello(t: Language, *, direct: bool) -> Text:
    """Return the answer to a bare mention or a hello.

    Args:
        t: the reader's language.
        direct: whether it was said in a direct chat.
    """
    said = (
        t("Hi! Say `meet alice@x.com` to start a video meeting, or `help` to see what I can do.")
        if direct
        else t(
            "Hi! Mention me and say `meet alice@x.com` to start a video meeting, or `help` to see"
            " what I can do."
        )
    )
    return Text(said)


def in_direct_chat(t: Language) -> Text:
    """Tell a space that the answer is in the requester's direct chat."""
    return Text(t("I sent you the answer in our direct chat."))


def late(t: Language, minutes: int, said: str) -> Text:
    """Ask whether to still do what a message asked that was found late."""
    return Text(
        t(
            "I missed your message from {duration} ago: “{said}”. Should I still do it? Press the"
            " button or say it again; otherwise I won’t.",
            duration=t.length(minutes),
            said=inert(said, 100),
        )
    )


def too_many(t: Language, guests: int, hosts: int, most: int) -> Text:
    """Say that a meeting can't have that many guests or hosts."""
    if guests > most:
        return Text(
            t(
                "That’s {guests} guests, but a meeting can have at most {most}. Nothing was sent."
                " Name fewer people, or start two meetings.",
                guests=guests,
                most=most,
            )
        )
    return Text(
        t(
            "That’s {hosts} hosts, but a meeting can have at most {most}. Nothing was sent. Name"
            " fewer people, or start two meetings.",
            hosts=hosts,
            most=most,
        )
    )


def too_often(t: Language, reached: LimitReached) -> Text:
    """Say that the hourly limit of meetings is reached."""
    if reached.of_space:
        return Text(
            t(
                "This space has started {most} meetings in the last hour, which is the limit."
                " Nobody was invited. Try again later, message me directly, or `add` people to a"
                " meeting you already have.",
                most=reached.limit,
            )
        )
    return Text(
        t(
            "You’ve started {most} meetings in the last hour, which is the limit. Nobody was"
            " invited. Try again later, or `add` people to a meeting you already have.",
            most=reached.limit,
        )
    )


def broken(t: Language) -> Text:
    """Return the apology for a bug."""
    return Text(
        t(
            "Sorry, something went wrong on my side, and I may not have finished. Please try"
            " again. If it keeps happening, tell my administrator: the details are in my log."
        )
    )


def not_read(t: Language, trouble: Trouble) -> Text:
    """Say that Webex didn't let the bot read a message."""
    said = t(
        "There’s a message for me here, but Webex didn’t let me read it, so I did nothing. Please"
        " send it again. If it keeps happening, tell my administrator."
    )
    return Text(lines(said, failure_reasons.for_the_log(t, trouble)))


def not_finished(t: Language, trouble: Trouble) -> Text:
    """Say that a command failed, perhaps halfway through."""
    said = t(
        "I couldn’t finish: {why} What I’ve done so far stands; say `status` to see it. Please try"
        " again in a few minutes. If it keeps happening, tell my administrator.",
        why=failure_reasons.not_done(t, trouble),
    )
    return Text(lines(said, failure_reasons.for_the_log(t, trouble)))


def no_meeting(t: Language, trouble: Trouble) -> Text:
    """Return why there is no meeting, and what to do."""
    what, so = t("I couldn’t start the meeting"), t("Nobody was invited.")
    return _no_links(t, trouble, what, so)


def no_links(t: Language, trouble: Trouble) -> Text:
    """Return why there are no new links for a meeting, and what to do."""
    return _no_links(t, trouble, t("I couldn’t get new links"), t("Nothing was sent."))


def _no_links(t: Language, trouble: Trouble, what: str, so: str) -> Text:
    return Text(
        lines(
            failure_reasons.no_links(t, trouble, what, so), failure_reasons.for_the_log(t, trouble)
        )
    )


def no_doors(t: Language) -> Text:
    """Say that guests can't be let in one by one, because they have no doors."""
    return Text(
        t(
            "I can’t let guests in one by one here, so I started nothing: guests’ links lead"
            " straight into the meeting. Say it with `straight in`, or ask my administrator to set"
            " up guests’ pages."
        )
    )

"""What the bot says of itself, and where it could not do what was asked.

Whatever a person wrote goes in by `inert`; a link goes in by its own text type.
"""

from __future__ import annotations

from bot.core.domain.errors import Trouble
from bot.core.domain.limits import Full
from bot.core.wording import failure_reasons
from bot.core.wording.languages import Language
from bot.core.wording.texts import Text, inert, lines

TRIED = ("meet alice@x.com", "meet", "help")
"""What a greeting proposes; the grammar's tests say each."""


def greeting(t: Language) -> Text:
    """Return what the bot says when it is invited into a space."""
    hello = t(
        "Hello. I start video meetings for people with or without Webex: the host link goes"
        " to you in private, each guest gets a link of their own."
    )
    rows = (t("- mention me and say `{example}`", example=example) for example in TRIED)
    return Text(lines(hello, "", *rows))


def late(t: Language, minutes: int, said: str) -> Text:
    """Return what is said to somebody whose message was not heard when it was written."""
    return Text(
        t(
            "I could not hear you when you wrote this, {duration} ago: “{said}”. Shall I still do"
            " it? Press the button, or say it again; otherwise nothing happens.",
            duration=t.length(minutes),
            said=inert(said, 100),
        )
    )


def too_many(t: Language, guests: int, hosts: int, most: int) -> Text:
    """Return that one meeting cannot have so many guests, or so many hosts."""
    if guests > most:
        return Text(
            t(
                "That would be {guests} guests, and one meeting can have {most}. Nothing was sent;"
                " name fewer people, or start two meetings.",
                guests=guests,
                most=most,
            )
        )
    return Text(
        t(
            "That would be {hosts} hosts, and one meeting can have {most}. Nothing was sent;"
            " name fewer people, or start two meetings.",
            hosts=hosts,
            most=most,
        )
    )


def too_often(t: Language, reached: Full) -> Text:
    """Return that as many meetings were asked for within an hour as may be."""
    if reached.space:
        return Text(
            t(
                "{most} meetings were started in this space within an hour, and more are not"
                " allowed, so nobody was invited. Please wait a while, ask me in a direct chat, or"
                " `add` people to a meeting that you have.",
                most=reached.most,
            )
        )
    return Text(
        t(
            "You started {most} meetings within an hour, and more are not allowed, so nobody was"
            " invited. Please wait a while, or `add` people to a meeting that you have.",
            most=reached.most,
        )
    )


def broken(t: Language) -> Text:
    """Return what is said when the bot itself has a fault."""
    return Text(
        t(
            "Something in me went wrong, and I may not have finished what you asked. Please say it"
            " again; if this comes back, tell whoever runs me: my log says more."
        )
    )


def not_read(t: Language, trouble: Trouble) -> Text:
    """Return that a message for the bot could not be read."""
    said = t(
        "There is a message for me here, and Webex did not let me read it, so I did nothing."
        " Please say it again; if this comes back, tell whoever runs me."
    )
    return Text(lines(said, failure_reasons.for_the_log(t, trouble)))


def not_finished(t: Language, trouble: Trouble) -> Text:
    """Return that only a part of what was asked may have been done."""
    said = t(
        "I could not finish what you asked: {why} What I did until then stands; `status` tells it."
        " Please ask me again in a few minutes; if this comes back, tell whoever runs me.",
        why=failure_reasons.not_done(t, trouble),
    )
    return Text(lines(said, failure_reasons.for_the_log(t, trouble)))


def no_meeting(t: Language, trouble: Trouble) -> Text:
    """Return why there is no meeting, and what to do."""
    what, so = t("I could not start the meeting"), t("Nobody was invited.")
    return _no_links(t, trouble, what, so)


def no_links(t: Language, trouble: Trouble) -> Text:
    """Return why there are no more links for a meeting, and what to do."""
    return _no_links(t, trouble, t("I could not get new links"), t("Nothing was sent."))


def _no_links(t: Language, trouble: Trouble, what: str, so: str) -> Text:
    return Text(
        lines(
            failure_reasons.no_links(t, trouble, what, so), failure_reasons.for_the_log(t, trouble)
        )
    )

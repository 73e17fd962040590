"""Every sentence the bot can say: what happened, then what to do next.

Whatever a person wrote goes in by `inert`; a link goes in by its own text type.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core import grammar, reasons
from bot.core.commands import Guest, Hint, Unclear
from bot.core.errors import Trouble
from bot.core.meetings import GuestLink, HostLink, Meeting
from bot.core.texts import LINK, HostText, Text, inert, lines, pages

TRIED = ("meet alice@x.com", "meet", "help")
"""What a greeting proposes; the grammar's tests say each."""


def greeting() -> Text:
    """Return what the bot says when it is invited into a space."""
    return Text(
        lines(
            "Hello. I start video meetings for people with or without Webex: the host link goes"
            " to you in private, each guest gets a link of their own.",
            "",
            *(f"- mention me and say `{example}`" for example in TRIED),
        )
    )


def help_text(topic: str | None) -> Text:
    """Return what one can say: all of it, or `topic` at length."""
    rule = grammar.rule_named(topic) if topic else None
    return _help_on(rule) if rule else _help_overview()


def _help_overview() -> Text:
    rows = [f"- `{rule.usage}` – {rule.does}" for rule in grammar.RULES]
    return Text(
        lines(
            "**What you can say.** In a space, mention me first; here in private, just say it.",
            "",
            *rows,
            "",
            "`help meet` tells more about one of them.",
        )
    )


def _help_on(rule: grammar.Rule) -> Text:
    examples = [f"- `{example}`" for example in rule.examples]
    return Text(lines(f"`{rule.usage}` – {rule.does}", "", "For example:", "", *examples))


_WHY_UNCLEAR = {
    Hint.UNKNOWN: "I did not find a command in that.",
    Hint.SLIP: "I am not sure what you mean.",
    Hint.NO_VERB: "You named somebody, but not what to do.",
    Hint.WHO: "I do not know who “{said}” is. Mention the person, or write an e-mail address.",
    Hint.ADDRESS: "“{said}” looks like an e-mail address, but is none. Please check it.",
    Hint.SUBJECT: "I am not sure whether “{said}” is a guest or belongs to the subject."
    " Put the subject into quotes.",
    Hint.TOO_MANY: "These are more people than I can invite at once. Name fewer at a time.",
}


def unclear(command: Unclear) -> Text:
    """Return the question that a sentence leaves open, with what was probably meant."""
    why = _WHY_UNCLEAR[command.hint].format(said=inert(command.said, 100))
    if command.meant is None:
        return Text(lines(why, "Say `help` to see what I can do. Nothing was sent."))
    return Text(
        lines(f"{why} Did you mean:", "", f"- {_as_typed(grammar.say(command.meant))}", "")
        + "\nSay that, or `help`. Nothing was sent."
    )


def _as_typed(sentence: str) -> str:
    typed = _MENTION.sub(r"@\1", sentence)
    return f"**{inert(typed, 1000)}**"


_MENTION = re.compile(r"<@personId:[^|<>]*\|([^|<>]*)>")
"""How a canonical sentence holds a mention; a person types the name alone."""


def not_allowed() -> Text:
    """Return what somebody is told, once, who may not ask."""
    return Text(
        "Sorry, I only start meetings for the people of my own organisation, so I did nothing."
        " If you should be one of them, ask whoever runs me to add your address."
    )


def too_many(asked_for: int, most: int) -> Text:
    """Return that one meeting cannot have so many guests."""
    return Text(
        f"That would be {asked_for} guests, and one meeting can have {most}. Nothing was sent;"
        " name fewer people, or start two meetings."
    )


def broken() -> Text:
    """Return what is said when the bot itself has a fault."""
    return Text(
        "Something in me went wrong, and I may not have finished what you asked. Please say it"
        " again; if this comes back, tell whoever runs me: my log says more."
    )


def no_meeting(trouble: Trouble) -> Text:
    """Return why there are no links, and what to do."""
    return Text(lines(reasons.no_meeting(trouble), reasons.for_the_log(trouble)))


def host_note(meeting: Meeting, link: HostLink) -> HostText:
    """Return the host's own message."""
    return HostText(
        lines(
            f"**Your meeting{_about(meeting)} is ready.** Open it as the host: {LINK}",
            f"This link is only for you and works for {meeting.minutes} minutes."
            " Please do not forward it: it makes whoever opens it the host.",
        ),
        link,
    )


def guest_note(meeting: Meeting, link: GuestLink) -> Text:
    """Return an invitation, ready to be forwarded as it is."""
    return Text.with_links(
        lines(
            f"{inert(meeting.host)} invites you to a video meeting{_about(meeting)}.",
            f"Open this link to join, no account is needed: {LINK}",
            f"It works for {meeting.minutes} minutes.",
        ),
        link,
    )


def space_note(meeting: Meeting, link: GuestLink) -> Text:
    """Return the link that anybody in a space may use."""
    return Text.with_links(
        lines(
            f"**A video meeting{_about(meeting)}.** Everybody here can join: {LINK}",
            f"The link works for {meeting.minutes} minutes. {inert(meeting.host)} is the host"
            " and got the host link in private.",
        ),
        link,
    )


def undelivered(guest: Guest, trouble: Trouble, meeting: Meeting, link: GuestLink) -> Text:
    """Return, for the requester, what a guest was to get and did not."""
    return Text.with_links(
        lines(
            f"I could not reach {_name(guest)}: {reasons.not_reached(trouble)}."
            " Please pass this on to them yourself:",
            "",
            f"> {inert(meeting.host)} invites you to a video meeting{_about(meeting)}."
            f" Open this link to join, no account is needed: {LINK}"
            f" It works for {meeting.minutes} minutes.",
            "",
            reasons.for_the_log(trouble),
        ),
        link,
    )


def receipt(
    reached: Sequence[Guest],
    missed: Sequence[tuple[Guest, Trouble]],
    left_out: Sequence[Guest],
    *,
    host_told: bool,
) -> tuple[Text, ...]:
    """Return who was invited and whether it worked, in as many messages as it takes; no links."""
    rows = [f"- {_name(guest)}: invited by direct message" for guest in reached]
    rows += [
        f"- {_name(guest)}: not reached, {reasons.not_reached(trouble)};"
        " the requester has the text to pass on"
        for guest, trouble in missed
    ]
    rows += [f"- {_name(guest)}: needs no guest link" for guest in left_out]
    headline = _headline(len(reached), len(missed))
    if host_told:
        headline += " The host link went to the requester in private."
    return pages(headline, "", *rows)


def _headline(reached: int, missed: int) -> str:
    if missed:
        return f"**Invited {reached} of {reached + missed}.**"
    return "**Everybody is invited.**"


def no_private_word(trouble: Trouble) -> Text:
    """Return that the host link could not be handed over."""
    return Text(
        lines(
            f"I could not give you the host link in private: {reasons.not_reached(trouble)}."
            " Open a direct chat with me, say `meet` there, and invite the guests anew.",
            reasons.for_the_log(trouble),
        )
    )


def _about(meeting: Meeting) -> str:
    return f" about “{inert(meeting.subject)}”" if meeting.subject else ""


def _name(guest: Guest) -> str:
    if guest.name and guest.email:
        return f"{inert(guest.name)} ({inert(guest.email)})"
    return inert(guest.called)

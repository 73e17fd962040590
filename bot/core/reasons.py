"""Why something did not work, in words for people; `replies` says it."""

from __future__ import annotations

from bot.core.errors import (
    Late,
    NotActivated,
    NotFound,
    Passing,
    TokenRefused,
    Trouble,
    Unintelligible,
)
from bot.core.meetings import Way
from bot.core.texts import inert

ACTIVATION_PAGE = "https://instant.webex.com/integrate/"
"""Where an administrator switches Instant Connect on for an organisation, once."""


def no_links(trouble: Trouble, what: str, so: str) -> str:
    """Return why there are no links, and what to do.

    Args:
        trouble: with the broker.
        what: did not work, as the beginning of a sentence.
        so: what follows from it, as a sentence.
    """
    match trouble:
        case Passing():
            return (
                f"{what}: Instant Connect does not answer at the moment. {so}"
                " Please ask me again in a few minutes."
            )
        case TokenRefused():
            return (
                f"{what}: Webex no longer accepts my token. {so}"
                " Please tell whoever runs me to renew it."
            )
        case NotActivated() | NotFound():
            return (
                f"{what}: Instant Connect is not switched on for our organisation. {so}"
                f" An administrator switches it on at {ACTIVATION_PAGE}"
            )
        case Unintelligible():
            return (
                f"{what}: what Instant Connect answered made no sense. {so} Please ask me again"
                " in a few minutes; if it stays so, tell whoever runs me."
            )
    return f"{what}: Instant Connect refused it. {so} Please tell whoever runs me."


def for_the_log(trouble: Trouble) -> str:
    """Return what Cisco's support asks for, or nothing where Webex did not say it."""
    if not trouble.tracking_id:
        return ""
    return f"For the administrator: Webex’s tracking id is {inert(trouble.tracking_id, 100)}."


def not_reached(trouble: Trouble, way: Way = Way.DIRECT) -> str:
    """Return why what was sent did not reach somebody, to stand within a sentence."""
    return _mail_not_taken(trouble) if way is Way.MAIL else _message_not_taken(trouble)


def _message_not_taken(trouble: Trouble) -> str:
    match trouble:
        case Passing():
            return "Webex did not take the message in time"
        case TokenRefused():
            return "Webex no longer accepts my token, please tell whoever runs me"
    return "Webex does not let me write to them"


def _mail_not_taken(trouble: Trouble) -> str:
    match trouble:
        case Late():
            return "the mail server does not answer yet, and I go on trying"
        case Passing():
            return "the mail server did not take the e-mail in time"
        case TokenRefused():
            return "the mail server does not accept me, please tell whoever runs me"
    return "the mail server does not take e-mail for this address"

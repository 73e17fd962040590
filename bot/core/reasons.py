"""Why something did not work, in words for people; `replies` says it."""

from __future__ import annotations

from bot.core.errors import NotActivated, NotFound, Passing, TokenRefused, Trouble, Unintelligible
from bot.core.texts import inert

ACTIVATION_PAGE = "https://instant.webex.com/integrate/"
"""Where an administrator switches Instant Connect on for an organisation, once."""


def no_meeting(trouble: Trouble) -> str:
    """Return why there are no links, and what to do."""
    match trouble:
        case Passing():
            return (
                "I could not start the meeting: Instant Connect does not answer at the moment."
                " Nobody was invited. Please ask me again in a few minutes."
            )
        case TokenRefused():
            return (
                "I could not start the meeting: Webex no longer accepts my token. Nobody was"
                " invited. Please tell whoever runs me to renew it."
            )
        case NotActivated() | NotFound():
            return (
                "I could not start the meeting: Instant Connect is not switched on for our"
                " organisation. Nobody was invited. An administrator switches it on at"
                f" {ACTIVATION_PAGE}"
            )
        case Unintelligible():
            return (
                "I could not start the meeting: what Instant Connect answered made no sense."
                " Nobody was invited. Please ask me again in a few minutes; if it stays so, tell"
                " whoever runs me."
            )
    return (
        "I could not start the meeting: Instant Connect refused it. Nobody was invited."
        " Please tell whoever runs me."
    )


def for_the_log(trouble: Trouble) -> str:
    """Return what Cisco's support asks for, or nothing where Webex did not say it."""
    if not trouble.tracking_id:
        return ""
    return f"For the administrator: Webex’s tracking id is {inert(trouble.tracking_id, 100)}."


def not_reached(trouble: Trouble) -> str:
    """Return why a message did not reach somebody, to stand within a sentence."""
    match trouble:
        case Passing():
            return "Webex did not take the message in time"
        case TokenRefused():
            return "Webex no longer accepts my token, please tell whoever runs me"
    return "Webex does not let me write to them"

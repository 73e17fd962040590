"""Why something did not work, in words for people; the replies use them."""

from __future__ import annotations

from bot.core.domain.errors import (
    Late,
    LinkLost,
    NoAddress,
    NotActivated,
    NotFound,
    NotSetUp,
    Overtaken,
    Passing,
    TokenRefused,
    TooManyMessages,
    TooManyTexts,
    Trouble,
    Unintelligible,
)
from bot.core.domain.meetings import Way
from bot.core.wording.inert_text import inert
from bot.core.wording.languages import Language, msgid

ACTIVATION_PAGE = "https://instant.webex.com/integrate/"
"""Where an administrator turns Instant Connect on for an organization, once."""


_PASSING = msgid(
    "{what}: Instant Connect isn’t responding. {so} Please try again in a few minutes."
)
_TOKEN_REFUSED = msgid(
    "{what}: Webex no longer accepts my token. {so} Please ask my administrator to renew it."
)
_NOT_ACTIVATED = msgid(
    "{what}: Instant Connect isn’t turned on for our organization. {so} An administrator can turn"
    " it on at {page}"
)
_UNINTELLIGIBLE = msgid(
    "{what}: Instant Connect sent an answer I couldn’t read. {so} Please try again in a few"
    " minutes. If it keeps happening, tell my administrator."
)
_REFUSED = msgid("{what}: Instant Connect refused the request. {so} Please tell my administrator.")


def no_links(t: Language, trouble: Trouble, what: str, so: str) -> str:
    """Return why there are no links, and what to do.

    Args:
        t: the reader's language.
        trouble: with the broker.
        what: what did not work, as the beginning of a sentence.
        so: what follows from it, as a sentence.
    """
    return t(_why(trouble), what=what, so=so, page=ACTIVATION_PAGE)


def _why(trouble: Trouble) -> str:
    match trouble:
        case Passing():
            return _PASSING
        case TokenRefused():
            return _TOKEN_REFUSED
        case NotActivated() | NotFound():
            return _NOT_ACTIVATED
        case Unintelligible():
            return _UNINTELLIGIBLE
    return _REFUSED


def for_the_log(t: Language, trouble: Trouble) -> str:
    """Return the tracking ID that Cisco's support asks for; empty if Webex gave none."""
    if not trouble.tracking_id:
        return ""
    tracking_id = inert(trouble.tracking_id, 100)
    return t(
        "For the administrator: the Webex tracking ID is {tracking_id}.", tracking_id=tracking_id
    )


def not_reached(t: Language, trouble: Trouble, way: Way = Way.DIRECT) -> str:
    """Return why a message did not reach someone, as part of a sentence."""
    if isinstance(trouble, LinkLost):
        return t("I was interrupted, and Instant Connect gave me no new link for them")
    if isinstance(trouble, TooManyMessages):
        return t("they got too many messages in the last ten minutes")
    if isinstance(trouble, TooManyTexts):
        return t("today’s limit for text messages is reached")
    reasons = {Way.MAIL: _mail_not_taken, Way.PHONE: _text_not_taken}
    return reasons.get(way, _message_not_taken)(t, trouble)


def _message_not_taken(t: Language, trouble: Trouble) -> str:
    match trouble:
        case Passing():
            return t("Webex didn’t accept the message in time")
        case TokenRefused():
            return t("Webex no longer accepts my token, please tell my administrator")
    return t("Webex doesn’t let me message them")


def not_done(t: Language, trouble: Trouble) -> str:
    """Return why part of a request was not done, as the end of a sentence."""
    match trouble:
        case Passing():
            return t("a service I need didn’t respond in time.")
        case TokenRefused():
            return t("Webex no longer accepts my token.")
        case Unintelligible():
            return t("Webex sent an answer I couldn’t read.")
    return t("Webex refused part of it.")


_OVERTAKEN = msgid("the meeting was cancelled or changed before this was sent")


def _mail_not_taken(t: Language, trouble: Trouble) -> str:
    refused = msgid("the mail server doesn’t accept email for this address")
    return t(_NO_MAIL.get(type(trouble), refused))


_NO_MAIL = {
    Late: msgid("the mail server isn’t responding, and I’ll keep trying"),
    Passing: msgid("the mail server didn’t accept the email in time"),
    TokenRefused: msgid("the mail server won’t send my emails, please tell my administrator"),
    NotSetUp: msgid("email isn’t set up"),
    NoAddress: msgid("Webex doesn’t show me their email address"),
    Overtaken: _OVERTAKEN,
}


def _text_not_taken(t: Language, trouble: Trouble) -> str:
    match trouble:
        case NotSetUp():
            return t("text messages aren’t set up")
        case Overtaken():
            return t(_OVERTAKEN)
        case Late():
            return t("Webex Connect isn’t responding, and I’ll keep trying")
        case Passing():
            return t("Webex Connect didn’t accept the text message in time")
    return t("Webex Connect doesn’t accept the text message, please tell my administrator")

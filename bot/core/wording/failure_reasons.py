"""Why something did not work, in words for people; `replies` says it."""

from __future__ import annotations

from bot.core.domain.errors import (
    Late,
    NoAddress,
    NotActivated,
    NotFound,
    NotSetUp,
    Overtaken,
    Passing,
    TokenRefused,
    Trouble,
    Unintelligible,
)
from bot.core.domain.meetings import Way
from bot.core.wording.languages import Language, msgid
from bot.core.wording.texts import inert

ACTIVATION_PAGE = "https://instant.webex.com/integrate/"
"""Where an administrator switches Instant Connect on for an organisation, once."""


_PASSING = msgid(
    "{what}: Instant Connect does not answer at the moment. {so} Please ask me again in a few"
    " minutes."
)
_TOKEN_REFUSED = msgid(
    "{what}: Webex no longer accepts my token. {so} Please tell whoever runs me to renew it."
)
_NOT_ACTIVATED = msgid(
    "{what}: Instant Connect is not switched on for our organisation. {so} An administrator"
    " switches it on at {page}"
)
_UNINTELLIGIBLE = msgid(
    "{what}: what Instant Connect answered made no sense. {so} Please ask me again in a few"
    " minutes; if it stays so, tell whoever runs me."
)
_REFUSED = msgid("{what}: Instant Connect refused it. {so} Please tell whoever runs me.")


def no_links(t: Language, trouble: Trouble, what: str, so: str) -> str:
    """Return why there are no links, and what to do.

    Args:
        t: in which it is said.
        trouble: with the broker.
        what: did not work, as the beginning of a sentence.
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
    """Return what Cisco's support asks for, or nothing where Webex did not say it."""
    if not trouble.tracking_id:
        return ""
    tracking_id = inert(trouble.tracking_id, 100)
    return t(
        "For the administrator: Webex’s tracking id is {tracking_id}.", tracking_id=tracking_id
    )


def not_reached(t: Language, trouble: Trouble, way: Way = Way.DIRECT) -> str:
    """Return why what was sent did not reach somebody, to stand within a sentence."""
    told = {Way.MAIL: _mail_not_taken, Way.PHONE: _text_not_taken}
    return told.get(way, _message_not_taken)(t, trouble)


def _message_not_taken(t: Language, trouble: Trouble) -> str:
    match trouble:
        case Passing():
            return t("Webex did not take the message in time")
        case TokenRefused():
            return t("Webex no longer accepts my token, please tell whoever runs me")
    return t("Webex does not let me write to them")


def not_done(t: Language, trouble: Trouble) -> str:
    """Return why a part of what was asked was not done, as the rest of a sentence."""
    match trouble:
        case Passing():
            return t("a service that I need did not answer in time.")
        case TokenRefused():
            return t("Webex no longer accepts my token.")
        case Unintelligible():
            return t("what Webex answered made no sense.")
    return t("Webex refused a part of it.")


_OVERTAKEN = msgid("the meeting was cancelled or changed before it went out")


def _mail_not_taken(t: Language, trouble: Trouble) -> str:
    refused = msgid("the mail server does not take e-mail for this address")
    return t(_NO_MAIL.get(type(trouble), refused))


_NO_MAIL = {
    Late: msgid("the mail server does not answer, and I go on trying"),
    Passing: msgid("the mail server did not take the e-mail in time"),
    TokenRefused: msgid("the mail server does not accept me, please tell whoever runs me"),
    NotSetUp: msgid("e-mail is not set up"),
    NoAddress: msgid("Webex does not tell me their e-mail address"),
    Overtaken: _OVERTAKEN,
}


def _text_not_taken(t: Language, trouble: Trouble) -> str:
    match trouble:
        case NotSetUp():
            return t("text messages are not set up here")
        case Overtaken():
            return t(_OVERTAKEN)
        case Late():
            return t("Webex Connect does not answer, and I go on trying")
        case Passing():
            return t("Webex Connect did not take the text message in time")
    return t("Webex Connect does not take the text message, please tell whoever runs me")

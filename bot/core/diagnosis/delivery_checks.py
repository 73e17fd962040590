"""Judges what came of a test message."""

from __future__ import annotations

from bot.core.diagnosis.findings import Finding, amber, green, not_reached, red
from bot.core.domain.errors import Passing, Refused, TokenRefused, Trouble
from bot.core.domain.meetings import Way

_SERVICE = {Way.DIRECT: "Webex", Way.MAIL: "The mail server", Way.PHONE: "Webex Connect"}
_SETTING = {Way.DIRECT: "CLOUD", Way.MAIL: "SMTP_URL", Way.PHONE: "WEBEX_CONNECT_URL"}
_ACCESS = {
    Way.DIRECT: "WEBEX_ACCESS_TOKEN",
    Way.MAIL: "user and password in SMTP_URL, and MAIL_FROM",
    Way.PHONE: "WEBEX_CONNECT_KEY",
}


def of_test(way: Way, trouble: Trouble | None, *, set_up: bool) -> Finding:
    """Judge a test message.

    Args:
        way: how it was sent.
        trouble: what came of it; None if it was accepted.
        set_up: whether the installation has this way at all.
    """
    name, service = f"test {way}", _SERVICE[way]
    if not set_up:
        return red(name, "Nothing was sent, because this isn't set up.", f"Set {_SETTING[way]}.")
    match trouble:
        case None:
            return green(name, f"{service} accepted a test message. Check whether it arrived.")
        case Passing():
            return not_reached(name, service, trouble, _SETTING[way])
        case TokenRefused():
            return red(name, f"{service} doesn't let the bot sign in.", f"Check {_ACCESS[way]}.")
        case Refused():
            return amber(name, f"{service} rejects this recipient.", "Try another recipient.")
    return not_reached(name, service, trouble, _SETTING[way])

"""Explains why a command couldn't start, in words for an operator."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import SQLAlchemyError

from bot.core.domain.errors import (
    BotError,
    NotActivated,
    NotFound,
    Passing,
    TokenRefused,
    Trouble,
    Unintelligible,
)
from bot.core.wording.failure_reasons import ACTIVATION_PAGE

MENDABLE = (BotError, OSError, SQLAlchemyError, sqlite3.Error)
"""What an operator can mend; anything else is a bug."""


def why(error: Exception, service: str = "Webex") -> str:
    """Return what is wrong, and what to do about it.

    Args:
        error: one of `MENDABLE`.
        service: that was asked.
    """
    match error:
        case Trouble():
            return " ".join(filter(None, (_of_service(error, service), _tracking(error))))
        case BotError():
            return str(error)
        case OSError():
            about = f" ({error.filename})" if error.filename else ""
            return f"This machine did not let the bot go on: {error.strerror or error}{about}."
    return (
        "The database that DATABASE_URL names cannot be used. Check the address, that what is"
        " there is the bot's database, that it runs and that it lets this user in."
    )


def _of_service(trouble: Trouble, service: str) -> str:
    match trouble:
        case TokenRefused():
            return (
                f"{service} does not accept WEBEX_ACCESS_TOKEN. Look the token up, or make a new"
                " one, at https://developer.webex.com/my-apps."
            )
        case Passing():
            return f"{service} does not answer at the moment. Try again in a few minutes."
        case NotActivated():
            return (
                f"{service} is not switched on for this organisation. An administrator switches"
                f" it on at {ACTIVATION_PAGE}"
            )
        case Unintelligible() | NotFound():
            return (
                f"What answers in the place of {service} is something else. Check CLOUD, and"
                " the addresses that the settings name."
            )
    return f"{service} refused."


def _tracking(trouble: Trouble) -> str:
    if not trouble.tracking_id:
        return ""
    return f"Its tracking id for the administrator: {trouble.tracking_id}"

"""Why a command could not run, in words for the administrator."""

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
"""What an administrator can fix; anything else is a bug."""


def why(error: Exception, service: str = "Webex") -> str:
    """Return what is wrong, and how to fix it.

    Args:
        error: one of `MENDABLE`.
        service: the service that was called.
    """
    match error:
        case Trouble():
            return " ".join(filter(None, (_of_service(error, service), _tracking(error))))
        case BotError():
            return str(error)
        case OSError():
            about = f" ({error.filename})" if error.filename else ""
            return f"The operating system stopped the bot: {error.strerror or error}{about}."
    return (
        "The database in DATABASE_URL can't be used. Check that the address is right, that the"
        " database is running, that it lets this user in, and that it is the bot's own."
    )


def _of_service(trouble: Trouble, service: str) -> str:
    match trouble:
        case TokenRefused():
            return (
                f"{service} rejects WEBEX_ACCESS_TOKEN. Check the token, or make a new one, at"
                " https://developer.webex.com/my-apps."
            )
        case Passing():
            return f"{service} isn't responding. Try again in a few minutes."
        case NotActivated():
            return (
                f"{service} isn't turned on for this organization. An administrator can turn it on"
                f" at {ACTIVATION_PAGE}"
            )
        case Unintelligible() | NotFound():
            return (
                f"Something other than {service} answers at its address. Check CLOUD and the"
                " addresses in the settings."
            )
    return f"{service} refused the request."


def _tracking(trouble: Trouble) -> str:
    if not trouble.tracking_id:
        return ""
    return f"Tracking ID for Cisco support: {trouble.tracking_id}"

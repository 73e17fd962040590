"""The errors: each class says what to do about it.

No message quotes what a service sent: responses contain links and addresses.
"""

from __future__ import annotations

from typing import Any, ClassVar


class BotError(Exception):
    """An error that the bot knows how to handle."""


class NoticeRefused(BotError):
    """A request that isn't a notice for this bot; none of it is kept.

    Args:
        status: the HTTP status of the answer (4xx).
        reason: for the operator; contains nothing of the body.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class CannotListenError(BotError):
    """The bot can't listen on an address or port.

    Args:
        host: the address.
        port: the port.
        chosen_by: the settings or options that choose another.
    """

    def __init__(self, host: str, port: int, chosen_by: str) -> None:
        super().__init__(
            f"The bot can't listen on port {port} of {host}: another program may be using it, it"
            " may be reserved, or this machine has no such address. Choose another with"
            f" {chosen_by}."
        )


class Trouble(BotError):
    """A service didn't do what it was asked.

    Args:
        tracking_id: for Cisco's support, from the ``trackingid`` header or the body.
        retry_after: seconds that the service asked to wait, if any.
    """

    kinds: ClassVar[dict[str, type[Trouble]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        Trouble.kinds[cls.__name__] = cls

    def __init__(self, tracking_id: str | None = None, retry_after: float | None = None) -> None:
        super().__init__(type(self).__name__)
        self.tracking_id = tracking_id
        self.retry_after = retry_after

    def record(self) -> dict[str, Any]:
        """Return this trouble as plain data, fit for a checkpoint."""
        return {
            "trouble": type(self).__name__,
            "tracking_id": self.tracking_id,
            "retry_after": self.retry_after,
        }

    @staticmethod
    def from_record(record: dict[str, Any]) -> Trouble:
        """Return the trouble that `record` wrote down."""
        kind = Trouble.kinds.get(record["trouble"], Refused)
        return kind(record["tracking_id"], record["retry_after"])


class Passing(Trouble):
    """A passing outage: too many requests, a lock, a server error, a lost connection. Retry."""


class DatabaseAway(Passing):
    """The database can't be reached or written. Nothing works without it, not even an apology."""


class Unintelligible(Trouble):
    """A success with meaningless content, as from a broken proxy. Retry a few times."""


class NotFound(Trouble):
    """The object doesn't exist, or not yet."""


class TokenRefused(Trouble):
    """Webex rejects the bot's token. Retrying doesn't help until somebody fixes it."""


class NotActivated(Trouble):
    """Instant Connect isn't activated for this organization."""


class Refused(Trouble):
    """The service refused for good. Don't retry."""


class NotSetUp(Trouble):
    """This way of delivery isn't set up here."""


class NoAddress(Trouble):
    """The recipient has no known address."""


class Overtaken(Trouble):
    """The meeting was cancelled or changed before the message was sent."""


class LinkLost(Trouble):
    """It was interrupted, and its link can't be had again."""


class TooManyMessages(Trouble):
    """The limit of messages to the guest within a short time is reached."""


class TooManyTexts(Trouble):
    """The day's limit of text messages is reached."""


class AwaitsHost(Trouble):
    """Not sent yet; it will be once an expert has taken the request."""


class Late(Trouble):
    """Not done yet, and still being tried."""

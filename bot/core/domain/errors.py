"""The errors: each class says what to do about it.

No message in here ever quotes what the outside said: bodies hold links and addresses.
"""

from __future__ import annotations

from typing import Any, ClassVar


class BotError(Exception):
    """Something the bot has a plan for."""


class NoticeRefused(BotError):
    """A delivery that is no notice for this bot; nothing of it is kept.

    Args:
        status: the HTTP status that the sender is answered with (4xx).
        reason: for the operator; never holds anything of the body.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class CannotListenError(BotError):
    """An address or a port is not to be had.

    Args:
        host: where it was to be.
        port: of it.
        chosen_by: what to choose another by.
    """

    def __init__(self, host: str, port: int, chosen_by: str) -> None:
        super().__init__(
            f"The bot cannot listen on port {port} of {host}: another program may hold the port,"
            " it may be reserved, or this machine has no such address. Choose another by"
            f" {chosen_by}."
        )


class Trouble(BotError):
    """An upstream service did not do what it was asked.

    Args:
        tracking_id: what Cisco's support asks for, from the ``trackingid`` header or the body.
        retry_after: seconds that the service asked to wait, if it did.
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
    """It will pass: too many requests, a lock, a server error, a lost or silent connection."""


class Unintelligible(Trouble):
    """The answer was a success in form and nonsense in content, as behind a broken proxy."""


class NotFound(Trouble):
    """What was asked for is not there, or not there yet."""


class TokenRefused(Trouble):
    """The bot's token is not accepted; asking again cannot help until somebody mends it."""


class NotActivated(Trouble):
    """Instant Connect does not serve this organisation (yet)."""


class Refused(Trouble):
    """The service understood and said no, for good."""


class NotSetUp(Trouble):
    """This installation has no such way; whoever runs the bot could set it up."""


class NoAddress(Trouble):
    """Nobody told where it could go."""


class Overtaken(Trouble):
    """What it was about was cancelled or changed before it was done."""


class Late(Trouble):
    """It is not done yet, and still being tried."""

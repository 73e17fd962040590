"""A recorded notice, which a conversation starts from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.incoming.notices import Notice


@dataclass(frozen=True)
class Received:
    """A notice, and what was recorded with it.

    Args:
        notice: the notice.
        at: when it arrived, in UTC.
        seed: an unguessable value, which becomes the identity of its meeting.
        written: when its message was written, in UTC, if the bot found it later without a notice.
        sent: when its message was written, in seconds since 1970, if Webex said so.
    """

    notice: Notice
    at: datetime
    seed: str = field(repr=False)
    written: datetime | None = None
    sent: float | None = None

    @property
    def key(self) -> str:
        """The conversation's key, the same for a repeated notice."""
        return self.notice.key

    @property
    def order(self) -> tuple[str, float] | None:
        """The person and space within which order matters, and the time; None if it doesn't."""
        key = self.notice.ordering_key
        return (key, self.sent or self.at.timestamp()) if key else None

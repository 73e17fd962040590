"""A notice as it was recorded: what a conversation begins with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.incoming.notices import Notice


@dataclass(frozen=True)
class Received:
    """A notice, and what was recorded with it.

    Args:
        notice: as it came.
        at: when it came, in UTC.
        seed: unguessable; names the meeting that is made of it.
        written: when its message was written, in UTC, where no notice came and it was found later.
        sent: when its message was written, in seconds since 1970, as far as Webex told.
    """

    notice: Notice
    at: datetime
    seed: str = field(repr=False)
    written: datetime | None = None
    sent: float | None = None

    @property
    def key(self) -> str:
        """The conversation's name; the same notice again has the same one."""
        return self.notice.key

    @property
    def order(self) -> tuple[str, float] | None:
        """Whose request it is and where, and when it was written; None where order is no matter."""
        key = self.notice.ordering_key
        return (key, self.sent or self.at.timestamp()) if key else None

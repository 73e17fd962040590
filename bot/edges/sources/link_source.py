"""The interface of what makes links to meetings."""

from __future__ import annotations

from typing import Protocol

from bot.core.domain.capabilities import Capabilities
from bot.core.domain.joseencrypt import LinkRequest
from bot.core.domain.links import Links


class LinkSource(Protocol):
    """Makes links to meetings. Threads may share it."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    def mint(self, request: LinkRequest) -> Links:
        """Make links; a repeat makes other links to the same meeting.

        Args:
            request: how many, for which meeting, and for how long.

        Raises:
            Trouble: no links were made.
        """

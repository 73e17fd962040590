"""Finds the Webex cluster of a space, which its ids contain.

What the WebSocket tells has no such ids. The catalogue of services lists most clusters by their
hosts; for the others the REST API is asked for the bot's own spaces, whose ids name theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from bot.core.domain.errors import Passing
from bot.core.incoming.activities import Activity, space_in


class Clusters:
    """Knows, or finds out, where spaces lie. Threads may share it.

    Args:
        of_host: returns the cluster of a host, or None.
        lively: returns the REST ids of the spaces where something happened lately.
    """

    def __init__(
        self, of_host: Callable[[str], str | None], lively: Callable[[], list[str]]
    ) -> None:
        self._of_host = of_host
        self._lively = lively
        self._known: dict[str, str] = {}

    def of(self, activity: Activity) -> str:
        """Return the cluster of the space where something just happened.

        Raises:
            Trouble: it is not known, perhaps not yet.
        """
        listed = self._of_host(urlsplit(activity.space_url).hostname or "")
        return listed or self._known.get(activity.space) or self._found(activity.space)

    def _found(self, space: str) -> str:
        self._known.update(filter(None, map(space_in, self._lively())))
        if space not in self._known:
            raise Passing  # Webex's parts do not all learn of it at once
        return self._known[space]

"""Finds the Webex cluster of a space, which is part of every REST id in it.

WebSocket activities have no REST ids. The service catalog lists most clusters by host; for the
others, the REST API's list of the bot's spaces is searched.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from bot.core.domain.errors import Passing
from bot.core.incoming.activities import Activity, parse_room_id


class Clusters:
    """Finds and caches the clusters of spaces. Threads may share it.

    Args:
        of_host: returns the cluster of a host, or None.
        active_spaces: returns the REST ids of recently active spaces.
    """

    def __init__(
        self, of_host: Callable[[str], str | None], active_spaces: Callable[[], list[str]]
    ) -> None:
        self._of_host = of_host
        self._active_spaces = active_spaces
        self._known: dict[str, str] = {}

    def of(self, activity: Activity) -> str:
        """Return the cluster of the space of an activity.

        Raises:
            Trouble: the cluster is not known yet, or Webex could not be asked.
        """
        listed = self._of_host(urlsplit(activity.space_url).hostname or "")
        return listed or self._known.get(activity.space) or self._found(activity.space)

    def _found(self, space: str) -> str:
        self._known.update(filter(None, map(parse_room_id, self._active_spaces())))
        if space not in self._known:
            raise Passing  # a new space takes a moment to be listed
        return self._known[space]

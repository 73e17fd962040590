"""Instant Connect's broker over HTTP: one call, whose failures become ours.

https://developer.webex.com/create/docs/instant-connect-meeting-links
"""

from __future__ import annotations

from typing import Any

import requests

from bot.core.domain.errors import NotActivated
from bot.core.domain.joseencrypt import COMMERCIAL, LinkRequest, links_from
from bot.core.domain.links import Links
from bot.core.domain.url_trust import is_trustworthy
from bot.edges.http_calls import adding_tracking_id, configure_session, raising_trouble, trouble_of

NOT_ACTIVATED = frozenset({403, 404, 405, 410})
"""What the one path answers where an organisation or a version of the API is not served.

Seen in public clients; Cisco publishes no list.
"""


class Broker:
    """Mints links. Threads may share it.

    Args:
        broker_url: https://mtg-broker-a.wbx2.com, or https://mtg-broker.gov.ciscospark.com.
        token: the bot's.
        api_version: ``v2``, or ``v1`` where that is what the cloud serves.
        link_base: where long links lead.
        connect_timeout: seconds.
        read_timeout: seconds of silence.
        pool_size: how many calls may be under way at a time.

    Raises:
        ValueError: the token would leave this machine in the clear.
    """

    def __init__(  # each is a setting of its own
        self,
        broker_url: str,
        token: str,
        api_version: str = "v2",
        link_base: str = COMMERCIAL,
        *,
        connect_timeout: float = 10,
        read_timeout: float = 10,
        pool_size: int = 32,
    ) -> None:
        if not is_trustworthy(broker_url):
            raise ValueError("The broker's address starts with https://, or is on this machine.")
        self._url = f"{broker_url.rstrip('/')}/api/{api_version}/joseencrypt"
        self._link_base = link_base
        self._timeouts = (connect_timeout, read_timeout)
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"
        # First, since Webex's messaging API means other things by the same statuses.
        self._session.hooks["response"].append(_refuse_where_not_activated)
        configure_session(self._session, self._url, pool_size)

    def __repr__(self) -> str:
        return f"InstantConnect({self._url})"

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def mint(self, request: LinkRequest) -> Links:
        """Return the links that `request` asks for. A repeat gives others to the same meeting.

        Raises:
            Trouble: there are none, and what that means.
        """
        with raising_trouble():
            answer = self._session.post(self._url, json=request.body(), timeout=self._timeouts)
        with adding_tracking_id(answer):
            return links_from(answer.json(), request, self._link_base)


def _refuse_where_not_activated(response: requests.Response, **_kwargs: Any) -> None:
    response.content  # noqa: B018 - read to its end, so that a refusal leaves the connection open
    if response.status_code in NOT_ACTIVATED:
        raise NotActivated(trouble_of(response).tracking_id)

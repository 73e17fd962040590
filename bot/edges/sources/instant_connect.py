"""Mints links with Instant Connect's broker: one HTTP call, whose errors become Trouble.

https://developer.webex.com/create/docs/instant-connect-meeting-links
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import requests

from bot.core.domain.capabilities import INSTANT_CONNECT, Capabilities
from bot.core.domain.errors import NotActivated
from bot.core.domain.joseencrypt import COMMERCIAL, LinkRequest, links_from
from bot.core.domain.links import Links
from bot.core.domain.url_trust import is_trustworthy
from bot.edges.http_calls import adding_tracking_id, configure_session, raising_trouble, trouble_of

T = TypeVar("T")

NOT_ACTIVATED = frozenset({403, 404, 405, 410})
"""Statuses that mean Instant Connect or this API version isn't activated for the organization.

Taken from public clients; Cisco publishes no list.
"""


class Broker:
    """Mints links: a `LinkSource`. Threads may share it.

    Args:
        broker_url: https://mtg-broker-a.wbx2.com, or https://mtg-broker.gov.ciscospark.com.
        token: the bot's access token.
        api_version: ``v2``, or ``v1`` in clouds that have no other.
        link_base: the address that long links start with.
        connect_timeout: seconds to connect.
        read_timeout: seconds between two bytes.
        pool_size: calls at a time.
        sub_of: derives a meeting's `sub` from the one in a request.

    Raises:
        ValueError: the token would leave this machine unencrypted.
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
        sub_of: Callable[[str], str] = str,
    ) -> None:
        if not is_trustworthy(broker_url):
            raise ValueError(
                "The broker's address must start with https://, or be on this machine."
            )
        self._url = f"{broker_url.rstrip('/')}/api/{api_version}/joseencrypt"
        self._link_base, self._sub_of = link_base, sub_of
        self._timeouts = (connect_timeout, read_timeout)
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"
        # The first hook, because the same statuses mean other things in the messaging API.
        self._session.hooks["response"].append(_refuse_where_not_activated)
        configure_session(self._session, self._url, pool_size)

    @property
    def capabilities(self) -> Capabilities:
        """What Instant Connect can do."""
        return INSTANT_CONNECT

    def __repr__(self) -> str:
        return f"InstantConnect({self._url})"

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def mint(self, request: LinkRequest) -> Links:
        """Mint the links that `request` asks for; a repeat mints other links to the same meeting.

        Raises:
            Trouble: no links were minted.
        """
        body = replace(request, sub=self._sub_of(request.sub)).body()
        return self.ask(body, partial(links_from, request=request, link_base=self._link_base))

    def ask(self, body: dict[str, Any], read: Callable[[object], T]) -> T:
        """Send a request as it is, and return what `read` makes of the answer.

        Args:
            body: of the request.
            read: is given the parsed JSON; raises Unintelligible if it isn't an answer.

        Raises:
            Trouble: no links were minted.
        """
        with raising_trouble():
            answer = self._session.post(self._url, json=body, timeout=self._timeouts)
        with adding_tracking_id(answer):
            return read(answer.json())


def _refuse_where_not_activated(response: requests.Response, **_kwargs: Any) -> None:
    response.content  # noqa: B018 - read the body, so that the connection can be reused
    if response.status_code in NOT_ACTIVATED:
        raise NotActivated(trouble_of(response).tracking_id)

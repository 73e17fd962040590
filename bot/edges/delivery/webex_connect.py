"""Texts to phones by a flow of Webex Connect, which its inbound webhook starts.

https://help.webexconnect.io/docs/inbound-webhooks
"""

from __future__ import annotations

import requests

from bot.core.domain.errors import Unintelligible
from bot.core.steps.sms_steps import SendText
from bot.core.steps.webex_steps import Posted
from bot.edges.http_calls import configure_session, raising_trouble, trouble_of

TIMEOUTS = (10, 10)
"""Seconds to connect, and of silence: those of Cisco's own node for Instant Connect."""


POOL = 10
"""Texts that are handed over at a time, on connections that are kept."""


class WebexConnect:
    """Hands texts to a flow. Threads may share it.

    Args:
        url: the webhook's own address.
        key: the key of the service that the flow belongs to; empty where the webhook asks for
            none.
    """

    def __init__(self, url: str, key: str) -> None:
        self._url = url
        self._session = requests.Session()
        if key:
            self._session.headers["key"] = key
        configure_session(self._session, url, POOL, refuse=_refuse)

    def __repr__(self) -> str:
        return "WebexConnect(…)"  # whoever knows the address can send texts

    def send(self, step: SendText) -> Posted:
        """Hand one text over; the answer says only that it was taken.

        Raises:
            Trouble: it was not, and what that means.
        """
        with raising_trouble():
            self._session.post(self._url, json=step.message.body(), timeout=TIMEOUTS)
            return Posted(step.message.id)


def _refuse(response: requests.Response, **_kwargs: object) -> None:
    """Turn what is no success into Trouble; Cisco does not say what a success looks like."""
    response.content  # noqa: B018 - read to the end, or the connection cannot be kept
    if not response.ok:
        raise trouble_of(response)
    if response.is_redirect or "html" in response.headers.get("Content-Type", "").lower():
        raise Unintelligible

"""Sends text messages through a Webex Connect flow, started by its inbound webhook.

https://help.webexconnect.io/docs/inbound-webhooks
"""

from __future__ import annotations

import requests

from bot.core.domain.errors import Unintelligible
from bot.core.steps.sms_steps import SendText
from bot.core.steps.step import Posted
from bot.edges.http_calls import configure_session, raising_trouble, trouble_of

TIMEOUTS = (10, 10)
"""Seconds to connect, and between two bytes, as in Cisco's own node for Instant Connect."""

POOL = 10
"""Connections, and so text messages at a time."""


class WebexConnect:
    """Hands text messages to a flow. Threads may share it.

    Args:
        url: the webhook's address.
        key: the service key of the flow, or empty if the webhook needs none.
    """

    def __init__(self, url: str, key: str) -> None:
        self._url = url
        self._session = requests.Session()
        if key:
            self._session.headers["key"] = key
        configure_session(self._session, url, POOL, refuse=_refuse)

    def __repr__(self) -> str:
        return "WebexConnect(…)"  # anybody who knows the address can send messages

    def send(self, step: SendText) -> Posted:
        """Hand one message over; the answer says only that the flow accepted it.

        Raises:
            Trouble: the flow did not accept it.
        """
        with raising_trouble():
            self._session.post(self._url, json=step.message.body(), timeout=TIMEOUTS)
            return Posted(step.message.id)


def _refuse(response: requests.Response, **_kwargs: object) -> None:
    """Raise Trouble for a failure; Cisco doesn't document what a success looks like."""
    response.content  # noqa: B018 - read the body, so that the connection can be reused
    if not response.ok:
        raise trouble_of(response)
    if response.is_redirect or "html" in response.headers.get("Content-Type", "").lower():
        raise Unintelligible

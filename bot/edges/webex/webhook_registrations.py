"""Lists, creates, updates and deletes the webhooks of the bot's token.

https://developer.webex.com/docs/api/v1/webhooks
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bot.core.domain.errors import NotFound
from bot.edges.http_calls import raising_trouble


@dataclass(frozen=True)
class Webhook:
    """A registered webhook: Webex posts each `event` of `resource` to `target`.

    Args:
        filter: which events are sent, empty for all; it can't be changed later.
        active: False once Webex disabled the webhook after 100 failures in five minutes.
        secret: what Webex signs with, if Webex returns it.
    """

    id: str
    name: str
    target: str
    resource: str
    event: str
    filter: str = ""
    active: bool = True
    secret: str | None = field(default=None, repr=False)

    @property
    def kind(self) -> tuple[str, str]:
        """The resource and the event."""
        return self.resource, self.event


class Registrations:
    """All webhooks of one token.

    Args:
        api: the SDK's API object.
    """

    def __init__(self, api: Any) -> None:
        self._webhooks = api.webhooks

    def all(self) -> list[Webhook]:
        """Return every webhook of this token, whoever created it."""
        with raising_trouble():
            return [_read(each) for each in self._webhooks.list()]

    def create(self, wanted: Webhook, secret: str) -> None:
        """Register `wanted`."""
        with raising_trouble():
            self._webhooks.create(
                wanted.name, wanted.target, wanted.resource, wanted.event, secret=secret
            )

    def update(self, found: Webhook, name: str, secret: str) -> None:
        """Set the name and secret of a webhook and reactivate it; nothing else can be changed."""
        # One that is gone is created by the next check.
        with suppress(NotFound), raising_trouble():
            self._webhooks.update(
                found.id, name=name, targetUrl=found.target, secret=secret, status="active"
            )

    def delete(self, found: Webhook) -> None:
        """Delete a webhook, if it still exists."""
        with suppress(NotFound), raising_trouble():
            self._webhooks.delete(found.id)


def _read(found: Any) -> Webhook:
    return Webhook(
        id=found.id,
        name=found.name,
        target=found.targetUrl,
        resource=found.resource,
        event=found.event,
        filter=found.filter or "",
        active=found.status == "active",
        secret=found.secret,
    )

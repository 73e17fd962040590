"""Lists, creates, updates and deletes webhooks in Webex.

https://developer.webex.com/docs/api/v1/webhooks
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bot.core.domain.errors import NotFound
from bot.edges.http_calls import reached


@dataclass(frozen=True)
class Webhook:
    """A registration: Webex tells `target` about each `event` of `resource`.

    Args:
        filter: which of them, where not all; it cannot be changed.
        active: not, once it was disabled for 100 failures in five minutes.
        secret: that Webex signs with, where Webex says so.
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
        """What it tells of."""
        return self.resource, self.event


class Registrations:
    """All webhooks of one token.

    Args:
        api: of the SDK.
    """

    def __init__(self, api: Any) -> None:
        self._webhooks = api.webhooks

    def all(self) -> list[Webhook]:
        """Return every webhook of this token, page by page, whoever made it."""
        with reached():
            return [_read(each) for each in self._webhooks.list()]

    def create(self, wanted: Webhook, secret: str) -> None:
        """Register `wanted`."""
        with reached():
            self._webhooks.create(
                wanted.name, wanted.target, wanted.resource, wanted.event, secret=secret
            )

    def renew(self, found: Webhook, name: str, secret: str) -> None:
        """Set name and secret, and make the webhook active; Webex lets nothing else be changed."""
        with suppress(NotFound), reached():  # removed meanwhile: the next look makes it anew
            self._webhooks.update(
                found.id, name=name, targetUrl=found.target, secret=secret, status="active"
            )

    def remove(self, found: Webhook) -> None:
        """Remove a webhook; one that is gone already is as it should be."""
        with suppress(NotFound), reached():
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

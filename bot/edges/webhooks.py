"""The bot's webhooks: what Webex is asked to tell it.

100 failures in five minutes disable a webhook and nothing enables it again but a PUT.
https://developer.webex.com/docs/webhooks
"""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from bot.core.notices import KNOWN
from bot.edges.receiver import PATH
from bot.edges.webex import Webex, Webhook

log = structlog.get_logger()


@dataclass(frozen=True)
class Synced:
    """What `sync` found and did, by ``resource:event``."""

    created: tuple[str, ...]
    renewed: tuple[str, ...]


def sync(webex: Webex, public_url: str, secret: str) -> Synced:
    """Have Webex tell this installation everything that the bot has an answer to.

    Other webhooks of the same token are left alone: they may be another installation's.

    Args:
        webex: with the bot's token.
        public_url: where Webex reaches this installation.
        secret: that Webex shall sign with; Webex does not say which one it has, so it is set anew.

    Raises:
        Trouble: Webex did not do it.
    """
    target = public_url.rstrip("/") + PATH
    ours = {(each.resource, each.event): each for each in webex.webhooks() if each.target == target}
    created, renewed = [], []
    for resource, event in sorted(KNOWN):
        wanted = Webhook("", _name(resource, event), target, resource, event)
        found = ours.get((resource, event))
        if found is None:
            webex.create_webhook(wanted, secret)
            created.append(f"{resource}:{event}")
        else:
            webex.renew_webhook(found, secret)
            renewed.append(f"{resource}:{event}")
    log.info("webhooks.synced", created=created, renewed=renewed)
    return Synced(tuple(created), tuple(renewed))


def _name(resource: str, event: str) -> str:
    return f"Instant Connect bot {resource}:{event}"

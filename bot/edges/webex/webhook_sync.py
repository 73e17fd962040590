"""Registers the bot's webhooks, and repairs and removes them.

100 failures in five minutes disable a webhook and nothing enables it again but a PUT; within five
minutes after that one more failure disables it anew. https://developer.webex.com/docs/webhooks

An installation knows its own by the address that they tell: other webhooks of the same token may
be another installation's, and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import structlog

from bot.core.incoming.notices import KNOWN, PATH
from bot.edges import metrics
from bot.edges.webex.webhook_registrations import Registrations, Webhook

NAME = "Instant Connect bot "

log = structlog.get_logger()


@dataclass(frozen=True)
class Synced:
    """What `sync` or `remove` found and did, by ``resource:event``.

    Args:
        created: not there before.
        renewed: there, and not as they should be.
        revived: those of `renewed` that Webex had disabled.
        removed: the bot's own that it does not need.
    """

    created: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def sync(registered: Registrations, public_url: str, secret: str, *, anew: bool = True) -> Synced:
    """Have Webex tell this installation everything that the bot has an answer to, once.

    Args:
        registered: of the bot's token.
        public_url: where Webex reaches this installation.
        secret: that Webex shall sign with.
        anew: set the secret anew also where Webex does not say which one it has.

    Raises:
        Trouble: Webex did not do it.
    """
    found = own(registered.all(), public_url)
    kept = {each.kind: each for each in reversed(found) if _is_wanted(each)}
    metrics.webhooks(frozenset(each.kind for each in kept.values() if each.active))
    stale = [each for each in kept.values() if not _as_it_should_be(each, secret, anew=anew)]
    missing = sorted(KNOWN - kept.keys())
    surplus = [each for each in found if each not in kept.values() and _is_ours(each)]
    for each in stale:
        registered.renew(each, _name(each.kind), secret)
    for kind in missing:
        registered.create(Webhook("", _name(kind), public_url.rstrip("/") + PATH, *kind), secret)
    for each in surplus:
        registered.remove(each)
    synced = Synced(
        _told(missing),
        _told(each.kind for each in stale),
        _told(each.kind for each in stale if not each.active),
        _told(each.kind for each in surplus),
    )
    if synced != Synced():
        log.info("webhooks.synced", **vars(synced))
    return synced


def own(registered: Iterable[Webhook], public_url: str) -> list[Webhook]:
    """Return those that tell the installation at `public_url`, the ones that work first.

    The order is the same for everybody who looks, so that two who remove duplicates at the same
    time remove the same ones.
    """
    target = public_url.rstrip("/") + PATH
    mine = [each for each in registered if each.target == target]
    return sorted(mine, key=lambda each: (not each.active, each.id))


def remove(registered: Registrations, public_url: str) -> Synced:
    """Have Webex tell the installation at `public_url` nothing more.

    Raises:
        Trouble: Webex did not do it.
    """
    ours = [each for each in own(registered.all(), public_url) if _is_ours(each)]
    for each in ours:
        registered.remove(each)
    return Synced(removed=_told(each.kind for each in ours))


def _is_wanted(found: Webhook) -> bool:
    return found.kind in KNOWN and not found.filter


def _is_ours(found: Webhook) -> bool:
    """What somebody else added at this address, of another kind, is not ours to remove."""
    return found.kind in KNOWN or found.name.startswith(NAME)


def _as_it_should_be(found: Webhook, secret: str, *, anew: bool) -> bool:
    known = found.secret == secret if found.secret else not anew
    return found.active and known and found.name == _name(found.kind)


def _told(kinds: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(":".join(each) for each in kinds)


def _name(kind: tuple[str, str]) -> str:
    return NAME + ":".join(kind)

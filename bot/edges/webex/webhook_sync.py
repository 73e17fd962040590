"""Creates, repairs and removes the webhooks that this installation needs.

Webex disables a webhook after 100 failures in five minutes. Only a PUT enables it again, and one
more failure within five minutes disables it again. https://developer.webex.com/docs/webhooks

An installation recognizes its webhooks by their target address. Others of the same token may
belong to another installation and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import structlog

from bot.core.incoming.notices import PATH, REGISTERED
from bot.edges import metrics
from bot.edges.webex.webhook_registrations import Registrations, Webhook

NAME = "Instant Connect bot "

log = structlog.get_logger()


@dataclass(frozen=True)
class Synced:
    """What `sync` or `remove` did; webhooks are named ``resource:event``.

    Args:
        created: webhooks that did not exist.
        renewed: webhooks that existed with a wrong name, secret or state.
        revived: those of `renewed` that Webex had disabled.
        removed: the bot's own webhooks that it doesn't need.
    """

    created: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def sync(registered: Registrations, public_url: str, secret: str, *, anew: bool = True) -> Synced:
    """Register one webhook for each event that the bot handles, and repair existing ones.

    Args:
        registered: the webhooks of the bot's token.
        public_url: the address at which Webex reaches this installation.
        secret: the secret for Webex to sign with.
        anew: whether to set the secret even if Webex doesn't return the current one.

    Raises:
        Trouble: Webex did not do it.
    """
    found = own(registered.all(), public_url)
    kept = {each.kind: each for each in reversed(found) if _is_wanted(each)}
    metrics.webhooks(frozenset(each.kind for each in kept.values() if each.active))
    stale = [each for each in kept.values() if not _is_correct(each, secret, anew=anew)]
    missing = sorted(REGISTERED - kept.keys())
    surplus = [each for each in found if each not in kept.values() and _is_ours(each)]
    for each in stale:
        registered.update(each, _name(each.kind), secret)
    for kind in missing:
        registered.create(Webhook("", _name(kind), public_url.rstrip("/") + PATH, *kind), secret)
    for each in surplus:
        registered.delete(each)
    return _logged(missing, stale, surplus)


def _logged(
    missing: Iterable[tuple[str, str]], stale: Sequence[Webhook], surplus: Iterable[Webhook]
) -> Synced:
    """Return what was done, and log it if it was anything."""
    synced = Synced(
        _names(missing),
        _names(each.kind for each in stale),
        _names(each.kind for each in stale if not each.active),
        _names(each.kind for each in surplus),
    )
    if synced != Synced():
        log.info("webhooks.synced", **vars(synced))
    return synced


def own(registered: Iterable[Webhook], public_url: str) -> list[Webhook]:
    """Return the webhooks whose target is the installation at `public_url`, active ones first.

    The order is stable, so that two processes that remove duplicates remove the same ones.
    """
    target = public_url.rstrip("/") + PATH
    mine = [each for each in registered if each.target == target]
    return sorted(mine, key=lambda each: (not each.active, each.id))


def remove(registered: Registrations, public_url: str) -> Synced:
    """Delete the webhooks of the installation at `public_url`.

    Raises:
        Trouble: Webex did not do it.
    """
    ours = [each for each in own(registered.all(), public_url) if _is_ours(each)]
    for each in ours:
        registered.delete(each)
    return Synced(removed=_names(each.kind for each in ours))


def _is_wanted(found: Webhook) -> bool:
    return found.kind in REGISTERED and not found.filter


def _is_ours(found: Webhook) -> bool:
    """A webhook for other events at this address is ours only if it has our name."""
    return found.kind in REGISTERED or found.name.startswith(NAME)


def _is_correct(found: Webhook, secret: str, *, anew: bool) -> bool:
    known = found.secret == secret if found.secret else not anew
    return found.active and known and found.name == _name(found.kind)


def _names(kinds: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(":".join(each) for each in kinds)


def _name(kind: tuple[str, str]) -> str:
    return NAME + ":".join(kind)

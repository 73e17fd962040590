"""Registers the webhooks at the public URL, or at a tunnel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from bot.core.domain.errors import Trouble
from bot.edges.web import ngrok
from bot.edges.web.ngrok import NgrokAgent, TunnelWatch
from bot.edges.webex import webhook_sync
from bot.process.app import Bot

UNDOCUMENTED = (
    "it receives notices over a WebSocket, which Cisco doesn't document and may change without"
    " notice"
)


@contextmanager
def reached(bot: Bot, listens: str, *, tunnel: bool) -> Iterator[str]:
    """Make the bot reachable for Webex while the block runs; yield how, as part of a sentence.

    Args:
        bot: the running bot.
        listens: the address that it listens on.
        tunnel: whether to use ngrok, whatever the settings say.

    Raises:
        NoTunnelError: there is no tunnel.
        Trouble: Webex did not register the webhooks.
    """
    if tunnel:
        with _tunnelled(
            bot, NgrokAgent(bot.settings.ngrok_api_url, urlsplit(listens).port or 0)
        ) as url:
            yield f"Webex reaches it at {url}"
    elif bot.public_url is None:
        yield UNDOCUMENTED
    else:
        bot.register(bot.public_url)
        yield f"Webex reaches it at {bot.public_url}"


@contextmanager
def _tunnelled(bot: Bot, agent: NgrokAgent) -> Iterator[str]:
    """Follow the tunnel, and remove its webhooks at the end: somebody else may get its address."""
    begins = agent.first_address(ngrok.PATIENCE)
    follower = TunnelWatch(agent, begins, lambda before, now: _move(bot, before, now))
    _move(bot, None, follower.begins)
    follower.start()
    try:
        yield follower.begins
    finally:
        follower.stop()
        with suppress(Trouble):
            webhook_sync.remove(bot.webex.webhooks, follower.begins)


def _move(bot: Bot, before: str | None, now: str) -> None:
    """Move the webhooks: register the new ones first, so that no notice is lost."""
    bot.public_url = now
    bot.register(now)
    if before:
        bot.missed()
        webhook_sync.remove(bot.webex.webhooks, before)

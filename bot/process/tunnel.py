"""Registers the webhooks at the public URL, or at a tunnel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from bot.core.domain.errors import Trouble
from bot.edges.web import ngrok
from bot.edges.web.ngrok import Agent, Follower
from bot.edges.webex import webhook_sync
from bot.process.app import Bot

UNDOCUMENTED = (
    "it receives notices over a WebSocket, which Cisco doesn't document and may change without"
    " notice"
)


@contextmanager
def reached(bot: Bot, listens: str, *, tunnel: bool) -> Iterator[str]:
    """Have Webex reach a bot for as long as the block runs; yields how.

    Args:
        bot: that runs.
        listens: the address that it listens on.
        tunnel: through ngrok, rather than as the settings say.

    Returns:
        how, to stand in a sentence.

    Raises:
        NoTunnelError: there is none.
        Trouble: Webex did not register it.
    """
    if tunnel:
        with _tunnelled(bot, Agent(bot.settings.ngrok_api_url, urlsplit(listens).port or 0)) as url:
            yield f"Webex reaches it at {url}"
    elif bot.public_url is None:
        yield UNDOCUMENTED
    else:
        bot.register(bot.public_url)
        yield f"Webex reaches it at {bot.public_url}"


@contextmanager
def _tunnelled(bot: Bot, agent: Agent) -> Iterator[str]:
    """Follow the tunnel. Its webhooks go with it: its address may be somebody else's tomorrow."""
    begins = agent.first_address(ngrok.PATIENCE)
    follower = Follower(agent, begins, lambda before, now: _move(bot, before, now))
    _move(bot, None, follower.begins)
    follower.start()
    try:
        yield follower.begins
    finally:
        follower.stop()
        with suppress(Trouble):
            webhook_sync.remove(bot.webex.webhooks, follower.begins)


def _move(bot: Bot, before: str | None, now: str) -> None:
    """Have Webex tell the new address first, so that what is told meanwhile is told somewhere."""
    bot.public_url = now
    bot.register(now)
    if before:
        bot.missed()
        webhook_sync.remove(bot.webex.webhooks, before)

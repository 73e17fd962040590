"""Runs both halves in one process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.process.app import Bot
from bot.process.web_half import receiving_for
from bot.process.worker_half import working


@contextmanager
def running(bot: Bot) -> Iterator[str]:
    """Run both halves; yield the address that the receiver listens on."""
    with working(bot, look=1.0) as engine, receiving_for(bot, engine) as address:
        yield address

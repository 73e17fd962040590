"""The bot with its timers sped up: hours and days take a minute. Started by `soak`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.__main__ import bot
from bot.edges.storage.cleanup import Cleanup, Keep
from bot.process import core_config, worker_half

MINUTE = timedelta(minutes=1)
EVERY = 5.0
"""Seconds between two clearings."""


def hurry() -> None:
    """Let meetings end after a minute, people be forgotten and all removed a minute later each."""
    installation_of = core_config.installation_of

    def hurried(*given, **more):
        installation = installation_of(*given, **more)
        return replace(installation, defaults=replace(installation.defaults, minutes=1))

    core_config.installation_of = hurried
    worker_half.Keep = lambda *_: Keep(conversations=MINUTE, meetings=2 * MINUTE, people=MINUTE)
    worker_half.Cleanup = partial(Cleanup, every=EVERY)


if __name__ == "__main__":
    hurry()
    bot(["run"])

"""Reads the settings for a process and starts its logging."""

from __future__ import annotations

from pathlib import Path

import structlog

from bot import settings
from bot.process import logs, tracing
from bot.settings import ENV_FILE, Settings, To

log = structlog.get_logger()


def load_settings(to: To = "serve", env_file: Path = ENV_FILE) -> Settings:
    """Return the settings, log as they say, and warn of names that look misspelt.

    Args:
        to: what the process will do; some commands need fewer settings.
        env_file: settings that the environment leaves open are read from this file.

    Raises:
        SettingsError: they don't allow a start.
    """
    found = settings.read(to, env_file)
    logs.begin(found.log_level, found.log_format, tracing.errors_to(found))
    for name, meant in found.misspelt.items():
        log.warning("settings.unknown", name=name, did_you_mean=meant)
    return found

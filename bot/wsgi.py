"""The web half as a WSGI application, for gunicorn.

``gunicorn 'bot.wsgi:create_web()'``; the Procfile has its options.
"""

from __future__ import annotations

import atexit
import sys
from pathlib import Path

from flask import Flask

from bot.process import start_errors, startup
from bot.process.app import Bot
from bot.process.web_half import inbox_of, listeners_of, receiver_of

APP_LOAD_ERROR = 4
"""The exit status at which gunicorn stops the whole server instead of restarting the worker.

https://docs.gunicorn.org/en/stable/settings.html
"""


def create_web(env_file: str = ".env") -> Flask:
    """Return the application.

    Args:
        env_file: settings that the environment leaves open are read from this file.
    """
    try:
        bot = Bot(startup.load_settings(env_file=Path(env_file)))
    except start_errors.MENDABLE as error:
        sys.stderr.write(f"{start_errors.why(error)}\n")
        raise SystemExit(APP_LOAD_ERROR) from None
    inbox = inbox_of(bot)
    for each in listeners_of(bot, inbox):
        each.start()
        atexit.register(each.stop)
    return receiver_of(bot, inbox)

"""The receiver alone, for gunicorn: ``gunicorn 'bot.wsgi:create_web()'``."""

from __future__ import annotations

import atexit
import sys

from flask import Flask

from bot import logs, reporting, settings, starting
from bot.app import Bot
from bot.receiving import inbox_of, listeners_of, receiver_of

APP_LOAD_ERROR = 4
"""With this status gunicorn's worker stops the whole server; with another it is started again.

https://docs.gunicorn.org/en/stable/settings.html
"""


def create_web() -> Flask:
    """Return the application, as the environment says."""
    try:
        read = settings.read()
        logs.begin(read.log_level, read.log_format, reporting.errors_to(read))
        bot = Bot(read)
    except starting.MENDABLE as error:
        sys.stderr.write(f"{starting.why(error)}\n")
        raise SystemExit(APP_LOAD_ERROR) from None
    inbox = inbox_of(bot)
    for each in listeners_of(bot, inbox):
        each.start()
        atexit.register(each.stop)
    return receiver_of(bot, inbox)

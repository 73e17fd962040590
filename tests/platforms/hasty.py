"""A receiver for gunicorn that stores nothing, with short deadlines."""

from __future__ import annotations

from flask import Flask

from bot.edges.web.gunicorn_worker import Worker
from bot.edges.web.receiver import create_receiver

SECRET = "a-secret-of-the-webhooks"


class HastyWorker(Worker):
    """Has shorter deadlines than the bot."""

    request_seconds = 0.5


def create_web() -> Flask:
    """Return the application."""
    return create_receiver(lambda _: None, SECRET, lambda: "bot")

"""A receiver for gunicorn that stores nothing, with short deadlines."""

from __future__ import annotations

from typing import Any

from flask import Flask

from bot.edges.web.gunicorn_worker import Worker
from bot.edges.web.receiver import create_receiver
from bot.edges.web.request_deadlines import Deadlines

SECRET = "a-secret-of-the-webhooks"


class HastyWorker(Worker):
    """Has less patience than the bot has, for a test."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.deadlines = Deadlines(0.5)


def create_web() -> Flask:
    """Return the application."""
    return create_receiver(lambda _: None, SECRET, lambda: "bot")

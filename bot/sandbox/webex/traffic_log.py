"""Logs what the sandbox's APIs are asked, for the developer tools of the chat page."""

from __future__ import annotations

import time

from flask import Flask, Response, g, request

from bot.sandbox.webex.traffic import Exchange, shown, without_secrets
from bot.sandbox.webex.world import World

LARGEST = 1_000_000  # bytes of a body that is read only to be shown
_OF_PEOPLE = ("/chat/", "/visit/", "/favicon.ico")
"""Paths that browsers ask for; the others are APIs."""


def log_calls(app: Flask, world: World) -> None:
    """Log all calls to `app` but those of browsers."""

    @app.before_request
    def arrive() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def leave(answer: Response) -> Response:
        if request.path != "/" and not request.path.startswith(_OF_PEOPLE):
            person = g.get("person")
            world.log_exchange(
                Exchange(
                    person.name if person else "Somebody",
                    request.method,
                    without_secrets(request.full_path.rstrip("?")),
                    None if g.get("cut") else answer.status_code,
                    time.perf_counter() - g.began,
                    _sent(),
                    _answered(answer),
                )
            )
        return answer


def _sent() -> str:
    kind, length = request.mimetype, request.content_length or 0
    if kind == "multipart/form-data" or length > LARGEST:
        return f"({length:,} bytes of {kind})"
    return shown(request.get_data(), kind)


def _answered(answer: Response) -> str:
    if answer.direct_passthrough or answer.is_streamed:
        return f"(a file of {answer.mimetype})"
    return shown(answer.get_data(), answer.mimetype or "")

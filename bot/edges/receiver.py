"""Takes Webex's notices over HTTP: verify, record, answer; nothing else happens in the request."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import structlog
from flask import Flask, Response, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from bot.core.errors import NoticeRefused
from bot.core.notices import LONGEST, Notice

log = structlog.get_logger()

PATH = "/webex"
"""Where Webex delivers its notices."""


def create_receiver(
    accept: Callable[[Notice], None],
    secret: str,
    whoami: Callable[[], str | None],
    *,
    secret_before: str | None = None,
    require_sha2: bool = False,
) -> Flask:
    """Return the WSGI application that Webex's webhooks call.

    Args:
        accept: records a notice durably, once.
        secret: of the webhooks.
        secret_before: of the webhooks until a change that Webex may not know of yet.
        whoami: returns the bot's person id, or None while it is not known.
        require_sha2: refuse notices that are signed with SHA-1 alone.

    Raises:
        ValueError: the secret is empty; without one anybody could give orders.
    """
    if not secret:
        raise ValueError("A receiver without a secret would serve anybody.")
    read = partial(
        Notice.from_http, secret=secret, secret_before=secret_before, require_sha2=require_sha2
    )
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = LONGEST

    @app.post(PATH)
    def take_notice() -> Response:
        notice = read(request.headers.items(), request.get_data())
        me = whoami()
        if me is None or notice.concerns(me):
            accept(notice)
        return Response(status=204)

    @app.get("/healthz")
    def alive() -> Response:
        return Response("ok\n", mimetype="text/plain")

    _answer_refusals(app)
    return app


def _answer_refusals(app: Flask) -> None:
    @app.errorhandler(NoticeRefused)
    def refuse(refused: NoticeRefused) -> Response:
        log.warning("notice.refused", status=refused.status, reason=refused.reason)
        return _plain(refused.status)

    @app.errorhandler(SQLAlchemyError)
    def not_recorded(error: SQLAlchemyError) -> Response:
        # Not 2xx: what was not recorded must count as not delivered.
        log.error("notice.not_recorded", error=type(error).__name__)
        return _plain(503)

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> Response:
        return _plain(error.code or 400)


def _plain(status: int) -> Response:
    return Response(status=status, mimetype="text/plain")

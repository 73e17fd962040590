"""Receives Webex's webhooks: verifies, records, answers."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import structlog
from flask import Flask, Response, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from bot.core.domain.errors import NoticeRefused
from bot.core.incoming.notices import MAX_BODY_BYTES, PATH, Notice
from bot.edges import metrics
from bot.edges.error_reports import where
from bot.edges.web.log_throttle import LogThrottle

log = structlog.get_logger()

PROTECTIVE = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""On every answer: nothing here is for a browser to run, frame, guess about or keep."""


class _Receiver(Flask):
    """Protects its answers, and logs a bug by where it is: its words may hold what was sent."""

    def process_response(self, response: Any) -> Any:
        """Return the answer with protective headers."""
        answer = super().process_response(response)
        for name, value in PROTECTIVE.items():
            answer.headers.setdefault(name, value)
        return answer

    def log_exception(self, exc_info: Any) -> None:
        """Log the bug that a request met."""
        log.error("receiver.broken", bug=type(exc_info[1]).__name__, at=where(exc_info[1]))


def create_receiver(
    accept: Callable[[Notice], None],
    secret: str,
    whoami: Callable[[], str | None],
    *,
    secret_before: str | None = None,
    require_sha2: bool = False,
    accepted: Callable[[], bool] = lambda: True,
    longest: float = math.inf,
) -> Flask:
    """Return the WSGI application that Webex's webhooks call.

    Args:
        accept: records a notice durably, once.
        secret: of the webhooks.
        secret_before: of the webhooks until a change that Webex may not know of yet.
        whoami: returns the bot's person id, or None while it is not known.
        require_sha2: refuse notices that are signed with SHA-1 alone.
        accepted: whether Webex accepts the bot's token, as far as is known.
        longest: seconds after which a notice is too old to be taken.

    Raises:
        ValueError: the secret is empty; without one anybody could give orders.
    """
    if not secret:
        raise ValueError("The webhook secret must not be empty.")
    read = partial(
        Notice.from_http, secret=secret, secret_before=secret_before, require_sha2=require_sha2
    )
    app = create_bare(accepted)

    @app.post(PATH)
    def take_notice() -> Response:
        notice = read(request.headers.items(), request.get_data())
        notice.check_age(time.time(), longest)
        if hand_over(notice, whoami(), accept):
            log.info("notice.taken", conversation=notice.key, **_tracking())
        return Response(status=204)

    _answer_refusals(app)
    return app


def create_bare(accepted: Callable[[], bool]) -> Flask:
    """Return an application that takes nothing, and tells only that it is alive."""
    app = _Receiver(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    _tell_health(app, accepted)

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> Response:
        return _plain(error.code or 400)

    return app


def _tracking() -> dict[str, str]:
    """Return Webex's own name for this delivery, where it has one."""
    found = request.headers.get("TrackingID", "")
    return {"tracking_id": found} if _TRACKING_ID.fullmatch(found) else {}


_TRACKING_ID = re.compile(r"[\w.-]{1,100}", re.ASCII)


def _tell_health(app: Flask, accepted: Callable[[], bool]) -> None:
    @app.get("/healthz")
    def alive() -> Response:
        if accepted():
            return Response("ok\n", mimetype="text/plain")
        return Response("Webex rejects the bot's token.\n", 503, mimetype="text/plain")


def hand_over(notice: Notice, me: str | None, accept: Callable[[Notice], None]) -> bool:
    """Give a notice to `accept` and return True; False where it is not the bot's business.

    Args:
        notice: whichever way it came.
        me: the bot's person id; None while it is not known.
        accept: records it durably, once.
    """
    kind = f"{notice.resource}:{notice.event}"
    ours = me is None or notice.concerns(me)
    if ours:
        accept(notice)
    metrics.notice(kind, "taken" if ours else "ignored")
    return ours


def _answer_refusals(app: Flask) -> None:
    throttled = LogThrottle()

    @app.errorhandler(NoticeRefused)
    def refuse(refused: NoticeRefused) -> Response:
        metrics.notice("other", "refused")
        throttled.warning("notice.refused", status=refused.status, reason=refused.reason)
        return _plain(refused.status)

    @app.errorhandler(SQLAlchemyError)
    def not_recorded(error: SQLAlchemyError) -> Response:
        # Not 2xx: what was not recorded must count as not delivered.
        metrics.notice("other", "not_recorded")
        log.error("notice.not_recorded", error=type(error).__name__)
        return _plain(503)


def _plain(status: int) -> Response:
    return Response(status=status, mimetype="text/plain")

"""The admin page: waiting work, failed commands, webhooks, the doctor's findings.

It is behind HTTP Basic authentication, with any name and a token. Browsers add that to every
request, also to those that another site triggers, so each button carries a CSRF token.
https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from flask import Blueprint, Flask, Response, redirect, render_template, request, url_for
from werkzeug import Response as AnyResponse

from bot.core.diagnosis.service_checks import HookSeen
from bot.core.domain.api_keys import ApiKey
from bot.core.domain.desk_figures import GroupFigures
from bot.core.domain.errors import DatabaseAway, Trouble
from bot.edges.storage import doctor_results
from bot.edges.storage.encryption import UnreadableError
from bot.edges.web.client_address import Networks, client_of
from bot.edges.web.log_throttle import LogThrottle
from bot.edges.web.rate_limit import RateLimit

if TYPE_CHECKING:
    from bot.edges.durable.backlog import Backlog
    from bot.edges.durable.failures import Failures

SAID = {
    "again": "Trying again.",
    "gone": "It’s no longer among the failed ones.",
    "sealed": "It can’t be read. Add the key it was written with to PAYLOAD_KEYS again.",
    "examined": "The doctor has checked everything.",
}
"""The result of a button press."""

MOST_GUESSES = 10
"""Wrong passwords that an address may send before it is locked out."""

LOCKED_SECONDS = 60.0

REASONS = {
    "Passing": "A service didn’t respond in time.",
    "Unintelligible": "A service sent an answer that can’t be read.",
    "NotFound": "Not found.",
    "TokenRefused": "Webex rejects the token.",
    "NotActivated": "Instant Connect isn’t turned on.",
    "Refused": "A service refused the request.",
}
"""Why a conversation failed; anything else is the name of a bug, with details in the log."""


@dataclass(frozen=True)
class AdminPage:
    """What the admin page shows, and what its buttons do.

    Args:
        database: holds the doctor's last findings.
        backlog: reads the waiting work.
        failures: returns the failed commands, which can be retried.
        hooks: asks Webex for the webhooks.
        examine: runs the doctor, and stores its findings.
        version: the bot's.
        keys: returns the keys of other programs.
        figures: returns how requests to experts went, by day and group.
        started: when this process started, by `time.monotonic`.
    """

    database: sa.Engine
    backlog: Callable[[], Backlog]
    failures: Callable[[], Failures]
    hooks: Callable[[], Sequence[HookSeen] | Trouble]
    examine: Callable[[], object]
    version: str = ""
    keys: Callable[[], Sequence[ApiKey]] = tuple
    figures: Callable[[], Sequence[tuple[date, GroupFigures]]] = tuple
    started: float = field(default_factory=time.monotonic)


def add_admin_page(app: Flask, token: str, shown: AdminPage, proxies: Networks = ()) -> None:
    """Add ``/admin``.

    Args:
        app: the application.
        token: the password.
        shown: what the page shows.
        proxies: the networks of the proxies in front of the bot.
    """
    page = Blueprint("admin", __name__, url_prefix="/admin")
    page.before_request(_Gate(token, proxies).check)

    def proof(of: str) -> str:
        return hmac.new(token.encode(), f"admin {of}".encode(), "sha256").hexdigest()

    @page.get("")
    def show() -> Response:
        return _page(shown, proof)

    _add_buttons(page, shown, proof)
    app.register_blueprint(page)
    for name, shorten in (("span", _span), ("reason", _reason), ("moment", _moment)):
        app.add_template_filter(shorten, name)


def _add_buttons(page: Blueprint, shown: AdminPage, proof: Callable[[str], str]) -> None:
    """Add what the page's buttons do, if they prove that they come from the page."""

    @page.post("/again")
    def again() -> AnyResponse:
        key = request.form.get("key", "")
        if not _is_proof(proof(key)):
            return _not_from_here()
        return _back(_begun_anew(shown.failures(), key))

    @page.post("/examine")
    def examine() -> AnyResponse:
        if not _is_proof(proof("examine")):
            return _not_from_here()
        shown.examine()
        return _back("examined")


def _begun_anew(failures: Failures, key: str) -> str:
    try:
        return "again" if failures.again(key) else "gone"
    except UnreadableError:
        return "sealed"


def _page(shown: AdminPage, proof: Callable[[str], str]) -> Response:
    nonce, hooks = secrets.token_urlsafe(16), shown.hooks()
    page = render_template(
        "admin.html",
        version=shown.version,
        uptime=time.monotonic() - shown.started,
        now=_moment(datetime.now(UTC).timestamp()),
        today=datetime.now(UTC),
        said=SAID.get(request.args.get("said", "")),
        **_stored(shown),
        hooks=None if isinstance(hooks, Trouble) else hooks,
        proof=proof,
        nonce=nonce,
    )
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    )
    return Response(page, headers={"Content-Security-Policy": policy})


def _stored(shown: AdminPage) -> dict[str, Any]:
    """Return what the database holds; nothing if it doesn't respond."""
    try:
        return {
            "backlog": shown.backlog(),
            "failures": shown.failures().all(),
            "examination": doctor_results.latest(shown.database),
            "keys": shown.keys(),
            "figures": shown.figures(),
        }
    except (sa.exc.SQLAlchemyError, DatabaseAway):
        return {}


def _back(said: str) -> AnyResponse:
    return redirect(url_for("admin.show", said=said), 303)


class _Gate:
    """Checks the password, and locks out clients that guess."""

    def __init__(self, token: str, proxies: Networks) -> None:
        self._token, self._proxies = token, proxies
        self._wrong, self._log = RateLimit(MOST_GUESSES, LOCKED_SECONDS), LogThrottle()

    def check(self) -> Response | None:
        """Return None if the password is right, else the answer."""
        address = client_of(request, self._proxies)
        if self._wrong.is_reached(address):
            said = "Too many wrong passwords. Wait a minute, then try again.\n"
            again = {"Retry-After": f"{LOCKED_SECONDS:.0f}"}
            return Response(said, 429, again, mimetype="text/plain")
        if self._is_known():
            return None
        if request.authorization:  # a browser's first request has no password
            self._wrong.note(address)
            self._log.warning("admin.refused", address=address)
        asks = {"WWW-Authenticate": 'Basic realm="ADMIN_TOKEN as the password", charset="UTF-8"'}
        said = "Sign in with ADMIN_TOKEN as the password.\n"
        return Response(said, 401, asks, mimetype="text/plain")

    def _is_known(self) -> bool:
        given = request.authorization
        password = given.password if given and given.type == "basic" else None
        return hmac.compare_digest((password or "").encode(), self._token.encode())


def _is_proof(expected: str) -> bool:
    return hmac.compare_digest(request.form.get("proof", "").encode(), expected.encode())


def _not_from_here() -> Response:
    said = (
        "This request didn't come from the admin page. Go to /admin and press the button there.\n"
    )
    return Response(said, 403, mimetype="text/plain")


def _span(seconds: float) -> str:
    return str(timedelta(seconds=int(seconds)))


def _reason(trouble: str) -> str:
    return REASONS.get(trouble, f"A bug: {trouble}.")


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S")

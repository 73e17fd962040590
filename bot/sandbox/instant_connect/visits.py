"""The page behind a link: which meeting, as whom, when, or why not."""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from bot.sandbox.instant_connect.sealing import Keys, NotOurs
from bot.sandbox.webex.movable_clock import Clock

HUES = (12, 38, 48, 75, 105, 145, 160, 178, 200, 217, 238, 252, 268, 285, 305, 345)
"""Colors that can be told apart, in degrees."""

NO_LINK: tuple[int, dict[str, Any]] = (404, {"state": "invalid"})


@dataclass(frozen=True)
class Meeting:
    """A meeting as the page shows it, without its `sub`.

    Args:
        number: the same for the same `sub`.
        hue: its color, in degrees.
    """

    number: str
    hue: int

    @classmethod
    def of(cls, sub: str) -> Meeting:
        """Return the meeting with this `sub`."""
        digest = hashlib.sha256(sub.encode(errors="surrogatepass")).digest()
        digits = f"{int.from_bytes(digest[1:8]) % 10**9:09}"
        return cls(f"{digits[:3]} {digits[3:6]} {digits[6:]}", HUES[digest[0] % len(HUES)])


@dataclass(frozen=True)
class Link:
    """An opened link: the cipher, and the rest of the address."""

    cipher: str = field(repr=False)
    vertical: str
    login: bool


@dataclass(frozen=True)
class Visitor:
    """Somebody who opened a link. Nobody knows who: a link contains no name."""

    role: str
    number: int
    since: datetime
    link: str

    @property
    def name(self) -> str:
        """The name that others see, such as *Guest 2*."""
        return f"{self.role.capitalize()} {self.number}"


class VisitorBook:
    """Who opened the links of each meeting; opening a link twice counts once."""

    def __init__(self) -> None:
        self._visitors: dict[str, list[Visitor]] = {}
        self._lock = threading.Lock()

    def enter(self, claims: dict[str, Any], cipher: str, now: datetime) -> list[Visitor]:
        """Record a visit; return all visitors of the meeting, this one first."""
        link = hashlib.sha256(cipher.encode()).hexdigest()
        with self._lock:
            known = self._visitors.setdefault(claims["sub"], [])
            if all(one.link != link for one in known):
                number = sum(one.role == claims["role"] for one in known) + 1
                known.append(Visitor(claims["role"], number, now, link))
            return sorted(known, key=lambda one: one.link != link)


def create_visits(keys: Keys, link_of: Callable[[str], Link | None], clock: Clock) -> Blueprint:
    """Return the page behind short and long links.

    Args:
        keys: the broker's keys.
        link_of: returns the link for a short code.
        clock: returns the time, timezone-aware.
    """
    visits = Blueprint("visits", __name__, template_folder="templates")
    book = VisitorBook()

    def shown(link: Link | None) -> Response:
        now, live = clock(), "live" in request.args  # the page looks whether it is current
        status, seen = _look(keys, link, book, now)
        return _page(200 if live else status, seen | {"now": now, "live": live})

    @visits.get("/visit/<short>")
    def short_link(short: str) -> Response:
        return shown(link_of(short))

    @visits.get("/<any(gen, hc):vertical>/v1/<any(login, talk):door>")
    def long_link(vertical: str, door: str) -> Response:
        link = Link(request.args.get("data", ""), vertical, door == "login")
        return shown(link)

    return visits


def _look(
    keys: Keys, link: Link | None, book: VisitorBook, now: datetime
) -> tuple[int, dict[str, Any]]:
    """Return the status and the content of the page for `link`."""
    if link is None:
        return NO_LINK
    try:
        claims = keys.opened(link.cipher)
    except NotOurs:
        return NO_LINK
    shown = _shown(claims) | {"link": link}
    if shown["opens"] and now < shown["opens"]:
        return 403, shown | {"state": "early"}
    if now >= shown["expires"]:
        return 410, shown | {"state": "expired"}
    you, *others = book.enter(claims, link.cipher, now)
    return 200, shown | {"state": "open", "you": you, "others": others}


def _shown(claims: dict[str, Any]) -> dict[str, Any]:
    devices = claims.get("flow", {}).get("data", [])
    opens = claims.get("nbf")
    return {
        "meeting": Meeting.of(claims["sub"]),
        "role": claims["role"],
        "opens": None if opens is None else datetime.fromtimestamp(opens, UTC),
        "expires": datetime.fromtimestamp(claims["exp"], UTC),
        "devices": [device["uri"] for device in devices],
    }


def _page(status: int, shown: dict[str, Any]) -> Response:
    nonce = secrets.token_urlsafe(16)
    answer = make_response(
        render_template("visit.html", nonce=nonce, said=said, left=left, **shown), status
    )
    answer.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; "
        "connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    answer.headers["Referrer-Policy"] = "no-referrer"  # the page's address opens the meeting
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def said(moment: datetime) -> str:
    """Return a time in words, in UTC; the page adds the reader's local time."""
    return f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M} UTC"


def left(until: datetime, now: datetime) -> str:
    """Return how much time is left, as `1:23:45`."""
    return str(timedelta(seconds=max(0, round((until - now).total_seconds()))))

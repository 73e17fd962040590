"""What the door's pages have in common: addresses, languages, headers, who may ask how often."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import Response, jsonify, render_template, request

from bot.core.pages.door_labels import frame_labels
from bot.core.pages.door_notices import (
    NoticePage,
    cannot_open,
    pressed_elsewhere,
    too_often,
)
from bot.core.wording.languages import ENGLISH, NAMES, Language
from bot.edges.web.client_address import Networks, client_of

HEADERS = {
    "Referrer-Policy": "same-origin",  # with no-referrer, our own forms would send Origin: null
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Permissions-Policy": "camera=(self), microphone=(self)",
}
"""Headers of every page, besides its Content-Security-Policy."""


@dataclass(frozen=True)
class Site:
    """The door's pages of one installation.

    Args:
        public_url: where people reach them; returns None while that isn't known.
        link_origin: where the links of meetings lead.
        spoken: returns the language of a code.
        default: the code of the installation's language.
        organisation: the installation's name; empty for none.
        logo: the address of its logo; None for none.
        proxies: the networks of the proxies in front of the bot.
        clock: returns the time, in seconds since 1970.
    """

    public_url: Callable[[], str | None]
    link_origin: str
    spoken: Callable[[str], Language]
    default: str = ENGLISH
    organisation: str = ""
    logo: str | None = None
    proxies: Networks = ()
    clock: Callable[[], float] = time.time

    def language(self, told: str | None = None, spoken: Collection[str] = tuple(NAMES)) -> Language:
        """Return the language of this request's reader.

        The page's choice comes first, then the browser's, then the invitation's.

        Args:
            told: the code of the language that the invitation has; None if nobody chose one.
            spoken: the codes of the languages that the page is written in.
        """
        preferred = request.accept_languages.best_match(spoken)
        wanted = (request.args.get("lang"), preferred, told, self.default)
        return self.spoken(next((each for each in wanted if each and each in spoken), ENGLISH))

    def path(self, *parts: str, **query: str) -> str:
        """Return an address on this site, which keeps the language that was chosen."""
        chosen = request.args.get("lang")
        if chosen in NAMES and "lang" not in query:
            query["lang"] = chosen
        joined = "&".join(f"{name}={value}" for name, value in query.items())
        root = urlsplit(self.public_url() or "").path.rstrip("/")
        return f"{root}/{'/'.join(parts)}{'?' if joined else ''}{joined}"

    def is_secure(self) -> bool:
        """Return whether people reach the pages over https."""
        return (self.public_url() or "").startswith("https:")

    def client(self) -> str:
        """Return what to count this request by."""
        return client_of(request, self.proxies)

    def now(self) -> int:
        """Return the time that pages count down by, in milliseconds since 1970."""
        return round(1000 * self.clock())

    def page(self, name: str, t: Language, status: int = 200, **given: Any) -> Response:
        """Return a page.

        Args:
            name: of its template.
            t: its language.
            status: of the answer.
            given: what the template shows.
        """
        nonce = secrets.token_urlsafe(16)
        usual = {
            "site": self,
            "nonce": nonce,
            "languages": NAMES,
            "frame": frame_labels(t),
            "now": self.now(),
        }
        written = render_template(name, t=t, **{**usual, **given})
        return Response(written, status, self._headers(nonce))

    def notice(self, t: Language, told: NoticePage, status: int, **given: Any) -> Response:
        """Return a page that says one thing."""
        return self.page("notice.html", t, status, told=told, **given)

    def too_often(self, t: Language, wait: float) -> Response:
        """Return the answer to somebody who has to wait so many seconds."""
        answer = self.notice(t, too_often(t, int(wait)), 429)
        answer.headers["Retry-After"] = f"{wait:.0f}"
        return answer

    def unavailable(self, t: Language, form: str) -> Response:
        """Return a page that sends the form in this request again, to a path of this site."""
        answer = self.notice(t, cannot_open(t), 503, form=form, fields=request.form)
        answer.headers["Retry-After"] = "5"
        return answer

    def state(self, state: str, version: str) -> Response:
        """Return the state of a page, as a small JSON; 304 if its version is known already."""
        answer = jsonify(state=state, version=version)
        answer.headers.update(HEADERS)
        answer.headers["X-Now"] = str(self.now())
        answer.set_etag(version)
        answer.make_conditional(request)
        return answer

    def calendar(self, entry: bytes, name: str) -> Response:
        """Return a calendar entry, to be downloaded as a file of this name."""
        headers = {"Content-Disposition": f'attachment; filename="{name}"', **HEADERS}
        return Response(entry, headers=headers, content_type="text/calendar; charset=utf-8")

    def other_page(self, url: str) -> Response:
        """Return an answer that leads to a page of this site, as after a form was sent."""
        return Response(status=303, headers={"Location": url, **HEADERS})

    def refusal_of_press(self) -> Response | None:
        """Return the answer to a press on another site's page; None for one of ours.

        Old browsers don't say where a press comes from; its address is a secret all the same.
        """
        if request.headers.get("Sec-Fetch-Site", "same-origin") in {"same-origin", "none"}:
            return None
        t = self.language()
        return self.notice(t, pressed_elsewhere(t), 403)

    def _headers(self, nonce: str) -> dict[str, str]:
        logo = f" {_origin(self.logo)}" if self.logo else ""
        policy = {
            "default-src": "'none'",
            "script-src": f"'nonce-{nonce}'",
            "style-src": f"'nonce-{nonce}'",
            "img-src": f"'self'{logo}",
            "connect-src": "'self'",
            "form-action": f"'self' {_origin(self.link_origin)}",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
        }
        directives = "; ".join(f"{name} {value}" for name, value in policy.items())
        return {"Content-Security-Policy": directives, **HEADERS}


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"

"""The pages of desks: ``/d/<token>``. GET and HEAD change nothing; only a press calls somebody."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets

from flask import Blueprint, Response, abort, request

from bot.core.domain.desks import CallRefusal, DeskCall, DeskState, DeskView
from bot.core.pages.desk_page import connecting, desk_page, no_call, no_such_desk, screen_page
from bot.edges.storage.desk_store import CHANGES
from bot.edges.web.door.desk_doors import CallPress, DeskDoors
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_site import Site

COOKIE = "caller"
COOKIE_SECONDS = 24 * 3600

_TOKEN = re.compile(r"[0-9A-Za-z]{8,40}")
_RANDOM = re.compile(r"[A-Za-z0-9_-]{20,40}")
_GONE = {DeskState.OFF, DeskState.MOVED}


class DeskPages:
    """Answers requests for the pages of desks.

    Args:
        site: what all pages have in common.
        doors: shows desks, and records calls.
        limits: who may ask how often.
    """

    def __init__(self, site: Site, doors: DeskDoors, limits: DoorLimits) -> None:
        self._site, self._doors, self._limits = site, doors, limits

    def add_to(self, pages: Blueprint) -> None:
        """Add the routes."""
        pages.add_url_rule("/d/<token>", "desk", self.show)
        pages.add_url_rule("/d/<token>", "desk_call", self.call, methods=["POST"])
        pages.add_url_rule("/d/<token>/call/<form>", "desk_wait", self.wait)
        pages.add_url_rule("/d/screen/<token>", "desk_screen", self.screen)

    def show(self, token: str) -> Response:
        """Show a desk; send visitors who have already called to their door."""
        view = self._at(token)
        if call := self._doors.call_of(token, _caller()):
            return self._to_door(token, call, "")
        return self._page(token, view)

    def call(self, token: str) -> Response:
        """Call the desk's group."""
        if refusal := self._site.refusal_of_press():
            return refusal
        view, t = self._at(token), self._site.language()
        if wait := self._limits.wait_for_call(self._site.client()):
            return self._site.too_often(t, wait)
        form = _sent("form") or secrets.token_urlsafe(16)
        # Of two presses at once, the later answer's cookie counts: both have to name the caller.
        visitor = _caller() or _caller_on(form)
        press = CallPress(visitor, form, t.code, _sent("digits", r"\d{4}"), _screen_code())
        called = self._doors.press(token, press)
        if isinstance(called, DeskCall):
            answer = self._to_door(token, called, form)
            self._remember(answer, visitor)
            return answer
        return self._no_call(token, view, called)

    def wait(self, token: str, form: str) -> Response:
        """Go on to the door of a call, as soon as it is there."""
        view = self._at(token)
        form = form if _RANDOM.fullmatch(form) else ""
        call = self._doors.call_of(token, _caller(), form)
        return self._to_door(token, call, form) if call else self._page(token, view)

    def screen(self, token: str) -> Response:
        """Show the code that changes, for a screen at the desk."""
        import segno  # noqa: PLC0415 - takes 70 ms to import, and is seldom needed

        t = self._site.language()
        found = self._doors.screen(token) if _TOKEN.fullmatch(token) else None
        if found is None:
            return self._unknown()
        desk, address = found
        drawn = segno.make_qr(address, error="m").svg_inline(
            border=4, omitsize=True, dark="#000", light="#fff", svgclass=None, lineclass=None
        )
        return self._site.page(
            "desk_screen.html",
            t,
            told=screen_page(t),
            desk=desk,
            qr=drawn,
            every=CHANGES // 2,
        )

    def _at(self, token: str) -> DeskView:
        """Return the desk whose page is asked for, or end the request."""
        view = self._doors.view(token, _screen_code()) if _TOKEN.fullmatch(token) else None
        if view is None:
            abort(self._unknown())
        if wait := self._limits.wait_for_page(token, self._site.client(), shared=True):
            abort(self._site.too_often(self._site.language(), wait))
        return view

    def _unknown(self) -> Response:
        t = self._site.language()
        if wait := self._limits.wait_for_unknown(self._site.client()):
            return self._site.too_often(t, wait)
        return self._site.notice(t, no_such_desk(t), 404)

    def _page(self, token: str, view: DeskView) -> Response:
        t = self._site.language()
        return self._site.page(
            "desk.html",
            t,
            410 if view.state in _GONE else 200,
            page=desk_page(t, view),
            token=token,
            form=secrets.token_urlsafe(16),
            screen_code=_screen_code(),
        )

    def _no_call(self, token: str, view: DeskView, why: CallRefusal | None) -> Response:
        t = self._site.language()
        if why in {None, CallRefusal.NOT_READY}:
            return self._page(token, view)
        if why is CallRefusal.CODE and (wait := self._limits.wait_for_digits(self._site.client())):
            return self._site.too_often(t, wait)
        wrong = {CallRefusal.CODE, CallRefusal.OLD_CODE}
        return self._site.notice(t, no_call(t, why), 403 if why in wrong else 429)

    def _to_door(self, token: str, call: DeskCall, form: str) -> Response:
        """Lead to the door of a call, or have the page ask again in a moment."""
        if door := self._doors.door_of(token, call, form):
            name, value = door.strip("/").split("/")
            return self._site.other_page(self._site.path(name, value, called="1"))
        t = self._site.language()
        return self._site.page("desk_wait.html", t, told=connecting(t), token=token, form=form)

    def _remember(self, answer: Response, visitor: str) -> None:
        answer.set_cookie(
            COOKIE,
            visitor,
            max_age=COOKIE_SECONDS,
            path=self._site.path("d").partition("?")[0],
            secure=self._site.is_secure(),
            httponly=True,
            samesite="Lax",
        )


def _caller() -> str:
    found = request.cookies.get(COOKIE, "")
    return found if _RANDOM.fullmatch(found) else ""


def _caller_on(form: str) -> str:
    """Return what tells a device apart that pressed on a page, and not yet on another."""
    digest = hashlib.sha256(f"caller {form}".encode()).digest()
    return base64.urlsafe_b64encode(digest[:16]).decode().rstrip("=")


def _sent(name: str, form: str = _RANDOM.pattern) -> str:
    found = request.form.get(name, "").strip()
    return found if re.fullmatch(form, found, re.ASCII) else ""


def _screen_code() -> str:
    found = request.values.get("k", "")
    return found if _TOKEN.fullmatch(found) else ""

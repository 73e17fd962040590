"""The guest's page: ``/j/<token>``. GET and HEAD change nothing; only a press does.

Mail scanners open every link and run its scripts, but they press nothing.
"""

from __future__ import annotations

import re
import secrets

from flask import Blueprint, Response, request

from bot.core.domain.doors import DoorView, Enter, Press, Rsvp, Unavailable
from bot.core.pages.door_labels import camera_texts, countdown_texts, door_labels
from bot.core.pages.door_notices import going, no_such_door, said_to_host
from bot.core.pages.door_page import guest_page
from bot.core.wording.languages import Language
from bot.core.wording.texts import LINK, filled_in_html
from bot.edges.web.door.door_gate import DoorGate
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_service import DoorService
from bot.edges.web.door.door_site import Site

COOKIE = "visitor"
COOKIE_SECONDS = 24 * 3600
LONGEST_NAME = 80

_VISITOR = re.compile(r"[A-Za-z0-9_-]{10,40}")


class GuestPages:
    """Answers requests for guests' doors.

    Args:
        site: what all pages have in common.
        service: reads and changes doors.
        limits: who may ask how often.
    """

    def __init__(self, site: Site, service: DoorService, limits: DoorLimits) -> None:
        self._site, self._service = site, service
        self._gate: DoorGate[DoorView] = DoorGate(
            site, limits, self._find, no_such_door, is_shared=lambda view: view.shared
        )

    def add_to(self, pages: Blueprint) -> None:
        """Add the routes."""
        pages.add_url_rule("/j/<token>", "guest", self.show)
        pages.add_url_rule("/j/<token>/state", "guest_state", self.state)
        pages.add_url_rule("/j/<token>/invite.ics", "guest_calendar", self.calendar)
        presses = {
            "join": self.join,
            "rsvp": self.rsvp,
            "again": self.again,
            "leave": self.leave,
        }
        for name, press in presses.items():
            pages.add_url_rule(f"/j/<token>/{name}", f"guest_{name}", press, methods=["POST"])
            pages.add_url_rule(f"/j/<token>/{name}", f"guest_{name}_reloaded", self._back)

    def show(self, token: str) -> Response:
        """Show the door."""
        view = self._gate.at_page(token)
        t = self._gate.language(view)
        return self._site.page(
            "guest.html",
            t,
            page=guest_page(t, view),
            view=view,
            token=token,
            labels=door_labels(t),
            countdown=countdown_texts(t),
            camera=camera_texts(t),
            said=said_to_host(t, request.args.get("said", "")),
            paused="paused" in request.args,
        )

    def state(self, token: str) -> Response:
        """Return what changes, as a small JSON with an ETag."""
        view = self._gate.at_state(token)
        return self._site.state(view.state, view.version)

    def calendar(self, token: str) -> Response:
        """Return the meeting for a calendar."""
        self._gate.at_page(token)
        found = self._service.calendar(token)
        return self._site.calendar(found, "invite.ics") if found else self._gate.no_such_door()

    def join(self, token: str) -> Response:
        """Let a guest in."""
        view = self._gate.at_press(token)
        visitor = _visitor() or (secrets.token_urlsafe(16) if view.shared else "")
        name = request.form.get("name", "").strip()[:LONGEST_NAME] if view.shared else None
        press = self._service.press(token, visitor, name or None)
        answer = self._answer(self._gate.language(view), token, press)
        if view.shared:
            self._remember(answer, token, visitor)
        return answer

    def rsvp(self, token: str) -> Response:
        """Tell the host whether the guest comes."""
        self._gate.at_press(token)
        said = request.form.get("answer", "")
        if said in list(Rsvp):
            self._service.rsvp(token, Rsvp(said))
        return self._back(token)

    def again(self, token: str) -> Response:
        """Tell the host that the guest asks for a new time."""
        self._gate.at_press(token)
        self._service.ask_again(token)
        return self._back(token, said="again")

    def leave(self, token: str) -> Response:
        """Take back a call at a desk."""
        self._gate.at_press(token)
        self._service.leave(token)
        return self._back(token, said="leave")

    def _find(self, token: str) -> DoorView | None:
        return self._service.view(token, _visitor())

    def _answer(self, t: Language, token: str, press: Press | None) -> Response:
        match press:
            case None:
                return self._gate.no_such_door()
            case Enter(link):
                # Not a redirect: Chromium applies `form-action` to a whole chain of them.
                answer = self._site.page("going.html", t, going=going(t), link=LINK)
                answer.set_data(filled_in_html(answer.get_data(as_text=True), link, link))
                return answer
            case Unavailable():
                return self._site.unavailable(t, self._site.path("j", token, "join"))
        return self._back(token)

    def _back(self, token: str, **query: str) -> Response:
        return self._site.other_page(self._site.path("j", token, **query))

    def _remember(self, answer: Response, token: str, visitor: str) -> None:
        answer.set_cookie(
            COOKIE,
            visitor,
            max_age=COOKIE_SECONDS,
            path=self._site.path("j", token).partition("?")[0],
            secure=self._site.is_secure(),
            httponly=True,
            samesite="Lax",
        )


def _visitor() -> str:
    found = request.cookies.get(COOKIE, "")
    return found if _VISITOR.fullmatch(found) else ""

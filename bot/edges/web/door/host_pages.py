"""The host's page: ``/h/<token>``, with who is here, and *Start*."""

from __future__ import annotations

from flask import Blueprint, Response, request

from bot.core.domain.doors import HostPress, HostView, Reply, Start, Unavailable
from bot.core.pages.host_calendar import CALENDAR
from bot.core.pages.host_page import host_page, no_such_host_door, starting
from bot.core.wording.languages import FOR_HOSTS, NAMES, Language
from bot.core.wording.texts import LINK, filled_in_for_host
from bot.edges.web.door.door_gate import DoorGate
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_service import DoorService
from bot.edges.web.door.door_site import Site

_LANGUAGES = {code: NAMES[code] for code in FOR_HOSTS}


class HostPages:
    """Answers requests for hosts' doors.

    Args:
        site: what all pages have in common.
        service: reads and changes doors.
        limits: who may ask how often.
    """

    def __init__(self, site: Site, service: DoorService, limits: DoorLimits) -> None:
        self._site, self._service = site, service
        self._gate: DoorGate[HostView] = DoorGate(
            site,
            limits,
            service.host_view,
            no_such_host_door,
            is_shared=lambda _: False,
            languages=FOR_HOSTS,
        )

    def add_to(self, pages: Blueprint) -> None:
        """Add the routes."""
        pages.add_url_rule("/h/<token>", "host", self.show)
        pages.add_url_rule("/h/<token>/state", "host_state", self.state)
        pages.add_url_rule(f"/h/<token>/{CALENDAR}", "host_calendar", self.calendar)
        for name, press in (("start", self.start), ("admit", self.admit), ("reply", self.reply)):
            pages.add_url_rule(f"/h/<token>/{name}", f"host_{name}", press, methods=["POST"])
            pages.add_url_rule(f"/h/<token>/{name}", f"host_{name}_reloaded", self._back)

    def show(self, token: str) -> Response:
        """Show who is here."""
        view = self._gate.at_page(token)
        t = self._gate.language(view)
        paused = "paused" in request.args
        page = host_page(t, view)
        return self._site.page(
            "host.html",
            t,
            page=page,
            view=view,
            token=token,
            calendar=CALENDAR,
            paused=paused,
            languages=_LANGUAGES,
        )

    def state(self, token: str) -> Response:
        """Return what changes, as a small JSON with an ETag."""
        view = self._gate.at_state(token)
        return self._site.state(view.state, view.version)

    def calendar(self, token: str) -> Response:
        """Return the meeting for the host's calendar."""
        self._gate.at_page(token)
        found = self._service.host_calendar(token)
        return self._site.calendar(found, CALENDAR) if found else self._gate.no_such_door()

    def start(self, token: str) -> Response:
        """Let the host in."""
        view = self._gate.at_press(token)
        return self._answer(self._gate.language(view), token, self._service.start(token))

    def admit(self, token: str) -> Response:
        """Let a waiting visitor in."""
        self._gate.at_press(token)
        self._service.admit(token, request.form.get("visitor", ""))
        return self._back(token)

    def reply(self, token: str) -> Response:
        """Answer a visitor."""
        self._gate.at_press(token)
        said = request.form.get("answer", "")
        if said in list(Reply):
            self._service.reply(token, request.form.get("visitor", ""), Reply(said))
        return self._back(token)

    def _answer(self, t: Language, token: str, press: HostPress | None) -> Response:
        match press:
            case None:
                return self._gate.no_such_door()
            case Start(link):
                answer = self._site.page("going.html", t, going=starting(t), link=LINK)
                answer.set_data(filled_in_for_host(answer.get_data(as_text=True), link, link))
                return answer
            case Unavailable():
                return self._site.unavailable(t, self._site.path("h", token, "start"))
        return self._back(token)

    def _back(self, token: str) -> Response:
        return self._site.other_page(self._site.path("h", token))

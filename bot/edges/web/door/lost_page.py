"""``/lost``: sends guests their link again, by the way they were invited and never to the page."""

from __future__ import annotations

from flask import Blueprint, Response, request

from bot.core.pages.door_notices import link_is_coming, lost_link
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_service import DoorService
from bot.edges.web.door.door_site import Site

LONGEST_ADDRESS = 254  # RFC 5321


class LostLinkPage:
    """The form, and its answer, which is the same for every address.

    Args:
        site: what all pages have in common.
        service: sends the links.
        limits: who may ask how often.
    """

    def __init__(self, site: Site, service: DoorService, limits: DoorLimits) -> None:
        self._site, self._service, self._limits = site, service, limits

    def add_to(self, pages: Blueprint) -> None:
        """Add the routes."""
        pages.add_url_rule("/lost", "lost", self.show)
        pages.add_url_rule("/lost", "lost_sent", self.send, methods=["POST"])

    def show(self) -> Response:
        """Show the form."""
        t = self._site.language()
        return self._site.page("lost.html", t, told=lost_link(t))

    def send(self) -> Response:
        """Send the link, and say that it is coming, whether or not it is."""
        if refusal := self._site.refusal_of_press():
            return refusal
        address = request.form.get("address", "").strip()
        if not address or len(address) > LONGEST_ADDRESS:
            return self.show()
        t = self._site.language()
        if wait := self._limits.wait_for_lost(self._site.client()):
            return self._site.too_often(t, wait)
        self._service.lost(address)
        return self._site.notice(t, link_is_coming(t), 200)

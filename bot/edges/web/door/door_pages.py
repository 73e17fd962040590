"""All pages of the door, as one blueprint."""

from __future__ import annotations

from flask import Blueprint, Response
from sqlalchemy.exc import SQLAlchemyError

from bot.core.domain.errors import Trouble
from bot.core.pages.door_notices import cannot_show
from bot.edges.web.door.desk_doors import DeskDoors
from bot.edges.web.door.desk_pages import DeskPages
from bot.edges.web.door.door_limits import DoorLimits
from bot.edges.web.door.door_service import DoorService
from bot.edges.web.door.door_site import Site
from bot.edges.web.door.guest_pages import GuestPages
from bot.edges.web.door.host_pages import HostPages
from bot.edges.web.door.lost_page import LostLinkPage


def create_door_pages(
    site: Site,
    service: DoorService,
    limits: DoorLimits | None = None,
    desks: DeskDoors | None = None,
) -> Blueprint:
    """Return the pages: ``/j/<token>``, ``/h/<token>``, ``/lost`` and ``/d/<token>``.

    Args:
        site: what all pages have in common.
        service: reads and changes doors.
        limits: who may ask how often; None for the usual ones.
        desks: shows desks; None for no pages of desks.
    """
    pages, limits = Blueprint("door", __name__, template_folder="templates"), limits or DoorLimits()
    for each in (GuestPages, HostPages, LostLinkPage):
        each(site, service, limits).add_to(pages)
    if desks:
        DeskPages(site, desks, limits).add_to(pages)

    def show_trouble(_: Exception) -> Response:
        t = site.language()
        return site.notice(t, cannot_show(t), 503)

    for trouble in (Trouble, SQLAlchemyError, 500):
        pages.register_error_handler(trouble, show_trouble)
    return pages

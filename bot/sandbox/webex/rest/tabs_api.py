"""``/room/tabs``: pages that are shown in a room.

https://developer.webex.com/docs/api/v1/room-tabs
"""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.rest import request_checks as given
from bot.sandbox.webex.rest.answer_shapes import Shape, tab_shape
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.spaces import Tab
from bot.sandbox.webex.world import World

routes = Blueprint("tabs", __name__, url_prefix="/room/tabs")


@routes.get("")
def list_tabs() -> Response:
    """Return the tabs of a room."""
    space = here().space(given.an_id(given.query("roomId"), "ROOM"), me())
    return given.listed([_shape(tab) for tab in here().tabs.values() if tab.space_id == space.id])


@routes.post("")
def create_tab() -> Response:
    """Add a tab to a room."""
    sent = given.body()
    space = here().space(given.an_id(given.needed(sent, "roomId"), "ROOM"), me())
    name, address = _described(sent)
    tab = Tab(ids.fresh("ROOM_TAB"), space.id, name, address, me().id, here().clock())
    here().tabs[tab.id] = tab
    return jsonify(_shape(tab))


@routes.put("/<tab_id>")
def update_tab(tab_id: str) -> Response:
    """Change a tab's name or address."""
    tab = _tab(tab_id)
    name, address = _described(given.body())
    here().tabs[tab.id] = changed = replace(tab, name=name, address=address)
    return jsonify(_shape(changed))


def _described(sent: given.Body) -> tuple[str, str]:
    return given.needed(sent, "displayName"), given.an_address(sent, "contentUrl")


def _tab(tab_id: str) -> Tab:
    tab = here().tabs.get(given.an_id(tab_id, "ROOM_TAB"))
    if tab is None or not here().is_member(tab.space_id, me()):
        raise Refusal(404, "Could not find a room tab with provided ID.")
    return tab


def _shape(tab: Tab) -> Shape:
    return tab_shape(here(), tab)


serve_items(routes, _tab, _shape, World.delete_tab)

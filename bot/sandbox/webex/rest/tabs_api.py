"""``/room/tabs``: pages that are shown in a room.

https://developer.webex.com/docs/api/v1/room-tabs
"""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape, tab_shape
from bot.sandbox.webex.rest.request_checks import (
    Body,
    an_address,
    an_id,
    body,
    listed,
    needed,
    query,
)
from bot.sandbox.webex.spaces import Tab

routes = Blueprint("tabs", __name__, url_prefix="/room/tabs")


@routes.get("")
def list_tabs() -> Response:
    """Return the tabs of a room."""
    space = here().space(an_id(query("roomId"), "ROOM"), me())
    return listed([_shape(tab) for tab in here().tabs.values() if tab.space_id == space.id])


@routes.post("")
def create_tab() -> Response:
    """Add a tab to a room."""
    sent = body()
    space = here().space(an_id(needed(sent, "roomId"), "ROOM"), me())
    name, address = _described(sent)
    tab = Tab(ids.fresh("ROOM_TAB"), space.id, name, address, me().id, here().clock())
    here().tabs[tab.id] = tab
    return jsonify(_shape(tab))


@routes.get("/<tab_id>")
def get_tab(tab_id: str) -> Response:
    """Return one tab."""
    return jsonify(_shape(_tab(tab_id)))


@routes.put("/<tab_id>")
def update_tab(tab_id: str) -> Response:
    """Change a tab's name or address."""
    tab = _tab(tab_id)
    name, address = _described(body())
    here().tabs[tab.id] = changed = replace(tab, name=name, address=address)
    return jsonify(_shape(changed))


@routes.delete("/<tab_id>")
def delete_tab(tab_id: str) -> tuple[str, int]:
    """Remove a tab."""
    del here().tabs[_tab(tab_id).id]
    return "", 204


def _described(sent: Body) -> tuple[str, str]:
    return needed(sent, "displayName"), an_address(sent, "contentUrl")


def _tab(tab_id: str) -> Tab:
    tab = here().tabs.get(an_id(tab_id, "ROOM_TAB"))
    if tab is None or not here().is_member(tab.space_id, me()):
        raise Refusal(404, "Could not find a room tab with provided ID.")
    return tab


def _shape(tab: Tab) -> Shape:
    return tab_shape(here(), tab)

"""``/rooms``.

https://developer.webex.com/docs/api/v1/rooms
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Refusal, Space
from bot.sandbox.webex.rest import request_checks as given
from bot.sandbox.webex.rest.answer_shapes import Shape, meeting_shape, space_shape
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.world import World

routes = Blueprint("rooms", __name__, url_prefix="/rooms")
ORDERS = {
    "": lambda space: space.id,
    "id": lambda space: space.id,
    "created": lambda space: -space.created.timestamp(),
    "lastactivity": lambda space: -space.last_activity.timestamp(),
}


@routes.get("")
def list_rooms() -> Response:
    """Return the caller's rooms."""
    kind, order = given.query("type"), given.query("sortBy")
    if kind not in ("", "direct", "group") or order not in ORDERS:
        raise Refusal(400, "type or sortBy has a value that is not known.")
    team_id = given.query("teamId")
    mine = [
        space
        for space in here().spaces_of(me())
        if kind in ("", space.type) and team_id in ("", space.team_id)
    ]
    return given.paged(sorted(mine, key=ORDERS[order]), _shape)


@routes.post("")
def create_room() -> Response:
    """Create a group room with the caller in it."""
    sent = given.body()
    title = given.needed(sent, "title")
    return jsonify(_shape(here().create_space(me(), title, **_options(sent))))


@routes.get("/<room_id>/meetingInfo")
def get_meeting_info(room_id: str) -> Response:
    """Return how to join a room's meeting."""
    return jsonify(meeting_shape(_room(room_id)))


@routes.put("/<room_id>")
def update_room(room_id: str) -> Response:
    """Change a room's title, or how it is moderated."""
    sent, room = given.body(), _room(room_id)
    if room.is_direct:
        raise Refusal(400, "A one on one room cannot be changed.")
    changed = here().change_space(
        room, me(), title=given.needed(sent, "title"), **_options(sent, room)
    )
    return jsonify(_shape(changed))


def _room(room_id: str) -> Space:
    return here().space(given.an_id(room_id, "ROOM"), me())


def _shape(space: Space) -> Shape:
    return space_shape(here(), space, me())


def _options(sent: given.Body, room: Space | None = None) -> dict[str, Any]:
    locked = given.yes_or_no(sent, "isLocked", room.locked if room else False)
    quiet = given.yes_or_no(sent, "isAnnouncementOnly", room.announcement_only if room else False)
    if quiet and not locked:
        raise Refusal(400, "A space can only be put into announcement mode when it is locked.")
    team_id = given.text(sent, "teamId")
    if team_id:
        here().team(given.an_id(team_id, "TEAM"), me())
    return {
        "team_id": team_id or (room.team_id if room else ""),
        "locked": locked,
        "announcement_only": quiet,
        "public": given.yes_or_no(sent, "isPublic", room.public if room else False),
        "description": (
            given.text(sent, "description") or (room.description if room else "")
        ).strip(),
    }


serve_items(routes, _room, _shape, World.delete_space)

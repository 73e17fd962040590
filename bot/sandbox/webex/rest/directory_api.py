"""``/roles``, ``/licenses`` and ``/organizations``: for administrators.

https://developer.webex.com/docs/api/v1/organizations
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import an_admin, here
from bot.sandbox.webex.model import ADMIN, Person, Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape, timestamp
from bot.sandbox.webex.rest.request_checks import an_id, paged
from bot.sandbox.webex.world import World

routes = Blueprint("directory", __name__)
ROLES = {
    ADMIN: "Full Administrator",
    ids.encode("ROLE", "id_readonly_admin"): "Read-only Administrator",
    ids.encode("ROLE", "id_user_admin"): "User and Device Administrator",
    ids.encode("ROLE", "compliance_admin_role"): "Compliance Officer",
}
LICENSES = (
    "Messaging",
    "Advanced Messaging",
    "Basic Messaging",
    "Meeting 25 party",
    "Basic Space Meetings",
    "Advanced Space Meetings",
)
UNITS = 100
"""How many people may have each license."""


def _roles(_world: World, _viewer: Person) -> list[Shape]:
    return [{"id": role_id, "name": name} for role_id, name in ROLES.items()]


def _licenses(world: World, viewer: Person) -> list[Shape]:
    return [_license(world, viewer.org_id, name) for name in LICENSES]


def _organizations(world: World, viewer: Person) -> list[Shape]:
    people = [one for one in world.people.values() if one.org_id == viewer.org_id]
    return [
        {
            "id": viewer.org_id,
            "displayName": viewer.email.rpartition("@")[2],
            "created": timestamp(min(one.created for one in people)),
        }
    ]


def _license(world: World, org_id: str, name: str) -> Shape:
    org = ids.name_in(org_id)
    license_id = ids.encode("LICENSE", f"{org}:{uuid.uuid5(ids.PEOPLE_NAMESPACE, name)}")
    held = [one.details.get("licenses", ()) for one in world.people.values()]
    consumed = sum(license_id in licenses for licenses in held)
    return {
        "id": license_id,
        "name": name,
        "totalUnits": UNITS,
        "consumedUnits": consumed,
        "consumedByUsers": consumed,
        "consumedByWorkspaces": 0,
    }


def _serve(path: str, kind: str, items: Callable[[World, Person], list[Shape]]) -> None:
    @routes.get(path, endpoint=f"list_{kind}")
    def list_items() -> Response:
        return paged(items(here(), an_admin()), dict)

    @routes.get(f"{path}/<item_id>", endpoint=f"get_{kind}")
    def get_item(item_id: str) -> Response:
        asked = an_id(item_id, kind)
        found = [item for item in items(here(), an_admin()) if item["id"] == asked]
        if not found:
            raise Refusal(404, f"Could not find the {kind.lower()}.")
        return jsonify(found[0])


_serve("/roles", "ROLE", _roles)
_serve("/licenses", "LICENSE", _licenses)
_serve("/organizations", "ORGANIZATION", _organizations)

"""Roles, licenses and organizations, as an administrator sees them."""

from __future__ import annotations

import uuid

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import ADMIN, Person
from bot.sandbox.webex.rest.answer_shapes import Shape, timestamp
from bot.sandbox.webex.world import World

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


def roles(_world: World, _viewer: Person) -> list[Shape]:
    """Return the roles that people can have."""
    return [{"id": role_id, "name": name} for role_id, name in ROLES.items()]


def licenses(world: World, viewer: Person) -> list[Shape]:
    """Return the licenses of the viewer's organization."""
    return [_license(world, viewer.org_id, name) for name in LICENSES]


def organizations(world: World, viewer: Person) -> list[Shape]:
    """Return the viewer's organization."""
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

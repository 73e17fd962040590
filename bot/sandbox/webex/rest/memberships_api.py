"""``/memberships``.

https://developer.webex.com/docs/api/v1/memberships
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Membership, Person, Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape, membership_shape
from bot.sandbox.webex.rest.request_checks import (
    Body,
    an_id,
    body,
    listed,
    needed,
    page,
    query,
    text,
    yes_or_no,
)

routes = Blueprint("memberships", __name__, url_prefix="/memberships")


@routes.get("")
def list_memberships() -> Response:
    """Return the members of a room, or the caller's memberships."""
    found, cursor = page(_asked_for())
    return listed([_shape(membership) for membership in found], cursor=cursor)


@routes.post("")
def create_membership() -> Response:
    """Add somebody to a room."""
    sent = body()
    space = here().space(an_id(needed(sent, "roomId"), "ROOM"), me())
    moderator = yes_or_no(sent, "isModerator")
    return jsonify(_shape(here().join(space, newcomer(sent), me(), moderator)))


@routes.get("/<membership_id>")
def get_membership(membership_id: str) -> Response:
    """Return one membership."""
    return jsonify(_shape(_membership(membership_id)))


@routes.route("/<membership_id>", methods=["PUT", "PATCH"])
def update_membership(membership_id: str) -> Response:
    """Change whether somebody is a moderator, or hides their direct room."""
    sent, membership = body(), _membership(membership_id)
    moderator = yes_or_no(sent, "isModerator", membership.moderator)
    hidden = yes_or_no(sent, "isRoomHidden", membership.hidden)
    return jsonify(_shape(here().change_membership(membership, me(), moderator, hidden)))


@routes.delete("/<membership_id>")
def delete_membership(membership_id: str) -> tuple[str, int]:
    """Remove somebody from a room."""
    here().leave(_membership(membership_id), me())
    return "", 204


def _asked_for() -> list[Membership]:
    room_id, person_id, email = query("roomId"), query("personId"), query("personEmail").lower()
    if not room_id:
        if person_id or email:
            raise Refusal(400, "roomId is required when personId or personEmail is given.")
        return here().memberships_of(me())
    space = here().space(an_id(room_id, "ROOM"), me())
    return [
        membership
        for membership in here().memberships_in(space)
        if person_id in ("", membership.person_id)
        and email in ("", here().person(membership.person_id).email)
    ]


def _membership(membership_id: str) -> Membership:
    membership = here().memberships.get(an_id(membership_id, "MEMBERSHIP"))
    if membership is None or not here().is_member(membership.space_id, me()):
        raise Refusal(404, "Could not find a membership with provided ID.")
    return membership


def newcomer(sent: Body) -> Person:
    """Return the person whom a request adds, by id or address."""
    person_id = text(sent, "personId")
    if person_id:
        return here().person(an_id(person_id, "PEOPLE"))
    return here().person_or_invited(needed(sent, "personEmail"))


def _shape(membership: Membership) -> Shape:
    return membership_shape(here(), membership)

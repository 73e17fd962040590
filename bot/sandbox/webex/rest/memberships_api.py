"""``/memberships``.

https://developer.webex.com/docs/api/v1/memberships
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Membership, Person, Refusal
from bot.sandbox.webex.rest import request_checks as given
from bot.sandbox.webex.rest.answer_shapes import Shape, membership_shape
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.world import World

routes = Blueprint("memberships", __name__, url_prefix="/memberships")


@routes.get("")
def list_memberships() -> Response:
    """Return the members of a room, or the caller's memberships."""
    return given.paged(_asked_for(), _shape)


@routes.post("")
def create_membership() -> Response:
    """Add somebody to a room."""
    sent = given.body()
    space = here().space(given.an_id(given.needed(sent, "roomId"), "ROOM"), me())
    moderator = given.yes_or_no(sent, "isModerator")
    return jsonify(_shape(here().join(space, newcomer(sent), me(), moderator)))


@routes.route("/<membership_id>", methods=["PUT", "PATCH"])
def update_membership(membership_id: str) -> Response:
    """Change whether somebody is a moderator, or hides their direct room."""
    sent, membership = given.body(), _membership(membership_id)
    moderator = given.yes_or_no(sent, "isModerator", membership.moderator)
    hidden = given.yes_or_no(sent, "isRoomHidden", membership.hidden)
    return jsonify(_shape(here().change_membership(membership, me(), moderator, hidden)))


def _asked_for() -> list[Membership]:
    room_id, person_id, email = (
        given.query("roomId"),
        given.query("personId"),
        given.query("personEmail").lower(),
    )
    if not room_id:
        if person_id or email:
            raise Refusal(400, "roomId is required when personId or personEmail is given.")
        return here().memberships_of(me())
    space = here().space(given.an_id(room_id, "ROOM"), me())
    return [
        membership
        for membership in here().memberships_in(space)
        if person_id in ("", membership.person_id)
        and email in ("", here().person(membership.person_id).email)
    ]


def _membership(membership_id: str) -> Membership:
    membership = here().memberships.get(given.an_id(membership_id, "MEMBERSHIP"))
    if membership is None or not here().is_member(membership.space_id, me()):
        raise Refusal(404, "Could not find a membership with provided ID.")
    return membership


def newcomer(sent: given.Body) -> Person:
    """Return the person whom a request adds, by id or address."""
    person_id = given.text(sent, "personId")
    if person_id:
        return here().person(given.an_id(person_id, "PEOPLE"))
    return here().person_or_invited(given.needed(sent, "personEmail"))


def _shape(membership: Membership) -> Shape:
    return membership_shape(here(), membership)


serve_items(routes, _membership, _shape, World.leave)

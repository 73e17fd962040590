"""``/teams`` and ``/team/memberships``.

https://developer.webex.com/docs/api/v1/teams
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.rest import request_checks as given
from bot.sandbox.webex.rest.answer_shapes import Shape, team_membership_shape, team_shape
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.rest.memberships_api import newcomer
from bot.sandbox.webex.teams import Team, TeamMembership
from bot.sandbox.webex.world import World

routes = Blueprint("teams", __name__)


@routes.get("/teams")
def list_teams() -> Response:
    """Return the caller's teams."""
    return given.paged(here().teams_of(me()), team_shape)


@routes.post("/teams")
def create_team() -> Response:
    """Create a team with the caller as its moderator."""
    return jsonify(team_shape(here().create_team(me(), given.needed(given.body(), "name"))))


@routes.put("/teams/<team_id>")
def update_team(team_id: str) -> Response:
    """Rename a team."""
    name = given.needed(given.body(), "name")
    return jsonify(team_shape(here().rename_team(_team(team_id), me(), name)))


@routes.get("/team/memberships")
def list_team_memberships() -> Response:
    """Return the members of a team."""
    return given.paged(here().team_memberships_in(_team(given.query("teamId"))), _shape)


@routes.post("/team/memberships")
def create_team_membership() -> Response:
    """Add somebody to a team."""
    sent = given.body()
    team = _team(given.needed(sent, "teamId"))
    moderator = given.yes_or_no(sent, "isModerator")
    return jsonify(_shape(here().join_team(team, newcomer(sent), me(), moderator)))


@routes.put("/team/memberships/<membership_id>")
def update_team_membership(membership_id: str) -> Response:
    """Change whether somebody moderates a team."""
    sent, membership = given.body(), _membership(membership_id)
    moderator = given.yes_or_no(sent, "isModerator", membership.moderator)
    return jsonify(_shape(here().change_team_membership(membership, me(), moderator)))


def _team(team_id: str) -> Team:
    return here().team(given.an_id(team_id, "TEAM"), me())


def _membership(membership_id: str) -> TeamMembership:
    found = here().team_memberships.get(given.an_id(membership_id, "TEAM_MEMBERSHIP"))
    if found is None:
        raise Refusal(404, "Could not find a team membership with provided ID.")
    _team(found.team_id)  # for its members only
    return found


def _shape(membership: TeamMembership) -> Shape:
    return team_membership_shape(here(), membership)


serve_items(routes, _team, team_shape, World.delete_team, "/teams")
serve_items(routes, _membership, _shape, World.leave_team, "/team/memberships")

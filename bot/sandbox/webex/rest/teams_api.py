"""``/teams`` and ``/team/memberships``.

https://developer.webex.com/docs/api/v1/teams
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape, team_membership_shape, team_shape
from bot.sandbox.webex.rest.memberships_api import newcomer
from bot.sandbox.webex.rest.request_checks import (
    an_id,
    body,
    listed,
    needed,
    page,
    query,
    yes_or_no,
)
from bot.sandbox.webex.teams import Team, TeamMembership

routes = Blueprint("teams", __name__)


@routes.get("/teams")
def list_teams() -> Response:
    """Return the caller's teams."""
    found, cursor = page(here().teams_of(me()))
    return listed([team_shape(team) for team in found], cursor=cursor)


@routes.post("/teams")
def create_team() -> Response:
    """Create a team with the caller as its moderator."""
    return jsonify(team_shape(here().create_team(me(), needed(body(), "name"))))


@routes.get("/teams/<team_id>")
def get_team(team_id: str) -> Response:
    """Return one team."""
    return jsonify(team_shape(_team(team_id)))


@routes.put("/teams/<team_id>")
def update_team(team_id: str) -> Response:
    """Rename a team."""
    name = needed(body(), "name")
    return jsonify(team_shape(here().rename_team(_team(team_id), me(), name)))


@routes.delete("/teams/<team_id>")
def delete_team(team_id: str) -> tuple[str, int]:
    """Remove a team."""
    here().delete_team(_team(team_id), me())
    return "", 204


@routes.get("/team/memberships")
def list_team_memberships() -> Response:
    """Return the members of a team."""
    found, cursor = page(here().team_memberships_in(_team(query("teamId"))))
    return listed([_shape(membership) for membership in found], cursor=cursor)


@routes.post("/team/memberships")
def create_team_membership() -> Response:
    """Add somebody to a team."""
    sent = body()
    team = _team(needed(sent, "teamId"))
    moderator = yes_or_no(sent, "isModerator")
    return jsonify(_shape(here().join_team(team, newcomer(sent), me(), moderator)))


@routes.get("/team/memberships/<membership_id>")
def get_team_membership(membership_id: str) -> Response:
    """Return one membership."""
    return jsonify(_shape(_membership(membership_id)))


@routes.put("/team/memberships/<membership_id>")
def update_team_membership(membership_id: str) -> Response:
    """Change whether somebody moderates a team."""
    sent, membership = body(), _membership(membership_id)
    moderator = yes_or_no(sent, "isModerator", membership.moderator)
    return jsonify(_shape(here().change_team_membership(membership, me(), moderator)))


@routes.delete("/team/memberships/<membership_id>")
def delete_team_membership(membership_id: str) -> tuple[str, int]:
    """Remove somebody from a team."""
    here().leave_team(_membership(membership_id), me())
    return "", 204


def _team(team_id: str) -> Team:
    return here().team(an_id(team_id, "TEAM"), me())


def _membership(membership_id: str) -> TeamMembership:
    found = here().team_memberships.get(an_id(membership_id, "TEAM_MEMBERSHIP"))
    if found is None:
        raise Refusal(404, "Could not find a team membership with provided ID.")
    _team(found.team_id)  # for its members only
    return found


def _shape(membership: TeamMembership) -> Shape:
    return team_membership_shape(here(), membership)

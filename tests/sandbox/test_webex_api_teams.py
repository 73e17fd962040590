"""Teams, their members and their rooms."""

from __future__ import annotations

import pytest

from tests.sandbox.test_webex_api import ask, refusal

BOB, CARL = "bob@example.com", "carl@example.com"


@pytest.fixture
def team(erin):
    return erin.teams.create("Sales")


def titles(api, **asked) -> set[str]:
    return {room.title for room in api.rooms.list(**asked)}


def test_a_team_is_created_renamed_and_removed(erin, team):
    assert [one.id for one in erin.teams.list()] == [team.id]
    assert erin.teams.update(team.id, name="Sales EMEA").name == "Sales EMEA"
    assert "Sales EMEA" in titles(erin, teamId=team.id)
    erin.teams.delete(team.id)
    assert refusal(erin.teams.get, team.id)[0] == 404
    assert titles(erin, teamId=team.id) == set()


def test_a_room_belongs_to_a_team(erin, team):
    room = erin.rooms.create("Leads", teamId=team.id)
    assert room.teamId == team.id
    assert titles(erin, teamId=team.id) == {"Sales", "Leads"}
    moved = erin.rooms.create("Elsewhere")
    erin.rooms.update(moved.id, "Elsewhere", teamId=team.id)
    assert erin.rooms.get(moved.id).teamId == team.id


def test_a_room_of_no_team_is_refused(erin, team, sdk):
    assert refusal(sdk("carl").rooms.create, "Leads", teamId=team.id)[0] == 404
    assert "Leads" not in titles(sdk("carl"))


def test_people_join_a_team_and_its_own_room(erin, team, sdk):
    joined = erin.team_memberships.create(team.id, personEmail=BOB)
    assert (joined.personEmail, joined.isModerator) == (BOB, False)
    assert "Sales" in titles(sdk("bob"))
    assert [one.personEmail for one in erin.team_memberships.list(team.id)][1:] == [BOB]
    assert refusal(erin.team_memberships.create, team.id, personEmail=BOB)[0] == 409


def test_people_leave_a_team_with_its_rooms(erin, team, sdk):
    joined = erin.team_memberships.create(team.id, personEmail=BOB)
    sdk("bob").team_memberships.delete(joined.id)
    assert "Sales" not in titles(sdk("bob"))
    assert refusal(sdk("bob").teams.get, team.id)[0] == 404


def test_only_moderators_change_a_team(erin, team, sdk):
    bob = sdk("bob")
    joined = erin.team_memberships.create(team.id, personEmail=BOB)
    assert refusal(bob.teams.update, team.id, name="Mine")[0] == 403
    assert refusal(bob.team_memberships.create, team.id, personEmail=CARL)[0] == 403
    erin.team_memberships.update(joined.id, isModerator=True)
    assert bob.team_memberships.create(team.id, personEmail=CARL).personEmail == CARL


def test_a_membership_is_for_the_teams_members(erin, team, webex):
    (mine,) = erin.team_memberships.list(team.id)
    assert erin.team_memberships.get(mine.id).personEmail == "erin@example.com"
    assert ask(webex, "GET", f"/team/memberships/{mine.id}", "carl").status_code == 404

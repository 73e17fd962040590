"""The teams and their members.

A team has a space of its own, named after it, which everybody in the team is in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Person, Refusal, Space
from bot.sandbox.webex.movable_clock import Clock, utc_now
from bot.sandbox.webex.spaces import Spaces


@dataclass(frozen=True)
class Team:
    """A team. `space_id` is its own space."""

    id: str
    name: str
    creator_id: str
    created: datetime
    space_id: str


@dataclass(frozen=True)
class TeamMembership:
    """A person's membership in a team."""

    id: str
    team_id: str
    person_id: str
    created: datetime
    moderator: bool = False


class Teams(Spaces):
    """All teams and their memberships."""

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__(clock)
        self.teams: dict[str, Team] = {}
        self.team_memberships: dict[str, TeamMembership] = {}

    def create_team(self, creator: Person, name: str) -> Team:
        """Create a team moderated by `creator`, with its own space."""
        with self.lock:
            team_id = ids.fresh("TEAM")
            space = self.create_space(creator, name, team_id=team_id)
            team = Team(team_id, name, creator.id, self.clock(), space.id)
            self.teams[team_id] = team
            self._enlist(team, creator, moderator=True)
            return team

    def team(self, team_id: str, viewer: Person) -> Team:
        """Return a team that `viewer` is in.

        Raises:
            Refusal: 404, there is none, or the viewer isn't in it.
        """
        with self.lock:
            if self._place_in_team(team_id, viewer) is None:
                raise Refusal(404, "Could not find a team with provided ID.")
            return self.teams[team_id]

    def teams_of(self, person: Person) -> list[Team]:
        """Return somebody's teams, oldest first."""
        with self.lock:
            mine = [one for one in self.team_memberships.values() if one.person_id == person.id]
            return [self.teams[one.team_id] for one in mine]

    def team_memberships_in(self, team: Team) -> list[TeamMembership]:
        """Return the memberships of a team, oldest first."""
        with self.lock:
            return [one for one in self.team_memberships.values() if one.team_id == team.id]

    def rename_team(self, team: Team, actor: Person, name: str) -> Team:
        """Rename a team and its own space."""
        with self.lock:
            self._must_moderate_team(team, actor)
            self.teams[team.id] = changed = replace(team, name=name)
            if team.space_id in self.spaces:
                self.change_space(self.spaces[team.space_id], actor, title=name)
            return changed

    def delete_team(self, team: Team, actor: Person) -> None:
        """Delete a team with its spaces."""
        with self.lock:
            self._must_moderate_team(team, actor)
            for space in self._spaces_in(team):
                self.delete_space(space, actor)
            for membership in self.team_memberships_in(team):
                del self.team_memberships[membership.id]
            del self.teams[team.id]

    def join_team(
        self, team: Team, person: Person, actor: Person, moderator: bool
    ) -> TeamMembership:
        """Add a person to a team and its own space, on behalf of `actor`.

        Raises:
            Refusal: 403 unless by a moderator, 409 if they are already in it.
        """
        with self.lock:
            self._must_moderate_team(team, actor)
            if self._place_in_team(team.id, person):
                raise Refusal(409, "User is already a member of the team.")
            own = self.spaces.get(team.space_id)
            if own and not self.is_member(own.id, person):
                self.join(own, person, actor)
            return self._enlist(team, person, moderator)

    def change_team_membership(
        self, membership: TeamMembership, actor: Person, moderator: bool
    ) -> TeamMembership:
        """Change whether somebody moderates a team."""
        with self.lock:
            self._must_moderate_team(self.teams[membership.team_id], actor)
            self.team_memberships[membership.id] = changed = replace(
                membership, moderator=moderator
            )
            return changed

    def leave_team(self, membership: TeamMembership, actor: Person) -> None:
        """Remove a person from a team and its spaces; anybody may leave by themselves."""
        with self.lock:
            team = self.teams[membership.team_id]
            if membership.person_id != actor.id:
                self._must_moderate_team(team, actor)
            for space in self._spaces_in(team):
                for place in self.memberships_in(space):
                    if place.person_id == membership.person_id:
                        self.leave(place, actor)
            del self.team_memberships[membership.id]

    def _spaces_in(self, team: Team) -> list[Space]:
        return [space for space in self.spaces.values() if space.team_id == team.id]

    def _enlist(self, team: Team, person: Person, moderator: bool) -> TeamMembership:
        name = ids.of_team_membership(team.id, person.id)
        membership = TeamMembership(name, team.id, person.id, self.clock(), moderator)
        self.team_memberships[name] = membership
        return membership

    def _place_in_team(self, team_id: str, person: Person) -> TeamMembership | None:
        return self.team_memberships.get(ids.of_team_membership(team_id, person.id))

    def _must_moderate_team(self, team: Team, actor: Person) -> None:
        place = self._place_in_team(team.id, actor)
        if place is None or not place.moderator:
            raise Refusal(403, "Only a moderator may change this team.")

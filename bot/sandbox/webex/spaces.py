"""The spaces and their members."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Membership, Person, Refusal, Space
from bot.sandbox.webex.movable_clock import Clock, utc_now
from bot.sandbox.webex.people import People


@dataclass(frozen=True)
class Tab:
    """A page that is shown in a space."""

    id: str
    space_id: str
    name: str
    address: str
    creator_id: str
    created: datetime


class Spaces(People):
    """All spaces and their memberships."""

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__(clock)
        self.cluster = ids.FIRST_CLUSTER
        """The cluster of new spaces."""
        self.spaces: dict[str, Space] = {}
        self.memberships: dict[str, Membership] = {}
        self.tabs: dict[str, Tab] = {}
        self._members: dict[str, dict[str, Membership]] = {}
        self._places: dict[str, dict[str, Membership]] = {}
        self._directs: dict[frozenset[str], str] = {}

    def create_space(self, creator: Person, title: str, **options: Any) -> Space:
        """Create a group space with `creator` in it; options are the fields of `Space`."""
        with self.lock:
            return self._open("group", title, [creator], **options)

    def direct(self, person: Person, other: Person) -> Space:
        """Return the direct space of two people, creating it if needed.

        Raises:
            Refusal: 400, Webex cannot bring the two together.
        """
        with self.lock:
            known = self.direct_between(person, other)
            return known or self._open_direct(person, other)

    def direct_between(self, person: Person, other: Person) -> Space | None:
        """Return the direct space of two people, if they have one."""
        return self.spaces.get(self._directs.get(frozenset((person.id, other.id)), ""))

    def space(self, space_id: str, viewer: Person) -> Space:
        """Return a space that `viewer` is in.

        Raises:
            Refusal: 404, there is none, or the viewer isn't in it.
        """
        with self.lock:
            if not self.is_member(space_id, viewer):
                raise Refusal(404, "Could not find a room with provided ID.")
            return self.spaces[space_id]

    def spaces_of(self, person: Person) -> list[Space]:
        """Return somebody's spaces, latest activity first."""
        with self.lock:
            mine = [self.spaces[space_id] for space_id in self._places.get(person.id, ())]
        return sorted(mine, key=lambda space: space.last_activity, reverse=True)

    def title_for(self, space: Space, viewer: Person) -> str:
        """Return a space's title; for a direct space, the other person's name."""
        if not space.is_direct:
            return space.title
        others = [one.name for one in self.members_of(space) if one.id != viewer.id]
        return others[0] if others else space.title

    def is_member(self, space_id: str, person: Person) -> bool:
        """Return whether somebody is in a space."""
        return person.id in self._members.get(space_id, ())

    def members_of(self, space: Space) -> list[Person]:
        """Return the people in a space, in the order they joined."""
        with self.lock:
            return [self.people[one] for one in self._members.get(space.id, ())]

    def memberships_in(self, space: Space) -> list[Membership]:
        """Return the memberships of a space, oldest first."""
        with self.lock:
            return list(self._members.get(space.id, {}).values())

    def memberships_of(self, person: Person) -> list[Membership]:
        """Return the memberships of a person, oldest first."""
        with self.lock:
            return list(self._places.get(person.id, {}).values())

    def is_moderator(self, space: Space, person: Person) -> bool:
        """Return whether somebody moderates a space."""
        membership = self._members.get(space.id, {}).get(person.id)
        return membership is not None and membership.moderator

    def join(
        self, space: Space, person: Person, actor: Person, moderator: bool = False
    ) -> Membership:
        """Add a person to a group space, on behalf of `actor`.

        Raises:
            Refusal: 400 in a direct space, 403 in a locked one, 409 if they are already in it.
        """
        with self.lock:
            if space.is_direct:
                raise Refusal(400, "Unable to add a participant to a one on one room.")
            if self.is_member(space.id, person):
                raise Refusal(409, "User is already a participant")
            self._must_moderate(space, actor)
            membership = self._place_of(space, person, moderator)
            self.announce("memberships", "created", actor.id, membership)
            return membership

    def leave(self, membership: Membership, actor: Person) -> None:
        """Remove a person from a group space, on behalf of `actor`.

        Raises:
            Refusal: 403 in a direct space, and in a locked one for anybody but oneself.
        """
        with self.lock:
            space = self.spaces[membership.space_id]
            if space.is_direct:
                raise Refusal(403, "Cannot remove a participant from a one on one room.")
            if membership.person_id != actor.id:
                self._must_moderate(space, actor)
            self._drop(membership)
            self.announce("memberships", "deleted", actor.id, membership)

    def change_membership(
        self, membership: Membership, actor: Person, moderator: bool, hidden: bool
    ) -> Membership:
        """Change whether somebody is a moderator, or hides their direct space."""
        with self.lock:
            self._must_moderate(self.spaces[membership.space_id], actor)
            changed = replace(membership, moderator=moderator, hidden=hidden)
            self._place(changed)
            self.announce("memberships", "updated", actor.id, changed)
            return changed

    def change_space(self, space: Space, actor: Person, **changes: Any) -> Space:
        """Rename or lock a group space, or make it announcement-only."""
        with self.lock:
            self._must_moderate(space, actor)
            self.spaces[space.id] = changed = replace(space, **changes)
            self.announce("rooms", "updated", actor.id, changed)
            return changed

    def delete_space(self, space: Space, actor: Person) -> None:
        """Delete a group space with everything in it.

        Raises:
            Refusal: 403 for a direct space, and for a locked one unless by a moderator.
        """
        with self.lock:
            if space.is_direct:
                raise Refusal(403, "A one on one room cannot be deleted.")
            self._must_moderate(space, actor)
            members = self.memberships_in(space)
            for membership in members:  # everybody is told of everybody
                self.announce("memberships", "deleted", actor.id, membership)
            for membership in members:
                self._drop(membership)
            del self.spaces[space.id]
            self.announce("rooms", "deleted", actor.id, space)

    def delete_person(self, person: Person) -> None:
        """Delete somebody's account, and take them out of group spaces."""
        with self.lock:
            for membership in self.memberships_of(person):
                if not self.spaces[membership.space_id].is_direct:
                    self.leave(membership, person)
            super().delete_person(person)

    def delete_tab(self, tab: Tab, _actor: Person) -> None:
        """Remove a tab."""
        with self.lock:
            del self.tabs[tab.id]

    def _open(self, kind: Any, title: str, people: list[Person], **options: Any) -> Space:
        now, creator = self.clock(), people[0]
        space = Space(
            ids.fresh("ROOM", self.cluster),
            title,
            kind,
            creator.id,
            creator.org_id,
            now,
            now,
            **options,
        )
        self.spaces[space.id] = space
        self._members[space.id] = {}
        places = [self._place_of(space, person, space.locked) for person in people]
        self.announce("rooms", "created", creator.id, space)
        for place in places:
            self.announce("memberships", "created", creator.id, place)
        return space

    def _open_direct(self, person: Person, other: Person) -> Space:
        if person.id == other.id:
            raise Refusal(400, "Failed to get one on one conversation")
        space = self._open("direct", other.name, [person, other])
        self._directs[frozenset((person.id, other.id))] = space.id
        return space

    def _place_of(self, space: Space, person: Person, moderator: bool) -> Membership:
        name = ids.of_membership(space.id, person.id)
        membership = Membership(name, space.id, person.id, self.clock(), moderator)
        self._place(membership)
        return membership

    def _place(self, membership: Membership) -> None:
        self.memberships[membership.id] = membership
        self._members[membership.space_id][membership.person_id] = membership
        self._places.setdefault(membership.person_id, {})[membership.space_id] = membership

    def _drop(self, membership: Membership) -> None:
        del self.memberships[membership.id]
        del self._members[membership.space_id][membership.person_id]
        del self._places[membership.person_id][membership.space_id]

    def _must_moderate(self, space: Space, actor: Person) -> None:
        if space.locked and not self.is_moderator(space, actor):
            raise Refusal(403, "Only a moderator may change this room.")

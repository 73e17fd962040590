"""What one person sees, as JSON for the chat page."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import quote

from bot.sandbox.outages import OUTAGES, is_on
from bot.sandbox.page.phone_pages import number_of, texts_of
from bot.sandbox.webex.model import Message, Person, Space
from bot.sandbox.webex.world import World

Json = dict[str, Any]

TINTS = 6
LATEST = 300  # messages of one space that the page shows
EXCERPT = 90  # characters
IMAGES = {"image/png", "image/jpeg", "image/gif", "image/webp"}  # contain no scripts


class ChatViews:
    """What `viewer` sees, as JSON."""

    def __init__(self, world: World, viewer: Person) -> None:
        self.world = world
        self.viewer = viewer
        self.places = {person_id: place for place, person_id in enumerate(world.people)}

    def person(self, person: Person) -> Json:
        """Return a name with its avatar: initials and one of six tints."""
        return {
            "id": person.id,
            "name": person.name,
            "email": person.email,
            "kind": person.type,
            "initials": "".join(word[0] for word in person.name.split()[:2]).upper(),
            "tint": self.places[person.id] % TINTS,
            "isMe": person.id == self.viewer.id,
        }

    def state(self) -> Json:
        """Return the person's spaces, latest first, and whom they can write to, bots first."""
        with self.world.lock:
            others = [one for one in self.world.people.values() if one.id != self.viewer.id]
            others.sort(key=lambda person: not person.is_bot)
            spaces = [self.space(space) for space in self.world.spaces_of(self.viewer)]
            return {
                "people": [self.person(one) for one in others],
                "spaces": spaces,
                "cast": [self.news(one) for one in cast_of(self.world) if one != self.viewer],
                "now": _iso(self.world.clock()),
                "outages": sum(is_on(self.world, name) for name in OUTAGES),
            }

    def news(self, person: Person) -> Json:
        """Return what somebody else received last, without what it says."""
        received = len(self.world.mails_of(person.email)) + len(texts_of(self.world, person))
        spaces = []
        for space in self.world.spaces_of(person):
            if latest := next(self.world.latest_in(space, person), None):
                mine = latest.author_id == person.id
                seen = {"id": latest.id, "created": _iso(latest.created), "mine": mine}
                spaces.append({"id": space.id, "kind": space.type, "latest": seen})
        return {
            "email": person.email,
            "name": person.name,
            "received": received,
            "spaces": spaces,
        }

    def space(self, space: Space) -> Json:
        """Return a space with its members and its latest message."""
        members = [self.person(one) for one in self.world.members_of(space)]
        latest = next(self.world.latest_in(space, self.viewer), None)
        return {
            "id": space.id,
            "title": self.world.title_for(space, self.viewer),
            "kind": space.type,
            "members": members,
            "other": next((one for one in members if not one["isMe"]), members[0]),
            "latest": self._excerpt(latest) if latest else None,
        }

    def messages(self, space: Space) -> list[Json]:
        """Return the latest messages the person may see there, oldest first."""
        with self.world.lock:
            visible = self.world.messages_in(space, self.viewer)
            return [self.message(message) for message in visible[-LATEST:]]

    def message(self, message: Message) -> Json:
        """Return one message, with who can see it."""
        return {
            "id": message.id,
            "parentId": message.parent_id,
            "by": self.person(self.world.person(message.author_id)),
            "mine": message.author_id == self.viewer.id,
            "created": _iso(message.created),
            "edited": message.edits > 0,
            "html": message.html,
            "text": message.text,
            "files": [self._file(message, number) for number in range(len(message.files))],
            "card": message.cards[0]["content"] if message.cards else None,
            "audience": self.audience(message),
        }

    def audience(self, message: Message) -> Json:
        """Return who can see a message, in words for the viewer."""
        space = self.world.spaces[message.space_id]
        seeing = self.world.viewers_of(message)
        unseen = [one.name for one in self.world.members_of(space) if one not in seeing]
        names = ["you", *(one.name for one in seeing if one.id != self.viewer.id)]
        exception = f" except {_listed(unseen)}" if unseen else ""
        return {
            "isPrivate": space.is_direct,
            "label": f"Only {_listed(names)}"
            if space.is_direct
            else f"Everyone in {space.title}{exception}",
            "sees": names,
            "unseen": unseen,
        }

    def _excerpt(self, message: Message) -> Json:
        words = message.text or ("a card" if message.cards else "a file")
        return {
            "id": message.id,
            "created": _iso(message.created),
            "by": self.world.person(message.author_id).shown_name.split()[0],
            "mine": message.author_id == self.viewer.id,
            "excerpt": words[:EXCERPT],
        }

    def _file(self, message: Message, number: int) -> Json:
        content = self.world.contents.get(message.files[number])
        if content is None:  # a link to a file elsewhere, which the sandbox doesn't fetch
            return {"url": "", "name": "a file kept elsewhere", "size": "", "isImage": False}
        return {
            "url": f"/chat/files/{message.id}/{number}?as={quote(self.viewer.email)}",
            "name": content.name,
            "size": _size(len(content.data)),
            "isImage": content.media_type in IMAGES,
        }


def cast_of(world: World) -> list[Person]:
    """Return everybody whom one can be on the page."""
    return [each for each in world.people.values() if each.has_account and not each.is_bot]


def phone_view(world: World, viewer: Person) -> Json:
    """Return somebody's phone and its text messages."""
    number = number_of(world, viewer)
    texts = [
        {
            "id": each.id,
            "number": each.number,
            "text": each.text,
            "created": _iso(each.created),
            "mine": each.number == number,
        }
        for each in texts_of(world, viewer)
    ]
    return {"name": viewer.name, "number": number, "texts": texts}


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _size(length: int) -> str:
    return f"{length} bytes" if length < 1024 else f"{length / 1024:,.0f} KB"

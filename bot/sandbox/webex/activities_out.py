"""Writes changes as Webex's WebSocket sends them.

They are not documented; this is what Cisco's JavaScript SDK and `webex_bot` read.
"""

from __future__ import annotations

import uuid

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Action, Change, Membership, Message, Person, Space
from bot.sandbox.webex.notices_out import may_know
from bot.sandbox.webex.rest.answer_shapes import Shape, timestamp
from bot.sandbox.webex.world import World

CONVERSATIONS = "/conversation/api/v1"

VERBS = {
    "messages:created": "post",
    "messages:updated": "post",
    "messages:deleted": "delete",
    "attachmentActions:created": "cardAction",
    "memberships:created": "add",
    "memberships:deleted": "leave",
    "rooms:created": "create",
    "rooms:updated": "update",
}
ENCRYPTED = "eyJhbGciOiJkaXIi…"


def activity_for(world: World, listener: Person, change: Change, address: str) -> Shape | None:
    """Return the activity that tells a device of `listener` about a change; None for none.

    A message with a file is a `post` too. Webex says `share`, and `update` once the file has been
    scanned, but the public clients disagree on what follows from these.

    Args:
        world: the sandbox.
        listener: the device's owner.
        change: what happened.
        address: the sandbox's address, for the addresses of conversations.
    """
    verb = _verb(change, listener)
    if not verb or not may_know(world, listener, change):
        return None
    return _activity(world, change, address, verb)


def envelope(data: Shape, number: int) -> Shape:
    """Return an envelope as it is sent; `number` counts those of its connection."""
    return {
        "id": str(uuid.uuid4()),
        "data": data,
        "trackingId": f"SANDBOX_{uuid.uuid4()}",
        "alertType": "none",
        "headers": {},
        "sequenceNumber": number,
        "filterMessage": False,
    }


def _verb(change: Change, listener: Person) -> str:
    subject = change.subject
    if change.kind == "memberships:updated" and isinstance(subject, Membership):
        if subject.hidden:  # only the person who hides a space is told
            return "hide" if subject.person_id == listener.id else ""
        return "assignModerator" if subject.moderator else "unassignModerator"
    return VERBS.get(change.kind, "")


def _activity(world: World, change: Change, address: str, verb: str) -> Shape:
    name, target = _name(change), _conversation(world, change, address)
    if verb in ("create", "hide"):
        told = target | {"participants": {"items": []}}  # an `add` follows for each of them
    elif isinstance(change.subject, Space):
        told = {"objectType": "conversation", "displayName": ENCRYPTED, "id": target["id"]}
    else:
        told = _object(world, change)
    return {
        "id": name,
        "objectType": "activity",
        "verb": verb,
        "published": timestamp(change.at),
        "url": target["url"].replace(f"conversations/{target['id']}", f"activities/{name}"),
        "actor": _person(world.person(change.actor_id)),
        "object": told,
        "target": target,
        **_parent(change),
    }


def _name(change: Change) -> str:
    """Return the UUID of an activity: that of what it created, else a new one."""
    if isinstance(change.subject, Message | Action) and change.event == "created":
        return ids.name_in(change.subject.id)
    return str(uuid.uuid4())


def _object(world: World, change: Change) -> Shape:
    subject = change.subject
    if isinstance(subject, Membership):
        moderates = {"roomProperties": {"isModerator": subject.moderator}}
        return _person(world.person(subject.person_id)) | moderates
    if isinstance(subject, Action):
        return {"objectType": "submit", "inputs": ENCRYPTED}
    if change.event == "deleted":
        return {"objectType": "activity", "id": ids.name_in(subject.id)}
    return {"objectType": "comment", "displayName": ENCRYPTED}


def _conversation(world: World, change: Change, address: str) -> Shape:
    space = world.spaces[change.space_id]
    name = ids.name_in(space.id)
    tags = [*["ONE_ON_ONE"] * space.is_direct, *["LOCKED"] * space.locked]
    at = address if ids.cluster_in(space.id) == ids.FIRST_CLUSTER else _elsewhere(address)
    return {
        "id": name,
        "objectType": "conversation",
        "url": f"{at}{CONVERSATIONS}/conversations/{name}",
        "tags": tags,
    }


def _elsewhere(address: str) -> str:
    """Return the same address under another name, which the catalog doesn't list."""
    return address.replace("127.0.0.1", "localhost")


def _parent(change: Change) -> Shape:
    subject = change.subject
    if change.kind == "messages:updated":
        return {"parent": {"id": ids.name_in(subject.id), "type": "edit"}}
    if isinstance(subject, Message) and subject.parent_id:
        return {"parent": {"id": ids.name_in(subject.parent_id), "type": "reply"}}
    if isinstance(subject, Action):
        return {"parent": {"id": ids.name_in(subject.message_id), "type": "cardAction"}}
    return {}


def _person(person: Person) -> Shape:
    name = ids.name_in(person.id)
    return {
        "id": name,
        "entryUUID": name,
        "objectType": "person",
        "type": "ROBOT" if person.is_bot else "PERSON",
        "orgId": ids.name_in(person.org_id),
        "emailAddress": person.email,
        "displayName": person.name,
    }

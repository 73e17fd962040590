"""Writes changes as Webex's WebSocket sends them.

They are not documented; this is what Cisco's JavaScript SDK and `webex_bot` read.
"""

from __future__ import annotations

import uuid

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Action, Change, Membership, Message, Person
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
}


def envelope_for(
    world: World, listener: Person, change: Change, address: str, number: int
) -> Shape | None:
    """Return the envelope that tells a device of `listener` about a change; None for none.

    Args:
        world: the sandbox.
        listener: the device's owner.
        change: what happened.
        address: the sandbox's address, for the addresses of conversations.
        number: the envelope's number on its connection.
    """
    verb = VERBS.get(change.kind)
    if verb is None or not may_know(world, listener, change):
        return None
    activity = {
        "id": activity_id(change),
        "objectType": "activity",
        "verb": verb,
        "published": timestamp(world.clock()),
        "actor": _person(world.person(change.actor_id)),
        "object": _object(world, change),
        "target": _target(world, change, address),
    }
    parent = _parent(change)
    data = {"eventType": "conversation.activity", "activity": activity | parent}
    return envelope(data, number)


def envelope(data: Shape, number: int) -> Shape:
    """Return an envelope as it is sent."""
    return {
        "id": str(uuid.uuid4()),
        "data": data,
        "trackingId": f"SANDBOX_{uuid.uuid4()}",
        "alertType": "none",
        "headers": {},
        "sequenceNumber": number,
        "filterMessage": False,
    }


def activity_id(change: Change) -> str:
    """Return the UUID of an activity; an edit has its own."""
    if isinstance(change.subject, Membership) or change.kind == "messages:updated":
        return str(uuid.uuid4())
    return ids.name_in(change.subject.id)


def _object(world: World, change: Change) -> Shape:
    subject = change.subject
    if isinstance(subject, Membership):
        return _person(world.person(subject.person_id))
    if isinstance(subject, Action):
        return {"objectType": "submit", "inputs": "eyJhbGciOiJkaXIi…"}
    return {"objectType": "comment", "displayName": "eyJhbGciOiJkaXIi…"}  # encrypted


def _target(world: World, change: Change, address: str) -> Shape:
    space = world.spaces[change.space_id]
    name = ids.name_in(space.id)
    tags = ["ONE_ON_ONE"] if space.is_direct else []
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
        "emailAddress": person.email,
        "displayName": person.name,
    }

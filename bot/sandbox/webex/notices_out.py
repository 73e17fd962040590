"""Writes notices as Webex's webhooks send them.

https://developer.webex.com/docs/api/guides/webhooks
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Action, Change, Membership, Message, Person, Space, Webhook
from bot.sandbox.webex.rest.answer_shapes import (
    Shape,
    action_outline,
    membership_shape,
    message_outline,
    space_shape,
    webhook_shape,
)
from bot.sandbox.webex.world import World


@dataclass(frozen=True)
class Notice:
    """A notice for a webhook."""

    webhook_id: str
    kind: str
    subject_id: str
    body: Shape = field(repr=False)


def notice_for(world: World, webhook: Webhook, change: Change) -> Notice | None:
    """Return the notice of a change for a webhook; None for none."""
    owner = world.person(webhook.owner_id)
    told = may_know(world, owner, change) or (
        webhook.owned_by == "org" and is_in_org(world, owner, change)
    )
    if not (webhook.active and _watches(webhook, change) and told):
        return None
    data = data_of(world, change, owner)
    if not _passes(webhook, data):
        return None
    return Notice(
        webhook.id, change.kind, change.subject.id, _envelope(world, webhook, change, data)
    )


def _watches(webhook: Webhook, change: Change) -> bool:
    # "all" doesn't include cards
    everything = webhook.resource == "all" and change.resource != "attachmentActions"
    return (everything or webhook.resource == change.resource) and (
        webhook.event in ("all", change.event)
    )


def is_in_org(world: World, admin: Person, change: Change) -> bool:
    """Return whether a change is in a space of an administrator's organization."""
    space = world.spaces.get(change.space_id)
    return space is not None and admin.is_admin and space.org_id == admin.org_id


def may_know(world: World, owner: Person, change: Change) -> bool:
    """Return whether somebody may be told of a change."""
    subject = change.subject
    if change.space_id not in world.spaces:  # it is gone, or isn't Webex's
        return False
    if isinstance(subject, Message):
        return world.sees(owner, subject)
    if isinstance(subject, Action):
        card = world.messages.get(subject.message_id)
        return card is not None and card.author_id == owner.id
    if isinstance(subject, Membership) and subject.person_id == owner.id:
        return True
    return world.is_member(change.space_id, owner)


def data_of(world: World, change: Change, owner: Person) -> Shape:
    """Return the data of a change, as `owner` may see it."""
    subject = change.subject
    if isinstance(subject, Message):
        return message_outline(world, subject)
    if isinstance(subject, Membership):
        return membership_shape(world, subject)
    if isinstance(subject, Action):
        return action_outline(subject)
    return space_shape(world, subject, owner) if isinstance(subject, Space) else {}


def _passes(webhook: Webhook, data: Shape) -> bool:
    return all(
        _meets(data.get(name), webhook.owner_id if value == "me" else value)
        for name, value in parse_qsl(webhook.filter)
    )


def _meets(found: Any, wanted: str) -> bool:
    if isinstance(found, list):
        return wanted in found
    if isinstance(found, bool):
        return wanted == str(found).lower()
    return bool(found == wanted)


def _envelope(world: World, webhook: Webhook, change: Change, data: Shape) -> Shape:
    shape = webhook_shape(world, webhook)
    shape.pop("secret", None)
    return {
        **shape,
        "resource": change.resource,
        "event": change.event,
        "appId": ids.encode("APPLICATION", f"C{sha256(webhook.owner_id.encode()).hexdigest()}"),
        "actorId": change.actor_id,
        "data": data,
    }

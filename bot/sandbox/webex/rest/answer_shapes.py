"""The JSON of the API's answers.

https://developer.webex.com/docs/api/v1/messages and its neighbours
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from bot.sandbox.webex import ids
from bot.sandbox.webex.model import Action, Membership, Message, Person, Space, Webhook
from bot.sandbox.webex.spaces import Tab
from bot.sandbox.webex.teams import Team, TeamMembership
from bot.sandbox.webex.world import World

Shape = dict[str, Any]


def timestamp(moment: datetime) -> str:
    """Return a time as Webex writes it, to the millisecond: ``2026-03-02T20:25:40.648Z``."""
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def person_shape(person: Person, avatar: str = "") -> Shape:
    """Return a person. `avatar` is the address of their picture, if they have none of their own."""
    first, _, last = person.name.partition(" ")
    own = {"firstName": first, "lastName": last, "avatar": avatar, **person.details}
    return _without_nothing(own) | {
        "id": person.id,
        "emails": [person.email],
        "displayName": person.name,
        "orgId": person.org_id,
        "created": timestamp(person.created),
        "type": person.type,
    }


def space_shape(world: World, space: Space, viewer: Person) -> Shape:
    """Return a room, with the title that `viewer` sees."""
    shape = {
        "id": space.id,
        "title": world.title_for(space, viewer),
        "type": space.type,
        "isLocked": space.locked,
        "lastActivity": timestamp(space.last_activity),
        "creatorId": space.creator_id,
        "created": timestamp(space.created),
        "ownerId": space.org_id,
        "isPublic": space.public,
        "isReadOnly": False,
    }
    quiet = {"isAnnouncementOnly": True} if space.announcement_only else {}
    more = {"teamId": space.team_id, "description": space.description}
    return shape | quiet | _without_nothing(more)


def meeting_shape(space: Space) -> Shape:
    """Return how to join the meeting of a room. Nothing answers there."""
    name = ids.name_in(space.id)
    number = f"{uuid.UUID(name).int % 10**10:010}"
    return {
        "roomId": space.id,
        "meetingLink": f"https://sandbox.webex.com/m/{name}",
        "sipAddress": f"{number}@sandbox.webex.com",
        "meetingNumber": number,
        "meetingId": name,
        "callInTollFreeNumber": "",
        "callInTollNumber": "",
    }


def tab_shape(world: World, tab: Tab) -> Shape:
    """Return a room tab."""
    return {
        "id": tab.id,
        "roomId": tab.space_id,
        "roomType": world.spaces[tab.space_id].type,
        "displayName": tab.name,
        "contentUrl": tab.address,
        "creatorId": tab.creator_id,
        "created": timestamp(tab.created),
    }


def team_shape(team: Team) -> Shape:
    """Return a team."""
    return {
        "id": team.id,
        "name": team.name,
        "creatorId": team.creator_id,
        "created": timestamp(team.created),
    }


def team_membership_shape(world: World, membership: TeamMembership) -> Shape:
    """Return a membership in a team."""
    return _member_shape(world.person(membership.person_id)) | {
        "id": membership.id,
        "teamId": membership.team_id,
        "isModerator": membership.moderator,
        "created": timestamp(membership.created),
    }


def membership_shape(world: World, membership: Membership) -> Shape:
    """Return a membership."""
    return _member_shape(world.person(membership.person_id)) | {
        "id": membership.id,
        "roomId": membership.space_id,
        "isModerator": membership.moderator,
        "isMonitor": False,
        "isRoomHidden": membership.hidden,
        "roomType": world.spaces[membership.space_id].type,
        "created": timestamp(membership.created),
    }


def _member_shape(person: Person) -> Shape:
    return {
        "personId": person.id,
        "personEmail": person.email,
        "personDisplayName": person.name,
        "personOrgId": person.org_id,
    }


def message_outline(world: World, message: Message) -> Shape:
    """Return a message without its text, as in a notice."""
    return _without_nothing(
        {
            "id": message.id,
            "roomId": message.space_id,
            "roomType": world.spaces[message.space_id].type,
            "personId": message.author_id,
            "personEmail": world.person(message.author_id).email,
            "parentId": message.parent_id,
            "mentionedPeople": list(message.mentioned_people),
            "mentionedGroups": list(message.mentioned_groups),
            "created": timestamp(message.created),
            "updated": timestamp(message.updated) if message.updated else "",
        }
    )


def message_shape(world: World, message: Message, api_url: str) -> Shape:
    """Return a message; its files are at `api_url`, without a trailing slash."""
    words = {
        "text": message.text,
        "markdown": message.markdown,
        "html": message.html,
        "files": [f"{api_url}/contents/{one}" for one in message.files],
        "attachments": list(message.cards),
    }
    voice = {"isVoiceClip": False} if message.files else {}
    return message_outline(world, message) | _without_nothing(words) | voice


def action_outline(action: Action) -> Shape:
    """Return a button press without its inputs, as in a notice."""
    return {
        "id": action.id,
        "type": "submit",
        "messageId": action.message_id,
        "personId": action.person_id,
        "roomId": action.space_id,
        "created": timestamp(action.created),
    }


def action_shape(action: Action) -> Shape:
    """Return a button press."""
    return action_outline(action) | {"inputs": action.inputs}


def webhook_shape(world: World, webhook: Webhook) -> Shape:
    """Return a webhook."""
    return _without_nothing(
        {
            "id": webhook.id,
            "name": webhook.name,
            "targetUrl": webhook.target_url,
            "resource": webhook.resource,
            "event": webhook.event,
            "filter": webhook.filter,
            "orgId": world.person(webhook.owner_id).org_id,
            "createdBy": webhook.owner_id,
            "ownedBy": webhook.owned_by,
            "status": "active" if webhook.active else "inactive",
            "secret": webhook.secret,
            "created": timestamp(webhook.created),
        }
    )


def _without_nothing(shape: Shape) -> Shape:
    return {name: value for name, value in shape.items() if value not in ("", [])}

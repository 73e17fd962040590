"""Parses what Webex's WebSocket sends, and converts its ids to the REST API's.

Cisco does not document this; it is what Cisco's own JavaScript SDK does.
https://github.com/webex/webex-js-sdk/tree/next/packages/%40webex/internal-plugin-mercury

Ids are bare UUIDs there. The REST API's are base64 of ``ciscospark://<cluster>/<KIND>/<uuid>``,
where the cluster of a message is that of its conversation.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from typing import Any

from bot.core.incoming.notices import Notice, moment

FIRST_CLUSTER = "us"
"""The cluster of people and organizations, and of Webex's first data center."""

_FIRST_CLUSTERS = ("urn:TEAM:us-east-2_a", "urn:TEAM:us-east-1_int13")
_CLUSTER = re.compile(r"[A-Za-z0-9_-]{1,40}:[A-Za-z0-9_-]{1,40}:[A-Za-z0-9_-]{1,40}")
_UUID = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ID = re.compile(r"[\w.:-]{1,200}")
_READY = {"mercury.buffer_state", "mercury.registration_status"}

_KINDS = {
    "post": ("messages", "MESSAGE"),
    "share": ("messages", "MESSAGE"),
    "cardAction": ("attachmentActions", "ATTACHMENT_ACTION"),
    "add": ("memberships", "MEMBERSHIP"),
}
"""Verbs by their webhook and id names; the bot ignores all others."""


@dataclass(frozen=True)
class Activity:
    """Something that somebody did in a space.

    Args:
        id: its UUID.
        verb: such as ``post``.
        actor: the UUID of the person who did it.
        affected: the UUID of the person it was done to, else the actor's.
        space: the UUID of the space.
        space_url: the space's address at its service.
        edited: the UUID of the message that it edits, if any.
        at: when it happened, in seconds since 1970, if Webex says.
    """

    id: str
    verb: str
    actor: str
    affected: str
    space: str
    space_url: str
    edited: str = ""
    at: float | None = None

    def notice(self, cluster: str) -> Notice:
        """Return the notice that a webhook would have sent, with ids in the space's `cluster`."""
        resource, kind = _KINDS[self.verb]
        name = f"{self.affected}:{self.space}" if kind == "MEMBERSHIP" else self.id
        return Notice(
            resource,
            "updated" if self.edited else "created",
            rest_id(cluster, kind, self.edited or name),
            actor_id=rest_id(FIRST_CLUSTER, "PEOPLE", self.actor),
            person_id=rest_id(FIRST_CLUSTER, "PEOPLE", self.affected),
            room_id=rest_id(cluster, "ROOM", self.space),
            written=self.at if self.edited else None,
        )


@dataclass(frozen=True)
class Envelope:
    """A message on the WebSocket.

    Args:
        id: for the acknowledgement; empty for none.
        number: counts the envelopes of a connection; a gap means a lost one.
        ready: whether it says that the connection is authorized.
        ending: whether it says that the connection will be closed soon.
        activity: an activity that concerns the bot, if any.
    """

    id: str
    number: int | None = None
    ready: bool = False
    ending: bool = False
    activity: Activity | None = None


def parse_envelope(frame: str | bytes) -> Envelope | None:
    """Parse a `frame`; None if it isn't an envelope, such as the answer to a ping."""
    try:
        found = json.loads(frame)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    if found.get("type") == "shutdown":
        return Envelope(str(found.get("id") or ""), ending=True)
    if not isinstance(found.get("data"), dict) or not _matches(_ID, found.get("id")):
        return None
    data, number = found["data"], found.get("sequenceNumber")
    return Envelope(
        found["id"],
        number if type(number) is int else None,
        str(data.get("eventType")) in _READY,
        activity=_activity(data) if data.get("eventType") == "conversation.activity" else None,
    )


def cluster_of(service: object) -> str | None:
    """Return the cluster in a service name such as ``urn:TEAM:us-east-2_a:conv``."""
    if not isinstance(service, str):
        return None
    if service.startswith(_FIRST_CLUSTERS):
        return FIRST_CLUSTER
    found = _CLUSTER.match(service)
    return found[0] if found else None


def parse_room_id(found: str) -> tuple[str, str] | None:
    """Return the UUID and cluster in a space's REST id; None if it isn't one."""
    try:
        uri = base64.urlsafe_b64decode(f"{found}===").decode()
    except ValueError:
        return None
    parts = uri.split("/")
    return (parts[4], parts[2]) if len(parts) == 5 and parts[3] == "ROOM" else None


def rest_id(cluster: str, kind: str, name: str) -> str:
    """Return the REST API's id."""
    uri = f"ciscospark://{cluster}/{kind}/{name}"
    return base64.urlsafe_b64encode(uri.encode()).decode().rstrip("=")


def _activity(data: dict[str, Any]) -> Activity | None:
    """Parse an activity; None if it is malformed or doesn't concern the bot."""
    activity = data.get("activity")
    if not isinstance(activity, dict) or str(activity.get("verb")) not in _KINDS:
        return None
    actor, space, url = (
        _person(activity.get("actor")),
        activity.get("target"),
        _at(activity, "target", "url"),
    )
    concerned = _person(activity.get("object")) if activity["verb"] == "add" else actor
    is_edit = _at(activity, "parent", "type") == "edit"
    message = _at(activity, "parent", "id") if is_edit else activity.get("id")
    names = (activity.get("id"), actor, concerned, _at(activity, "target", "id"), message)
    if not isinstance(space, dict) or not all(_matches(_UUID, each) for each in names):
        return None
    done, who, whom, where, edited = map(str, names)
    place = (where, url if isinstance(url, str) else "")
    at = moment(activity.get("published"))
    return Activity(done, activity["verb"], who, whom, *place, edited if is_edit else "", at)


def _person(found: object) -> object:
    return (found.get("entryUUID") or found.get("id")) if isinstance(found, dict) else None


def _at(activity: dict[str, Any], name: str, field: str) -> object:
    inside = activity.get(name)
    return inside.get(field) if isinstance(inside, dict) else None


def _matches(pattern: re.Pattern[str], found: object) -> bool:
    return isinstance(found, str) and bool(pattern.fullmatch(found))

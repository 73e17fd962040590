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

from bot.core.incoming.notices import Notice

FIRST_CLUSTER = "us"
"""Of people and organisations always, and of what lies in Webex's first data centre."""

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
"""What each verb is called by webhooks, and in ids; the bot has no answer to any other."""


@dataclass(frozen=True)
class Activity:
    """That somebody did something in a space.

    Args:
        id: of what was done, as a UUID.
        verb: such as ``post``.
        actor: who did it, as a UUID.
        concerned: who it was done to, where it was somebody; else the actor.
        space: where, as a UUID.
        space_url: of the space, at the service that keeps it.
    """

    id: str
    verb: str
    actor: str
    concerned: str
    space: str
    space_url: str

    def notice(self, cluster: str) -> Notice:
        """Return what a webhook would have told, whose ids are of the space's `cluster`."""
        resource, kind = _KINDS[self.verb]
        name = f"{self.concerned}:{self.space}" if kind == "MEMBERSHIP" else self.id
        return Notice(
            resource,
            "created",
            rest_id(cluster, kind, name),
            actor_id=rest_id(FIRST_CLUSTER, "PEOPLE", self.actor),
            person_id=rest_id(FIRST_CLUSTER, "PEOPLE", self.concerned),
            room_id=rest_id(cluster, "ROOM", self.space),
        )


@dataclass(frozen=True)
class Envelope:
    """What came over the WebSocket.

    Args:
        id: by which it is acknowledged.
        number: counts the envelopes of a connection; a gap is a lost one.
        ready: whether it says that the connection is authorised.
        activity: that the bot may have an answer to, if it carries one.
    """

    id: str
    number: int | None = None
    ready: bool = False
    activity: Activity | None = None


def read(frame: str | bytes) -> Envelope | None:
    """Return the envelope in a `frame`; None for what is none, such as the answer to a ping."""
    try:
        found = json.loads(frame)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("data"), dict):
        return None
    if not _matches(_ID, found.get("id")):
        return None
    data, number = found["data"], found.get("sequenceNumber")
    return Envelope(
        found["id"],
        number if type(number) is int else None,
        str(data.get("eventType")) in _READY,
        _activity(data) if data.get("eventType") == "conversation.activity" else None,
    )


def cluster_named(service: object) -> str | None:
    """Return the cluster, as ids name it, of a service such as ``urn:TEAM:us-east-2_a:conv``."""
    if not isinstance(service, str):
        return None
    if service.startswith(_FIRST_CLUSTERS):
        return FIRST_CLUSTER
    found = _CLUSTER.match(service)
    return found[0] if found else None


def space_in(found: str) -> tuple[str, str] | None:
    """Return UUID and cluster of the space that a REST id names; None if it names none."""
    try:
        uri = base64.urlsafe_b64decode(f"{found}===").decode()
    except ValueError:
        return None
    parts = uri.split("/")
    return (parts[4], parts[2]) if len(parts) == 5 and parts[3] == "ROOM" else None


def rest_id(cluster: str, kind: str, name: str) -> str:
    """Return the id by which the REST API knows something."""
    uri = f"ciscospark://{cluster}/{kind}/{name}"
    return base64.urlsafe_b64encode(uri.encode()).decode().rstrip("=")


def _activity(data: dict[str, Any]) -> Activity | None:
    """Return the activity; None for what is malformed or is not for the bot, such as an edit."""
    told = data.get("activity")
    if not isinstance(told, dict) or str(told.get("verb")) not in _KINDS or _is_edit(told):
        return None
    actor, space, url = _person(told.get("actor")), told.get("target"), _at(told, "target", "url")
    concerned = _person(told.get("object")) if told["verb"] == "add" else actor
    names = (told.get("id"), actor, concerned, _at(told, "target", "id"))
    if not isinstance(space, dict) or not all(_matches(_UUID, each) for each in names):
        return None
    done, who, whom, where = map(str, names)
    return Activity(done, told["verb"], who, whom, where, url if isinstance(url, str) else "")


def _is_edit(told: dict[str, Any]) -> bool:
    return _at(told, "parent", "type") == "edit"


def _person(found: object) -> object:
    return (found.get("entryUUID") or found.get("id")) if isinstance(found, dict) else None


def _at(told: dict[str, Any], name: str, field: str) -> object:
    inside = told.get(name)
    return inside.get(field) if isinstance(inside, dict) else None


def _matches(pattern: re.Pattern[str], found: object) -> bool:
    return isinstance(found, str) and bool(pattern.fullmatch(found))

"""``/events``: what happened, newest first.

Administrators see their organization's events, others those of their own rooms. The events of
deleted rooms are gone with them.

https://developer.webex.com/docs/api/v1/events
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime

from flask import Blueprint, Response

from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Change, Message, Refusal
from bot.sandbox.webex.notices_out import data_of, is_in_org, may_know
from bot.sandbox.webex.rest.answer_shapes import Shape, timestamp
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.rest.request_checks import an_id, moment, one_of, paged, query

routes = Blueprint("events", __name__, url_prefix="/events")
RESOURCES = ("attachmentActions", "memberships", "messages", "rooms")
NOT_HERE = (
    *("businessTexts", "call_records", "convergedRecordings", "file_transcodings", "files"),
    *("meetingMessages", "meetings", "meetingTranscripts", "tabs"),
)
"""What Webex has events of, and the sandbox doesn't."""
TYPES = ("created", "updated", "deleted", "ended")


@routes.get("")
def list_events() -> Response:
    """Return the events that the caller may see."""
    resource, kind = one_of("resource", (*RESOURCES, *NOT_HERE)), one_of("type", TYPES)
    actor_id, since, until = query("actorId"), moment("from"), moment("to")
    asked = [
        change
        for change in _changes()
        if resource in ("", change.resource)
        and kind in ("", change.event)
        and actor_id in ("", change.actor_id)
        and _is_between(since, change.at, until)
    ]
    return paged(asked, _shape)


def _event(event_id: str) -> Change:
    asked = an_id(event_id, "EVENT")
    found = next((change for change in _changes() if _id_of(change) == asked), None)
    if found is None:
        raise Refusal(404, "Could not find an event with provided ID.")
    return found


def _changes() -> Iterator[Change]:
    with here().lock:
        changes = list(here().changes)
    return (one for one in reversed(changes) if one.resource in RESOURCES and _is_visible(one))


def _is_visible(change: Change) -> bool:
    return is_in_org(here(), me(), change) or may_know(here(), me(), change)


def _is_between(since: datetime | None, at: datetime, until: datetime | None) -> bool:
    return (since is None or since <= at) and (until is None or at <= until)


def _id_of(change: Change) -> str:
    return ids.encode("EVENT", str(uuid.uuid5(ids.PEOPLE_NAMESPACE, str(change.number))))


def _shape(change: Change) -> Shape:
    words = {"text": change.subject.text} if isinstance(change.subject, Message) else {}
    return {
        "id": _id_of(change),
        "resource": change.resource,
        "type": change.event,
        "actorId": change.actor_id,
        "orgId": here().person(change.actor_id).org_id,
        "created": timestamp(change.at),
        "data": data_of(here(), change, me()) | words,
    }


serve_items(routes, _event, _shape)

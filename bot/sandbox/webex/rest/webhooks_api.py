"""``/webhooks``.

https://developer.webex.com/docs/api/v1/webhooks
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal
from urllib.parse import parse_qsl

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Refusal, Webhook
from bot.sandbox.webex.rest.answer_shapes import Shape, webhook_shape
from bot.sandbox.webex.rest.request_checks import (
    Body,
    an_address,
    an_id,
    body,
    listed,
    needed,
    page,
    text,
)

routes = Blueprint("webhooks", __name__, url_prefix="/webhooks")

# https://developer.webex.com/docs/api/guides/webhooks
EVENTS = {
    "messages": {"created", "updated", "deleted", "all"},
    "memberships": {"created", "updated", "deleted", "all"},
    "rooms": {"created", "updated", "migrated", "all"},
    "attachmentActions": {"created"},
    "all": {"all"},
}


@routes.get("")
def list_webhooks() -> Response:
    """Return the caller's webhooks."""
    with here().lock:
        mine = [one for one in here().webhooks.values() if one.owner_id == me().id]
    found, cursor = page(mine)
    return listed([_shape(webhook) for webhook in found], cursor=cursor)


@routes.post("")
def create_webhook() -> Response:
    """Register a webhook."""
    sent = body()
    resource, event = needed(sent, "resource"), needed(sent, "event")
    if event not in EVENTS.get(resource, ()):
        raise Refusal(400, "This resource and event cannot be watched.")
    return jsonify(_shape(here().keep_webhook(_new(sent, resource, event))))


@routes.get("/<webhook_id>")
def get_webhook(webhook_id: str) -> Response:
    """Return one webhook."""
    return jsonify(_shape(_webhook(webhook_id)))


@routes.put("/<webhook_id>")
def update_webhook(webhook_id: str) -> Response:
    """Update a webhook's name, address or status; nothing else can be changed."""
    sent, webhook = body(), _webhook(webhook_id)
    if text(sent, "status") not in ("", "active"):
        raise Refusal(400, "status can only be set to active.")
    changed = replace(
        webhook,
        name=text(sent, "name") or webhook.name,
        target_url=an_address({"targetUrl": webhook.target_url, **sent}, "targetUrl"),
        secret=text(sent, "secret") or webhook.secret,
        active=webhook.active or text(sent, "status") == "active",
    )
    return jsonify(_shape(here().keep_webhook(changed)))


@routes.delete("/<webhook_id>")
def delete_webhook(webhook_id: str) -> tuple[str, int]:
    """Remove a webhook."""
    with here().lock:
        del here().webhooks[_webhook(webhook_id).id]
    return "", 204


def _new(sent: Body, resource: str, event: str) -> Webhook:
    return Webhook(
        id=ids.fresh("WEBHOOK"),
        owner_id=me().id,
        name=needed(sent, "name"),
        target_url=an_address(sent, "targetUrl"),
        resource=resource,
        event=event,
        created=here().clock(),
        filter=_filter(sent),
        secret=text(sent, "secret"),
        owned_by=_owner(sent),
    )


def _owner(sent: Body) -> Literal["creator", "org"]:
    owner = text(sent, "ownedBy")
    if owner not in ("", "creator", "org"):
        raise Refusal(400, "ownedBy must be creator or org.")
    if owner == "org" and not me().is_admin:
        raise Refusal(403, "Only an administrator may own a webhook for the organization.")
    return "org" if owner == "org" else "creator"


def _filter(sent: Body) -> str:
    condition = text(sent, "filter")
    if condition and not parse_qsl(condition):
        raise Refusal(400, "filter must look like roomId=…&personEmail=….")
    return condition


def _webhook(webhook_id: str) -> Webhook:
    webhook = here().webhooks.get(an_id(webhook_id, "WEBHOOK"))
    if webhook is None or webhook.owner_id != me().id:
        raise Refusal(404, "Could not find a webhook with provided ID.")
    return webhook


def _shape(webhook: Webhook) -> Shape:
    return webhook_shape(here(), webhook)

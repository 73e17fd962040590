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
from bot.sandbox.webex.rest import request_checks as given
from bot.sandbox.webex.rest.answer_shapes import Shape, webhook_shape
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.world import World

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
    return given.paged(mine, _shape)


@routes.post("")
def create_webhook() -> Response:
    """Register a webhook."""
    sent = given.body()
    resource, event = given.needed(sent, "resource"), given.needed(sent, "event")
    if event not in EVENTS.get(resource, ()):
        raise Refusal(400, "This resource and event cannot be watched.")
    return jsonify(_shape(here().keep_webhook(_new(sent, resource, event))))


@routes.put("/<webhook_id>")
def update_webhook(webhook_id: str) -> Response:
    """Update a webhook's name, address or status; nothing else can be changed."""
    sent, webhook = given.body(), _webhook(webhook_id)
    if given.text(sent, "status") not in ("", "active"):
        raise Refusal(400, "status can only be set to active.")
    changed = replace(
        webhook,
        name=given.text(sent, "name") or webhook.name,
        target_url=given.an_address({"targetUrl": webhook.target_url, **sent}, "targetUrl"),
        secret=given.text(sent, "secret") or webhook.secret,
        active=webhook.active or given.text(sent, "status") == "active",
    )
    return jsonify(_shape(here().keep_webhook(changed)))


def _new(sent: given.Body, resource: str, event: str) -> Webhook:
    return Webhook(
        id=ids.fresh("WEBHOOK"),
        owner_id=me().id,
        name=given.needed(sent, "name"),
        target_url=given.an_address(sent, "targetUrl"),
        resource=resource,
        event=event,
        created=here().clock(),
        filter=_filter(sent),
        secret=given.text(sent, "secret"),
        owned_by=_owner(sent),
    )


def _owner(sent: given.Body) -> Literal["creator", "org"]:
    owner = given.text(sent, "ownedBy")
    if owner not in ("", "creator", "org"):
        raise Refusal(400, "ownedBy must be creator or org.")
    if owner == "org" and not me().is_admin:
        raise Refusal(403, "Only an administrator may own a webhook for the organization.")
    return "org" if owner == "org" else "creator"


def _filter(sent: given.Body) -> str:
    condition = given.text(sent, "filter")
    if condition and not parse_qsl(condition):
        raise Refusal(400, "filter must look like roomId=…&personEmail=….")
    return condition


def _webhook(webhook_id: str) -> Webhook:
    webhook = here().webhooks.get(given.an_id(webhook_id, "WEBHOOK"))
    if webhook is None or webhook.owner_id != me().id:
        raise Refusal(404, "Could not find a webhook with provided ID.")
    return webhook


def _shape(webhook: Webhook) -> Shape:
    return webhook_shape(here(), webhook)


serve_items(routes, _webhook, _shape, World.delete_webhook)

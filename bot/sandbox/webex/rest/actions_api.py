"""``/attachment/actions``: button presses.

https://developer.webex.com/docs/api/v1/attachment-actions
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Action, Refusal
from bot.sandbox.webex.rest.answer_shapes import action_shape
from bot.sandbox.webex.rest.item_routes import serve_items
from bot.sandbox.webex.rest.request_checks import an_id, body, needed

routes = Blueprint("actions", __name__, url_prefix="/attachment/actions")


@routes.post("")
def create_action() -> Response:
    """Press a card's submit button.

    Cisco's description says 202, but its own SDKs take only 200.
    """
    sent = body()
    if needed(sent, "type") != "submit" or not isinstance(sent.get("inputs"), dict):
        raise Refusal(400, "type must be submit, and inputs an object.")
    message = here().message(an_id(needed(sent, "messageId"), "MESSAGE"), me())
    action = here().submit(me(), message, sent["inputs"])
    return jsonify(action_shape(action))


def _action(action_id: str) -> Action:
    return here().action(an_id(action_id, "ATTACHMENT_ACTION"), me())


serve_items(routes, _action, action_shape)

"""``/attachment/actions``: button presses.

https://developer.webex.com/docs/api/v1/attachment-actions
"""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex.call_gate import here, me
from bot.sandbox.webex.model import Refusal
from bot.sandbox.webex.rest.answer_shapes import action_shape
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


@routes.get("/<action_id>")
def get_action(action_id: str) -> Response:
    """Return a button press with its inputs."""
    action = here().action(an_id(action_id, "ATTACHMENT_ACTION"), me())
    return jsonify(action_shape(action))

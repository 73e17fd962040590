"""A stand-in for Webex Connect, and the phones it texts.

The webhook accepts JSON, with the service key in a header. The flow behind it sends `text` to
`number`. https://help.webexconnect.io/docs/inbound-webhooks
"""

from __future__ import annotations

import re
import uuid
from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.sandbox.webex.call_gate import guard, here, tracking_id
from bot.sandbox.webex.model import Person, PhoneText, Refusal
from bot.sandbox.webex.world import World

PATH = "/events/SANDBOX"
KEY = "sandbox-service-key"

_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


def create_phones(world: World) -> Blueprint:
    """Return the webhook, to be mounted at the root."""
    hook = Blueprint("phones", __name__)
    guard(hook, world)

    @hook.post(PATH)
    def event() -> Response:
        if request.headers.get("key") != KEY:
            raise Refusal(401, "Authentication failed")
        sent = request.get_json(silent=True)
        if not isinstance(sent, dict):
            raise Refusal(400, "Invalid JSON")
        _send(here(), sent)
        return jsonify({"code": "1001", "description": "Queued", "transid": tracking_id()})

    @hook.get(PATH)
    def knock() -> Response:
        raise Refusal(405, "Method not allowed")

    return hook


def _send(world: World, sent: dict[str, Any]) -> None:
    """Act as the flow: send one text per id, even if it is posted again."""
    number, words, name = (str(sent.get(each, "")) for each in ("number", "text", "id"))
    if not _NUMBER.fullmatch(number) or not words:
        raise Refusal(400, "number and text are needed")
    world.text(PhoneText(name or str(uuid.uuid4()), number, words, world.clock()))


def texts_of(world: World, person: Person) -> list[PhoneText]:
    """Return the texts on somebody's phone, newest first.

    Texts to a number that nobody here has appear on every phone, so that any number can be tried.
    """
    with world.lock:
        others = set(world.phones) - {number_of(world, person)}
        mine = [each for each in world.texts.values() if each.number not in others]
        return mine[::-1] if number_of(world, person) else []


def number_of(world: World, person: Person) -> str:
    """Return somebody's phone number, or an empty string."""
    return next((number for number, owner in world.phones.items() if owner == person.id), "")

"""Checks who may use the chat page, and what it sends.

Any web page in the same browser can reach loopback. So the page answers only under loopback
names, against DNS rebinding, and accepts changes only from itself: a browser always sends the
origin of a POST, and no page can forge it.
https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
"""

from __future__ import annotations

import math
import re
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.world import World

LOOPBACK = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.IGNORECASE)
LARGEST_BODY = 256 * 1024  # bytes
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; frame-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def guard(chat: Blueprint) -> None:
    """Check every request to `chat`, and add the page's security policy to the answers."""

    @chat.before_request
    def check() -> None:
        if not LOOPBACK.fullmatch(request.host):
            raise Refusal(403, "This page is only for this machine. Open it as http://127.0.0.1.")
        if request.method == "POST":
            _check_change()

    @chat.after_request
    def protect(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @chat.errorhandler(Refusal)
    def refuse(refusal: Refusal) -> ResponseReturnValue:
        return {"message": refusal.message}, refusal.status


def _check_change() -> None:
    if request.headers.get("Origin") != request.host_url.rstrip("/"):
        raise Refusal(403, "Changes are taken from the chat page only. Reload it and try again.")
    if (request.content_length or 0) > LARGEST_BODY:
        raise Refusal(413, "This is too long to send. Shorten it and try again.")


class Body:
    """A JSON object sent by the page, read field by field."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = fields

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text field; null counts as absent.

        Raises:
            Refusal: 400, it isn't text, or is absent and has no default.
        """
        value = self.fields.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise Refusal(400, f"{name} must be a text. Reload the page and try again.")
        return value

    def number(self, name: str) -> float:
        """Return a number.

        Raises:
            Refusal: 400, it isn't one.
        """
        value = self.fields.get(name)
        if not isinstance(value, int | float) or not math.isfinite(value):
            raise Refusal(400, f"{name} must be a number. Reload the page and try again.")
        return value

    def inputs(self) -> dict[str, Any]:
        """Return a card's inputs by id.

        Raises:
            Refusal: 400, they aren't an object.
        """
        inputs = self.fields.get("inputs")
        if not isinstance(inputs, dict):
            raise Refusal(400, "inputs must be an object. Reload the page and try again.")
        return inputs


class Asked:
    """The current request: who sent it, and its body."""

    def __init__(self, world: World) -> None:
        self.world = world

    def viewer(self) -> Person:
        """The person whom the page shows.

        Raises:
            Refusal: 404, there is no such person.
        """
        person = self.world.person_by_email(request.args.get("as", ""))
        if person is None or person.is_bot or not person.has_account:
            raise Refusal(404, "There is nobody of that address to be. Choose somebody at the top.")
        return person

    def body(self) -> Body:
        """The JSON object that was sent.

        Raises:
            Refusal: 400, it isn't a JSON object.
        """
        fields = request.get_json(silent=True)
        if not isinstance(fields, dict):
            raise Refusal(400, "A JSON object was expected. Reload the page and try again.")
        return Body(fields)

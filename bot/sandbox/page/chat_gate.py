"""Checks who may use the chat page, and what it sends.

Any web page in the same browser can reach loopback. So the page answers only under a loopback
name (or a stranger's name could be pointed at it, DNS rebinding), and changes must come from
the page itself: a browser always names the origin of a POST, and no page can forge it.
https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
"""

from __future__ import annotations

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
    """Put the checks before every request of `chat`, and the page's policy behind."""

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
    """What the page sent: a JSON object whose fields are asked for one by one."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = fields

    def text(self, name: str, default: str | None = None) -> str:
        """Return a field of text; null counts as absent.

        Raises:
            Refusal: 400, it is not text, or it is absent and has no default.
        """
        value = self.fields.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise Refusal(400, f"{name} must be a text. Reload the page and try again.")
        return value

    def inputs(self) -> dict[str, Any]:
        """Return the inputs of a card by their ids.

        Raises:
            Refusal: 400, they are no object.
        """
        inputs = self.fields.get("inputs")
        if not isinstance(inputs, dict):
            raise Refusal(400, "inputs must be an object. Reload the page and try again.")
        return inputs


class Asked:
    """The request at hand: who asks, and what."""

    def __init__(self, world: World) -> None:
        self.world = world

    def viewer(self) -> Person:
        """Return the person that the page is being.

        Raises:
            Refusal: 404, there is none whom one could be.
        """
        person = self.world.person_by_email(request.args.get("as", ""))
        if person is None or person.is_bot or not person.has_account:
            raise Refusal(404, "There is nobody of that address to be. Choose somebody at the top.")
        return person

    def body(self) -> Body:
        """Return the JSON object that was sent.

        Raises:
            Refusal: 400, it is something else.
        """
        fields = request.get_json(silent=True)
        if not isinstance(fields, dict):
            raise Refusal(400, "A JSON object was expected. Reload the page and try again.")
        return Body(fields)

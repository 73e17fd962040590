"""``/roles``, ``/licenses`` and ``/organizations``: for administrators.

https://developer.webex.com/docs/api/v1/organizations
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, jsonify

from bot.sandbox.webex import directory
from bot.sandbox.webex.call_gate import an_admin, here
from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.rest.answer_shapes import Shape
from bot.sandbox.webex.rest.request_checks import an_id, listed, page
from bot.sandbox.webex.world import World

routes = Blueprint("directory", __name__)


def _serve(path: str, kind: str, items: Callable[[World, Person], list[Shape]]) -> None:
    @routes.get(path, endpoint=f"list_{kind}")
    def list_items() -> Response:
        found, cursor = page(items(here(), an_admin()))
        return listed(list(found), cursor=cursor)

    @routes.get(f"{path}/<item_id>", endpoint=f"get_{kind}")
    def get_item(item_id: str) -> Response:
        asked = an_id(item_id, kind)
        found = [item for item in items(here(), an_admin()) if item["id"] == asked]
        if not found:
            raise Refusal(404, f"Could not find the {kind.lower()}.")
        return jsonify(found[0])


_serve("/roles", "ROLE", directory.roles)
_serve("/licenses", "LICENSE", directory.licenses)
_serve("/organizations", "ORGANIZATION", directory.organizations)

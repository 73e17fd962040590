"""Reads and validates the API's requests."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urlencode

from flask import Response, jsonify, request

from bot.sandbox.webex import ids
from bot.sandbox.webex.message_limits import SURROGATE
from bot.sandbox.webex.model import Refusal

Body: TypeAlias = dict[str, Any]
Item = TypeVar("Item")
MOST_ITEMS = 1000
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
ADDRESS = re.compile(r"https?://(?:[A-Za-z0-9._-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?(?:[/?][!-~]*)?")


def body() -> Body:
    """Return the body: a JSON object or a form.

    Raises:
        Refusal: 415 for another content type, 400 for what is no JSON object.
    """
    if request.mimetype in FORMS:
        return dict(request.form)
    if not request.is_json:
        raise Refusal(415, "The content type must be application/json or that of a form.")
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise Refusal(400, "The request body must be a JSON object.")
    if SURROGATE.search(json.dumps(sent, ensure_ascii=False)):
        raise Refusal(400, "The request body is not valid Unicode text.")
    return sent


def text(sent: Body, name: str) -> str:
    """Return a text field, empty by default."""
    found = sent.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise Refusal(400, f"{name} must be a string.")
    return found


def texts(sent: Body, name: str) -> list[str]:
    """Return a field that is a list of texts, empty by default; a form has a single text."""
    found = sent.get(name) or []
    found = [found] if isinstance(found, str) else found
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Refusal(400, f"{name} must be an array of strings.")
    return found


def needed(sent: Body, name: str) -> str:
    """Return a required text field."""
    found = text(sent, name)
    if not found.strip():
        raise Refusal(400, f"{name} cannot be empty.")
    return found


def yes_or_no(sent: Body, name: str, otherwise: bool = False) -> bool:
    """Return a boolean field, `otherwise` by default."""
    found = sent.get(name, otherwise)
    known = {True: True, False: False, "true": True, "false": False}  # forms have only strings
    if not isinstance(found, bool | str) or found not in known:
        raise Refusal(400, f"{name} must be true or false.")
    return known[found]


def an_address(sent: Body, name: str) -> str:
    """Return a required field that is an address of the web."""
    found = needed(sent, name)
    if not ADDRESS.fullmatch(found):
        raise Refusal(400, f"{name} must be an http or https address.")
    return found


def an_id(public_id: str, kind: str) -> str:
    """Return an id field of a kind such as ``ROOM``, without the padding that some clients add."""
    bare = public_id.rstrip("=")
    if not ids.is_id(bare, kind):
        raise Refusal(400, f"The request was invalid: this is not the ID of a {kind.lower()}.")
    return bare


def query(name: str) -> str:
    """Return a query parameter, empty by default."""
    return request.args.get(name, "")


def one_of(name: str, known: Sequence[str]) -> str:
    """Return a query parameter that has one of the known values, empty by default."""
    found = query(name)
    if found and found not in known:
        raise Refusal(400, f"{name} must be one of {', '.join(known)}.")
    return found


def number(name: str, otherwise: int, at_most: int = MOST_ITEMS) -> int:
    """Return a query parameter that is a whole number from 1 to `at_most`."""
    found = query(name) or str(otherwise)
    if not re.fullmatch("[0-9]{1,9}", found) or not 1 <= int(found) <= at_most:
        raise Refusal(400, f"{name} must be a number between 1 and {at_most}.")
    return int(found)


def moment(name: str) -> datetime | None:
    """Return a query parameter that is a timezone-aware time."""
    if not query(name):
        return None
    try:
        found = datetime.fromisoformat(query(name))
    except ValueError:
        raise Refusal(400, f"{name} must be a date and time in ISO 8601.") from None
    if found.tzinfo is None:
        raise Refusal(400, f"{name} must carry a time zone.")
    return found


def page(items: Sequence[Item]) -> tuple[Sequence[Item], str]:
    """Return the requested page of `items`, and the cursor of the next page, if any.

    https://developer.webex.com/docs/basics#pagination
    """
    most = number("max", 100)
    start = number("cursor", 1, at_most=10**9) - 1
    end = start + most
    return items[start:end], str(end + 1) if end < len(items) else ""


def paged(items: Sequence[Item], shape: Callable[[Item], Body]) -> Response:
    """Return the requested page of `items`."""
    found, cursor = page(items)
    return listed([shape(item) for item in found], cursor=cursor)


def listed(items: list[Body], more: Body | None = None, **following: str) -> Response:
    """Return items and `more` fields beside them, with a link to the next page, if any."""
    answer = jsonify({"items": items, **(more or {})})
    if any(following.values()):
        asked = {**request.args.to_dict(), **following}
        answer.headers["Link"] = f'<{request.base_url}?{urlencode(asked)}>; rel="next"'
    return answer

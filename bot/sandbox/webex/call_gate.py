"""Logs, delays and breaks incoming API calls.

The REST API and the broker share it, so faults and latency are the same for both.
"""

from __future__ import annotations

import socket
import uuid
from functools import partial
from typing import cast

from flask import Blueprint, Response, g, jsonify, request

from bot.sandbox.webex.faults import Dated, Fault, Incoming, Silence, Slow, Truncated
from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.world import World

CONNECTION = "sandbox.connection"  # where wsgi_thread.py puts the socket


def guard(blueprint: Blueprint, world: World) -> None:
    """Apply the world's latency, faults and refusals to the calls of this blueprint."""

    def arrive() -> Response | None:
        g.world, g.person, g.late = world, world.who(_bearer()), None
        world.remember_call(request.method, request.path, g.person)
        world.pause(world.latency)
        return _meet_faults(world) if world.faults else None

    blueprint.before_request(arrive)
    blueprint.after_request(_leave)
    blueprint.register_error_handler(Refusal, refused)


def here() -> World:
    """Return the world of the current request."""
    return cast("World", g.world)


def me() -> Person:
    """Return the caller.

    Raises:
        Refusal: 401, nobody has this token.
    """
    if g.person is None:
        raise Refusal(
            401,
            "The request requires a valid access token set in the Authorization request header.",
        )
    return cast("Person", g.person)


def an_admin() -> Person:
    """Return the caller, an administrator.

    Raises:
        Refusal: 403, they are none.
    """
    if not me().is_admin:
        raise Refusal(403, "Only an administrator may do this.")
    return me()


def tracking_id() -> str:
    """Return the request's tracking id."""
    if "tracking_id" not in g:
        g.tracking_id = f"SANDBOX_{uuid.uuid4()}"
    return cast("str", g.tracking_id)


def error(status: int, message: str) -> Response:
    """Return an error as all Webex APIs format it."""
    # https://developer.webex.com/docs/api/basics#api-errors
    body = {
        "message": message,
        "errors": [{"description": message}],
        "trackingId": tracking_id(),
    }
    answer = jsonify(body)
    answer.status_code = status
    answer.headers["trackingid"] = tracking_id()
    return answer


def refused(refusal: Refusal) -> Response:
    """Return a refusal as an HTTP answer."""
    return error(refusal.status, refusal.message)


def _bearer() -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _meet_faults(world: World) -> Response | None:
    named = request.query_string.decode("latin-1") + request.get_data().decode("latin-1")
    found = world.fault_for(Incoming(request.method, request.path, named))
    if isinstance(found, Slow):
        world.pause(found.seconds)
        return None
    if found is None or found.late:
        g.late = found
        return None
    return _fail(found)


def _leave(answer: Response) -> Response:
    match g.late:
        case Truncated():
            answer = _halve(answer)
        case Dated(date=date):
            answer.headers["Date"] = date
        case Fault():
            answer = _fail(g.late)
    answer.headers["trackingid"] = tracking_id()
    return answer


def _fail(found: Fault) -> Response:
    if isinstance(found, Silence):
        g.world.pause(found.seconds)
    spoilt = found.answer()
    if spoilt is None:
        return _cut()
    answer = Response(spoilt.page) if spoilt.page else error(spoilt.status, spoilt.message)
    answer.status_code = spoilt.status
    if spoilt.retry_after is not None:
        answer.headers["Retry-After"] = str(spoilt.retry_after)
    return answer


def _connection() -> socket.socket:
    found: socket.socket | None = request.environ.get(CONNECTION)
    if found is None:  # Flask's test client has no connection
        raise ConnectionResetError("A fault cut the connection.")
    return found


def _cut() -> Response:
    g.cut = True
    _connection().shutdown(socket.SHUT_RDWR)
    return Response(status=500)


def _halve(answer: Response) -> Response:
    whole = answer.get_data()
    half = Response(whole[: len(whole) // 2], answer.status_code, answer.headers)
    half.headers["Content-Length"] = str(len(whole))
    half.automatically_set_content_length = False
    # so that the client doesn't wait for the rest
    half.call_on_close(partial(_connection().shutdown, socket.SHUT_RDWR))
    return half

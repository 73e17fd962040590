"""The REST API, put together.

It follows Cisco's OpenAPI description. `webhooks_out` calls the webhooks.
"""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from bot.sandbox.webex.call_gate import error, guard, me
from bot.sandbox.webex.rest import (
    actions_api,
    contents_api,
    directory_api,
    events_api,
    memberships_api,
    messages_api,
    people_api,
    rooms_api,
    tabs_api,
    teams_api,
    webhooks_api,
)
from bot.sandbox.webex.world import World

PREFIX = "/v1"
LARGEST_BODY = 101 * 1024 * 1024  # bytes: a file of 100 MB and its envelope
RESOURCES = (
    people_api,
    rooms_api,
    memberships_api,
    messages_api,
    actions_api,
    webhooks_api,
    contents_api,
    directory_api,
    events_api,
    tabs_api,
    teams_api,
)


def create_api(world: World) -> Blueprint:
    """Return the API under ``/v1``."""
    api = Blueprint("webex_api", __name__, url_prefix=PREFIX)
    api.record_once(_ignore_slashes)
    guard(api, world)
    api.before_request(_admit)
    api.app_errorhandler(HTTPException)(_explain)
    for resource in RESOURCES:
        api.register_blueprint(resource.routes)
    return api


def _ignore_slashes(state: BlueprintSetupState) -> None:
    """Treat ``/people/`` as ``/people``, as Webex does."""
    state.app.url_map.strict_slashes = False


def _admit() -> None:
    me()
    request.max_content_length = LARGEST_BODY


def _explain(problem: HTTPException) -> Response | HTTPException:
    """Return Flask's own errors, such as 404, as Webex formats them."""
    if not request.path.startswith(f"{PREFIX}/"):
        return problem
    answer = error(problem.code or 500, problem.description or problem.name)
    if isinstance(problem, MethodNotAllowed):
        answer.headers["Allow"] = ", ".join(sorted(problem.valid_methods or ()))
    return answer

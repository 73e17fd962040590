"""What a test or a script needs to know of the emulator: addresses, tokens and ids, as JSON.

Tokens are in it, so it is for this machine only, and never for a page in a browser.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.sandbox.page.chat_gate import LOOPBACK
from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import refused
from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.world import World

STATE, RESET = "/sandbox/state", "/sandbox/reset"
Json = dict[str, Any]


def create_state(world: World, fresh: Callable[[], World]) -> Blueprint:
    """Return the addresses of the state and of the reset.

    Args:
        world: what is emulated.
        fresh: returns a world as it was at the start.
    """
    state = Blueprint("state", __name__)
    state.register_error_handler(Refusal, refused)

    @state.before_request
    def check() -> None:
        if not LOOPBACK.fullmatch(request.host) or "Origin" in request.headers:
            raise Refusal(403, "This is for programs on this machine, not for pages.")

    @state.get(STATE)
    def get_state() -> Response:
        return jsonify(state_of(world, request.host_url.rstrip("/")))

    @state.post(RESET)
    def reset() -> Response:
        world.become(fresh())
        return get_state()

    return state


def state_of(world: World, address: str) -> Json:
    """Return what is emulated at `address`."""
    everybody = [person for person in world.people.values() if person.has_account]
    return {
        "page": f"{address}/",
        "api": f"{address}/v1",
        "websocket_catalog": f"{address}/u2c/api/v1",
        "instant_connect": address,
        "state": f"{address}{STATE}",
        "reset": f"{address}{RESET}",
        "people": [_person(world, each) for each in everybody if not each.is_bot],
        "bots": [_person(world, each) for each in everybody if each.is_bot],
        "rooms": [
            {"title": each.title, "id": each.id}
            for each in world.spaces.values()
            if not each.is_direct
        ],
    }


def _person(world: World, person: Person) -> Json:
    token = next((one for one, who in world.tokens.items() if who == person.id), "")
    # Cisco's JavaScript SDK reads the organization from the token.
    whole = token if "_" in token or not token else f"{token}_x_{ids.name_in(person.org_id)}"
    return {
        "name": person.name,
        "email": person.email,
        "id": person.id,
        "token": whole,
        "admin": person.is_admin,
    }

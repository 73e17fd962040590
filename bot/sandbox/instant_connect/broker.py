"""The broker: mints real encrypted links, and remembers the short ones.

app.register_blueprint(create_broker(world))
"""

from __future__ import annotations

import secrets
import string
import threading
from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from bot.sandbox.instant_connect.link_orders import LinkOrder, read_order
from bot.sandbox.instant_connect.sealing import ITERATIONS, Keys
from bot.sandbox.instant_connect.visits import Link, create_visits
from bot.sandbox.webex import ids
from bot.sandbox.webex.call_gate import error, guard, me
from bot.sandbox.webex.model import Person, Refusal
from bot.sandbox.webex.world import World

ALPHABET = string.ascii_letters + string.digits
SHORT_LENGTH = 7
KEPT_SHORTS = 100_000


@dataclass
class Shorts:
    """Maps short codes to links; the oldest are dropped."""

    _links: dict[str, Link] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def keep(self, link: Link) -> str:
        """Store `link` and return its code."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(SHORT_LENGTH))
        with self._lock:
            self._links[code] = link
            if len(self._links) > KEPT_SHORTS:
                del self._links[next(iter(self._links))]
        return code

    def link(self, code: str) -> Link | None:
        """Return the link, or None if the code is not known."""
        return self._links.get(code)


class Broker:
    """Mints links.

    Args:
        counts: PBES2 iterations to draw from, unless the caller sets a number.
    """

    def __init__(self, counts: range = ITERATIONS) -> None:
        self.keys = Keys()
        self.shorts = Shorts()
        self.counts = counts

    def answer(self, order: LinkOrder, issuer: str, bare: bool) -> dict[str, Any]:
        """Return links for hosts and guests; with `bare`, as version 1 of the API."""
        numbers = {"host": order.hosts, "guest": order.guests}
        return {
            role: [self._link(order, role, issuer, bare) for _ in range(number)]
            for role, number in numbers.items()
        }

    def _link(self, order: LinkOrder, role: str, issuer: str, bare: bool) -> str | dict[str, str]:
        cipher = self.keys.sealed(order.claims(role, issuer), issuer, order.seal())
        if bare:
            return cipher
        if not order.short:
            return {"cipher": cipher}
        link = Link(cipher, order.vertical, order.login)
        return {"cipher": cipher, "short": self.shorts.keep(link)}


def create_broker(
    world: World,
    public_base: str | None = None,
    *,
    iterations: range = ITERATIONS,
    not_activated: Container[str] = frozenset(),
) -> Blueprint:
    """Return the broker and its visit page, to be mounted at the root.

    Args:
        world: knows the tokens, the time and the faults.
        public_base: the address of short links, without ``/visit/``; by default the request's.
        iterations: PBES2 iterations to draw from, unless the caller sets a number.
        not_activated: ids of organizations without Instant Connect; may change at any time.
    """
    broker = Broker(iterations)
    blueprint = Blueprint("broker", __name__)
    blueprint.register_blueprint(_create_api(world, broker, public_base, not_activated))
    blueprint.register_blueprint(create_visits(broker.keys, broker.shorts.link, world.clock))
    return blueprint


def _create_api(
    world: World, broker: Broker, public_base: str | None, not_activated: Container[str]
) -> Blueprint:
    api = Blueprint("api", __name__, url_prefix="/api")
    guard(api, world)
    api.register_error_handler(HTTPException, _explain)

    @api.post("/<any(v1, v2):version>/joseencrypt")
    def joseencrypt(version: str) -> Response:
        issuer = _issuer(me(), not_activated)
        order = read_order(request.get_data(), int(world.clock().timestamp()), broker.counts)
        # In public code, version 1 returns bare ciphers, and short codes on request.
        bare = version == "v1" and not order.short
        base = (public_base or request.host_url).rstrip("/")
        visit = {"baseUrl": f"{base}/visit/"} if order.short else {}
        return jsonify(broker.answer(order, issuer, bare) | visit)

    return api


def _issuer(person: Person, not_activated: Container[str]) -> str:
    if person.org_id in not_activated:
        raise Refusal(403, "Instant Connect is not activated for this organization.")
    return ids.name_in(person.org_id)


def _explain(problem: HTTPException) -> Response:
    return error(problem.code or 500, problem.description or problem.name)

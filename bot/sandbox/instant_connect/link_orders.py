"""Parses a request to the broker, as leniently as the real one.

Webex Connect sends numbers and booleans as strings. ``Nbf`` and ``Exp`` in Cisco's own long
samples are ignored, since the fields are lower case.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from bot.core.domain.joseencrypt import AUDIENCE, MOST_LINKS
from bot.sandbox.instant_connect.sealing import (
    ENCS,
    ITERATIONS,
    JWE_ALGS,
    JWS_ALGS,
    SALT_BYTES,
    Seal,
)
from bot.sandbox.webex.model import Refusal

LIFETIME = 15 * 60  # seconds that a link works by default
LAST_SECOND = 253402300799  # in the year 9999; a value in milliseconds is far above

Body = dict[str, Any]


@dataclass(frozen=True)
class LinkOrder:
    """A parsed request. Times are epoch seconds; `salts` and `counts` are ranges to draw from."""

    sub: str = field(repr=False)
    not_before: int | None
    expires: int
    flow: Body | None = field(repr=False)
    hosts: int
    guests: int
    short: bool
    vertical: str
    login: bool
    jwe_alg: str
    salts: range
    counts: range
    enc: str
    jws_alg: str

    def seal(self) -> Seal:
        """Return the encryption of the next link."""
        salt, count = secrets.choice(self.salts), secrets.choice(self.counts)
        return Seal(self.jwe_alg, salt, count, self.enc, self.jws_alg)

    def claims(self, role: str, issuer: str) -> Body:
        """Return the claims of a link for `role`."""
        always = {"iss": issuer, "sub": self.sub, "exp": self.expires, "role": role}
        opens = {"nbf": self.not_before} if self.not_before is not None else {}
        return always | opens | ({"flow": self.flow} if self.flow else {})


def read_order(raw: bytes, now: int, counts: range = ITERATIONS) -> LinkOrder:
    """Parse the body of a request.

    Args:
        raw: the body.
        now: the time, in epoch seconds.
        counts: PBES2 iterations to draw from, unless the caller sets a number.

    Raises:
        Refusal: 400, naming the invalid field.
    """
    body = _object(_json(raw), "The request body")
    token = _object(body.get("jwt"), "jwt")
    if body.get("aud") != AUDIENCE:
        raise Refusal(400, "aud is missing or not that of Instant Connect.")
    hosts, guests = _number_of_links(body)
    not_before, expires = _times(token, now)
    return LinkOrder(
        sub=_sub(token),
        not_before=not_before,
        expires=expires,
        flow=_flow(token),
        hosts=hosts,
        guests=guests,
        short=_yes_or_no(body, "provideShortUrls", otherwise=False),
        vertical=_one_of(body, "verticalType", ("hc", "gen")),
        login=_yes_or_no(body, "loginUrlForHost", otherwise=True),
        jwe_alg=_one_of(body, "jweAlg", JWE_ALGS),
        salts=_exactly_or_any(body, "saltLength", SALT_BYTES, SALT_BYTES),
        counts=_exactly_or_any(body, "iterations", ITERATIONS, counts),
        enc=_one_of(body, "enc", ENCS),
        jws_alg=_one_of(body, "jwsAlg", JWS_ALGS),
    )


def _json(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise Refusal(400, "The request body is not JSON.") from None


def _object(value: object, what: str) -> Body:
    if not isinstance(value, dict):
        raise Refusal(400, f"{what} must be an object.")
    return value


def _sub(token: Body) -> str:
    sub = token.get("sub")
    if not isinstance(sub, str) or not sub.strip():
        raise Refusal(400, "jwt.sub must be a string and must not be empty.")
    return sub


def _number_of_links(body: Body) -> tuple[int, int]:
    hosts = _number(body, "numHost", range(MOST_LINKS + 1), 1)
    guests = _number(body, "numGuest", range(MOST_LINKS + 1), 1)
    if hosts + guests > MOST_LINKS:
        raise Refusal(400, f"numHost and numGuest together must not exceed {MOST_LINKS}.")
    return hosts, guests


def _times(token: Body, now: int) -> tuple[int | None, int]:
    moments = range(LAST_SECOND + 1)
    opens = _number(token, "nbf", moments, 0) if "nbf" in token else None
    expires = _number(token, "exp", moments, now + LIFETIME)
    # Both may be 0: a public client ends a meeting this way.
    if opens is not None and opens > expires:
        raise Refusal(400, "jwt.nbf must not be later than jwt.exp.")
    return opens, expires


def _flow(token: Body) -> Body | None:
    if token.get("flow") is None:
        return None
    flow = _object(token["flow"], "jwt.flow")
    data = flow.get("data")
    if flow.get("id") != "sip-no-knock" or not isinstance(data, list):
        raise Refusal(400, "jwt.flow must have the id sip-no-knock and a list of data.")
    if not all(isinstance(one, dict) and _is_line(one.get("uri")) for one in data):
        raise Refusal(400, "jwt.flow.data must hold objects with a uri.")
    return flow


def _is_line(value: object) -> bool:
    return isinstance(value, str) and value.isprintable()


def _number(body: Body, name: str, allowed: range, otherwise: int) -> int:
    value = body.get(name, otherwise)
    if isinstance(value, str) and value.isdecimal() and len(value) < 20:
        value = int(value)
    if type(value) is not int or value not in allowed:
        raise Refusal(400, f"{name} must be an integer from {allowed[0]} to {allowed[-1]}.")
    return value


def _exactly_or_any(body: Body, name: str, allowed: range, otherwise: range) -> range:
    if name not in body:
        return otherwise
    number = _number(body, name, allowed, allowed[0])
    return range(number, number + 1)


def _yes_or_no(body: Body, name: str, *, otherwise: bool) -> bool:
    value = body.get(name, otherwise)
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.lower())
    if not isinstance(value, bool):
        raise Refusal(400, f"{name} must be true or false.")
    return value


def _one_of(body: Body, name: str, known: Collection[str]) -> str:
    value = body.get(name, next(iter(known)))
    if not isinstance(value, str) or value not in known:
        raise Refusal(400, f"{name} must be one of {', '.join(known)}.")
    return value

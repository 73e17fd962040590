"""Requests of programs that call the bot as they would call Instant Connect's broker.

They are read leniently, as the broker does: Webex Connect sends numbers and booleans as text, and
its nodes write the fields of `jwt` as `jwt.sub`. What isn't known is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from bot.core.domain.errors import BotError, Unintelligible
from bot.core.domain.joseencrypt import (
    AUDIENCE,
    CIPHER,
    MOST_LINKS,
    SHORT,
    Enc,
    JweAlg,
    JwsAlg,
    Vertical,
    matching,
)
from bot.core.domain.url_trust import is_trustworthy

LONGEST_SUB = 1000
"""Characters of a meeting's name."""

LAST_SECOND = 253402300799
"""In the year 9999. Times in milliseconds are far above."""

Fields = Mapping[str, Any]
Read = Callable[[object], Any]

_DIALS = "sip-no-knock"


class InvalidRequest(BotError):
    """A request that can't be served; the message names the field and quotes nothing."""


@dataclass(frozen=True)
class BrokerRequest:
    """A request, checked.

    Args:
        sub: the program's name of the meeting.
        claims: the other fields of `jwt`.
        fields: the fields beside `jwt` and `aud`.
    """

    sub: str = field(repr=False)
    claims: Fields = field(repr=False)
    fields: Fields

    @property
    def hosts(self) -> int:
        """How many host links are asked for."""
        return int(self.fields.get("numHost", 1))

    @property
    def guests(self) -> int:
        """How many guest links are asked for."""
        return int(self.fields.get("numGuest", 1))

    @property
    def short(self) -> bool:
        """Whether short links are asked for."""
        return bool(self.fields.get("provideShortUrls", False))

    def body(self, sub: str) -> dict[str, Any]:
        """Return the request to the broker.

        Args:
            sub: identifies the meeting at the broker.
        """
        return {"aud": AUDIENCE, "jwt": {"sub": sub, **self.claims}, **self.fields}


def read_broker_request(
    raw: bytes,
    devices: Collection[str],
    *,
    usual: Fields | None,
) -> BrokerRequest:
    """Read a request.

    Args:
        raw: the body.
        devices: SIP addresses that may be dialled.
        usual: fields that need not be given, `aud` among them; None leaves them to the broker.

    Raises:
        InvalidRequest: something is missing or wrong.
    """
    given = dict(usual or {}) | _flattened(_object(raw))
    if given.get("aud") != AUDIENCE:
        raise InvalidRequest("aud is missing or not that of Instant Connect.")
    fields = _read(given, _FIELDS)
    claims = _read(given, _CLAIMS)
    if claims.get("nbf", 0) > claims.get("exp", LAST_SECOND):
        raise InvalidRequest("jwt.nbf must not be later than jwt.exp.")
    if given.get("flow") is not None:
        claims["flow"] = _flow(given["flow"], devices)
    request = BrokerRequest(_sub(given.get("sub")), claims, fields)
    if not 1 <= request.hosts + request.guests <= MOST_LINKS:
        raise InvalidRequest(f"numHost and numGuest together must be 1 to {MOST_LINKS}.")
    return request


def _object(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise InvalidRequest("The body is not JSON.") from None
    if not isinstance(found, dict):
        raise InvalidRequest("The body must be a JSON object.")
    return found


def _flattened(body: dict[str, Any]) -> dict[str, Any]:
    """Return all fields side by side, those of `jwt` without that name."""
    token = body.pop("jwt", {})
    if not isinstance(token, dict):
        raise InvalidRequest("jwt must be an object.")
    dotted = {name.removeprefix("jwt."): body[name] for name in body if name.startswith("jwt.")}
    for name in _CLAIM_NAMES:
        said = [each[name] for each in (token, dotted, body) if name in each]
        if any(each != said[0] for each in said):
            raise InvalidRequest(f"{name} is given twice, and not the same.")
    return body | dotted | token


def _read(given: Fields, readers: Mapping[str, Read]) -> dict[str, Any]:
    found = {}
    for name, read in readers.items():
        if name in given:
            try:
                found[name] = read(given[name])
            except ValueError as error:
                raise InvalidRequest(f"{name} must be {error}.") from None
    return found


def _sub(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_SUB:
        raise InvalidRequest(f"jwt.sub must be text of 1 to {LONGEST_SUB} characters.")
    return value


def _number(low: int, high: int) -> Read:
    def read(value: object) -> int:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,20}", value):
            value = int(value)
        if type(value) is not int or not low <= value <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return value

    return read


def _boolean(value: object) -> bool:
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.lower())
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004 - the caller names the field
    return value


def _choice(known: tuple[str, ...]) -> Read:
    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise ValueError(f"one of {', '.join(known)}")
        return value

    return read


def _flow(value: object, devices: Collection[str]) -> dict[str, Any]:
    data = value.get("data") if isinstance(value, dict) and value.get("id") == _DIALS else None
    if not isinstance(data, list) or not data or not all(isinstance(each, dict) for each in data):
        raise InvalidRequest(f"jwt.flow must have the id {_DIALS} and data with a uri.")
    dialled = [each.get("uri") for each in data]
    if not all(isinstance(each, str) and each in devices for each in dialled):
        raise InvalidRequest("jwt.flow names a device that isn't in this installation's DEVICES.")
    return {"id": _DIALS, "data": [{"uri": each} for each in dialled]}


_FIELDS: Mapping[str, Read] = {
    "numHost": _number(0, MOST_LINKS),
    "numGuest": _number(0, MOST_LINKS),
    "provideShortUrls": _boolean,
    "verticalType": _choice(get_args(Vertical)),
    "loginUrlForHost": _boolean,
    "jweAlg": _choice(get_args(JweAlg)),
    "saltLength": _number(8, 128),
    "iterations": _number(1000, 32767),
    "enc": _choice(get_args(Enc)),
    "jwsAlg": _choice(get_args(JwsAlg)),
}
_CLAIMS: Mapping[str, Read] = {"nbf": _number(0, LAST_SECOND), "exp": _number(0, LAST_SECOND)}
_CLAIM_NAMES = ("sub", "nbf", "exp", "flow")


def broker_answer(answer: object, request: BrokerRequest) -> dict[str, Any]:
    """Return the broker's answer with the fields that its documentation lists, and no others.

    Args:
        answer: the parsed JSON, which may be anything.
        request: what was asked.

    Raises:
        Unintelligible: this isn't an answer to that request.
    """
    if not isinstance(answer, dict):
        raise Unintelligible
    roles = {"host": request.hosts, "guest": request.guests}
    shaped: dict[str, Any] = {
        role: [_link(each, short=request.short) for each in _listed(answer.get(role), many)]
        for role, many in roles.items()
    }
    if request.short:
        base = answer.get("baseUrl")
        if not isinstance(base, str) or not is_trustworthy(base):
            raise Unintelligible
        shaped["baseUrl"] = base
    return shaped


def _listed(entries: object, many: int) -> list[Any]:
    if not many:
        return []
    if not isinstance(entries, list) or len(entries) < many:
        raise Unintelligible
    return entries[:many]


def _link(entry: object, *, short: bool) -> dict[str, str]:
    """Version 1 of the broker's API answers with bare ciphers."""
    fields = entry if isinstance(entry, dict) else {"cipher": entry}
    wanted = {"cipher": CIPHER} | ({"short": SHORT} if short else {})
    return {name: matching(pattern, fields.get(name)) for name, pattern in wanted.items()}

"""The request to Instant Connect's broker and its answer, as plain data.

The broker is ``POST {broker}/api/v2/joseencrypt``:
https://developer.webex.com/create/docs/instant-connect-meeting-links

    request = LinkRequest(sub=str(uuid4()), hosts=1, guests=2)
    answer = requests.post(url, json=request.body(), ...).json()
    links = links_from(answer, request)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args
from urllib.parse import quote

from bot.core.domain.errors import Unintelligible
from bot.core.domain.links import GuestLink, HostLink, Links
from bot.core.domain.url_trust import is_trustworthy

AUDIENCE = "a4d886b0-979f-4e2c-a958-3e8c14605e51"
"""The broker's address in the commercial cloud."""

MOST_LINKS = 25
"""The most links in one call. Calling again with the same `sub` gives more."""

COMMERCIAL = "https://instant.webex.com"
"""The address of long links in the commercial cloud; FedRAMP has its own."""

Vertical = Literal["gen", "hc"]
JweAlg = Literal["PBES2-HS512+A256KW", "PBES2-HS384+A192KW", "PBES2-HS256+A128KW"]
Enc = Literal["A256GCM", "A192GCM", "A128GCM", "A256CBC-HS512", "A192CBC-HS384", "A128CBC-HS256"]
JwsAlg = Literal["HS512", "HS384", "HS256"]

_DEVICE = re.compile(r"[^\s@]+@[^\s@]+")
SHORT = re.compile(r"[A-Za-z0-9_-]{1,64}")
CIPHER = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True)
class Encryption:
    """How links are encrypted; None leaves the choice to the broker.

    Args:
        jwe_alg: key wrapping; the broker's default is PBES2-HS512+A256KW.
        salt_length: bytes of the PBES2 salt, 8 to 128; random by default.
        iterations: PBES2 iterations, 1000 to 32767; random by default.
        enc: content encryption; the broker's default is A256GCM.
        jws_alg: signature of the inner token; the broker's default is HS512.

    Raises:
        ValueError: the broker doesn't support a value.
    """

    jwe_alg: JweAlg | None = None
    salt_length: int | None = None
    iterations: int | None = None
    enc: Enc | None = None
    jws_alg: JwsAlg | None = None

    def __post_init__(self) -> None:
        _check_choice("The key wrapping (jweAlg)", self.jwe_alg, (None, *get_args(JweAlg)))
        _check_choice("The content encryption (enc)", self.enc, (None, *get_args(Enc)))
        _check_choice("The inner signature (jwsAlg)", self.jws_alg, (None, *get_args(JwsAlg)))
        if self.salt_length is not None:
            _check_range("The salt length", self.salt_length, 8, 128)
        if self.iterations is not None:
            _check_range("The number of iterations", self.iterations, 1000, 32767)

    def body(self) -> dict[str, Any]:
        """Return the choices as fields of the request; empty if all are left to the broker."""
        fields = {
            "jweAlg": self.jwe_alg,
            "saltLength": self.salt_length,
            "iterations": self.iterations,
            "enc": self.enc,
            "jwsAlg": self.jws_alg,
        }
        return {name: value for name, value in fields.items() if value is not None}


@dataclass(frozen=True)
class LinkRequest:
    """A request for links.

    Args:
        sub: identifies the meeting: the same `sub` always leads to it. Must be unguessable.
        hosts: links for hosts, 0 to 25.
        guests: links for guests, 0 to 25; at most 25 together with `hosts`.
        not_before: when the links start working, timezone-aware; by default now.
        expires: when they stop working, timezone-aware; the broker's default is in 15 minutes.
        devices: SIP addresses of devices to dial when the host joins.
        vertical: ``gen`` for general, ``hc`` for healthcare.
        login_for_host: whether host links offer to sign in.
        short: whether links are short; long ones have some thousand characters.
        encryption: how the links are encrypted.

    Raises:
        ValueError: the broker would refuse it; the message says why.
    """

    sub: str = field(repr=False)
    hosts: int = 1
    guests: int = 1
    not_before: datetime | None = None
    expires: datetime | None = None
    devices: tuple[str, ...] = field(default=(), repr=False)
    vertical: Vertical = "gen"
    login_for_host: bool = True
    short: bool = True
    encryption: Encryption = field(default_factory=Encryption)

    def __post_init__(self) -> None:
        if not isinstance(self.sub, str) or not self.sub.strip():
            raise ValueError("The meeting's name (sub) must not be empty.")
        _check_numbers(self.hosts, self.guests)
        _check_times(_epoch(self.not_before), _epoch(self.expires))
        _check_choice("The kind of meeting (verticalType)", self.vertical, get_args(Vertical))
        for device in self.devices:
            if not _DEVICE.fullmatch(device):
                raise ValueError("A device must be a SIP address, such as room@example.com.")

    def body(self) -> dict[str, Any]:
        """Return the JSON body of the request."""
        return {
            "aud": AUDIENCE,
            "jwt": self._claims(),
            "numHost": self.hosts,
            "numGuest": self.guests,
            "provideShortUrls": self.short,
            "verticalType": self.vertical,
            "loginUrlForHost": self.login_for_host,
            **self.encryption.body(),
        }

    def _claims(self) -> dict[str, Any]:
        dialled = {"id": "sip-no-knock", "data": [{"uri": device} for device in self.devices]}
        claims = {
            "sub": self.sub,
            "nbf": _epoch(self.not_before),
            "exp": _epoch(self.expires),
            "flow": dialled if self.devices else None,
        }
        return {name: value for name, value in claims.items() if value is not None}


def links_from(answer: object, request: LinkRequest, link_base: str = COMMERCIAL) -> Links:
    """Return the links in the broker's `answer` to `request`.

    Version 1 of the API may answer with bare ciphers in any case; they become long links.

    Args:
        answer: the parsed JSON, which may be anything.
        request: the request.
        link_base: the address of long links; the broker gives that of short ones.

    Raises:
        Unintelligible: this isn't an answer to that request.
    """
    if not isinstance(answer, dict):
        raise Unintelligible
    read = _Answer(answer, request, f"{link_base.rstrip('/')}/{request.vertical}/v1")
    host_path = "login" if request.login_for_host else "talk"
    return Links(
        hosts=tuple(map(HostLink, read.urls("host", request.hosts, host_path))),
        guests=tuple(map(GuestLink, read.urls("guest", request.guests, "talk"))),
    )


@dataclass(frozen=True)
class _Answer:
    fields: dict[str, Any] = field(repr=False)
    request: LinkRequest
    long_start: str

    def urls(self, role: str, number: int, path: str) -> list[str]:
        entries = self.fields.get(role) if number else []
        if not isinstance(entries, list) or len(entries) < number:
            raise Unintelligible
        return [self._url(entry, path) for entry in entries[:number]]

    def _url(self, entry: object, path: str) -> str:
        if self.request.short and isinstance(entry, dict):
            return self._visit_base() + matching(SHORT, entry.get("short"))
        cipher = matching(CIPHER, entry.get("cipher") if isinstance(entry, dict) else entry)
        return f"{self.long_start}/{path}?int=jose&v=1&data={quote(cipher, safe='')}"

    def _visit_base(self) -> str:
        base = self.fields.get("baseUrl")
        if not isinstance(base, str) or not is_trustworthy(base):
            raise Unintelligible
        return base if base.endswith("/") else f"{base}/"


def matching(pattern: re.Pattern[str], value: object) -> str:
    """Return a text that is all of a pattern.

    Raises:
        Unintelligible: it is something else.
    """
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Unintelligible
    return value


def _epoch(moment: datetime | None) -> int | None:
    """In seconds. Cisco's long samples show milliseconds, but its table says seconds."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("A time must have a time zone.")
    return int(moment.timestamp())


def _check_numbers(hosts: int, guests: int) -> None:
    _check_range("The number of host links", hosts, 0, MOST_LINKS)
    _check_range("The number of guest links", guests, 0, MOST_LINKS)
    if not 1 <= hosts + guests <= MOST_LINKS:
        raise ValueError(
            f"One call returns 1 to {MOST_LINKS} links, hosts and guests together; "
            f"you asked for {hosts + guests}."
        )


def _check_times(not_before: int | None, expires: int | None) -> None:
    if not_before is not None and expires is not None and expires <= not_before:
        raise ValueError("The links would expire before they open.")


def _check_range(what: str, number: int, lowest: int, highest: int) -> None:
    if type(number) is not int or not lowest <= number <= highest:
        raise ValueError(f"{what} must be a whole number from {lowest} to {highest}.")


def _check_choice(what: str, choice: object, known: tuple[object, ...]) -> None:
    if choice not in known:
        names = ", ".join(str(each) for each in known if each is not None)
        raise ValueError(f"{what} must be one of {names}.")

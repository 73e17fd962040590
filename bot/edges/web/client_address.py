"""Tells the address of a client whose request comes through a proxy.

A proxy appends the address that it was called from to `X-Forwarded-For`. Whatever stands before
the last address that isn't a trusted proxy's was written by the client, and may be made up.
https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from werkzeug import Request

Networks = Sequence[IPv4Network | IPv6Network]

_WITH_PORT = re.compile(r"\[(?P<v6>[^]]+)\](?::\d+)?|(?P<v4>[\d.]+):\d+")
_ONE_CUSTOMER = 64
"""Bits of an IPv6 address that a provider gives to one customer (RFC 6177)."""


def client_of(request: Request, trusted: Networks) -> str:
    """Return what to count a client's requests by: its IPv4 address, or its IPv6 network.

    Args:
        request: what it sent.
        trusted: the networks of the proxies in front of the bot.
    """
    hops = [*request.headers.get("X-Forwarded-For", "").split(","), request.remote_addr or ""]
    client = None
    for hop in reversed(hops):
        address = _address(hop.strip())
        if address is None:
            break
        client = address
        if not any(address in network for network in trusted):
            break
    return _counted_by(client) if client else ""


def _address(written: str) -> IPv4Address | IPv6Address | None:
    found = _WITH_PORT.fullmatch(written)
    try:
        address = ip_address((found["v6"] or found["v4"]) if found else written)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _counted_by(address: IPv4Address | IPv6Address) -> str:
    if address.version == 4:
        return str(address)
    return str(ip_network((address, _ONE_CUSTOMER), strict=False))

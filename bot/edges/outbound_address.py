"""Checks addresses that other people gave, such as those of webhooks and calendars.

Such an address may lead into the network that the bot runs in. So its name is resolved once, and
each address that it has is checked.
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

from bot.core.domain.errors import BotError, Passing

LONGEST_ADDRESS = 2000
_PORTS = {"https": 443, "http": 80}

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]


class AddressRefused(BotError):
    """An address that the bot doesn't call; the message says why, and doesn't quote it."""


@dataclass(frozen=True)
class OutboundPlace:
    """Where a request goes: a host, and its checked addresses."""

    url: Url = field(repr=False)
    host: str = field(repr=False)
    port: int
    addresses: tuple[str, ...] = field(repr=False)


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host, in the order in which to try them.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class AddressRules:
    """Decides which addresses may be called. Threads may share it.

    Args:
        allowed: private networks that may be called, also without TLS.
        resolver: returns the addresses of a host.
    """

    def __init__(self, allowed: Sequence[IPv4Network | IPv6Network], resolver: Resolve) -> None:
        self._allowed, self.resolve = allowed, resolver

    def place_of(self, url: str) -> OutboundPlace:
        """Return where an address leads.

        Raises:
            AddressRefused: the bot isn't allowed to call it.
            Passing: its name can't be resolved.
        """
        parts = _parsed(url)
        host = (parts.host or "").strip("[]")
        port = parts.port or _PORTS[parts.scheme or ""]
        try:
            found = tuple(self.resolve(host, port))
        except (OSError, UnicodeError):
            raise Passing from None
        is_allowed = [self._is_allowed(each) for each in found]
        if not all(here or _is_public(each) for each, here in zip(found, is_allowed, strict=True)):
            raise AddressRefused("It leads to a private address.")
        if parts.scheme == "http" and not all(is_allowed):
            raise AddressRefused("It doesn't begin with https://.")
        return OutboundPlace(parts, host, port, found)

    def _is_allowed(self, written: str) -> bool:
        address = _address(written)
        return any(address in network for network in self._allowed)


def _parsed(url: str) -> Url:
    """Return the parts of an address; urllib3 is the only one to read it.

    Raises:
        AddressRefused: it can't be called.
    """
    if len(url) > LONGEST_ADDRESS or not url.isprintable() or " " in url or "\\" in url:
        raise AddressRefused("It isn't an address such as https://example.com/events.")
    try:
        parts = parse_url(url)
    except HTTPError:
        raise AddressRefused("It isn't an address such as https://example.com/events.") from None
    if parts.scheme not in _PORTS or not parts.host or parts.port == 0:
        raise AddressRefused("It isn't an address such as https://example.com/events.")
    if parts.auth is not None or parts.fragment is not None:
        raise AddressRefused("Leave out the password before the host, and everything after #.")
    return parts


def _is_public(written: str) -> bool:
    """Return whether an address is one of the internet's.

    An IPv6 address that stands for an IPv4 address (mapped, NAT64, 6to4) isn't: there is no need
    for it, and translators lead it where the IPv4 address leads.
    """
    address = _address(written)
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return isinstance(address, IPv4Address) or address.sixtofour is None


def _address(written: str) -> Address:
    address = ip_address(written)
    return getattr(address, "ipv4_mapped", None) or address

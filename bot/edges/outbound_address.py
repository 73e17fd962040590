"""Calls addresses that other people gave, such as those of webhooks and calendars.

Such an address may lead into the network that the bot runs in. So its name is resolved once, each
address that it has is checked, and the connection goes to the address that was checked. No redirect
is followed, and no proxy is used, since a proxy would resolve the name again.
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPException
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

from bot.core.domain.errors import BotError, Passing

LONGEST_ADDRESS = 2000
_CHUNK = 16_384
_PORTS = {"https": 443, "http": 80}

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]


class AddressRefused(BotError):
    """An address that the bot doesn't call; the message says why, and doesn't quote it."""


class AnswerTooLong(BotError):
    """An answer with more bytes than were allowed.

    Args:
        status: its HTTP status.
        most: the most bytes that were allowed.
    """

    def __init__(self, status: int, most: int) -> None:
        super().__init__(f"It answered with more than {most} bytes.")
        self.status = status


@dataclass(frozen=True)
class OutboundAnswer:
    """An answer, of any status.

    Args:
        status: the HTTP status; redirects are not followed.
        headers: by names in lower case.
        body: what it holds.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class _Place:
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


class OutboundCalls:
    """Calls addresses that other people gave. Threads may share it.

    Args:
        allowed: private networks that may be called, also without TLS.
        seconds: for a whole call, from the connection to the last byte.
        most: the most bytes of an answer's body.
        resolver: returns the addresses of a host.
    """

    def __init__(
        self,
        allowed: Sequence[IPv4Network | IPv6Network] = (),
        *,
        seconds: float = 15.0,
        most: int = 20_000,
        resolver: Resolve = resolve,
    ) -> None:
        self._allowed, self._seconds, self._most = allowed, seconds, most
        self._resolve = resolver

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context()

    def check(self, url: str) -> None:
        """Check that the bot is allowed to call an address.

        Raises:
            AddressRefused: it isn't, or the name can't be resolved.
        """
        try:
            self._place_of(url)
        except Passing:
            raise AddressRefused("Its name isn't known.") from None

    def call(
        self,
        method: str,
        url: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> OutboundAnswer:
        """Call an address, and return whatever it answers.

        Raises:
            AddressRefused: the bot isn't allowed to call it.
            AnswerTooLong: its answer has more than the most bytes.
            Passing: there is no answer, or not in time.
        """
        over = time.monotonic() + self._seconds
        place = self._place_of(url)
        with _raising_passing():
            connection = self._connected(place, over)
            with closing(connection), _ending_at(over, connection.sock):
                named = {"Host": place.url.netloc or place.host, **(headers or {})}
                target = place.url.request_uri
                connection.request(method, target, body, named, preload_content=False)
                return self._answer(connection, over)

    def _answer(self, connection: HTTPConnection, over: float) -> OutboundAnswer:
        with_headers = connection.getresponse()
        body = b""
        while chunk := with_headers.read(_CHUNK):
            body += chunk
            if len(body) > self._most:
                raise AnswerTooLong(with_headers.status, self._most)
        if time.monotonic() >= over:
            raise Passing  # its end may be missing
        headers = {name.lower(): value for name, value in with_headers.headers.items()}
        return OutboundAnswer(with_headers.status, headers, body)

    def _connected(self, place: _Place, over: float) -> HTTPConnection:
        failure: Exception = OSError()
        for address in place.addresses:
            rest = over - time.monotonic()
            if rest <= 0:
                break
            connection = self._connection(place, address, rest)
            try:
                connection.connect()
            except (HTTPError, OSError) as error:
                connection.close()
                failure = error
            else:
                return connection
        raise failure

    def _connection(self, place: _Place, address: str, seconds: float) -> HTTPConnection:
        if place.url.scheme == "http":
            return HTTPConnection(address, place.port, timeout=seconds)
        return HTTPSConnection(
            address,
            place.port,
            timeout=seconds,
            server_hostname=place.host,
            assert_hostname=place.host,
            ssl_context=self._tls,
            cert_reqs=ssl.CERT_REQUIRED,
        )

    def _place_of(self, url: str) -> _Place:
        parts = _parsed(url)
        host = (parts.host or "").strip("[]")
        port = parts.port or _PORTS[parts.scheme or ""]
        try:
            found = tuple(self._resolve(host, port))
        except (OSError, UnicodeError):
            raise Passing from None
        is_allowed = [self._is_allowed(each) for each in found]
        if not all(here or _is_public(each) for each, here in zip(found, is_allowed, strict=True)):
            raise AddressRefused("It leads to a private address.")
        if parts.scheme == "http" and not all(is_allowed):
            raise AddressRefused("It doesn't begin with https://.")
        return _Place(parts, host, port, found)

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


@contextmanager
def _ending_at(over: float, connection: socket.socket | None) -> Iterator[None]:
    """End the connection when time is over: a socket's own timeout starts over with each byte."""

    def end() -> None:
        with suppress(OSError):
            if connection:
                connection.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, over - time.monotonic()), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _raising_passing() -> Iterator[None]:
    try:
        yield
    except (HTTPError, HTTPException, OSError, ValueError):
        raise Passing from None

"""Calls addresses that other people gave, if the bot is allowed to.

The connection goes to the address that was checked. No redirect is followed, and no proxy is used,
since a proxy would resolve the name again.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPException
from ipaddress import IPv4Network, IPv6Network

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from bot.core.domain.errors import BotError, Passing
from bot.edges.outbound_address import AddressRefused, AddressRules, OutboundPlace, Resolve, resolve

_CHUNK = 16_384


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
        self._rules = AddressRules(allowed, resolver)
        self._seconds, self._most = seconds, most

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context()

    def check(self, url: str) -> None:
        """Check that the bot is allowed to call an address.

        Raises:
            AddressRefused: it isn't, or the name can't be resolved.
        """
        try:
            self._rules.place_of(url)
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
        place = self._rules.place_of(url)
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

    def _connected(self, place: OutboundPlace, over: float) -> HTTPConnection:
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

    def _connection(self, place: OutboundPlace, address: str, seconds: float) -> HTTPConnection:
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

"""The sandbox's mail server.

https://aiosmtpd.aio-libs.org/
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from bot.sandbox.webex.faults import Fault, Incoming, Reset
from bot.sandbox.webex.traffic import Exchange, shown
from bot.sandbox.webex.world import World
from bot.sandbox.wsgi_thread import LOOPBACK

# At debug level, the library logs every line of every email, links included.
logging.getLogger("mail.log").setLevel(logging.WARNING)

PATH = "/smtp"
"""The path that stands for mail in faults: ``ServerError(path="/smtp")``."""

TAKEN = "250 2.0.0 Taken"
LATER = "451 4.3.0 Try again later"
NOBODY = "550 5.1.1 Nobody here has this address"


def reply_to(fault: Fault) -> str:
    """Return the SMTP reply for a fault; HTTP statuses are mapped to it."""
    answer = fault.answer()
    if answer is None or answer.status >= 500 or answer.status in (423, 429):
        return LATER
    return NOBODY


class _Desk:
    """Receives mail."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def handle_RCPT(  # noqa: N802 - as the library calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self._world.remember_call("SMTP", PATH, None)
        fault = self._world.fault_for(Incoming("SMTP", PATH, address))
        if fault and not fault.late:
            reply = self._fail(server, fault)
            self._log(envelope, address, reply)
            return reply
        session.late = fault  # type: ignore[attr-defined]
        envelope.rcpt_tos.append(address)
        return TAKEN

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd calls it by this name
        data = bytes(envelope.original_content or b"")
        self._log(envelope, ", ".join(envelope.rcpt_tos), TAKEN, data)
        path = f"Return-Path: <{envelope.mail_from}>\r\n".encode()  # RFC 5321, 4.4
        for address in envelope.rcpt_tos:
            self._world.take_mail(address, path + data)
        late = session.late  # type: ignore[attr-defined]
        return self._fail(server, late) if late else TAKEN

    def _log(self, envelope: Envelope, to: str, reply: str, data: bytes = b"") -> None:
        sender, sent = envelope.mail_from or "Somebody", shown(data, "message/rfc822")
        self._world.log_exchange(Exchange(sender, "SMTP", to, int(reply[:3]), 0.0, sent, reply))

    def _fail(self, server: SMTP, fault: Fault) -> str:
        if isinstance(fault, Reset) and isinstance(server.transport, asyncio.Transport):
            server.transport.abort()
        return reply_to(fault)


def _let_in(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, given: Any) -> Any:
    """Accept the sandbox's password."""
    good = isinstance(given, LoginPassword) and given.password == b"sandbox"
    return AuthResult(success=good, handled=False)


def _answer(
    desk: _Desk, loop: asyncio.AbstractEventLoop, tls: ssl.SSLContext | None, *, starttls: bool
) -> SMTP:
    """Return what talks to a client that has connected."""
    return SMTP(
        desk,
        hostname="sandbox.invalid",
        loop=loop,
        tls_context=tls if starttls else None,
        require_starttls=starttls,
        # The library only knows STARTTLS, and would wait for it.
        auth_required=starttls,
        auth_require_tls=starttls,
        authenticator=_let_in if tls else None,
    )


@contextmanager
def open_post_office(
    world: World, tls: ssl.SSLContext | None = None, *, starttls: bool = False
) -> Iterator[int]:
    """Receive mail on loopback for as long as the block runs; yield the port.

    Args:
        world: the sandbox, whose people get it.
        tls: a context with a certificate; None for no encryption and no login.
        starttls: encrypt when the client asks, not from the start.
    """
    with _loop_in_thread() as loop:
        answer = partial(_answer, _Desk(world), loop, tls, starttls=starttls)
        opening = loop.create_server(answer, LOOPBACK, 0, ssl=None if starttls else tls)
        server = asyncio.run_coroutine_threadsafe(opening, loop).result()
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            asyncio.run_coroutine_threadsafe(_close(server), loop).result()


@contextmanager
def _loop_in_thread() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="post office", daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _close(server: asyncio.Server) -> None:
    server.close()
    talks = asyncio.all_tasks() - {asyncio.current_task()}
    for talk in talks:
        talk.cancel()
    await asyncio.gather(*talks, return_exceptions=True)

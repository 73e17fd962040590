"""Sends mail over SMTP; errors become Trouble.

https://docs.python.org/3/library/smtplib.html
"""

from __future__ import annotations

import smtplib
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Any

from bot.core.domain.errors import Passing, Refused, TokenRefused, Trouble
from bot.core.domain.mail_server import MailServer
from bot.core.steps.mail_steps import SendMail
from bot.core.steps.step import Posted
from bot.edges.delivery.mime import build_message
from bot.edges.delivery.smtp_replies import trouble_of_reply

TIMEOUT = 10.0
"""Seconds to wait for each reply of the server but the last."""

ACCEPT_TIMEOUT = 60.0
"""Seconds to wait for the last reply, that the mail was accepted. Giving up too early sends a mail
twice; RFC 5321, section 4.5.3.2.6, recommends even longer."""

CONNECTIONS = 8
"""Connections at a time; servers usually allow one client ten or twenty."""

RETRY_WHEN_BUSY = 1.0
"""Seconds after which a connection may be free again."""


class _Smtp(smtplib.SMTP):
    def data(self, msg: Any) -> tuple[int, bytes]:
        """Send the message, and wait longer than usual for the reply."""
        if self.sock:
            self.sock.settimeout(ACCEPT_TIMEOUT)
        return super().data(msg)


class _SmtpOverTls(smtplib.SMTP_SSL, _Smtp):
    pass


class Mailer:
    """Sends mails, each over its own connection. Threads may share it.

    Args:
        server: the mail server.
        sender: the From address.
        bounces: where bounces go, if elsewhere; ``{id}`` in it becomes the mail's id.
    """

    def __init__(self, server: MailServer, sender: Address, bounces: str = "") -> None:
        self._server = server
        self._sender = sender
        self._bounces = bounces
        self._free = threading.BoundedSemaphore(CONNECTIONS)

    def send(self, step: SendMail) -> Posted:
        """Send a mail.

        Raises:
            Passing: the server can't be reached or is busy, or all connections are in use.
            TokenRefused: the server refuses the bot, or its certificate is not valid.
            Refused: the server refuses this recipient, or can't write to such an address.
        """
        message = build_message(step.mail, self._sender)
        to = _recipient(message)
        with self._slot(), _raising_trouble(), self._connected() as server:
            server.ehlo_or_helo_if_needed()
            if not to.isascii() and not server.has_extn("smtputf8"):
                raise Refused
            server.send_message(message, self._return_path(step.mail.id), [to])
        return Posted(step.mail.id)

    def _return_path(self, mail_id: str) -> str:
        """Return where bounces of a mail go, perhaps to an address that names the mail."""
        return self._bounces.replace("{id}", mail_id) or self._sender.addr_spec

    def check_login(self) -> None:
        """Connect and log in, without sending anything.

        Raises:
            Trouble: as `send` does.
        """
        with self._slot(), _raising_trouble(), self._connected() as server:
            server.noop()

    @contextmanager
    def _slot(self) -> Iterator[None]:
        """Take one of the connections; don't wait for one, which would block a thread."""
        if not self._free.acquire(blocking=False):
            raise Passing(retry_after=RETRY_WHEN_BUSY)
        try:
            yield
        finally:
            self._free.release()

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        server = self._open()
        try:
            if self._server.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self._server.user is not None:
                server.login(self._server.user, self._server.password)
            yield server
        finally:
            # The server has already accepted or refused the mail, so a failed QUIT changes nothing.
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            server.close()

    def _open(self) -> smtplib.SMTP:
        host, port = self._server.host, self._server.port
        if self._server.security == "tls":
            context = ssl.create_default_context()
            return _SmtpOverTls(host, port, timeout=TIMEOUT, context=context)
        return _Smtp(host, port, timeout=TIMEOUT)


def _recipient(message: EmailMessage) -> str:
    return str(message["To"].addresses[0].addr_spec)


@contextmanager
def _raising_trouble() -> Iterator[None]:
    """Raise errors as Trouble, without the server's words, which may contain addresses."""
    try:
        yield
    except (smtplib.SMTPException, OSError) as failure:
        raise trouble_of(failure) from None


def trouble_of(failure: smtplib.SMTPException | OSError) -> Trouble:
    """Return the Trouble for a failure: 4xx is temporary, 5xx permanent. RFC 5321, 4.2.1"""
    match failure:
        case smtplib.SMTPRecipientsRefused():
            replies = sorted(failure.recipients.values())
            return trouble_of_reply(*replies[0]) if replies else Passing()
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPSenderRefused():
            return TokenRefused() if failure.smtp_code >= 500 else Passing()
        case smtplib.SMTPDataError():
            return trouble_of_reply(failure.smtp_code, failure.smtp_error)
        case smtplib.SMTPNotSupportedError() | ssl.SSLCertVerificationError():
            return TokenRefused()
    return Passing()

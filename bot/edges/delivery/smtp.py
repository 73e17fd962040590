"""Sends emails over SMTP.

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
from bot.core.steps.webex_steps import Posted
from bot.edges.delivery.mime import written

TIMEOUT = 10.0
"""Seconds of silence, for each word of the server but the last."""

TAKING = 60.0
"""Seconds for the last word, that the mail is taken. Whoever does not wait for it sends a mail
twice; RFC 5321, section 4.5.3.2.6, asks for longer still."""

CONNECTIONS = 8
"""At a time; servers let one client have ten or twenty."""

BUSY = 1.0
"""Seconds after which another connection may be free."""


class _Smtp(smtplib.SMTP):
    def data(self, msg: Any) -> tuple[int, bytes]:
        """Wait longer for the word that the mail is taken."""
        if self.sock:
            self.sock.settimeout(TAKING)
        return super().data(msg)


class _SmtpOverTls(smtplib.SMTP_SSL, _Smtp):
    pass


class Mailer:
    """Sends mails, each over a connection of its own.

    Args:
        server: that takes them.
        sender: whom they are from.
    """

    def __init__(self, server: MailServer, sender: Address) -> None:
        self._server = server
        self._sender = sender
        self._free = threading.BoundedSemaphore(CONNECTIONS)

    def send(self, step: SendMail) -> Posted:
        """Send a mail.

        Raises:
            Passing: not now; or there are enough connections already.
            TokenRefused: the server does not accept the bot, or is not the one it claims to be.
            Refused: it does not take mail for this address.
        """
        message = written(step.mail, self._sender)
        with self._a_turn(), _reached(), self._connected() as server:
            server.send_message(message, self._sender.addr_spec, [_recipient(message)])
        return Posted(step.mail.id)

    def greet(self) -> None:
        """Log in, and send nothing.

        Raises:
            Trouble: as `send` does.
        """
        with self._a_turn(), _reached(), self._connected() as server:
            server.noop()

    @contextmanager
    def _a_turn(self) -> Iterator[None]:
        """A call that waited for its turn would hold a thread that other services need."""
        if not self._free.acquire(blocking=False):
            raise Passing(retry_after=BUSY)
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
            # What was said before counts; a goodbye that is lost changes nothing.
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
def _reached() -> Iterator[None]:
    """Turn what may happen on the way to the server into Trouble; what it said stays there."""
    try:
        yield
    except (smtplib.SMTPException, OSError) as failure:
        raise trouble_of(failure) from None


def trouble_of(failure: smtplib.SMTPException | OSError) -> Trouble:
    """Return the trouble that a failure means: 4xx passes, 5xx does not.

    https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1
    """
    match failure:
        case smtplib.SMTPRecipientsRefused():
            codes = [code for code, _ in failure.recipients.values()]
            return Refused() if codes and min(codes) >= 500 else Passing()
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPSenderRefused():
            return TokenRefused() if failure.smtp_code >= 500 else Passing()
        case smtplib.SMTPDataError():
            return Refused() if failure.smtp_code >= 500 else Passing()
        case smtplib.SMTPNotSupportedError() | ssl.SSLCertVerificationError():
            return TokenRefused()
    return Passing()

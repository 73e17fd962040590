"""Builds the MIME message of a mail; the standard library refuses line breaks in headers.

https://docs.python.org/3/library/email.message.html
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any

from email_validator import validate_email

from bot.core.domain.errors import Refused
from bot.core.steps.mail_steps import CalendarInvitation, Mail
from bot.edges.delivery.calendar_invitations import as_calendar, method_of

ENCODED = "=?"
"""The start of an encoded word (RFC 2047)."""


class _Policy(EmailPolicy):
    """Folds subjects with the library's older code, since the newer one loses spaces.

    https://github.com/python/cpython/issues/92081 https://github.com/python/cpython/issues/144156
    """

    def fold(self, name: str, value: Any) -> str:
        """Return a header, folded into lines."""
        if name != "Subject":
            return str(super().fold(name, value))
        lines = Header(str(value), header_name=name).encode(linesep=self.linesep)
        return f"{name}: {lines}{self.linesep}"

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return a header as bytes, folded into lines."""
        if name != "Subject":
            return bytes(super().fold_binary(name, value))
        return self.fold(name, value).encode("ascii")


SEVEN_BIT = _Policy(linesep="\r\n", cte_type="7bit")
"""Not every server supports eight bits (RFC 6152)."""

WITH_UTF8 = SEVEN_BIT.clone(utf8=True)
"""For addresses that are not ASCII; the server must support SMTPUTF8."""


def build_message(mail: Mail, sender: Address) -> EmailMessage:
    """Build the message of a mail: headers, text, HTML and calendar invitation.

    Args:
        mail: to one guest.
        sender: the From address, whose domain is also that of the Message-ID.
    """
    to, answers = wire_address(mail.to), wire_address(mail.reply_to)
    message = EmailMessage(policy=SEVEN_BIT if f"{to}{answers}".isascii() else WITH_UTF8)
    message["From"] = sender
    message["To"] = _address(to)
    message["Reply-To"] = _address(answers)
    message["Subject"] = _literal(mail.subject)
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = _message_id(mail.id, sender)
    if mail.about:
        message["In-Reply-To"] = message["References"] = _message_id(mail.about, sender)
    # RFC 3834, 5.1: for mail that no person asked for just now. An out-of-office note in answer to
    # an invitation is of use to its host.
    if mail.automatic:
        message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    if mail.invitation:
        _add_invitation(message, mail.invitation)
    return message


def wire_address(email: str) -> str:
    """Return an address as mail servers know it: with its domain in ASCII (RFC 5891).

    Raises:
        Refused: the address looks like an encoded word, which the library would decode.
    """
    if ENCODED in email:
        raise Refused
    known = validate_email(email, check_deliverability=False)
    return known.ascii_email or known.normalized


def _address(email: str) -> Address:
    name, _, domain = email.rpartition("@")
    return Address(username=name, domain=domain)


def _literal(words: str) -> str:
    """Break up encoded words, which the library would decode, line breaks included."""
    return words.replace(ENCODED, "= ?")


def _message_id(mail_id: str, sender: Address) -> str:
    return f"<{mail_id}@{sender.domain}>"


def _add_invitation(message: EmailMessage, invitation: CalendarInvitation) -> None:
    """Add the invitation as a part for calendars, and as a file for people to open."""
    calendar, method = as_calendar(invitation), method_of(invitation)
    parameters = {"method": method}
    message.add_alternative(calendar, subtype="calendar", params=parameters, cte="base64")
    message.add_attachment(
        calendar.encode(),
        maintype="application",
        subtype="ics",
        filename="cancelled.ics" if invitation.cancelled else "invitation.ics",
    )

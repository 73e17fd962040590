"""Writes emails (MIME), with headers that can't be tampered with.

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
"""How an encoded word of RFC 2047 begins."""


class _Policy(EmailPolicy):
    """Folds a subject by the older of the library's two ways: the newer one loses spaces.

    https://github.com/python/cpython/issues/92081 https://github.com/python/cpython/issues/144156
    """

    def fold(self, name: str, value: Any) -> str:
        """Return a header as lines."""
        if name != "Subject":
            return str(super().fold(name, value))
        lines = Header(str(value), header_name=name).encode(linesep=self.linesep)
        return f"{name}: {lines}{self.linesep}"

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return a header as it travels."""
        if name != "Subject":
            return bytes(super().fold_binary(name, value))
        return self.fold(name, value).encode("ascii")


SEVEN_BIT = _Policy(linesep="\r\n")
WITH_UTF8 = SEVEN_BIT.clone(utf8=True)
"""For addresses that are no ASCII; a server has to know SMTPUTF8."""


def written(mail: Mail, sender: Address) -> EmailMessage:
    """Return `mail` with its headers and parts.

    Args:
        mail: to one guest.
        sender: whom it is from; the domain is that of its Message-ID.
    """
    to, answers = deliverable(mail.to), deliverable(mail.reply_to)
    message = EmailMessage(policy=SEVEN_BIT if f"{to}{answers}".isascii() else WITH_UTF8)
    message["From"] = sender
    message["To"] = _address(to)
    message["Reply-To"] = _address(answers)
    message["Subject"] = _literal(mail.subject)
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = _named(mail.id, sender)
    if mail.about:
        message["In-Reply-To"] = message["References"] = _named(mail.about, sender)
    # Out-of-office notes and other robots do not answer this. RFC 3834
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    if mail.invitation:
        _add_invitation(message, mail.invitation)
    return message


def deliverable(email: str) -> str:
    """Return an address as mail servers know it: its domain in ASCII (RFC 5891).

    Raises:
        Refused: the library would take it for encoded words; nobody has such an address.
    """
    if ENCODED in email:
        raise Refused
    known = validate_email(email, check_deliverability=False)
    return known.ascii_email or known.normalized


def _address(email: str) -> Address:
    name, _, domain = email.rpartition("@")
    return Address(username=name, domain=domain)


def _literal(words: str) -> str:
    """Return words that the library does not take for encoded ones.

    It would decode them, line breaks included, and so let them begin a header of their own.
    """
    return words.replace(ENCODED, "= ?")


def _named(mail_id: str, sender: Address) -> str:
    return f"<{mail_id}@{sender.domain}>"


def _add_invitation(message: EmailMessage, invitation: CalendarInvitation) -> None:
    """Add it as a part, which calendars look for, and as a file, which people can open.

    In base64, since not every server lets eight bits through. RFC 6152
    """
    calendar, method = as_calendar(invitation), method_of(invitation)
    parameters = {"method": method}
    message.add_alternative(calendar, subtype="calendar", params=parameters, cte="base64")
    message.add_attachment(
        calendar.encode(),
        maintype="application",
        subtype="ics",
        filename="cancelled.ics" if invitation.cancelled else "invitation.ics",
    )

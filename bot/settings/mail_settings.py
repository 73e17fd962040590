"""Settings for email, and for which guests get it."""

from __future__ import annotations

from email.headerregistry import Address
from email.utils import parseaddr
from typing import Annotated

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, Field, SecretStr, ValidationInfo

from bot.core.domain.access import Access
from bot.core.domain.mail_server import MailServer
from bot.settings import setting_types


def server(url: SecretStr | None) -> SecretStr | None:
    """Validate the URL of a mail server.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    if url is not None:
        MailServer.at(url.get_secret_value())
    return url


def sender(written: str | None, others: ValidationInfo) -> str | None:
    """Validate the sender, which is required with a mail server.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    if written is not None:
        parsed_sender(written)
    elif others.data.get("smtp_url") is not None:
        raise ValueError("SMTP_URL needs an address such as Example <no-reply@example.com>")
    return written


def parsed_sender(written: str) -> Address:
    """Parse an address with a name, such as ``Example <no-reply@example.com>``.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    name, email = parseaddr(written.strip())
    try:
        known = validate_email(email, check_deliverability=False)
        found = Address(name, addr_spec=known.ascii_email or "")
    except (EmailNotValidError, ValueError, IndexError):
        raise ValueError("it isn't an address such as Example <no-reply@example.com>") from None
    if not name.isprintable():
        raise ValueError("its name has invisible characters; type it again")
    return found


def bounces(written: str) -> str:
    """Return an address for bounces, in which ``{id}`` may stand for an email's id.

    Raises:
        ValueError: it isn't one; the message says why, to stand in a sentence.
    """
    found = written.strip()
    if found:
        try:
            validate_email(found.replace("{id}", "0"), check_deliverability=False)
        except EmailNotValidError:
            raise ValueError("it isn't an address such as bounces@example.com") from None
    return found


def people(written: str, others: ValidationInfo) -> str:
    """Validate domains and addresses, which may be in only one of these settings.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    if not written.strip():
        return ""
    setting_types.somebody(written)
    for field in ("direct_to", "mail_to", "both_to"):
        twice = Access.parse(written).allowed & Access.parse(others.data.get(field) or "").allowed
        if twice:
            raise ValueError(f"{min(twice)} is already in {field.upper()}")
    return written


class MailSettings(BaseModel):
    """Email, and which guests get it."""

    smtp_url: Annotated[SecretStr | None, AfterValidator(server)] = Field(
        default=None,
        description="The mail server: smtps://USER:PASSWORD@HOST, or smtp://… with STARTTLS. If"
        " empty, no email is sent.",
    )
    mail_from: Annotated[str | None, AfterValidator(sender)] = Field(
        default=None,
        validate_default=True,
        description="The sender of emails, such as Example <no-reply@example.com>.",
    )
    bounce_address: Annotated[str, AfterValidator(bounces)] = Field(
        default="",
        description="Where mail servers report undeliverable emails, if not to the address of"
        " MAIL_FROM: bounces@example.com, or bounces+{id}@example.com to tell emails apart.",
    )
    direct_to: Annotated[str, AfterValidator(people)] = Field(
        default="",
        description="Guests who get a direct message: domains and addresses. If empty, those of"
        " BOT_ALLOWED.",
    )
    mail_to: Annotated[str, AfterValidator(people)] = Field(
        default="",
        description="Guests who get an email: domains and addresses, besides everyone in no other"
        " list.",
    )
    both_to: Annotated[str, AfterValidator(people)] = Field(
        default="", description="Guests who get both: domains and addresses, or * for everyone."
    )

    organisation: Annotated[str, AfterValidator(setting_types.name)] = Field(
        default="",
        description="Your organization's name, shown to guests after the host's: `Erin Expert"
        " (Example Clinic)`.",
    )
    logo_url: setting_types.Address | None = Field(
        default=None,
        description="The https address of your organization's logo, shown at the top of emails"
        " and pages, 40 pixels high.",
    )

    @property
    def mail_server(self) -> MailServer | None:
        """The mail server; None if email isn't set up."""
        return MailServer.at(self.smtp_url.get_secret_value()) if self.smtp_url else None

    @property
    def mail_sender(self) -> Address:
        """The sender of email."""
        found = parsed_sender(self.mail_from or "")
        return Address(found.display_name or self.organisation, addr_spec=found.addr_spec)

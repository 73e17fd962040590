"""Settings for text messages."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, SecretStr, ValidationInfo

from bot.core.domain.url_trust import is_trustworthy
from bot.settings import setting_types


def webhook(url: SecretStr) -> SecretStr:
    """Validate the address of an inbound webhook; it is secret, as it starts the flow.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    bare = url.get_secret_value().strip()
    if not is_trustworthy(bare):
        raise ValueError(
            "it isn't an https address such as https://hooks.us.webexconnect.io/events/…"
        )
    return SecretStr(bare)


def key(secret: SecretStr, others: ValidationInfo) -> SecretStr:
    """Validate a key, without stray whitespace; it may be empty.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    if not secret.get_secret_value().strip():
        return SecretStr("")
    if "webex_connect_url" in others.data and others.data["webex_connect_url"] is None:
        raise ValueError("it needs WEBEX_CONNECT_URL, which is not set")
    return setting_types.token(secret)


def region(code: str) -> str:
    """Validate the country code of phone numbers.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    found = code.strip().upper()
    if not found:
        return ""
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415 - 50 ms and 1 MB, if it is set

    if found not in SUPPORTED_REGIONS:
        raise ValueError("it isn't a country code such as DE or GB")
    return found


class PhoneSettings(BaseModel):
    """Text messages."""

    phone_region: Annotated[str, AfterValidator(region)] = Field(
        default="",
        description="The country of phone numbers without a country code, such as `DE`. If empty,"
        " the bot asks about such numbers.",
    )
    webex_connect_url: Annotated[SecretStr, AfterValidator(webhook)] | None = Field(
        default=None,
        description="The address of the Webex Connect inbound webhook that starts the flow for"
        " text messages.",
    )
    texts_per_person: int = Field(
        default=50,
        ge=0,
        description="How many text messages a person may send in a day; 0 for no limit.",
    )
    texts_per_day: int = Field(
        default=500,
        ge=0,
        description="How many text messages everybody together may send in a day; 0 for no limit.",
    )
    webex_connect_key: Annotated[SecretStr, AfterValidator(key)] = Field(
        default=SecretStr(""),
        description="The key of that flow's service, if its webhook asks for one.",
    )

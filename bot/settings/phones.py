"""The settings of phones: what each may be, and why something is none."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot.settings import kinds


def key(secret: SecretStr) -> SecretStr:
    """Return a key without what a clipboard adds; an empty one stays empty.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    return kinds.token(secret) if secret.get_secret_value().strip() else SecretStr("")


def secret_address(url: SecretStr) -> SecretStr:
    """Return an address that is safe to use, and is nobody else's business.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    return SecretStr(kinds.address(url.get_secret_value()))


def region(code: str) -> str:
    """Return a country that has phone numbers.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415 - 50 ms, for those who set it

    found = code.strip().upper()
    if found and found not in SUPPORTED_REGIONS:
        raise ValueError("it is no country of two letters such as DE")
    return found


class PhoneSettings(BaseModel):
    """What an installation decides of how phones are reached."""

    phone_region: Annotated[str, AfterValidator(region)] = Field(
        default="",
        description="The country of phone numbers without a country's code, as two letters such"
        " as `DE`; empty: such numbers are asked about.",
    )
    webex_connect_url: Annotated[SecretStr, AfterValidator(secret_address)] | None = Field(
        default=None,
        description="Webex Connect's inbound webhook that starts the flow for text messages.",
    )
    webex_connect_key: Annotated[SecretStr, AfterValidator(key)] = Field(
        default=SecretStr(""),
        description="The key of that flow's service, where its webhook asks for one.",
    )

"""The only reader of the environment: every setting, typed, with its default and its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import kinds
from bot.connections import Connections
from bot.core.errors import BotError
from bot.core.joseencrypt import Enc, Encryption, JweAlg, JwsAlg
from bot.core.meetings import Usual
from bot.mail_settings import MailSettings
from bot.phone_settings import PhoneSettings


class SettingsError(BotError):
    """The settings do not allow a start; the message names each that is missing or wrong."""


class OwnSettings(Connections, BaseSettings):
    """What an installation decides of the bot itself."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,  # "PUBLIC_URL=" in a file means that it is not set
        extra="ignore",
        hide_input_in_errors=True,
    )

    link_minutes: int = Field(
        default=60, ge=5, le=1440, description="For how many minutes a link works: 5 to 1440."
    )
    most_guests: int = Field(
        default=100, ge=1, le=500, description="The most guests that a meeting may have: 1 to 500."
    )
    meetings_per_person: int = Field(
        default=20, ge=0, description="Meetings that a person may start in an hour; 0: any number."
    )
    meetings_per_space: int = Field(
        default=20,
        ge=0,
        description="Meetings that may be started in one space in an hour; 0: any number.",
    )
    most_minutes: int = Field(
        default=1440, ge=15, le=10080, description="Most minutes for which links work: 15 to 10080."
    )
    horizon_days: int = Field(
        default=90, ge=1, le=365, description="How many days ahead one can plan: 1 to 365."
    )
    open_early_minutes: int = Field(
        default=10,
        ge=0,
        le=60,
        description="Minutes before its time at which a later meeting opens: 0 to 60.",
    )
    remind_minutes: int = Field(
        default=10,
        ge=1,
        le=1440,
        description="Minutes before a later meeting at which people are reminded: 1 to 1440.",
    )
    time_zone: Annotated[str, AfterValidator(kinds.time_zone)] = Field(
        default="UTC", description="The time zone where nobody said another, as `Europe/Berlin`."
    )
    bot_language: kinds.Language = Field(
        default="en", description="The language where nobody said another: `en`, `de`, `fr`, `es`."
    )
    devices: Annotated[str, AfterValidator(kinds.readable_devices)] = Field(
        default="",
        description="Devices to dial: `Room 12=room12@example.rooms.webex.com; Ward 3=…`, or a"
        " file with one such pair a line.",
    )
    discreet: bool = Field(
        default=False,
        description="`true`: what a meeting is about, and who is in it, is said to its host in"
        " private alone.",
    )
    meetings_site: kinds.Address | None = Field(
        default=None,
        description="The site of classic Webex meetings, such as https://example.webex.com.",
    )
    forget_days: int = Field(
        default=7,
        ge=1,
        le=365,
        description="Days after a meeting for which names and addresses are kept: 1 to 365.",
    )
    keep_days: int = Field(
        default=7,
        ge=1,
        le=90,
        description="Days for which it is kept that a message was answered, and no more than that:"
        " 1 to 90.",
    )
    audit_days: int = Field(
        default=365,
        ge=8,
        le=3650,
        description="Days after a meeting for which it is in the audit, without names: 8 to 3650.",
    )
    vertical: Literal["gen", "hc"] = Field(
        default="gen", description="The kind of visit: `gen` general or `hc` healthcare."
    )
    host_login: bool = Field(
        default=True,
        description="`true`: the host's link offers to sign in to Webex; `false`: it does not.",
    )
    short_links: bool = Field(
        default=True,
        description="`true`: short links; `false`: long ones, which hold everything in themselves.",
    )
    jwe_alg: JweAlg | None = Field(
        default=None, description="How the links' keys are wrapped; the broker chooses by default."
    )
    salt_length: int | None = Field(
        default=None, ge=8, le=128, description="Bytes of the links' salt: 8 to 128."
    )
    iterations: int | None = Field(
        default=None, ge=1000, le=32767, description="Rounds of key wrapping: 1000 to 32767."
    )
    enc: Enc | None = Field(
        default=None, description="How the links are encrypted; the broker chooses by default."
    )
    jws_alg: JwsAlg | None = Field(
        default=None, description="How the links are signed; the broker chooses by default."
    )
    require_sha2: bool = Field(
        default=False, description="`true`: refuse notices that are signed with SHA-1 alone."
    )
    concurrency: int = Field(
        default=100,
        ge=1,
        le=200,
        description="Conversations that one process runs at a time: 1 to 200.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged: `debug`, `info`, `warning` or `error`."
    )

    @property
    def usual(self) -> Usual:
        """What is usual where neither a space nor a person says otherwise."""
        return Usual(self.link_minutes, self.vertical, self.time_zone, self.host_login)

    @property
    def named_devices(self) -> Mapping[str, str]:
        """SIP addresses by the names that people say."""
        return kinds.named_devices(self.devices)

    @property
    def encryption(self) -> Encryption:
        """How the broker is to encrypt links."""
        return Encryption(self.jwe_alg, self.salt_length, self.iterations, self.enc, self.jws_alg)


class Settings(PhoneSettings, MailSettings, OwnSettings):
    """What an installation decides. Each field is an environment variable in capitals."""


class RecordSettings(Settings):
    """Those of a command that only reads what the bot keeps: it speaks to nobody."""

    webex_access_token: SecretStr = SecretStr("")
    bot_allowed: str = ""


def read(kind: type[Settings] = Settings) -> Settings:
    """Return the settings of this process.

    Args:
        kind: which of them are needed.

    Raises:
        SettingsError: names, in one sentence, every setting that is missing or wrong.
    """
    try:
        return kind()
    except UnicodeDecodeError:
        raise SettingsError(
            "The bot cannot start: .env is not text in UTF-8; save it so."
        ) from None
    except ValidationError as error:
        raise SettingsError(kinds.complaint(error)) from None

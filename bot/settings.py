"""The only reader of the environment: every setting, typed, with its default and its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import kinds
from bot.clouds import CLOUDS
from bot.core.errors import BotError
from bot.core.joseencrypt import Enc, Encryption, JweAlg, JwsAlg
from bot.core.meetings import Usual


class SettingsError(BotError):
    """The settings do not allow a start; the message names each that is missing or wrong."""


class Settings(BaseSettings):
    """What an installation decides. Each field is an environment variable in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,  # "PUBLIC_URL=" in a file means that it is not set
        extra="ignore",
        hide_input_in_errors=True,
    )

    webex_access_token: Annotated[SecretStr, AfterValidator(kinds.token)] = Field(
        description="The bot's token, shown once by developer.webex.com when the bot is made."
    )
    webhook_secret: Annotated[SecretStr, AfterValidator(kinds.long_enough)] = Field(
        description="Webex signs its notices with this; at least 16 characters, made by you."
    )
    webhook_secret_before: Annotated[SecretStr, AfterValidator(kinds.long_enough)] | None = Field(
        default=None,
        description="The secret before a change of WEBHOOK_SECRET: notices signed with it are still"
        " taken, so that none is lost; leave it out an hour later.",
    )
    bot_allowed: Annotated[str, AfterValidator(kinds.somebody)] = Field(
        description="Who may ask: domains and addresses with commas between, or * for everybody."
    )
    public_url: kinds.Address | None = Field(
        default=None,
        description="Where Webex reaches this bot, such as https://bot.example.com; `run` and"
        " `webhooks sync` need it.",
    )
    database_url: Annotated[SecretStr, AfterValidator(kinds.database)] = Field(
        default=SecretStr("sqlite:///bot.sqlite"),
        description="Where everything durable lies: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
    )
    host: str = Field(
        default="127.0.0.1", description="The address that `run` and `web` listen on."
    )
    port: int = Field(
        default=8080, ge=0, le=65535, description="The port that `run` and `web` listen on; 0: any."
    )
    cloud: Literal["commercial", "fedramp"] = Field(
        default="commercial", description="Which Webex: `commercial` or `fedramp`."
    )
    webex_api_url: kinds.Address | None = Field(
        default=None, description="Webex's REST API, where it is not the cloud's usual one."
    )
    broker_url: kinds.Address | None = Field(
        default=None, description="Instant Connect's broker, where it is not the usual one."
    )
    broker_api_version: Literal["v1", "v2"] = Field(
        default="v2", description="The version in the broker's path: `v1` or `v2`."
    )
    link_base: kinds.Address | None = Field(
        default=None, description="Where long links lead, where it is not the usual place."
    )
    link_minutes: int = Field(
        default=60, ge=5, le=1440, description="For how many minutes a link works: 5 to 1440."
    )
    most_guests: int = Field(
        default=100,
        ge=1,
        le=500,
        description="The most guests that one meeting may have: 1 to 500.",
    )
    most_minutes: int = Field(
        default=1440,
        ge=15,
        le=10080,
        description="The longest that links may work, in minutes: 15 to 10080.",
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
    devices: Annotated[str, AfterValidator(kinds.readable_devices)] = Field(
        default="",
        description="Devices to dial: `Room 12=room12@example.rooms.webex.com; Ward 3=…`, or a"
        " file with one such pair a line.",
    )
    phone_region: Annotated[str, AfterValidator(kinds.region)] = Field(
        default="",
        description="The country of phone numbers without a country's code, as two letters such"
        " as `DE`; empty: such numbers are asked about.",
    )
    webex_connect_url: Annotated[SecretStr, AfterValidator(kinds.secret_address)] | None = Field(
        default=None,
        description="Webex Connect's inbound webhook that starts the flow for text messages; see"
        " *Texts to phones*.",
    )
    webex_connect_key: Annotated[SecretStr, AfterValidator(kinds.key)] = Field(
        default=SecretStr(""),
        description="The key of that flow's service, where its webhook asks for one.",
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
        description="How many conversations one process runs at a time: 1 to 200.",
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

    @property
    def api_url(self) -> str:
        """Webex's REST API. The slash at the end matters: the SDK drops ``/v1`` without it."""
        return (self.webex_api_url or CLOUDS[self.cloud]["webex_api_url"]).rstrip("/") + "/"

    @property
    def broker(self) -> str:
        """Instant Connect's broker."""
        return self.broker_url or CLOUDS[self.cloud]["broker_url"]

    @property
    def links(self) -> str:
        """Where long links lead."""
        return self.link_base or CLOUDS[self.cloud]["link_base"]


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

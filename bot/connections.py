"""What an installation is connected to: Webex, the broker, a database, an address of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot import kinds
from bot.clouds import CLOUDS


class Connections(BaseModel):
    """The first of the settings; see `settings`."""

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
    payload_keys: Annotated[SecretStr, AfterValidator(kinds.keys)] = Field(
        default=SecretStr(""),
        description="Encrypts what is in hand where it lies: a key of `python -m bot key new`;"
        " after it, with commas, earlier ones that shall still be read.",
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

    @property
    def keys(self) -> list[str]:
        """The keys that seal what is in hand, the newest first."""
        return kinds.listed(self.payload_keys)

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

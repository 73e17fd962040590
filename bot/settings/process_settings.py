"""Settings for the bot's identity, addresses and database."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot.settings import setting_types


class ProcessSettings(BaseModel):
    """The bot, its address and its database."""

    webex_access_token: Annotated[SecretStr, AfterValidator(setting_types.token)] = Field(
        description="The bot's access token. developer.webex.com shows it once, when you create the"
        " bot."
    )
    webhook_secret: Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] = Field(
        description="The secret that Webex signs its notices with: any 16 characters or more."
    )
    webhook_secret_before: (
        Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] | None
    ) = Field(
        default=None,
        description="The previous WEBHOOK_SECRET, while you change it: notices signed with either"
        " are accepted. Remove it an hour later.",
    )
    bot_allowed: Annotated[str, AfterValidator(setting_types.somebody)] = Field(
        description="Who may use the bot: domains and addresses, separated by commas, or * for"
        " everyone."
    )
    public_url: setting_types.Address | None = Field(
        default=None,
        description="The address where Webex reaches the bot, such as https://bot.example.com."
        " `run` and `webhooks sync` need it; `run` and `worker` keep the webhooks there active.",
    )
    database_url: Annotated[SecretStr, AfterValidator(setting_types.database)] = Field(
        default=SecretStr("sqlite:///bot.sqlite"),
        description="The database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
    )
    payload_keys: Annotated[SecretStr, AfterValidator(setting_types.keys)] = Field(
        default=SecretStr(""),
        description="Keys that encrypt work in progress in the database, separated by commas:"
        " first the current one, from `python -m bot key new`, then earlier ones that can still be"
        " read.",
    )
    host: str = Field(
        default="127.0.0.1", description="The address that `run` and `web` listen on."
    )
    port: int = Field(
        default=8080,
        ge=0,
        le=65535,
        description="The port that `run` and `web` listen on; 0 for any free one.",
    )
    trusted_proxies: Annotated[str, AfterValidator(setting_types.networks)] = Field(
        default="127.0.0.1, ::1",
        description="The addresses or networks of the proxies in front of the bot, separated by"
        " commas. Their `X-Forwarded-For` says who called; without it, those who guess a password"
        " lock everyone out who comes through the same proxy.",
    )
    outbound_networks: Annotated[str, AfterValidator(setting_types.networks)] = Field(
        default="",
        description="Private addresses or networks that the bot may call where a program or a"
        " calendar says so, separated by commas, such as 10.1.2.0/24. Anything else has to be a"
        " public address with https.",
    )
    ngrok_api_url: setting_types.Address = Field(
        default="http://127.0.0.1:4040",
        description="The address of ngrok's local API, for `run --tunnel`.",
    )
    concurrency: int = Field(
        default=100,
        ge=1,
        le=200,
        description="How many commands one process handles at a time: 1 to 200.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="The lowest level that is logged: `debug`, `info`, `warning` or `error`.",
    )

    @property
    def keys(self) -> list[str]:
        """The keys that encrypt work in progress, the current one first."""
        return setting_types.listed(self.payload_keys)

    @property
    def trusted_networks(self) -> list[IPv4Network | IPv6Network]:
        """The networks of the proxies in front of the bot."""
        return setting_types.networks_in(self.trusted_proxies)

    @property
    def callable_networks(self) -> list[IPv4Network | IPv6Network]:
        """Private networks that programs' and calendars' addresses may point to."""
        return setting_types.networks_in(self.outbound_networks)

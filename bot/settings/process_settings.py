"""The settings of the bot's processes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot.settings import setting_types


class ProcessSettings(BaseModel):
    """Who the bot is, whom it serves, where it listens and what it keeps."""

    webex_access_token: Annotated[SecretStr, AfterValidator(setting_types.token)] = Field(
        description="The bot's token, shown once by developer.webex.com when the bot is made."
    )
    webhook_secret: Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] = Field(
        description="Webex signs its notices with this; at least 16 characters, made by you."
    )
    webhook_secret_before: (
        Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] | None
    ) = Field(
        default=None,
        description="Another secret, while WEBHOOK_SECRET is changed: notices signed with either"
        " are taken, so that none is lost; leave it out an hour later.",
    )
    bot_allowed: Annotated[str, AfterValidator(setting_types.somebody)] = Field(
        description="Who may ask: domains and addresses with commas between, or * for everybody."
    )
    public_url: setting_types.Address | None = Field(
        default=None,
        description="Where Webex reaches this bot, such as https://bot.example.com; `run` and"
        " `webhooks sync` need it, and `run` and `worker` keep the webhooks there alive.",
    )
    database_url: Annotated[SecretStr, AfterValidator(setting_types.database)] = Field(
        default=SecretStr("sqlite:///bot.sqlite"),
        description="Where everything durable lies: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
    )
    payload_keys: Annotated[SecretStr, AfterValidator(setting_types.keys)] = Field(
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
    ngrok_api_url: setting_types.Address = Field(
        default="http://127.0.0.1:4040",
        description="Where ngrok's agent tells its tunnels, for `run --tunnel`.",
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
    def keys(self) -> list[str]:
        """The keys that seal what is in hand, the newest first."""
        return setting_types.listed(self.payload_keys)

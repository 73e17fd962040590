"""The settings of what an operator sees of the bot."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot.core.domain.access import EVERYONE, Access
from bot.settings import setting_types


def administrators(written: str) -> str:
    """Return who may look at the installation.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    if EVERYONE in Access.of(written).allowed:
        raise ValueError("it names everybody; write addresses or domains")
    return setting_types.somebody(written) if written.strip() else ""


def web_address(url: SecretStr) -> SecretStr:
    """Return an address that tells of the bot's work go to; they hold nobody's words.

    Raises:
        ValueError: it is none; the message says why, to stand in a sentence.
    """
    if not url.get_secret_value().startswith(("https://", "http://")):
        raise ValueError("it begins neither with https:// nor with http://")
    return url


class SeeingSettings(BaseModel):
    """What an installation tells of itself, and to whom."""

    bot_admins: Annotated[str, AfterValidator(administrators)] = Field(
        default="",
        description="Who of BOT_ALLOWED may say `check`: addresses and domains.",
    )
    log_format: Literal["console", "json"] = Field(
        default="console", description="How is logged: `console` for people, `json` for machines."
    )
    worker_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="The port of HOST at which `worker` answers /healthz, /readyz and /metrics;"
        " none: it listens nowhere.",
    )
    admin_token: Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] | None = Field(
        default=None,
        description="The password of the page /admin, at least 16 characters; none: no such page.",
    )
    sentry_dsn: Annotated[SecretStr, AfterValidator(web_address)] | None = Field(
        default=None,
        description="Where Sentry is told of errors, as Sentry shows it; none: it is told nothing.",
    )
    otel_exporter_otlp_endpoint: Annotated[SecretStr, AfterValidator(web_address)] | None = Field(
        default=None,
        description="A collector of OpenTelemetry that is told of conversations, over HTTP.",
    )
    metrics_token: Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] | None = Field(
        default=None,
        description="Without this as a bearer token nobody is answered at /metrics; none: whoever"
        " reaches it is.",
    )

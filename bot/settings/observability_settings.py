"""Settings for logs, metrics, tracing and the admin page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot.core.domain.access import EVERYONE, Access
from bot.settings import setting_types


def administrators(written: str) -> str:
    """Validate the administrators.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    if EVERYONE in Access.parse(written).allowed:
        raise ValueError("it can't be everyone; list addresses or domains")
    return setting_types.somebody(written) if written.strip() else ""


def web_address(url: SecretStr) -> SecretStr:
    """Validate the address of a monitoring service.

    Raises:
        ValueError: it isn't valid; the message completes "NAME can't be used: …".
    """
    if not url.get_secret_value().startswith(("https://", "http://")):
        raise ValueError("it must begin with https:// or http://")
    return url


class ObservabilitySettings(BaseModel):
    """Monitoring."""

    bot_admins: Annotated[str, AfterValidator(administrators)] = Field(
        default="",
        description="Administrators, who may say `check`: addresses and domains, also in"
        " BOT_ALLOWED.",
    )
    log_format: Literal["console", "json"] = Field(
        default="console",
        description="The format of the log: `console` for people, `json` for machines.",
    )
    worker_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="The port on HOST where `worker` serves /healthz, /readyz and /metrics. If"
        " empty, it doesn't listen.",
    )
    admin_token: Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] | None = Field(
        default=None,
        description="The password for the /admin page, at least 16 characters. If empty, there is"
        " no such page.",
    )
    sentry_dsn: Annotated[SecretStr, AfterValidator(web_address)] | None = Field(
        default=None,
        description="Your Sentry DSN, to report errors to Sentry.",
    )
    otel_exporter_otlp_endpoint: Annotated[SecretStr, AfterValidator(web_address)] | None = Field(
        default=None,
        description="The address of an OpenTelemetry collector that receives traces over HTTP.",
    )
    metrics_token: Annotated[SecretStr, AfterValidator(setting_types.hard_to_guess)] | None = Field(
        default=None,
        description="The bearer token that /metrics asks for. If empty, /metrics is open to anyone"
        " who can reach it.",
    )

"""The settings of what an operator sees of the bot."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, SecretStr

from bot.settings import kinds


class SeeingSettings(BaseModel):
    """What an installation tells of itself, and to whom."""

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
    metrics_token: Annotated[SecretStr, AfterValidator(kinds.long_enough)] | None = Field(
        default=None,
        description="Without this as a bearer token nobody is answered at /metrics; none: whoever"
        " reaches it is.",
    )

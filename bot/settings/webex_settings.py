"""Settings for the addresses of Webex and Instant Connect."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from bot.core.domain.clouds import CLOUDS, Cloud
from bot.settings import setting_types


class WebexSettings(BaseModel):
    """Webex and Instant Connect."""

    cloud: Cloud = Field(
        default="commercial", description="The Webex cloud: `commercial` or `fedramp`."
    )
    webex_api_url: setting_types.Address | None = Field(
        default=None, description="Webex's REST API, if it isn't the cloud's usual one."
    )
    intake: Literal["webhooks", "websocket"] = Field(
        default="webhooks",
        description="How notices arrive: `webhooks` to PUBLIC_URL, or a `websocket` that the bot"
        " opens, which Cisco doesn't document.",
    )
    catalog_url: setting_types.Address | None = Field(
        default=None,
        description="Webex's service catalog, if it isn't the cloud's usual one; for"
        " INTAKE=websocket.",
    )
    broker_url: setting_types.Address | None = Field(
        default=None, description="Instant Connect's broker, if it isn't the cloud's usual one."
    )
    broker_api_version: Literal["v1", "v2"] = Field(
        default="v2", description="The API version of the broker: `v1` or `v2`."
    )
    link_base: setting_types.Address | None = Field(
        default=None,
        description="The address that long links start with, if it isn't the cloud's usual one.",
    )

    @property
    def api_url(self) -> str:
        """Webex's REST API. It ends with a slash, or the SDK drops ``/v1``."""
        return (self.webex_api_url or CLOUDS[self.cloud]["webex_api_url"]).rstrip("/") + "/"

    @property
    def catalog(self) -> str:
        """Webex's service catalog, which lists the device registry."""
        return self.catalog_url or CLOUDS[self.cloud]["catalog_url"]

    @property
    def broker(self) -> str:
        """Instant Connect's broker."""
        return self.broker_url or CLOUDS[self.cloud]["broker_url"]

    @property
    def links(self) -> str:
        """The address that long links start with."""
        return self.link_base or CLOUDS[self.cloud]["link_base"]

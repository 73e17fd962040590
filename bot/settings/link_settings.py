"""Settings for links: the kind of visit, and encryption."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from bot.core.domain.joseencrypt import Enc, Encryption, JweAlg, JwsAlg


class LinkSettings(BaseModel):
    """Links."""

    vertical: Literal["gen", "hc"] = Field(
        default="gen",
        description="The default kind of visit: `gen` for general or `hc` for healthcare.",
    )
    host_login: bool = Field(
        default=True,
        description="`true` if host links offer to sign in to Webex, else `false`.",
    )
    short_links: bool = Field(
        default=True,
        description="`true` for short links, `false` for long ones, which are self-contained.",
    )
    jwe_alg: JweAlg | None = Field(
        default=None,
        description="The JWE key-wrapping algorithm of links; the broker chooses by default.",
    )
    salt_length: int | None = Field(
        default=None, ge=8, le=128, description="The salt length of links in bytes: 8 to 128."
    )
    iterations: int | None = Field(
        default=None,
        ge=1000,
        le=32767,
        description="The key-wrapping iterations of links: 1000 to 32767.",
    )
    enc: Enc | None = Field(
        default=None, description="The JWE encryption of links; the broker chooses by default."
    )
    jws_alg: JwsAlg | None = Field(
        default=None,
        description="The JWS signature algorithm of links; the broker chooses by default.",
    )

    door: Literal["auto", "off"] = Field(
        default="auto",
        description="`auto` to give guests links to a page at PUBLIC_URL, which lets them in, once"
        " the bot has reached that page itself; `off` for links that lead straight into a meeting.",
    )
    door_link_minutes: int | None = Field(
        default=None,
        ge=5,
        le=1440,
        description="How many minutes the link works that a guest gets at the page: 5 to 1440;"
        " until the meeting ends by default. Pressing *Join* again gives another one.",
    )

    @property
    def encryption(self) -> Encryption:
        """How the broker encrypts links."""
        return Encryption(self.jwe_alg, self.salt_length, self.iterations, self.enc, self.jws_alg)

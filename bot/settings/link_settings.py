"""The settings of links: which kind of visit, and how they are encrypted."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from bot.core.domain.joseencrypt import Enc, Encryption, JweAlg, JwsAlg


class LinkSettings(BaseModel):
    """Links."""

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

    @property
    def encryption(self) -> Encryption:
        """How the broker is to encrypt links."""
        return Encryption(self.jwe_alg, self.salt_length, self.iterations, self.enc, self.jws_alg)

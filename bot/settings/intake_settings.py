"""The settings of hearing: which notices are believed, and what is done without any."""

from __future__ import annotations

from pydantic import BaseModel, Field


class HearingSettings(BaseModel):
    """Signatures, and messages that were missed."""

    require_sha2: bool = Field(
        default=False, description="`true`: refuse notices that are signed with SHA-1 alone."
    )
    look_back_minutes: int = Field(
        default=60,
        ge=0,
        le=1440,
        description="For how many minutes the bot looks back for messages that it was not told of,"
        " after a start or a gap: 0 (never) to 1440.",
    )
    ask_after_minutes: int = Field(
        default=10,
        ge=1,
        le=1440,
        description="Minutes after which it asks first whether such a message still counts: 1 to"
        " 1440.",
    )

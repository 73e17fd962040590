"""Settings for signatures and missed messages."""

from __future__ import annotations

from pydantic import BaseModel, Field


class IntakeSettings(BaseModel):
    """Signatures, and messages that were missed."""

    require_sha2: bool = Field(
        default=False, description="`true` to refuse notices that are only signed with SHA-1."
    )
    look_back_minutes: int = Field(
        default=60,
        ge=0,
        le=1440,
        description="How many minutes the bot looks back for missed messages after a start or an"
        " outage: 0 (never) to 1440.",
    )
    ask_after_minutes: int = Field(
        default=10,
        ge=1,
        le=1440,
        description="After how many minutes it asks before it answers a missed message: 1 to 1440.",
    )

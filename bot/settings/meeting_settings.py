"""The settings of meetings: how many, how long, when, and for how long they are remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from bot.settings import setting_types


class MeetingSettings(BaseModel):
    """Meetings, and how long they are remembered."""

    link_minutes: int = Field(
        default=60, ge=5, le=1440, description="For how many minutes a link works: 5 to 1440."
    )
    most_guests: int = Field(
        default=100,
        ge=1,
        le=500,
        description="The most guests that one command may ask for, those who are invited already"
        " included: 1 to 500.",
    )
    meetings_per_person: int = Field(
        default=20, ge=0, description="Meetings that a person may start in an hour; 0: any number."
    )
    meetings_per_space: int = Field(
        default=20,
        ge=0,
        description="Meetings that may be started in one space in an hour; 0: any number.",
    )
    most_minutes: int = Field(
        default=1440, ge=15, le=10080, description="Most minutes for which links work: 15 to 10080."
    )
    horizon_days: int = Field(
        default=90, ge=1, le=365, description="How many days ahead one can plan: 1 to 365."
    )
    open_early_minutes: int = Field(
        default=10,
        ge=0,
        le=60,
        description="Minutes before its time at which a later meeting opens: 0 to 60.",
    )
    remind_minutes: int = Field(
        default=10,
        ge=1,
        le=1440,
        description="Minutes before a later meeting at which people are reminded: 1 to 1440.",
    )
    time_zone: Annotated[str, AfterValidator(setting_types.time_zone)] = Field(
        default="UTC", description="The time zone where nobody said another, as `Europe/Berlin`."
    )
    bot_language: setting_types.LanguageCode = Field(
        default="en", description="The language where nobody said another: `en`, `de`, `fr`, `es`."
    )
    devices: Annotated[str, AfterValidator(setting_types.readable_devices)] = Field(
        default="",
        description="Devices to dial: `Room 12=room12@example.rooms.webex.com; Ward 3=…`, or a"
        " file with one such pair a line.",
    )
    discreet: bool = Field(
        default=False,
        description="`true`: what a meeting is about, and who is in it, is said to its host in"
        " private alone.",
    )
    meetings_site: setting_types.Address | None = Field(
        default=None,
        description="The site of classic Webex meetings, such as https://example.webex.com.",
    )
    forget_days: int = Field(
        default=7,
        ge=1,
        le=365,
        description="Days after a meeting for which names and addresses are kept: 1 to 365.",
    )
    keep_days: int = Field(
        default=7,
        ge=1,
        le=90,
        description="Days for which it is kept that a message was answered, and no more than that:"
        " 1 to 90.",
    )
    audit_days: int = Field(
        default=365,
        ge=8,
        le=3650,
        description="Days after a meeting for which it is in the audit, without names: 8 to 3650.",
    )

    @property
    def named_devices(self) -> Mapping[str, str]:
        """SIP addresses by the names that people say."""
        return setting_types.named_devices(self.devices)

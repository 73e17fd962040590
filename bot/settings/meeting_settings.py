"""Settings for meetings: limits, times, defaults and retention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from bot.settings import setting_types


class MeetingSettings(BaseModel):
    """Meetings, and how long they are remembered."""

    link_minutes: int = Field(
        default=60, ge=5, le=1440, description="How many minutes links work by default: 5 to 1440."
    )
    most_guests: int = Field(
        default=100,
        ge=1,
        le=500,
        description="The most guests a command may ask for, including those already invited: 1 to"
        " 500.",
    )
    meetings_per_person: int = Field(
        default=20,
        ge=0,
        description="How many meetings a person may start in an hour; 0 for no limit.",
    )
    meetings_per_space: int = Field(
        default=20,
        ge=0,
        description="How many meetings may be started in one space in an hour; 0 for no limit.",
    )
    messages_per_guest: int = Field(
        default=10,
        ge=0,
        description="How many messages a guest may get in each way (direct message, email, text"
        " message) within ten minutes; 0 for no limit.",
    )
    links_per_guest: int = Field(
        default=10,
        ge=0,
        description="How often a guest may ask for their own link in an hour; 0 for no limit.",
    )
    most_minutes: int = Field(
        default=1440,
        ge=15,
        le=10080,
        description="The most minutes that links can work: 15 to 10080.",
    )
    horizon_days: int = Field(
        default=90,
        ge=1,
        le=365,
        description="How many days ahead meetings can be planned: 1 to 365.",
    )
    open_early_minutes: int = Field(
        default=10,
        ge=0,
        le=60,
        description="How many minutes early people can join a planned meeting: 0 to 60.",
    )
    remind_minutes: int = Field(
        default=10,
        ge=1,
        le=1440,
        description="How many minutes before a planned meeting people are reminded: 1 to 1440.",
    )
    time_zone: Annotated[str, AfterValidator(setting_types.time_zone)] = Field(
        default="",
        description="The default time zone, such as `Europe/Berlin`. Without one, people are asked"
        " for theirs when they first give a time.",
    )
    bot_language: setting_types.LanguageCode = Field(
        default="en", description="The default language: `en`, `de`, `fr`, `es`."
    )
    devices: Annotated[str, AfterValidator(setting_types.readable_devices)] = Field(
        default="",
        description="Devices that meetings can dial: `Room 12=room12@example.rooms.webex.com; Ward"
        " 3=…`, or a file with one such pair a line.",
    )
    experts: str = Field(
        default="",
        description="A file with groups of experts, such as `experts.toml`, besides those that are"
        " set up in a chat.",
    )
    expert_presence: bool = Field(
        default=False,
        description="`true` to look at the Webex status of experts who are asked in private: who is"
        " away, busy or in a call is asked 20 seconds after the others.",
    )
    discreet: bool = Field(
        default=False,
        description="`true` to show subjects and guests only to the host, in private.",
    )
    meetings_site: setting_types.Address | None = Field(
        default=None,
        description="Your Webex site for classic meetings, such as https://example.webex.com.",
    )
    forget_days: int = Field(
        default=7,
        ge=1,
        le=365,
        description="How many days after a meeting names, addresses and its subject are kept: 1"
        " to 365.",
    )
    keep_days: int = Field(
        default=7,
        ge=1,
        le=90,
        description="How many days the bot remembers which messages it answered, and nothing else"
        " about them: 1 to 90.",
    )
    audit_days: int = Field(
        default=365,
        ge=8,
        le=3650,
        description="How many days after a meeting the audit keeps it, without names and subject: 8"
        " to 3650.",
    )

    @property
    def answered_days(self) -> int:
        """How many days it is kept that a message was answered; people are named in that."""
        return min(self.keep_days, self.forget_days)

    @property
    def named_devices(self) -> Mapping[str, str]:
        """The SIP address of each device, by its name."""
        return setting_types.named_devices(self.devices)

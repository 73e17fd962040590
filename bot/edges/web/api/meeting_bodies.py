"""The bodies of requests about meetings."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal, LiteralString

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.core.domain.commands import Add, Extend, Meet, Move, Rename
from bot.core.domain.guests import Guest
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.domain.meetings import Meeting
from bot.core.parsing.text import addresses, phone_numbers

MOST_LINKS_ASKED = 25

AFTERWARDS = timedelta(days=366)
"""What is planned after a meeting's beginning, such as its end, has to exist, too."""


def wrong(detail: LiteralString) -> PydanticCustomError:
    """Return the error of a field, which says just this."""
    return PydanticCustomError("wrong", detail)


def _address(written: str) -> str:
    found = addresses.address(written)
    if not found:
        raise wrong("Give an email address.")
    return found


def _phone(written: str) -> str:
    found = phone_numbers.number(written)
    if not found:
        raise wrong("Give a phone number with its country, such as +491701234567.")
    return found


def _plain(written: str) -> str:
    if not re.fullmatch(ON_ONE_LINE, written):
        raise wrong("Write text on one line.")
    return written.strip()


def _moment(written: datetime) -> datetime:
    try:
        moment = written.astimezone(UTC)
        return moment + AFTERWARDS - AFTERWARDS
    except OverflowError:
        raise wrong("This time is too far away.") from None


_CONTROL = r"\u0000-\u001f\u007f-\u009f\u2028\u2029"
ON_ONE_LINE = rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"
"""Text without line breaks and other control characters."""

_EMAIL = {"format": "email", "examples": ["erin@example.com"]}
_NUMBER = {"examples": ["+491701234567"]}

Address = Annotated[str, Field(max_length=254, json_schema_extra=_EMAIL), AfterValidator(_address)]
Phone = Annotated[str, Field(max_length=40, json_schema_extra=_NUMBER), AfterValidator(_phone)]
Line = Annotated[
    str,
    Field(max_length=200, json_schema_extra={"pattern": ON_ONE_LINE}),
    AfterValidator(_plain),
]
Moment = Annotated[AwareDatetime, AfterValidator(_moment)]
"""A time that exists in UTC, too, unlike the first hours of the year 1 in the east."""
Minutes = Annotated[int, Field(ge=5, le=1440)]
LanguageCode = Annotated[str, Field(pattern="^[a-z]{2}$", examples=["de"])]
Links = Annotated[int, Field(ge=0, le=MOST_LINKS_ASKED)]
Devices = Annotated[list[Line], Field(max_length=20)]
Vertical = Literal["gen", "hc"]


class RequestBody(BaseModel):
    """What a program sends: nothing but what is known, of the right types."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class GuestBody(RequestBody):
    """A guest, by address or by phone number."""

    email: Address | None = Field(None, description="Their email address.")
    phone: Phone | None = Field(None, description="Their phone number, with its country.")
    name: Line | None = Field(None, description="Their name, in invitations.")

    @model_validator(mode="after")
    def one_way(self) -> GuestBody:
        """Check that there is one way to reach them."""
        if (self.email is None) == (self.phone is None):
            raise wrong("Give either email or phone.")
        return self

    def guest(self) -> Guest:
        """Return the guest."""
        return Guest(email=self.email or "", phone=self.phone or "", name=self.name or "")


Guests = Annotated[list[GuestBody], Field(max_length=100)]
SomeGuests = Annotated[list[GuestBody], Field(min_length=1, max_length=100)]


class NewMeeting(RequestBody):
    """A meeting to make."""

    host: Address = Field(description="The address of the host.")
    guests: Guests = Field([], description="Whom to invite.")
    topic: Line | None = Field(None, description="What it is about.")
    opens: Moment | None = Field(
        None, description="When it begins, with its time zone; by default now."
    )
    minutes: Minutes | None = Field(
        None, description="How long it lasts; by default as long as the host's meetings."
    )
    language: LanguageCode | None = Field(
        None, description="The language of invitations; by default the guest's own."
    )
    lobby: bool | None = Field(
        None,
        description="Whether guests wait until the host lets them in; by default as the host set"
        " it. It requires doors.",
    )
    devices: Devices = Field([], description="Names of devices to dial when the host joins.")
    vertical: Vertical | None = Field(
        None, description="General or healthcare; by default as the host set it."
    )
    reference: Line | None = Field(
        None, description="Your own name for it, which only your program sees."
    )
    guest_links: Links = Field(0, description="Guest links for your program to hand on.")
    host_links: Links = Field(
        0, description="Host links for your program; they require the scope host-links."
    )

    @model_validator(mode="after")
    def few_links(self) -> NewMeeting:
        """Check that one call returns all links."""
        if self.host_links + self.guest_links > MOST_LINKS_ASKED:
            raise wrong("Ask for at most 25 links.")
        return self

    def command(self) -> Meet:
        """Return what a host would say."""
        return Meet(
            guests=tuple(each.guest() for each in self.guests),
            subject=self.topic,
            opens=self.opens,
            minutes=self.minutes,
            vertical=self.vertical,
            language=self.language,
            admit_first=self.lobby,
            devices=tuple(self.devices),
            dial=True,
        )


class NewGuests(RequestBody):
    """Guests to invite to a meeting."""

    guests: SomeGuests = Field(description="Whom to invite.")
    language: LanguageCode | None = Field(
        None, description="The language of invitations; by default the guest's own."
    )

    def command(self, number: int) -> Add:
        """Return what a host would say."""
        guests = tuple(each.guest() for each in self.guests)
        return Add(guests, MeetingReference(number), self.language)


class MeetingChange(RequestBody):
    """What to change about a meeting."""

    topic: Line | None = Field(None, description="What it is about instead.")
    opens: Moment | None = Field(None, description="When it begins instead, with its time zone.")
    minutes: Minutes | None = Field(
        None, description="How long it lasts instead. It can be shorter only if it moves, too."
    )

    def commands(self, meeting: Meeting) -> list[Rename | Move | Extend]:
        """Return what a host would say; nothing for what is so already.

        Raises:
            ValueError: a meeting can't be made shorter without moving it.
        """
        which = MeetingReference(meeting.number)
        asked: list[Rename | Move | Extend] = []
        if self.topic not in (None, meeting.subject):
            asked.append(Rename(self.topic or "", which))
        minutes = None if self.minutes == meeting.minutes else self.minutes
        if self.opens not in (None, meeting.opens) or (self.opens and minutes):
            asked.append(Move(opens=self.opens, minutes=self.minutes, which=which))
        elif minutes:
            if minutes < meeting.minutes:
                raise ValueError("A meeting can't be made shorter. Move it, with opens.")
            asked.append(Extend(minutes - meeting.minutes, which))
        return asked

    def is_done(self, meeting: Meeting) -> bool:
        """Return whether a meeting already has these values."""
        wanted = {"topic": meeting.subject, "opens": meeting.opens, "minutes": meeting.minutes}
        given = {name: value for name, value in vars(self).items() if value is not None}
        return all(wanted[name] == value for name, value in given.items())


class LinkOrder(RequestBody):
    """How many fresh links to make."""

    hosts: Links = Field(0, description="Host links; they require the scope host-links.")
    guests: Links = Field(
        0,
        description="Guest links. Without doors, a request to experts has none until somebody has"
        " taken it.",
    )

    @model_validator(mode="after")
    def enough(self) -> LinkOrder:
        """Check that there are some, and not too many for one call."""
        if not 1 <= self.hosts + self.guests <= MOST_LINKS_ASKED:
            raise wrong("Ask for 1 to 25 links.")
        return self

"""The bodies of requests about meetings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from bot.core.domain.commands import Add, Extend, Meet, Move, Rename
from bot.core.domain.guests import Guest
from bot.core.domain.meeting_commands import MeetingReference
from bot.core.domain.meetings import Meeting
from bot.core.parsing.text import addresses, phone_numbers

MOST_LINKS_ASKED = 25


def _address(written: str) -> str:
    found = addresses.address(written)
    if not found:
        raise ValueError("Give an email address.")
    return found


def _phone(written: str) -> str:
    found = phone_numbers.number(written)
    if not found:
        raise ValueError("Give a phone number with its country, such as +491701234567.")
    return found


def _plain(written: str) -> str:
    if not written.isprintable() or not written.strip():
        raise ValueError("Write text on one line.")
    return written.strip()


Address = Annotated[str, Field(max_length=254), AfterValidator(_address)]
Line = Annotated[str, Field(max_length=200), AfterValidator(_plain)]
Minutes = Annotated[int, Field(ge=5, le=1440)]
LanguageCode = Annotated[str, Field(pattern="^[a-z]{2}$")]
Links = Annotated[int, Field(ge=0, le=MOST_LINKS_ASKED)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class GuestBody(_Body):
    """A guest, by address or by phone number."""

    email: Address | None = None
    phone: Annotated[str, Field(max_length=40), AfterValidator(_phone)] | None = None
    name: Line | None = None

    @model_validator(mode="after")
    def one_way(self) -> GuestBody:
        """Check that there is one way to reach them."""
        if (self.email is None) == (self.phone is None):
            raise ValueError("Give either email or phone.")
        return self

    def guest(self) -> Guest:
        """Return the guest."""
        return Guest(email=self.email or "", phone=self.phone or "", name=self.name or "")


class NewMeeting(_Body):
    """A meeting to make."""

    host: Address
    guests: Annotated[list[GuestBody], Field(max_length=100)] = []
    topic: Line | None = None
    opens: AwareDatetime | None = None
    minutes: Minutes | None = None
    language: LanguageCode | None = None
    lobby: bool | None = None
    devices: Annotated[list[Line], Field(max_length=20)] = []
    vertical: Literal["gen", "hc"] | None = None
    reference: Line | None = None
    guest_links: Links = 0
    host_links: Links = 0

    @model_validator(mode="after")
    def few_links(self) -> NewMeeting:
        """Check that one call returns all links."""
        if self.host_links + self.guest_links > MOST_LINKS_ASKED:
            raise ValueError("Ask for at most 25 links.")
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


class NewGuests(_Body):
    """Guests to invite to a meeting."""

    guests: Annotated[list[GuestBody], Field(min_length=1, max_length=100)]
    language: LanguageCode | None = None

    def command(self, number: int) -> Add:
        """Return what a host would say."""
        guests = tuple(each.guest() for each in self.guests)
        return Add(guests, MeetingReference(number), self.language)


class MeetingChange(_Body):
    """What to change about a meeting."""

    topic: Line | None = None
    opens: AwareDatetime | None = None
    minutes: Minutes | None = None

    def commands(self, meeting: Meeting) -> list[Rename | Move | Extend]:
        """Return what a host would say.

        Raises:
            ValueError: a meeting can't be made shorter without moving it.
        """
        which = MeetingReference(meeting.number)
        asked: list[Rename | Move | Extend] = []
        if self.topic is not None:
            asked.append(Rename(self.topic, which))
        if self.opens is not None:
            asked.append(Move(opens=self.opens, minutes=self.minutes, which=which))
        elif self.minutes is not None and self.minutes != meeting.minutes:
            if self.minutes < meeting.minutes:
                raise ValueError("A meeting can't be made shorter. Move it, with opens.")
            asked.append(Extend(self.minutes - meeting.minutes, which))
        return asked

    def is_done(self, meeting: Meeting) -> bool:
        """Return whether a meeting is as it was to become."""
        wanted = {"topic": meeting.subject, "opens": meeting.opens, "minutes": meeting.minutes}
        given = {name: value for name, value in vars(self).items() if value is not None}
        return all(wanted[name] == value for name, value in given.items())


class LinkOrder(_Body):
    """How many fresh links to make."""

    hosts: Links = 0
    guests: Links = 0

    @model_validator(mode="after")
    def enough(self) -> LinkOrder:
        """Check that there are some, and not too many for one call."""
        if not 1 <= self.hosts + self.guests <= MOST_LINKS_ASKED:
            raise ValueError("Ask for 1 to 25 links.")
        return self

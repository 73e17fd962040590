"""The bodies of answers about meetings. Links are only in those that are asked for links."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.core.domain.guests import Guest
from bot.core.domain.links import Links
from bot.core.domain.meeting_record import MeetingRecord
from bot.core.domain.meetings import Meeting
from bot.core.domain.program_events import guest_id
from bot.core.wording.texts import url_for_program


class AnswerBody(BaseModel):
    """What a program gets."""

    model_config = ConfigDict(extra="forbid")


class GuestAnswer(AnswerBody):
    """A guest who was invited. Of one who was mentioned in a chat, only the id may be known."""

    id: str = Field(description="What they are known by in addresses.")
    email: str | None = Field(description="Their email address.")
    phone: str | None = Field(description="Their phone number.")
    name: str | None = Field(description="Their name.")


class LinksAnswer(AnswerBody):
    """Fresh links. Anybody who has one gets in."""

    hosts: list[str] = Field(repr=False, description="Links that open the meeting as its host.")
    guests: list[str] = Field(repr=False, description="Links for guests.")


class MeetingAnswer(AnswerBody):
    """A meeting."""

    id: str = Field(description="What it is known by in addresses and in chats.")
    state: Literal["open", "cancelled", "ended"] = Field(description="Whether it takes place.")
    host: str = Field(description="The address of the host.")
    host_reached: bool | None = Field(
        description="Whether the host got their latest link by Webex message; null while it is on"
        " its way, and until a request to experts is taken. If not, guests were told nevertheless."
    )
    topic: str | None = Field(description="What it is about.")
    opens: str = Field(description="When it begins.", json_schema_extra={"format": "date-time"})
    minutes: int = Field(description="How long it lasts.")
    lobby: bool = Field(description="Whether guests wait until the host lets them in.")
    vertical: Literal["gen", "hc"] = Field(description="General or healthcare.")
    devices: list[str] = Field(description="Names of devices that are dialled.")
    reference: str | None = Field(description="Your own name for it.")
    guests: list[GuestAnswer] = Field(description="Who was invited.")


class MadeMeetingAnswer(MeetingAnswer):
    """A meeting that was just made, with the links that were asked for."""

    links: LinksAnswer = Field(description="The links that were asked for.")


class MeetingsAnswer(AnswerBody):
    """A page of meetings, newest first."""

    data: list[MeetingAnswer] = Field(description="The meetings.")
    next_cursor: str | None = Field(
        description="The cursor of the next page; null after the last one."
    )


def meeting_answer(
    record: MeetingRecord, reference: str, devices: Mapping[str, str], now: datetime
) -> MeetingAnswer:
    """Return a meeting as programs see it.

    Args:
        record: the meeting.
        reference: the program's own name for it; empty for none.
        devices: the names of SIP addresses.
        now: the time.
    """
    meeting = record.meeting
    is_cancelled = meeting.state == "cancelled"
    return MeetingAnswer(
        id=str(meeting.number),
        state="cancelled" if is_cancelled else "ended" if meeting.is_over(now) else "open",
        host=meeting.host,
        host_reached=record.has_reached_host,
        topic=meeting.subject,
        opens=meeting.opens.isoformat(),
        minutes=meeting.minutes,
        lobby=meeting.admit_first,
        vertical=meeting.vertical,
        devices=[devices.get(each, "unknown") for each in meeting.devices],
        reference=reference or None,
        guests=[guest_answer(meeting, each) for each in record.invited],
    )


def links_answer(links: Links) -> LinksAnswer:
    """Return links as text, for a program whose key allows them."""
    return LinksAnswer(
        hosts=[url_for_program(each) for each in links.hosts],
        guests=[url_for_program(each) for each in links.guests],
    )


def guest_answer(meeting: Meeting, guest: Guest) -> GuestAnswer:
    """Return a guest of a meeting as programs see them."""
    return GuestAnswer(
        id=guest_id(meeting, guest),
        email=guest.email or None,
        phone=guest.phone or None,
        name=guest.name or None,
    )

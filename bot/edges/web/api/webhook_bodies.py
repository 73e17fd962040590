"""The bodies of requests and answers about where programs are told of events."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from bot.core.domain.program_events import EventDelivery, EventEndpoint
from bot.edges.outbound_address import LONGEST_ADDRESS
from bot.edges.web.api.meeting_bodies import Address, Moment, wrong

Type = Literal[
    "meeting.created",
    "meeting.moved",
    "meeting.cancelled",
    "meeting.ended",
    "guest.invited",
    "guest.here",
    "guest.admitted",
    "guest.declined",
    "guest.no_show",
    "expert.claimed",
    "expert.escalated",
]
Types = Annotated[list[Type], Field(max_length=20)]
Url = Annotated[str, Field(max_length=LONGEST_ADDRESS, json_schema_extra={"format": "uri"})]


class _WebhookBody(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class NewWebhook(_WebhookBody):
    """An address to be told of events at."""

    url: Url = Field(description="The address, with https.")
    types: Types = Field([], description="What to be told; without any, everything.")
    contact: Address | None = Field(
        None, description="Whom to tell in Webex when it is turned off after three days."
    )


class WebhookChange(_WebhookBody):
    """What to change about an address."""

    types: Types | None = Field(None, description="What to be told instead.")
    contact: Address | None = Field(None, description="Whom to tell instead.")
    active: StrictBool | None = Field(None, description="Whether to be told anything.")


class ReplayOrder(_WebhookBody):
    """Which events to send again: one, or all that weren't accepted since a time."""

    event: Annotated[str, Field(pattern="^evt_[0-9a-f]{32}$")] | None = Field(
        None, description="The event's id."
    )
    since: Moment | None = Field(None, description="The time, with its time zone.")

    @model_validator(mode="after")
    def one_of_them(self) -> ReplayOrder:
        """Check that it says which."""
        if (self.event is None) == (self.since is None):
            raise wrong("Give either event or since.")
        return self


class _WebhookAnswerBody(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WebhookAnswer(_WebhookAnswerBody):
    """An address where a program is told of events."""

    id: str = Field(description="What it is known by in addresses.")
    url: str = Field(description="The address.")
    types: list[str] = Field(description="What is told; empty for everything.")
    contact: str | None = Field(description="Whom to tell when it is turned off.")
    active: bool = Field(description="Whether it is turned on.")


class MadeWebhookAnswer(WebhookAnswer):
    """An address that was just added, with its secret."""

    secret: str = Field(repr=False, description="What signs the events. It isn't shown again.")


class RotatedSecretAnswer(_WebhookAnswerBody):
    """A new secret of an address."""

    secret: str = Field(repr=False, description="What signs the events. It isn't shown again.")
    earlier_until: str = Field(
        description="Until when the earlier secret signs them, too.",
        json_schema_extra={"format": "date-time"},
    )


class WebhooksAnswer(_WebhookAnswerBody):
    """A program's addresses, oldest first."""

    data: list[WebhookAnswer] = Field(description="The addresses.")


class EventDeliveryAnswer(_WebhookAnswerBody):
    """An event, and whether it was accepted."""

    id: str = Field(description="What it is known by; webhook-id when it is sent.")
    type: str = Field(description="What happened.")
    at: str = Field(description="When it happened.", json_schema_extra={"format": "date-time"})
    attempts: int = Field(description="How often it was sent.")
    status: int | None = Field(description="The status of the latest answer; null for none.")
    delivered: bool = Field(description="Whether it was accepted.")


class EventsAnswer(_WebhookAnswerBody):
    """The latest events at an address, newest first."""

    data: list[EventDeliveryAnswer] = Field(description="The events.")


class SentEventsAnswer(_WebhookAnswerBody):
    """Events that are on their way."""

    events: list[str] = Field(description="Their ids.")


def webhook_answer(endpoint: EventEndpoint) -> WebhookAnswer:
    """Return an address as its program sees it."""
    return WebhookAnswer(
        id=endpoint.id,
        url=endpoint.url,
        types=sorted(endpoint.types),
        contact=endpoint.contact or None,
        active=endpoint.stopped is None,
    )


def event_answer(delivery: EventDelivery) -> EventDeliveryAnswer:
    """Return an event as its program sees it."""
    return EventDeliveryAnswer(
        id=delivery.event,
        type=delivery.type,
        at=delivery.at.isoformat(),
        attempts=delivery.attempts,
        status=delivery.status,
        delivered=delivery.delivered is not None,
    )

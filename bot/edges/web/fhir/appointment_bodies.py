"""Reads appointments. What the bot has no use for is left out.

https://hl7.org/fhir/R5/appointment.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from bot.edges.web.api.api_problems import ApiProblem
from bot.edges.web.api.meeting_bodies import GuestBody, Moment, NewMeeting
from bot.edges.web.fhir.fhir_elements import (
    FhirElement,
    FhirIdentifier,
    FhirParticipant,
    FhirPerson,
)

BOOKED = frozenset({"proposed", "pending", "booked"})
CANCELLED = frozenset({"cancelled", "entered-in-error"})
GUESTS = frozenset({"Patient", "RelatedPerson", "Person"})
HOSTS = frozenset({"Practitioner"})
UNSUITABLE = "The appointment can't be used."

Instant = Annotated[Moment, Field(strict=True)]
"""A time as text, with its time zone."""

LIMITS = frozenset({"string_too_long", "too_long", "less_than_equal"})
"""Errors of appointments that are valid FHIR, but more than the bot takes."""


class AppointmentBody(FhirElement):
    """An appointment that a program wrote."""

    resource_type: Literal["Appointment"]
    identifier: list[FhirIdentifier] = Field([], max_length=20)
    status: Literal[
        "proposed",
        "pending",
        "booked",
        "arrived",
        "fulfilled",
        "cancelled",
        "noshow",
        "entered-in-error",
        "checked-in",
        "waitlist",
    ]
    description: Annotated[str, Field(max_length=200)] = ""
    start: Instant | None = None
    end: Instant | None = None
    minutes_duration: Annotated[int, Field(ge=1, le=1440)] | None = None
    participant: list[FhirParticipant] = Field([], max_length=100)
    contained: list[dict[str, Any]] = Field([], max_length=200)
    modifier_extension: list[Any] = Field([], max_length=0)

    @property
    def is_off(self) -> bool:
        """Whether it was called off."""
        return self.status in CANCELLED

    def meeting(self, reference: str) -> NewMeeting:
        """Return the meeting that it asks for.

        Args:
            reference: the program's name for it.

        Raises:
            ApiProblem: something is missing, or nobody can be reached.
        """
        start, minutes = self._time()
        people = [*self._people()]
        guests = [(at, who) for at, who in people if who.resource_type in GUESTS]
        at_host, host = next(
            ((at, who) for at, who in people if who.resource_type in HOSTS), (-1, None)
        )
        if host is None:
            raise wrong_element(
                "Appointment.participant", "Name a contained Practitioner as the host."
            )
        spoken = next((who.language for _, who in guests if who.language), None)
        return _checked(
            at_host,
            host=host.contact("email"),
            guests=[_guest(at, who) for at, who in guests],
            topic=self.description.strip() or None,
            opens=start,
            minutes=minutes,
            language=spoken,
            reference=reference,
        )

    def _time(self) -> tuple[datetime, int]:
        if self.start is None:
            raise wrong_element("Appointment.start", "Say when it begins, with the time zone.")
        minutes = self.minutes_duration or 0
        if self.end:
            minutes = round((self.end - self.start).total_seconds() / 60)
        if not 5 <= minutes <= 1440:
            raise wrong_element("Appointment.end", "It has to last 5 to 1440 minutes.")
        return self.start, minutes

    def _people(self) -> Iterator[tuple[int, FhirPerson]]:
        """Yield who takes part and is contained, with their place among the participants."""
        contained = {f"#{each.get('id')}": each for each in self.contained}
        for at, each in enumerate(self.participant):
            named = each.actor.reference
            if named in contained and each.status != "declined":
                if contained[named].get("resourceType") in GUESTS | HOSTS:
                    yield at, _person(at, contained[named])
            elif named.rpartition("/")[0].rpartition("/")[2] in GUESTS:
                raise wrong_element(
                    _at(at), "Contain this person, with an email address or a phone."
                )


def read_appointment(written: bytes) -> AppointmentBody:
    """Return an appointment.

    Raises:
        ApiProblem: it isn't one (400), or the bot can't use it (422); with each error's place.
    """
    try:
        return AppointmentBody.model_validate_json(written)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        status = 422 if all(each["type"] in LIMITS for each in found) else 400
        raise ApiProblem(status, UNSUITABLE, errors=_errors(found)) from None


def _errors(found: Sequence[ErrorDetails]) -> list[dict[str, str]]:
    return [{"pointer": _path(each["loc"]), "detail": each["msg"]} for each in found]


def _path(place: Sequence[int | str]) -> str:
    """Return where something is, in FHIRPath."""
    return "Appointment" + "".join(
        f"[{each}]" if isinstance(each, int) else f".{each}" for each in place
    )


def _person(at: int, contained: dict[str, Any]) -> FhirPerson:
    try:
        return FhirPerson.model_validate(contained)
    except ValidationError:
        raise wrong_element(_at(at), "The contained resource can't be read.") from None


def _guest(at: int, who: FhirPerson) -> GuestBody:
    email, phone = who.contact("email"), who.contact("phone") or who.contact("sms")
    try:
        return GuestBody(
            email=email or None, phone=None if email else phone or None, name=who.called
        )
    except ValidationError:
        said = "Give the contained person one valid email address, or a phone with its country."
        raise wrong_element(_at(at), said) from None


def _checked(at_host: int, **fields: Any) -> NewMeeting:
    try:
        return NewMeeting(**fields)
    except ValidationError as error:
        [first, *_] = error.errors(include_url=False, include_context=False, include_input=False)
        places = {"host": _at(at_host), "topic": "Appointment.description"}
        place = places.get(str(first["loc"][0]) if first["loc"] else "", "Appointment")
        raise wrong_element(place, str(first["msg"])) from None


def _at(participant: int) -> str:
    return f"Appointment.participant[{participant}].actor"


def wrong_element(place: str, detail: str) -> ApiProblem:
    """Return what to say of an element.

    Args:
        place: where it is, in FHIRPath.
        detail: what is wrong with it.
    """
    return ApiProblem(422, UNSUITABLE, errors=[{"pointer": place, "detail": detail}])

"""The elements of FHIR that appointments are made of, as far as the bot reads them.

https://hl7.org/fhir/R5/datatypes.html
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Text = Annotated[str, Field(max_length=1000)]


class FhirElement(BaseModel):
    """An element of which the rest is left out."""

    model_config = ConfigDict(
        extra="ignore", hide_input_in_errors=True, alias_generator=to_camel, frozen=True
    )


class FhirIdentifier(FhirElement):
    """What a program calls an appointment."""

    system: Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[^\s|]+$")]
    value: Annotated[str, Field(min_length=1, max_length=79, pattern=r"^[^\s|][^|\r\n\t]*$")]

    def __str__(self) -> str:
        return f"{self.system}|{self.value}"


class FhirReference(FhirElement):
    """A reference to a contained resource, or to one of the program's own."""

    reference: Text = ""


class FhirParticipant(FhirElement):
    """Who takes part."""

    actor: FhirReference = FhirReference()
    status: Text = ""


class FhirContact(FhirElement):
    """An email address or a phone number."""

    system: Text = ""
    value: Text = ""


class FhirName(FhirElement):
    """A person's name."""

    text: Text = ""
    family: Text = ""
    given: Annotated[list[Text], Field(max_length=20)] = []

    @property
    def whole(self) -> str:
        """The name on one line."""
        return self.text or " ".join([*self.given, self.family]).strip()


class FhirCoding(FhirElement):
    """A code."""

    code: Text = ""


class FhirConcept(FhirElement):
    """A concept, by codes."""

    coding: Annotated[list[FhirCoding], Field(max_length=20)] = []


class FhirCommunication(FhirElement):
    """A language that a person speaks."""

    language: FhirConcept = FhirConcept()
    preferred: bool = False


class FhirPerson(FhirElement):
    """A contained person."""

    resource_type: Text = ""
    telecom: Annotated[list[FhirContact], Field(max_length=50)] = []
    name: Annotated[list[FhirName], Field(max_length=20)] = []
    communication: Annotated[list[FhirCommunication], Field(max_length=50)] = []

    def contact(self, system: str) -> str:
        """Return the first address or number of a kind; empty for none."""
        found = (each.value for each in self.telecom if each.system == system)
        return next(found, "")

    @property
    def called(self) -> str | None:
        """The person's name; None if it isn't known."""
        return next((each.whole for each in self.name if each.whole), None)

    @property
    def language(self) -> str | None:
        """The language to write in, as two letters; None if it isn't known."""
        best_first = sorted(self.communication, key=lambda each: not each.preferred)
        codes = (code.code[:2].lower() for each in best_first for code in each.language.coding)
        return next((each for each in codes if each.isalpha() and each.isascii()), None)

"""Which release of FHIR a program speaks.

https://hl7.org/fhir/http.html#version-parameter
"""

from __future__ import annotations

import re
from enum import StrEnum

from flask import Request

from bot.edges.web.api.api_problems import ApiProblem


class FhirVersion(StrEnum):
    """A release, as `fhirVersion` names it. An appointment is the same in R4 and in R4B."""

    R4 = "4.0"
    R4B = "4.3"
    R5 = "5.0"


_ASKED = re.compile(r'fhirversion\s*=\s*"?(\d+\.\d+)', re.IGNORECASE)


def version_of(request: Request) -> FhirVersion:
    """Return the release that a request asks for, or else is written in; without one, R5.

    Raises:
        ApiProblem: the bot doesn't speak it.
    """
    for header in ("Accept", "Content-Type"):
        found = _ASKED.search(request.headers.get(header, ""))
        if found:
            return _known(found[1])
    return FhirVersion.R5


def _known(written: str) -> FhirVersion:
    try:
        return FhirVersion(written)
    except ValueError:
        raise ApiProblem(406, "Ask for fhirVersion 5.0, 4.3 or 4.0.") from None

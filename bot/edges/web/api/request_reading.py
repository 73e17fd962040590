"""Reads what a program sent, or says what is wrong with it without repeating it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from flask import request
from pydantic import BaseModel, ValidationError

from bot.edges.web.api.api_problems import ApiProblem

IDEMPOTENCY = '^"?[!#-~]{1,255}"?$'
"""What an Idempotency-Key looks like: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/"""

WRONG_BODY = "The body isn't right."

B = TypeVar("B", bound=BaseModel)


def read_body(kind: type[B]) -> B:
    """Return the body of this request.

    Raises:
        ApiProblem: it isn't of this kind; with an error for each wrong field.
    """
    try:
        return kind.model_validate_json(request.get_data())
    except ValidationError as error:
        raise ApiProblem(422, WRONG_BODY, errors=[*_wrong_fields(error)]) from None


def _wrong_fields(error: ValidationError) -> Iterator[Mapping[str, str]]:
    for each in error.errors(include_url=False, include_context=False, include_input=False):
        place, detail = each["loc"], each["msg"]
        if each["type"] == "extra_forbidden":  # its name is what was sent
            place, detail = place[:-1], "A field has a name that the API doesn't know."
        yield {"pointer": pointer_to(*place), "detail": detail}


def pointer_to(*place: Any) -> str:
    """Return the JSON pointer of a field, by the names and numbers that lead to it."""
    return "/".join(("#", *map(str, place)))


def read_idempotency_key() -> str:
    """Return the Idempotency-Key of this request, without its quotation marks.

    Raises:
        ApiProblem: it is missing or wrong.
    """
    given = request.headers.get("Idempotency-Key", "")
    if not re.fullmatch(IDEMPOTENCY, given):
        raise ApiProblem(400, "Send a header Idempotency-Key with up to 255 characters.")
    return given.strip('"')


def read_number(name: str, most: int) -> int | None:
    """Return a number from 1 to `most` in this request's query; None if it isn't there.

    Raises:
        ApiProblem: it is something else.
    """
    given = request.args.get(name)
    if given is None:
        return None
    if not re.fullmatch("[0-9]{1,10}", given) or not 1 <= int(given) <= most:
        raise ApiProblem(400, f"{name} must be a whole number from 1 to {most}.")
    return int(given)

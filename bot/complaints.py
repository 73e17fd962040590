"""What is missing or wrong in the settings, all of it in one sentence."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails


def sentence(error: ValidationError) -> str:
    """Return what is wrong, and where to mend it."""
    found = error.errors(include_url=False, include_input=False)
    missing = [_name(each) for each in found if each["type"] == "missing"]
    wrong = [f"{_name(each)} ({_reason(each)})" for each in found if each["type"] != "missing"]
    parts = filter(None, (_said_of(missing, "not set"), _said_of(wrong, "not usable")))
    return (
        f"The bot cannot start: {'; '.join(parts)}."
        " Set what is named in the environment or in a file .env; .env.example explains each."
    )


def _said_of(names: list[str], state: str) -> str:
    if len(names) < 2:
        return "".join(f"{name} is {state}" for name in names)
    return f"{', '.join(names[:-1])} and {names[-1]} are {state}"


_REASONS = {
    "bool_parsing": "it is neither true nor false",
    "int_parsing": "it is no whole number",
}


def _name(found: ErrorDetails) -> str:
    return str(found["loc"][0]).upper()


def _reason(found: ErrorDetails) -> str:
    said = found["msg"].removeprefix("Value error, ").replace("Input should", "it should")
    return _REASONS.get(found["type"], said)

"""Explains what is wrong with the settings, a line for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.core.domain.errors import BotError

ALIKE = 0.87
"""Similarity from 0 to 1: BOT_LANGUGE means BOT_LANGUAGE, but HOSTNAME doesn't mean HOST."""

HOW_TO_SET = "Set them in the environment or in {file}; .env.example explains each."

_REASONS = {
    "bool_parsing": "it must be true or false",
    "int_parsing": "it must be a whole number",
}


class SettingsError(BotError):
    """The settings are missing or wrong.

    Args:
        cannot: what is impossible, as the beginning of a sentence.
        problems: a sentence for each setting that is missing or wrong.
        advice: what to do about all of them.
    """

    def __init__(self, cannot: str, problems: Collection[str] = (), advice: str = "") -> None:
        lines = [f"{cannot}:", *(f"- {each}" for each in problems), advice] if problems else []
        super().__init__("\n".join(filter(None, lines)) or cannot)
        self.problems = tuple(problems) or (cannot,)


def problems_of(error: ValidationError, misspelt: dict[str, str]) -> list[str]:
    """Return a sentence for each setting that is missing, wrong or misspelt."""
    found = error.errors(include_url=False, include_input=False)
    return [_problem(each) for each in found] + problems_of_names(misspelt)


def problems_of_names(misspelt: dict[str, str]) -> list[str]:
    """Return a sentence for each name that looks like a setting's."""
    return [f"{name} isn't a setting. Did you mean {near}?" for name, near in misspelt.items()]


def nearly_settings(names: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Return unknown names that look like a setting's, with that setting.

    Args:
        names: the names in the environment and the file, in capitals.
        known: the names of all settings, in capitals.
    """
    near = {name: get_close_matches(name, known, 1, ALIKE) for name in sorted({*names} - {*known})}
    return {name: found[0] for name, found in near.items() if found}


def _problem(found: ErrorDetails) -> str:
    name = str(found["loc"][0]).upper()
    if found["type"] == "missing":
        return f"{name} is not set."
    said = found["msg"].removeprefix("Value error, ").replace("Input should", "it should")
    return f"{name} can't be used: {_REASONS.get(found['type'], said)}."

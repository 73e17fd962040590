"""Runs the checks of a driver, and prints the outcome of each as a line of JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

STATE = json.loads(os.environ.get("SANDBOX_STATE", "{}"))
"""What `python -m bot webex` prints."""

CHECKS: list[Callable[[], None]] = []


def check(function: Callable[[], None]) -> Callable[[], None]:
    """Register a check: it fails by raising an error."""
    CHECKS.append(function)
    return function


def token(name: str) -> str:
    """Return the token of a person or bot."""
    return next(each["token"] for each in STATE["people"] + STATE["bots"] if each["name"] == name)


def room(title: str) -> str:
    """Return the id of a room."""
    return next(each["id"] for each in STATE["rooms"] if each["title"] == title)


def run() -> None:
    """Run all checks in their order."""
    for each in CHECKS:
        failed = ""
        try:
            each()
        except Exception as error:  # noqa: BLE001 - whatever a client raises is an outcome
            failed = f"{type(error).__name__}: {error}"
        print(json.dumps({"name": each.__name__, "failed": failed}), flush=True)

"""How long something lasts, as an option of a command."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import click

_LENGTH = re.compile(r"(\d{1,5})([hd])")
_UNITS = {"h": "hours", "d": "days"}


class Duration(click.ParamType[timedelta | None]):
    """How long something lasts, such as 365d or 12h, or `never` to end."""

    name = "length"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta | None:
        """Return what was written; None for `never`."""
        if value == "never":
            return None
        found = _LENGTH.fullmatch(str(value))
        if not found or not int(found[1]):
            self.fail("Say it in days or hours, such as 365d or 12h.", param, ctx)
        return timedelta(**{_UNITS[found[2]]: int(found[1])})

"""A finding of the doctor: green, amber or red, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.core.domain.errors import Passing, Trouble


class Light(StrEnum):
    """How it is: good; worth a look; or people are not served."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class Finding:
    """One line of a diagnosis.

    Args:
        name: what was looked at.
        light: how it is.
        says: what was found, as a sentence.
        do: what to do about it, as a sentence; empty where all is well.
    """

    name: str
    light: Light
    says: str
    do: str = ""

    def record(self) -> dict[str, str]:
        """Return this as plain data."""
        return {"name": self.name, "light": self.light, "says": self.says, "do": self.do}


def green(name: str, says: str) -> Finding:
    """Return that all is well."""
    return Finding(name, Light.GREEN, says)


def amber(name: str, says: str, do: str) -> Finding:
    """Return that it is worth a look, and what to do."""
    return Finding(name, Light.AMBER, says, do)


def red(name: str, says: str, do: str) -> Finding:
    """Return that people are not served, and what to do."""
    return Finding(name, Light.RED, says, do)


def not_reached(name: str, service: str, trouble: Trouble, settings: str) -> Finding:
    """Return that a service cannot be asked.

    Args:
        name: what was looked at.
        service: that should have answered.
        trouble: what came instead.
        settings: that say where it is.
    """
    if isinstance(trouble, Passing):
        do = f"Check this machine's way out (proxy, firewall, DNS), and {settings}."
        return red(name, f"{service} isn't responding.", do)
    return red(
        name, f"Something other than {service} answers at its address.", f"Check {settings}."
    )

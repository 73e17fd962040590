"""A finding of the doctor: green, amber or red, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.core.domain.errors import Passing, Trouble


class TrafficLight(StrEnum):
    """Green: good. Amber: worth a look. Red: people aren't served."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class Finding:
    """A finding.

    Args:
        name: what was checked.
        light: green, amber or red.
        says: the result, as a sentence.
        do: what to do about it, as a sentence; empty if all is well.
    """

    name: str
    light: TrafficLight
    says: str
    do: str = ""

    def record(self) -> dict[str, str]:
        """Return the finding as plain data."""
        return {"name": self.name, "light": self.light, "says": self.says, "do": self.do}


def green(name: str, says: str) -> Finding:
    """Return a finding that all is well."""
    return Finding(name, TrafficLight.GREEN, says)


def amber(name: str, says: str, do: str) -> Finding:
    """Return a finding that is worth a look, and what to do."""
    return Finding(name, TrafficLight.AMBER, says, do)


def red(name: str, says: str, do: str) -> Finding:
    """Return a finding that people aren't served, and what to do."""
    return Finding(name, TrafficLight.RED, says, do)


def not_reached(name: str, service: str, trouble: Trouble, settings: str) -> Finding:
    """Return a finding that a service can't be reached.

    Args:
        name: what was checked.
        service: the service.
        trouble: the trouble with it.
        settings: the settings with its address.
    """
    if isinstance(trouble, Passing):
        do = f"Check this machine's way out (proxy, firewall, DNS), and {settings}."
        return red(name, f"{service} isn't responding.", do)
    return red(
        name, f"Something other than {service} answers at its address.", f"Check {settings}."
    )

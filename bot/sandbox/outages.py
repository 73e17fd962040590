"""Outages that can be switched on and off while the sandbox runs."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.webex.faults import Fault, RateLimited, ServerError, Slow
from bot.sandbox.webex.world import World


@dataclass(frozen=True)
class Outage:
    """An outage: its title for people, and the fault that calls meet meanwhile."""

    title: str
    fault: Fault


OUTAGES = {
    "broker": Outage("Instant Connect is down", ServerError(503, times=None, path="/joseencrypt")),
    "mail": Outage("The mail server is down", ServerError(503, times=None, path="/smtp")),
    "texts": Outage("Text messages are down", ServerError(503, times=None, path="/events/")),
    "webex": Outage("Webex is down (503)", ServerError(503, times=None, path="/v1/")),
    "rate": Outage("Webex limits the rate (429)", RateLimited(5, times=None, path="/v1/")),
    "slow": Outage("Webex is slow (3 seconds)", Slow(3.0, times=None, path="/v1/")),
}
"""The outages, by name."""


def is_on(world: World, name: str) -> bool:
    """Return whether an outage is switched on."""
    return OUTAGES[name].fault in world.faults


def switch(world: World, name: str, *, on: bool) -> None:
    """Switch an outage on or off."""
    fault = OUTAGES[name].fault
    with world.lock:
        others = [each for each in world.faults if each != fault]
        world.faults = [*others, fault] if on else others

"""Mistakes that mypy must reject: a host link on its way to anybody but the host.

Nothing runs this file. If mypy accepted one of these, it would report an unused ``ignore``.
"""

from __future__ import annotations

from bot.core.domain.links import HostDoor, HostLink
from bot.core.steps.webex_steps import Say, Space, TellHost
from bot.core.wording.texts import HostText, Text


def may_be_told(link: HostLink) -> None:
    """Tell the host, by a person's id: the one way."""
    TellHost(HostText("", link), "host")


def may_be_told_beside(door: HostDoor) -> None:
    """Tell the host the address of their page."""
    TellHost(HostText("", door), "host")


def may_not_be_told_to_others(door: HostDoor) -> None:
    """Write the address of the host's page into a text for anybody."""
    Text.with_links("", door)  # type: ignore[arg-type]


def must_be_refused(link: HostLink) -> None:
    """Say a host link in a space, in four ways."""
    Say(HostText("", link), (Space("room"),))  # type: ignore[arg-type]
    Text.with_links("", link)  # type: ignore[arg-type]
    TellHost(HostText("", link), Space("room"))  # type: ignore[arg-type]
    Text(HostText("", link))  # type: ignore[arg-type]

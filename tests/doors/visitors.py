"""What guests and hosts do at a door, in stories."""

from __future__ import annotations

from bot.core.domain.doors import DoorView, Enter, HostView, Press, Reply, Start
from bot.core.wording.texts import LINK, filled_in, filled_in_for_host
from tests.stories.stage import Stage


def token_of(link: str) -> str:
    """Return the token in a door's address."""
    return link.rpartition("/")[2]


def sees(bot: Stage, link: str, visitor: str = "") -> DoorView:
    """Return what a guest's page shows."""
    shown = bot.doors.view(token_of(link), visitor)
    assert shown, "This door is not there."
    return shown


def knocks(bot: Stage, link: str, visitor: str = "", name: str | None = None) -> Press | None:
    """Press *Join*, and let the hosts be told."""
    pressed = bot.doors.press(token_of(link), visitor, name)
    bot.settle_doors()
    return pressed


def goes_in(bot: Stage, link: str, visitor: str = "", name: str | None = None) -> str:
    """Press *Join*, and return the link that leads into the meeting."""
    pressed = knocks(bot, link, visitor, name)
    assert isinstance(pressed, Enter), f"The door says {pressed}."
    return filled_in(LINK, pressed.link)


def starts(bot: Stage, link: str) -> str:
    """Press *Start* on the host's page, and return the link that leads into the meeting."""
    pressed = bot.doors.start(token_of(link))
    assert isinstance(pressed, Start), f"The door says {pressed}."
    return filled_in_for_host(LINK, pressed.link)


def sees_as_host(bot: Stage, link: str) -> HostView:
    """Return what a host's page shows."""
    shown = bot.doors.host_view(token_of(link))
    assert shown, "This page is not there."
    return shown


def lets_in(bot: Stage, link: str, name: str) -> None:
    """Let a visitor in from the host's page."""
    [visitor] = [each for each in sees_as_host(bot, link).visitors if each.name == name]
    assert bot.doors.admit(token_of(link), visitor.id)
    bot.settle_doors()


def answers(bot: Stage, link: str, name: str, reply: Reply) -> None:
    """Answer a visitor from the host's page."""
    [visitor] = [each for each in sees_as_host(bot, link).visitors if each.name == name]
    assert bot.doors.reply(token_of(link), visitor.id, reply)
